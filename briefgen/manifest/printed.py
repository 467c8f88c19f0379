"""What a Pack prints, passage by passage: the tree made flat, as every reader of a file meets it.

Enters: a Pack. Leaves: passages in reading order with their words, and the notes. Words of running
lines, of the contents list and in pictures are not among them: they repeat what stands elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, assert_never

from msgspec import Struct, field

from briefgen.blocks import (
    Box,
    Contents,
    Deletion,
    Emphasis,
    Field,
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
from briefgen.manifest.model import Cell, Mark
from briefgen.manifest.words import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.blocks import Block, Inline, Pack


class Piece(NamedTuple):
    """Words in a row that quote one unit, or none; ``said`` is what the pack says of quotations."""

    words: str
    unit: str = ""
    said: bool = False


class Printed(Struct, frozen=True):
    """A passage with its words; see ``model.Passage`` for what the rest means."""

    pieces: tuple[Piece, ...]
    level: int = 0
    label: str = ""
    cell: Cell | None = None
    role: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def words(self) -> str:
        """The words of the passage, normalised, without its label."""
        return normalised("".join(piece.words for piece in self.pieces))

    @property
    def whole(self) -> str:
        """The label and the words."""
        return normalised(f"{self.label} {self.words}")


def printed_passages(pack: Pack) -> tuple[Printed, ...]:
    """Give what the sections of a Pack print."""
    flow = _Flow()
    for section in pack.sections:
        flow.blocks(section.blocks)
    return tuple(flow.found)


def printed_notes(pack: Pack) -> tuple[tuple[str, tuple[Printed, ...]], ...]:
    """Give the footnotes of a Pack by their marks."""
    notes = []
    for note in pack.notes:
        flow = _Flow()
        flow.blocks(note.blocks)
        notes.append((note.mark, tuple(flow.found)))
    return tuple(notes)


def is_printed(block: Heading | Paragraph, label: str = "") -> bool:
    """Tell whether a block is a passage: it has words, or the label of an item stands there."""
    flow = _Flow(label=label)
    flow.blocks((block,))
    return bool(flow.found)


class _Flow(Struct):
    """Passages as they are met; ``label`` waits for the first passage of its item."""

    found: list[Printed] = field(default_factory=list)
    tables: int = 0
    cell: Cell | None = None
    label: str = ""

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            match block:
                case Heading():
                    label = [Piece(f"{block.label} ", said=True)] if block.label else []
                    self._add(block.inlines, block.role, block.level, label)
                case Paragraph():
                    self._add(block.inlines, block.role)
                case ListBlock():
                    self._list(block)
                case Table():
                    self._table(block)
                case Box() | ScanCode():
                    self.blocks(block.blocks)
                case Contents() | HeatMap():
                    pass
                case _ as never:
                    assert_never(never)

    def _list(self, block: ListBlock) -> None:
        for item in block.items:
            self._add_label()
            self.label = item.label
            if not item.blocks or not isinstance(item.blocks[0], Paragraph):
                self._add_label()
            self.blocks(item.blocks)
        self._add_label()

    def _table(self, table: Table) -> None:
        if self.cell is not None:  # a table in a cell: its words are the cell's
            for row in (*table.head, *table.body):
                for cell in row.cells:
                    self.blocks(cell.blocks)
            return
        self.tables += 1
        for number, row in enumerate((*table.head, *table.body), 1):
            for column, cell in enumerate(row.cells, 1):
                self.cell = Cell(self.tables, number, column)
                self.blocks(cell.blocks)
        self.cell = None

    def _add_label(self) -> None:
        """Let a label stand alone that no words follow."""
        if self.label:
            self._add((), "")

    def _add(
        self, inlines: Iterable[Inline], role: str, level: int = 0, before: Iterable[Piece] = ()
    ) -> None:
        pieces = [*before]
        marks: list[Mark] = []
        for one in _pieces(inlines, ""):
            if isinstance(one, Mark):
                marks.append(Mark(_length(pieces), one.label))
            elif pieces and pieces[-1].unit == one.unit and not pieces[-1].said:
                pieces[-1] = Piece(pieces[-1].words + one.words, one.unit)
            else:
                pieces.append(one)
        made = Printed(tuple(pieces), level, self.label, self.cell, role, tuple(marks))
        self.label = ""
        if made.whole:
            self.found.append(made)


def _length(pieces: Iterable[Piece]) -> int:
    return len(normalised("".join(piece.words for piece in pieces)))


def _pieces(inlines: Iterable[Inline], unit: str) -> Iterator[Piece | Mark]:
    """Give words and marks in order; words that were taken out are not said any more."""
    for inline in inlines:
        match inline:
            case Text():
                yield Piece(inline.text, unit)
            case LineBreak():
                yield Piece(" ", unit)
            case NoteReference():
                yield Mark(0, inline.mark)
            case Quotation():
                yield from _pieces(inline.children, inline.unit)
            case Strong() | Emphasis() | Span() | Link() | Insertion() | Highlight():
                yield from _pieces(inline.children, unit)
            case Deletion() | Field():
                pass
            case _ as never:
                assert_never(never)
