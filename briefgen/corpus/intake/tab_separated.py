"""Takes in a table whose cells are parted by tabs.

Enters: bytes. Leaves: one grid, without a stated header. A bullet in a cell is typed, so it stays
in the words.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from briefgen.corpus.intake.encoding import LINE_END, read_text
from briefgen.corpus.intake.model import Grid, GridCell, GridRow
from briefgen.corpus.intake.plain_text import passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.corpus.intake.findings import Findings

_QUOTED_CELL: Final = re.compile(r'(?:^|\t)"[^\t]*"(?=\t|$)', re.MULTILINE)
_NEEDS_QUOTES: Final = re.compile(r'["\t\r\n]')


def read_table(data: bytes, findings: Findings) -> tuple[tuple[Grid], tuple[()]]:
    """Give the rows of the table.

    A quotation mark is a character like others, unless the file plainly uses them as RFC 4180
    does: some cell holds a line end, a tab or a doubled mark that only quoting explains, and with
    quoting all rows have the same number of cells.

    Raises:
        UnusableInput: the bytes are no text in UTF-8.
    """
    text = read_text(data, findings)
    quoted = _quoted_rows(text)
    if quoted is None and (found := _QUOTED_CELL.search(text)):
        line = len(LINE_END.split(text[: found.end()]))
        findings.remark("quotation marks around a cell were kept as words of the cell", line)
    rows = list(_plain_rows(text)) if quoted is None else quoted
    width = len(rows[0].cells)
    for row in rows:
        if len(row.cells) != width:
            findings.remark(
                f"the row has {len(row.cells)} cells, and the first row {width}", row.line
            )
    return (Grid(tuple(rows), rows[0].line),), ()


def _plain_rows(text: str) -> Iterator[GridRow]:
    for number, line in enumerate(LINE_END.split(text), start=1):
        if line.strip():
            yield GridRow(tuple(_cell(raw, number) for raw in line.split("\t")), number)


def _quoted_rows(text: str) -> list[GridRow] | None:
    """Read with quotes; None where the file does not plainly use them."""
    if '"' not in text:
        return None
    source = csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True)
    rows = []
    needed = False
    line = 1
    try:
        for values in source:
            if any(value.strip() for value in values):
                at = line
                cells = []
                for value in values:
                    needed = needed or bool(_NEEDS_QUOTES.search(value))
                    cells.append(_cell(value, at))
                    at += len(LINE_END.findall(value))
                rows.append(GridRow(tuple(cells), line))
            line = source.line_num + 1
    except csv.Error:
        return None
    return rows if needed and len({len(row.cells) for row in rows}) == 1 else None


def _cell(raw: str, line: int) -> GridCell:
    made = (passage(one, line + step) for step, one in enumerate(LINE_END.split(raw)))
    return GridCell(tuple(one for one in made if one is not None), line)
