"""A source that was taken in, as lines that a reader accounts for one by one.

Enters: an ``Intake``. Leaves: its passages, numbered from 1 through text, cells and notes alike,
with a ``Reading`` whose lines they are; and the way back from such a number to the place in the
file. Knows no layout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.corpus.intake.model import Grid, Passage
from briefgen.corpus.readers.reading import Reading
from briefgen.diagnostics import Diagnostic, Place, error, warning

if TYPE_CHECKING:
    from briefgen.corpus.intake.model import GridRow, Intake, Note
    from briefgen.corpus.model import Unit


class Cell(Struct, frozen=True):
    """A cell of a table, by the numbers of its passages."""

    passages: tuple[int, ...]
    line: int


class Row(Struct, frozen=True):
    """A row of a table."""

    cells: tuple[Cell, ...]
    line: int
    header: bool


class Sheet(Struct):
    """The passages of a source by number, and what is found while they are read."""

    intake: Intake
    reading: Reading
    passages: list[Passage] = field(default_factory=list)
    parts: list[int | tuple[Row, ...]] = field(default_factory=list)
    """The text's passages by number, and tables, in the order of the file."""
    notes: list[tuple[Note, tuple[int, ...]]] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)

    def passage(self, number: int) -> Passage:
        """Give a passage by its number."""
        return self.passages[number - 1]

    def place(self, number: int, column: int = 0) -> Place:
        """Give the place of a passage in the file."""
        return Place(self.intake.file, self.passage(number).line if number else 0, column)

    def fault(self, number: int, message: str, hint: str = "") -> None:
        """Record an error at a passage, or of the whole file (0)."""
        self.faults.append(error(self._on_page(number, message), self.place(number), hint))

    def remark(self, number: int, message: str, hint: str = "") -> None:
        """Record something that an editor should look at, though the import goes on."""
        self.remarks.append(warning(self._on_page(number, message), self.place(number), hint))

    def located(self, fault: Diagnostic) -> Diagnostic:
        """Give a diagnostic of the reading with its place in the file."""
        if fault.place is None or not fault.place.line:
            return fault
        number = fault.place.line
        message = self._on_page(number, fault.message)
        return replace(fault, message=message, place=self.place(number, fault.place.column))

    def line_of(self, number: int) -> int:
        """Give the line of a passage; in a PDF its page, which is what people look up."""
        return (self.passage(number).page or self.passage(number).line) if number else 0

    def placed(self, unit: Unit) -> Unit:
        """Give a unit with the lines of the file."""
        first, last = unit.lines
        return replace(unit, lines=(self.line_of(first), self.line_of(last)))

    def _on_page(self, number: int, message: str) -> str:
        page = self.passage(number).page if number else 0
        return f"page {page}: {message}" if page else message


def spread(intake: Intake) -> Sheet:
    """Lay out what was taken in, passage by passage."""
    sheet = Sheet(intake, Reading(intake.file, []))
    for part in intake.parts:
        if isinstance(part, Grid):
            sheet.parts.append(tuple(_row(sheet, row) for row in part.rows))
        else:
            sheet.parts.append(_add(sheet, part))
    for note in intake.notes:
        sheet.notes.append((note, tuple(_add(sheet, one) for one in note.passages)))
    return sheet


def _row(sheet: Sheet, row: GridRow) -> Row:
    cells = (
        Cell(tuple(_add(sheet, one) for one in cell.passages), cell.line) for cell in row.cells
    )
    return Row(tuple(cells), row.line, row.header)


def _add(sheet: Sheet, passage: Passage) -> int:
    sheet.passages.append(passage)
    sheet.reading.lines.append(passage.text)
    return len(sheet.passages)
