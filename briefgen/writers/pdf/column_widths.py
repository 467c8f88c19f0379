"""How wide the columns of a table are: the table's proportions, but no word is cut for their sake.

Enters: a table and the width it has. Leaves: the edges of its columns, in points from its left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.blocks import Box, Heading, ListBlock, Paragraph, Table
from briefgen.writers.column_shares import proportional, widened
from briefgen.writers.pdf.runs import runs_of

if TYPE_CHECKING:
    from briefgen.blocks import Block, Blocks
    from briefgen.writers.pdf.compositor import Compositor

AMPLE = 150.0
"""A column of this many points is not measured: no word of any language is wider in small type."""

NARROWEST_CELL = 14.0
"""A cell with less width for its words than this, in points, is refused."""


def column_edges(compositor: Compositor, block: Table, width: float) -> tuple[float, ...]:
    """Give the edges; columns too narrow for their longest word take from those with room to spare.

    Proportions that say nothing make columns of equal width; where all words together need more
    than there is, the proportions stand as they are.
    """
    wanted = proportional(width, block.widths)
    edges = [0.0]
    for one in widened(wanted, _least_widths(compositor, block, wanted)):
        edges.append(edges[-1] + one)
    return tuple(edges)


def _least_widths(compositor: Compositor, block: Table, wanted: list[float]) -> list[float]:
    """Give the width that each column needs for its longest word, with the padding of its cells."""
    padding = 2 * compositor.style.table.padding
    least = [AMPLE if width >= AMPLE else padding + NARROWEST_CELL for width in wanted]
    for row in (*block.head, *block.body):
        for index, cell in enumerate(row.cells[: len(wanted)]):
            if wanted[index] < AMPLE:
                least[index] = max(least[index], padding + _longest(compositor, cell.blocks))
    return least


def _longest(compositor: Compositor, blocks: Blocks) -> float:
    return max((_longest_in(compositor, block) for block in blocks), default=0.0)


def _longest_in(compositor: Compositor, block: Block) -> float:
    match block:
        case Paragraph() | Heading():
            name = block.role or "body"
            segments = compositor.cut(
                runs_of(block.inlines, compositor.looks.of_role(name), compositor.looks)
            )
            longest = so_far = 0.0
            for segment in segments:
                so_far = segment.width + (0.0 if segment.may_break else so_far)
                longest = max(longest, so_far)
            return longest
        case ListBlock():
            indent = compositor.style.role(block.role).indent
            return max(
                (indent + _longest(compositor, item.blocks) for item in block.items), default=0.0
            )
        case Box():
            return _longest(compositor, block.blocks)
        case Table(widths):
            return len(widths) * (2 * compositor.style.table.padding + NARROWEST_CELL)
        case _:
            return 0.0
