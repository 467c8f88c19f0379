"""How deep a Pack is nested: beyond a limit it is refused before anything walks it.

Enters: a Pack, however deep. Leaves: a fault, or nothing. Walks by a list of its own, since what is
too deep for Python's stack is just what it looks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.blocks import Box, Heading, ListBlock, Paragraph, Table
from briefgen.diagnostics import error
from briefgen.walk import NESTING_INLINES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.blocks import Block, Inline, Pack
    from briefgen.diagnostics import Diagnostic

DEEPEST = 60
"""Blocks inside blocks, and inlines inside those; a page has no room for more."""


def nesting_fault(pack: Pack) -> Diagnostic | None:
    """Give the fault of a Pack that is nested too deep."""
    level: list[Block | Inline] = [block for one in pack.sections for block in one.blocks]
    level += [block for note in pack.notes for block in note.blocks]
    for section in pack.sections:
        for running in (section.header, section.footer):
            if running:
                level += [*running.left, *running.right]
    for _ in range(DEEPEST):
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return None
    return error(f"the text is nested more than {DEEPEST} deep")


def _inside(one: Block | Inline) -> Iterable[Block | Inline]:
    match one:
        case Paragraph() | Heading():
            return one.inlines
        case ListBlock():
            return [block for item in one.items for block in item.blocks]
        case Table():
            rows = (*one.head, *one.body)
            return [block for row in rows for cell in row.cells for block in cell.blocks]
        case Box():
            return one.blocks
        case _:
            return one.children if isinstance(one, NESTING_INLINES) else ()
