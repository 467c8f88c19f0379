"""What a reader's software is to be told of a Pack: each piece of text with the types around it.

Made from the Pack alone, to be compared with what a file tells. A piece is ``Sect/L/LI/LBody/P``
and a pattern for its words, in which a field is a number.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from briefgen.blocks import (
    Box,
    Contents,
    Field,
    Heading,
    HeatMap,
    LineBreak,
    ListBlock,
    NoteReference,
    Paragraph,
    ScanCode,
    Table,
    Text,
)
from briefgen.walk import heading_text, headings, inlines_within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.blocks import Blocks, Inlines, Note, Pack

    from .structure_reading import Told

FIELD = "\ue000"
"""Stands for a number that only the page knows; no Pack can hold this character."""


class Piece(NamedTuple):
    """Words, and the types of the elements around them, from the outermost inwards."""

    around: str
    words: str

    def is_told_as(self, told: Piece) -> bool:
        """Say whether a file tells this piece so."""
        pattern = re.escape(self.words).replace(FIELD, r"\d+")
        return self.around == told.around and re.fullmatch(pattern, told.words) is not None


def assert_told(pack: Pack, told: Told) -> None:
    """Compare piece by piece; the first that differs is shown."""
    for wanted, found in zip_longest(pieces_of(pack), told_pieces(told)):
        assert wanted
        assert found
        assert wanted.is_told_as(found), (wanted, found)


def pieces_of(pack: Pack) -> list[Piece]:
    """Give the pieces of a Pack in reading order; a note comes after the block that calls it."""
    telling = _Telling(pack)
    return [piece for section in pack.sections for piece in telling.blocks(section.blocks, "Sect")]


class _Telling:
    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.notes: dict[str, Note] = {note.id: note for note in pack.notes}

    def blocks(self, blocks: Blocks, around: str) -> Iterator[Piece]:
        for block in blocks:
            match block:
                case Paragraph():
                    yield from _piece(f"{around}/P", _words(block.inlines))
                    yield from self.called(block.inlines, around)
                case Heading():
                    yield from _piece(f"{around}/H/Lbl", block.label)
                    yield from _piece(f"{around}/H", _words(block.inlines))
                    yield from self.called(block.inlines, around)
                case ListBlock():
                    for item in block.items:
                        if block.kind == "labelled":
                            yield from _piece(f"{around}/L/LI/Lbl", item.label)
                        yield from self.blocks(item.blocks, f"{around}/L/LI/LBody")
                case Table():
                    yield from self.table(block, f"{around}/Table")
                case HeatMap():
                    shown = [*block.columns]
                    for name, numbers in block.rows:
                        shown += (name, *(str(number) for number in numbers if number))
                    yield from _piece(f"{around}/Figure", " ".join(shown))
                case _:
                    yield from self.other(block, around)

    def other(self, block: Box | ScanCode | Contents, around: str) -> Iterator[Piece]:
        if isinstance(block, Box | ScanCode):
            yield from self.blocks(block.blocks, f"{around}/Div")
            return
        for heading in headings(self.pack):
            if heading.level <= block.depth and heading.role != "contents-heading":
                words = _words(heading.inlines, marks=False)
                shown = f"{heading.label} {words}" if words.strip() else heading.label
                if heading_text(heading).strip() or FIELD in words:
                    yield from _piece(f"{around}/TOC/TOCI", f"{shown} {FIELD}")

    def table(self, table: Table, around: str) -> Iterator[Piece]:
        parted = bool(table.head and table.body)
        for rows, part in ((table.head, "/THead"), (table.body, "/TBody")):
            for row in rows:
                for cell in row.cells:
                    kind = "TH" if cell.header or rows is table.head else "TD"
                    inside = f"{around}{part if parted else ''}/TR/{kind}"
                    yield from self.blocks(cell.blocks, inside)

    def called(self, inlines: Inlines, around: str) -> Iterator[Piece]:
        for inline in inlines_within(inlines):
            if isinstance(inline, NoteReference) and inline.note in self.notes:
                note = self.notes.pop(inline.note)
                yield from _piece(f"{around}/Note/Lbl", note.mark)
                yield from self.blocks(note.blocks, f"{around}/Note")


def _piece(around: str, words: str) -> Iterable[Piece]:
    told = " ".join(words.split())
    return [Piece(around, told)] if told else []


def _words(inlines: Inlines, *, marks: bool = True) -> str:
    parts: list[str] = []
    for inline in inlines_within(inlines):
        match inline:
            case Text(words):
                parts.append(words)
            case Field():
                parts.append(FIELD)
            case LineBreak():
                parts.append(" ")
            case NoteReference(_, mark) if marks:
                parts.append(mark)
            case _:
                pass
    return "".join(parts)


INLINE = {"Span", "Link", "Reference"}
"""Types of what stands inside a piece."""


def told_pieces(told: Told, around: str = "") -> Iterator[Piece]:
    """Give the pieces of a file's structure; the labels of bullets, which style draws, left out."""
    if told.type == "L" and told.attributes["/ListNumbering"] == "/Disc":
        for item in told.kids:
            item.kids = [kid for kid in item.kids if kid.type != "Lbl"]
    own = "".join(
        kid if isinstance(kid, str) else kid.words() if kid.type in INLINE else ""
        for kid in told.kids
    )
    inner = [kid for kid in told.kids if not isinstance(kid, str) and kid.type not in INLINE]
    path = f"{around}/{'H' if re.fullmatch('H[1-6]', told.type) else told.type}".lstrip("/")
    path = path.removeprefix("Document").lstrip("/")
    for kid in inner:
        yield from told_pieces(kid, path)
    yield from _piece(path, own)
