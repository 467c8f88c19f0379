"""Tables: a head that says what the columns are and repeats, and cells that are what they seem.

Enters: a ``Document``. Leaves: findings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import error, warning
from briefgen.inspection.text_parts import W, child, is_on, value, within, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from briefgen.diagnostics import Diagnostic
    from briefgen.inspection.text_parts import Document

_CLAUSE = "(WCAG 1.3.1, EN 301 549 10.1.3.1)"
_SEEN = tuple(f"{W}{name}" for name in ("drawing", "pict", "object", "sym"))


def check_tables(document: Document) -> Iterator[Diagnostic]:
    """Find tables without a head, with merged cells, or laid out with empty ones."""
    for part in document.parts:
        for number, table in enumerate(within(part.root, f"{W}tbl"), 1):
            place = part.place(table)
            rows = _rows(table)
            cells = [_cells(row) for row in rows]
            if not any(cells) or part is not document.body:
                continue  # a table in a header only places a letterhead
            if not is_on(child(rows[0], "w:trPr/w:tblHeader")):
                hint = f"select it and choose Layout, Repeat Header Rows {_CLAUSE}"
                yield error(f"the first row of table {number} is not a header row", place, hint)
            if any(_is_merged(cell) for row in cells for cell in row):
                hint = f"split them, or make two tables {_CLAUSE}"
                yield error(f"table {number} has merged cells", place, hint)
            elif _has_empty_line(cells):
                hint = f"take out the empty row or column, or use tab stops {_CLAUSE}"
                yield error(f"table {number} has empty cells for layout", place, hint)
            if not _is_described(table):
                hint = "describe it under Table Properties, Alt Text (WCAG 1.1.1)"
                yield warning(f"table {number} has no description", place, hint)


def _rows(table: etree._Element) -> list[etree._Element]:
    """Give a table's own rows, those of tables in its cells left out."""
    return [one for one in within(table, f"{W}tr") if _nearest(one, f"{W}tbl") is table]


def _cells(row: etree._Element) -> list[etree._Element]:
    return [one for one in within(row, f"{W}tc") if _nearest(one, f"{W}tr") is row]


def _nearest(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)


def _is_merged(cell: etree._Element) -> bool:
    properties = child(cell, "w:tcPr")
    spans = value(properties, "w:gridSpan", "1") not in {"0", "1"}
    return spans or any(child(properties, path) is not None for path in ("w:vMerge", "w:hMerge"))


def _has_empty_line(cells: Sequence[Sequence[etree._Element]]) -> bool:
    """Tell whether a row or a column is empty, or a cell of the head is."""
    empty = [[_is_empty(cell) for cell in row] for row in cells]
    columns = zip(*empty, strict=False)
    return any(empty[0]) or any(map(all, empty)) or any(map(all, columns))


def _is_empty(cell: etree._Element) -> bool:
    return not words(cell).strip() and next(within(cell, *_SEEN), None) is None


def _is_described(table: etree._Element) -> bool:
    return any(
        value(table, f"w:tblPr/w:{name}").strip() for name in ("tblCaption", "tblDescription")
    )
