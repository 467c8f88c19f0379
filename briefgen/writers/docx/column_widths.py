"""How wide the columns of a table are, so that no word of theirs is cut.

Enters: a table and the width it has, in dxa. Leaves: the widths of its columns. The typeface is
the reader's: how wide words will be is reckoned, with room to spare, and not measured.
"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from briefgen.blocks import Box, Heading, ListBlock, Paragraph, Table
from briefgen.walk import plain_words
from briefgen.writers.column_shares import proportional, widened
from briefgen.writers.docx.looks import DXA_PER_POINT, dxa
from briefgen.writers.roles import cell_role, heading_role, role_inside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.blocks import Blocks
    from briefgen.writers.docx.planning import Planning

_PER_CHARACTER, _PER_BOLD_CHARACTER = 0.53, 0.56
"""Ems that a character of a long word takes on average; office typefaces have 0.48 to 0.52."""

_AMPLE = 150 * DXA_PER_POINT
"""A column as wide as this is not looked at: no word in small type is wider."""

WIDEST_LABELS = 0.35
"""Labels that need more than this part of the column stand in line with what they name."""

_LABEL_GAP = 4 * DXA_PER_POINT
"""What is left after labels, beside the room that reckoning leaves."""

_NARROWEST = 10 * DXA_PER_POINT
_PIECES = re.compile(r"[^\s/\N{HYPHEN-MINUS}\N{EN DASH}\N{EM DASH}]+.?")
"""What is not broken: a word, with the stroke or hyphen after it that a line may end with."""


def column_widths(table: Table, width: int, planning: Planning) -> tuple[int, ...]:
    """Give the widths, in whole numbers that make exactly ``width``."""
    wanted = proportional(width, table.widths)
    if min(wanted, default=_AMPLE) < _AMPLE:
        wanted = widened(wanted, _least_widths(table, wanted, planning))
    edges = [round(edge) for edge in accumulate(wanted, initial=0.0)]
    return tuple(right - left for left, right in pairwise(edges))


def label_column(labels: Sequence[str], role: str, width: int, planning: Planning) -> int:
    """Give the width of a column for labels before what they name; 0 if they need too much."""
    widest = max((_width(len(label), role, planning) for label in labels), default=0.0)
    hang = round(widest) + _LABEL_GAP
    return hang if widest and hang <= WIDEST_LABELS * width else 0


def _least_widths(table: Table, wanted: Sequence[float], planning: Planning) -> list[float]:
    padding = 2 * dxa(planning.styles.table.padding)
    least = [float(min(_AMPLE, padding + _NARROWEST))] * len(wanted)
    for place, row in enumerate((*table.head, *table.body)):
        for index, cell in enumerate(row.cells[: len(wanted)]):
            if wanted[index] < _AMPLE:
                is_head = place < len(table.head)
                role = cell_role(cell, table.role, planning.style.roles, is_head=is_head)
                need = padding + _longest(cell.blocks, role, planning)
                least[index] = max(least[index], need)
    return least


def _longest(blocks: Blocks, role: str, planning: Planning) -> float:
    """Give the width of the longest word of some blocks in a column of a role."""
    found = 0.0
    for block in blocks:
        match block:
            case Paragraph():
                words = plain_words(block.inlines)
                found = max(found, _word(words, role_inside(block.role, role), planning))
            case Heading():
                found = max(found, _word(plain_words(block.inlines), heading_role(block), planning))
            case ListBlock():
                indent = dxa(planning.styles.role(block.role).indent)
                inner = (_longest(item.blocks, block.role, planning) for item in block.items)
                found = max(found, indent + max(inner, default=0.0))
            case Box():
                found = max(found, _longest(block.blocks, block.role, planning))
            case _:
                pass
    return found


def _word(words: str, role: str, planning: Planning) -> float:
    return _width(max(map(len, _PIECES.findall(words)), default=0), role, planning)


def _width(characters: int, role: str, planning: Planning) -> float:
    look = planning.styles.role(role)
    per_character = _PER_BOLD_CHARACTER if look.bold else _PER_CHARACTER
    return characters * per_character * look.size * planning.styles.scale * DXA_PER_POINT
