"""A Pack as a spreadsheet: what it quotes, and each table that is meant for sorting.

Enters: a Pack. Leaves: a workbook (ISO/IEC 29500): a sheet for each name that tables give, then one
with a row for each quotation. Heads are fixed, columns ready to filter. No cell is ever a formula.
"""

from __future__ import annotations

import io
import re
from datetime import date, datetime, time
from math import ceil
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from msgspec.structs import astuple
from xlsxwriter import Workbook

from briefgen.blocks import UNDATED, Box, Heading, ListBlock, Paragraph, Table
from briefgen.walk import blocks_within, heading_text, plain_words
from briefgen.writers.records import Record, records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.blocks import Block, Pack, Row

_QUOTATIONS: Final = "Quotations"
_WIDTHS: Final = (26, 16, 44, 14, 24, 90)
"""Columns of the sheet of quotations, in characters."""
_WIDE: Final = 180
"""All columns of a table together, in characters."""
_NARROW: Final = 30.0
"""The column of headings, in characters."""
_LINE: Final = 15.0
_TALLEST: Final = 409.0
"""The height of a line, and the greatest height of a row, in points."""
_ROOM: Final = 1.1
"""Lines end between words, and so before they are full."""
_UNDER: Final = "under"
"""The head of the column that says which heading a row stands under."""
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME: Final = 31


class _Sheet(Struct):
    """Rows of all tables of one name, each with the heading that it stands under.

    ``widths`` are the proportions of the first of them.
    """

    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    @property
    def is_parted(self) -> bool:
        """Whether rows stand under several headings, so that a column must tell which."""
        return len({under for under, _ in self.rows}) > 1

    def lines(self) -> list[tuple[str, ...]]:
        """Give the head and the rows."""
        if self.is_parted:
            return [(_UNDER, *self.heads), *((under, *row) for under, row in self.rows)]
        return [self.heads, *(row for _, row in self.rows)]

    def columns(self) -> list[float]:
        """Give the widths of the columns in characters."""
        widths = [_WIDE * one / sum(self.widths) for one in self.widths]
        return [_NARROW, *widths] if self.is_parted else widths


def write_xlsx(pack: Pack) -> bytes:
    """Give the workbook. The same Pack gives the same bytes."""
    file = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    book = Workbook(file, plain)
    day = date.fromisoformat(pack.date or UNDATED)
    created = datetime.combine(day, time())
    properties = {"title": pack.title, "subject": pack.subject, "author": pack.author}
    book.set_properties({**properties, "created": created})
    names = _Names()
    for name, sheet in _sheets(pack).items():
        _write(book, names.free(name), sheet.lines(), sheet.columns(), numbers=True)
    heads = Record.__struct_fields__
    quoted = [heads, *(astuple(record) for record in records(pack))]
    _write(book, names.free(_QUOTATIONS), quoted, _WIDTHS)
    book.close()
    return file.getvalue()


class _Names:
    """Names of sheets, which a workbook keeps short, plain and apart, whatever their case."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, wanted: str) -> str:
        stem = _FORBIDDEN.sub(" ", wanted).strip()[:_LONGEST_NAME] or "Sheet"
        name, count = stem, 1
        while name.lower() in self._taken:
            count += 1
            ending = f" {count}"
            name = stem[: _LONGEST_NAME - len(ending)] + ending
        self._taken.add(name.lower())
        return name


def _sheets(pack: Pack) -> dict[str, _Sheet]:
    """Gather the tables that name a sheet, with the headings that they stand under."""
    sheets: dict[str, _Sheet] = {}
    for section in pack.sections:
        under = ""
        for block in blocks_within(section.blocks):
            if isinstance(block, Heading):
                under = heading_text(block)
            elif isinstance(block, Table) and block.sheet:
                heads = _words(block.head[-1]) if block.head else ("",) * len(block.widths)
                sheet = sheets.setdefault(block.sheet, _Sheet(heads, block.widths))
                sheet.rows += ((under, _words(row)) for row in block.body)
    return sheets


def _words(row: Row) -> tuple[str, ...]:
    return tuple("\n".join(_paragraphs(cell.blocks)) for cell in row.cells)


def _paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the words of each paragraph; an official label stands before the first of its item."""
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield plain_words(block.inlines)
        elif isinstance(block, ListBlock):
            for item in block.items:
                first, *rest = [*_paragraphs(item.blocks)] or [""]
                yield f"{item.label} {first}".strip()
                yield from rest
        elif isinstance(block, Box):
            yield from _paragraphs(block.blocks)


def _height(row: tuple[str, ...], widths: Sequence[float]) -> float:
    """Give the height that shows a row's words in full, in points: not every program finds it."""
    lines = [
        sum(max(1, ceil(_ROOM * len(part) / width)) for part in text.split("\n"))
        for text, width in zip(row, widths, strict=True)
    ]
    return min(_TALLEST, _LINE * max(lines, default=1))


def _write(
    book: Workbook,
    name: str,
    rows: Sequence[tuple[str, ...]],
    widths: Sequence[float],
    *,
    numbers: bool = False,
) -> None:
    """Write a sheet, its head first; with ``numbers``, whole numbers sort as numbers do."""
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
    words = book.add_format({"text_wrap": True, "valign": "top"})
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width, words)
    for line, row in enumerate(rows):
        sheet.set_row(line, _height(row, widths))
        for column, text in enumerate(row):
            if numbers and line and text.isascii() and text.isdecimal():
                sheet.write_number(line, column, int(text), words)
            else:
                sheet.write_string(line, column, text, words if line else head)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows) - 1, max(len(row) for row in rows) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
