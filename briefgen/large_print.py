"""Large print: the same tree for readers who see little, laid out anew and not enlarged.

Enters: a Pack. Leaves: a Pack with all its words in their order, in which each row of a table is a
record below the heads of its columns, and nothing is set in italics or underlined. How large the
type is, the style says. The rules are those of the UKAAF's Clear and Large Print Guidelines (G003).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from msgspec.structs import replace

from briefgen.blocks import (
    Box,
    Contents,
    Emphasis,
    Heading,
    HeatMap,
    Insertion,
    ListBlock,
    Paragraph,
    ScanCode,
    Strong,
    Table,
)
from briefgen.walk import NESTING_INLINES, plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.blocks import Block, Blocks, Cell, Inline, Inlines, Pack, RunningLine

FIRST_LABEL, LABEL = "record-first", "record-label"
"""Roles of the column heads in a record: of its first one, and of the others."""


def in_large_print(pack: Pack) -> Pack:
    """Give a Pack as large print has it."""
    sections = tuple(
        replace(
            section,
            blocks=_blocks(section.blocks),
            header=_running(section.header),
            footer=_running(section.footer),
        )
        for section in pack.sections
    )
    notes = tuple(replace(note, blocks=_blocks(note.blocks)) for note in pack.notes)
    return replace(pack, sections=sections, notes=notes)


def _blocks(blocks: Blocks) -> Blocks:
    return tuple(one for block in blocks for one in _block(block))


def _block(block: Block) -> Iterator[Block]:
    match block:
        case Heading() | Paragraph():
            yield replace(block, inlines=_inlines(block.inlines))
        case ListBlock():
            items = tuple(replace(item, blocks=_blocks(item.blocks)) for item in block.items)
            yield replace(block, items=items)
        case Box() | ScanCode():
            yield replace(block, blocks=_blocks(block.blocks))
        case Table():
            yield from _records(block)
        case Contents() | HeatMap():
            yield block
        case _ as never:
            assert_never(never)


def _records(table: Table) -> Iterator[Block]:
    """Give each row as a record: below the head of each column what stands in it."""
    heads = [_head_words(cells) for cells in zip(*(row.cells for row in table.head), strict=True)]
    for row in table.body:
        role = FIRST_LABEL
        for at, cell in enumerate(row.cells):
            label = heads[at] if at < len(heads) else ()
            if label and cell.blocks:
                yield Paragraph((Strong(label),), role)
                role = LABEL
            yield from _blocks(cell.blocks)


def _head_words(cells: Iterable[Cell]) -> Inlines:
    """Give the words of a column's head, of all rows that the head has."""
    return tuple(
        inline
        for cell in cells
        for block in cell.blocks
        if isinstance(block, Paragraph | Heading) and plain_words(block.inlines).strip()
        for inline in _inlines(block.inlines)
    )


def _running(line: RunningLine | None) -> RunningLine | None:
    return line and replace(line, left=_inlines(line.left), right=_inlines(line.right))


def _inlines(inlines: Inlines) -> Inlines:
    return tuple(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> Inline:
    """Give words that stood in italics or underlined in bold; all others as they are."""
    if not isinstance(inline, NESTING_INLINES):
        return inline
    children = _inlines(inline.children)
    if isinstance(inline, Emphasis | Insertion):
        return Strong(children)
    return replace(inline, children=children)
