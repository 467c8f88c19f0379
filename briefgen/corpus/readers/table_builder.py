"""The three-column table that the table readers fill: recommendation, means, partnerships.

Enters: rows, bullets and running text, as a reader meets them. Leaves: units in the order of the
table: heads, then row by row, column by column. Knows no notation of tables or bullets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from briefgen.corpus.labels import LETTERS, label_at
from briefgen.corpus.model import Section
from briefgen.corpus.readers.unit_builder import UnitBuilder

if TYPE_CHECKING:
    from briefgen.corpus.readers.reading import Reading

COLUMNS: Final = ("recommendation", "means", "partnerships")
_KINDS: Final = {"means": "means", "partnerships": "partnership"}


class _Row(Struct):
    recommendation: UnitBuilder
    cells: dict[str, list[UnitBuilder]] = field(
        default_factory=lambda: {"means": [], "partnerships": []}
    )
    bullets: dict[str, list[int]] = field(default_factory=lambda: {"means": [], "partnerships": []})
    """How many nested bullets each bullet of a column has."""


class TableBuilder(Struct):
    """A table while its rows come in."""

    reading: Reading
    document: str
    heads: list[UnitBuilder] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)

    def head(self) -> UnitBuilder:
        """Open the head of the next column."""
        column = COLUMNS[len(self.heads)]
        self.heads.append(self._unit(f"head/{column}", "column-head"))
        return self.heads[-1]

    def row(self) -> UnitBuilder:
        """Open a new row by its recommendation."""
        place = f"{len(self.rows) + 1}/recommendation"
        self.rows.append(_Row(self._unit(place, "recommendation")))
        return self.rows[-1].recommendation

    def bullet(self, column: str, level: int, line: int) -> UnitBuilder:
        """Open a bullet of the open row: level 1, or level 2 under the last of level 1."""
        row, number = self.rows[-1], len(self.rows)
        counts = row.bullets[column]
        if level == 1:
            counts.append(0)
            place = f"{number}/{column}/{len(counts)}"
        else:
            if not counts:
                self.reading.fault(line, "a nested bullet has no bullet above it")
                counts.append(0)
            letter = label_at(LETTERS, counts[-1])
            counts[-1] += 1
            if not letter:
                self.reading.fault(line, "more nested bullets than letters", "split the bullet")
            place = f"{number}/{column}/{len(counts)}/{letter or counts[-1]}"
        return self._cell(column, place)

    def running_text(self, column: str) -> UnitBuilder:
        """Open the running text of a cell without bullets."""
        return self._cell(column, f"{len(self.rows)}/{column}")

    def last(self, column: str) -> UnitBuilder | None:
        """Give the text that a continuation in this column carries on."""
        row = self.rows[-1]
        if column == "recommendation":
            return row.recommendation
        return row.cells[column][-1] if row.cells[column] else None

    def section(self) -> Section:
        """Give the whole table as a section."""
        builders = list(self.heads)
        for row in self.rows:
            builders += [row.recommendation, *row.cells["means"], *row.cells["partnerships"]]
        return Section("table", tuple(builder.build() for builder in builders))

    def _cell(self, column: str, place: str) -> UnitBuilder:
        unit = self._unit(place, _KINDS[column])
        self.rows[-1].cells[column].append(unit)
        return unit

    def _unit(self, place: str, kind: str) -> UnitBuilder:
        return UnitBuilder(self.reading, f"{self.document}/{place}", kind)


def cells(line: str) -> list[tuple[int, int]]:
    """Give where the cells of a tab-separated line start and end."""
    places, start = [], 0
    for cell in line.split("\t"):
        places.append((start, start + len(cell)))
        start += len(cell) + 1
    return places
