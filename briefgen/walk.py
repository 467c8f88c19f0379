"""Ways over the tree: its inlines in reading order, its plain words, its headings.

Enters: any part of the tree. Leaves: what was met, in reading order. Knows no format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from msgspec.structs import replace

from briefgen.blocks import (
    Box,
    Contents,
    Deletion,
    Emphasis,
    Heading,
    HeatMap,
    Highlight,
    Insertion,
    LineBreak,
    Link,
    ListBlock,
    NoteReference,
    Paragraph,
    Quotation,
    ScanCode,
    Span,
    Strong,
    Table,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.blocks import Block, Inline, Note, Pack, Section

NESTING_INLINES = (Strong, Emphasis, Span, Link, Quotation, Insertion, Deletion, Highlight)
"""The inlines that have children."""


def inlines_within(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Give each inline and, after it, what stands inside it."""
    for inline in inlines:
        yield inline
        if isinstance(inline, NESTING_INLINES):
            yield from inlines_within(inline.children)


def plain_words(inlines: Iterable[Inline]) -> str:
    """Give the words alone: no note marks, fields or markup; a line break counts as a space."""
    parts: list[str] = []
    for inline in inlines_within(inlines):
        if isinstance(inline, Text):
            parts.append(inline.text)
        elif isinstance(inline, LineBreak):
            parts.append(" ")
    return "".join(parts)


def shared_language(inlines: Iterable[Inline]) -> str:
    """Give the language that all words are in, "" where that is the Pack's or there are several."""
    found = set(_languages(inlines, ""))
    return found.pop() if len(found) == 1 else ""


def _languages(inlines: Iterable[Inline], around: str) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, Text):
            if inline.text.strip():
                yield around
        elif isinstance(inline, NESTING_INLINES):
            own = inline.language if isinstance(inline, Span) else ""
            yield from _languages(inline.children, own or around)


def blocks_within(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give each block and, after it, the blocks inside it, in reading order."""
    for block in blocks:
        yield block
        match block:
            case ListBlock():
                for item in block.items:
                    yield from blocks_within(item.blocks)
            case Table():
                for row in (*block.head, *block.body):
                    for cell in row.cells:
                        yield from blocks_within(cell.blocks)
            case Box() | ScanCode():
                yield from blocks_within(block.blocks)
            case Heading() | Paragraph() | Contents() | HeatMap():
                pass
            case _ as never:
                assert_never(never)


def all_blocks(pack: Pack) -> Iterator[Block]:
    """Give every block of the Pack, then those of its notes."""
    for section in pack.sections:
        yield from blocks_within(section.blocks)
    for note in pack.notes:
        yield from blocks_within(note.blocks)


def all_inlines(blocks: Iterable[Block]) -> Iterator[Inline]:
    """Give every inline of some blocks, in reading order."""
    for block in blocks_within(blocks):
        if isinstance(block, Heading | Paragraph):
            yield from inlines_within(block.inlines)


def quoted_units(pack: Pack) -> set[str]:
    """Give the ids of the units that the text quotes, notes not counted."""
    return {
        inline.unit
        for section in pack.sections
        for inline in all_inlines(section.blocks)
        if isinstance(inline, Quotation)
    }


def headings(pack: Pack) -> Iterator[Heading]:
    """Give the headings that have a place of their own: those of sections, not of notes."""
    for section in pack.sections:
        for block in blocks_within(section.blocks):
            if isinstance(block, Heading):
                yield block


def heading_text(heading: Heading) -> str:
    """Give a heading as one line, its label first: ``Objective 9: Strengthen the ...``."""
    words = plain_words(heading.inlines)
    return f"{heading.label}: {words}" if heading.label and words else heading.label or words


def section_title(section: Section, otherwise: str) -> str:
    """Give the first heading of a section as one line; where it has none, ``otherwise``."""
    found = (one for one in blocks_within(section.blocks) if isinstance(one, Heading))
    return next(map(heading_text, found), otherwise)


def section_alone(pack: Pack, at: int) -> Pack:
    """Give a Pack of one section of another, counted from 0, with the notes that it calls."""
    section = pack.sections[at]
    called = _called(section)
    notes = tuple(note for note in pack.notes if note.id in called)
    return replace(pack, sections=(section,), notes=notes)


def notes_below(pack: Pack) -> Iterator[tuple[Section, tuple[Note, ...]]]:
    """Give each section with the notes below it, for formats that have no pages.

    All stand at the end, unless one mark has several notes, as on sheets that count theirs from 1:
    then each stands below the section that calls it, for only there its mark is plain.
    """
    below: list[list[Note]] = [[] for _ in pack.sections]
    recur = len({note.mark for note in pack.notes}) < len(pack.notes)
    called = [_called(section) for section in pack.sections] if recur else []
    for note in pack.notes if below else ():
        first = next((at for at, notes in enumerate(called) if note.id in notes), -1)
        below[first].append(note)
    yield from zip(pack.sections, map(tuple, below), strict=True)


def _called(section: Section) -> set[str]:
    inlines = all_inlines(section.blocks)
    return {one.note for one in inlines if isinstance(one, NoteReference)}
