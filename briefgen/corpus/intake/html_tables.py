"""The rows and cells of an HTML table.

Enters: a ``table``, and how a cell's passages are read. Leaves: a grid. Cells that go over several
columns or rows are expanded, so that columns stay columns: the words stand in the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefgen.corpus.intake.html_names import line_of
from briefgen.corpus.intake.model import Grid, GridCell, GridRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

    from briefgen.corpus.intake.findings import Findings
    from briefgen.corpus.intake.model import Passage

_SPAN_LIMIT: Final = 64
"""Columns of a table, Word's own limit: more is no table of words."""


class HtmlTable:
    """Reads one table."""

    def __init__(
        self, passages_of: Callable[[etree._Element], tuple[Passage, ...]], findings: Findings
    ) -> None:
        self._passages_of = passages_of
        self._findings = findings
        self._hanging: dict[int, int] = {}
        """By column: how many more rows a cell from above takes."""

    def read(self, table: etree._Element) -> Grid:
        """Give the grid."""
        rows = [self._row(row, stated) for row, stated in _rows(table)]
        return Grid(tuple(rows), line_of(table))

    def _row(self, row: etree._Element, stated: bool) -> GridRow:  # noqa: FBT001 - of one caller
        line = line_of(row)
        cells: list[GridCell] = []
        names = []
        for cell in row:
            if cell.tag not in {"td", "th"}:
                continue
            self._fill(cells, line)
            names.append(cell.tag)
            at = line_of(cell)
            wide = self._span(cell, "colspan", at)
            tall = self._span(cell, "rowspan", at)
            if tall > 1:
                self._hanging.update(dict.fromkeys(range(len(cells), len(cells) + wide), tall - 1))
            cells.append(GridCell(self._passages_of(cell), at))
            cells += [GridCell((), at)] * (wide - 1)
        self._fill(cells, line)
        if len(cells) > _SPAN_LIMIT:
            # each row could add a column to all that follow
            self._findings.fault(f"the row has more than {_SPAN_LIMIT} cells", line)
            self._findings.raise_any()
        header = stated or (bool(names) and set(names) == {"th"})
        return GridRow(tuple(cells), line, header)

    def _fill(self, cells: list[GridCell], line: int) -> None:
        """Put in the empty cells that cells from above take."""
        while self._hanging.get(len(cells), 0):
            self._hanging[len(cells)] -= 1
            cells.append(GridCell((), line))

    def _span(self, cell: etree._Element, name: str, line: int) -> int:
        stated = cell.get(name, "1")
        count = int(stated) if stated.isdecimal() and len(stated) < len("100000") else 1
        if name == "colspan" and count >= _SPAN_LIMIT:
            self._findings.fault(f"a cell takes {count:,} columns", line)
            return 1
        if count > 1 or stated == "0":
            what = "columns" if name == "colspan" else "rows"
            self._findings.remark(
                f"a cell is merged over {stated} {what}: empty cells were put in to keep its place",
                line,
            )
        return max(count, 1)


def _rows(table: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Give a table's own rows, and whether they stand in its head."""
    for child in table:
        if child.tag == "tr":
            yield child, False
        elif child.tag in {"thead", "tbody", "tfoot"}:
            for row in child:
                if row.tag == "tr":
                    yield row, child.tag == "thead"
