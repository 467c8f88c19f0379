"""A spreadsheet has a sheet of each table that names one, for sorting, and of all quotations."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from briefgen.blocks import (
    Cell,
    Heading,
    ListBlock,
    ListItem,
    Pack,
    Paragraph,
    Quotation,
    Row,
    Section,
    Table,
    Text,
)
from briefgen.writers.spreadsheet import write_xlsx

_NS = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def _cell(*texts: str) -> Cell:
    return Cell(tuple(Paragraph((Text(text),)) for text in texts))


def _table(sheet: str, *rows: tuple[str, ...]) -> Table:
    head, *body = (Row(tuple(map(_cell, row))) for row in rows)
    return Table((1.0,) * len(rows[0]), (head,), tuple(body), sheet=sheet)


def _heading(words: str, label: str = "") -> Heading:
    return Heading(2, (Text(words),), words, label)


def _book(*blocks: object) -> dict[str, list[list[str | float]]]:
    """Read back the sheets by their names, row by row; numbers are numbers."""
    quoted = Paragraph((Quotation((Text("quoted"),), "d/5/a"),))
    pack = Pack("T", "en", "", (Section((*blocks, quoted)),))  # type: ignore[arg-type]
    with zipfile.ZipFile(io.BytesIO(write_xlsx(pack))) as package:
        book = etree.fromstring(package.read("xl/workbook.xml"))
        strings = etree.fromstring(package.read("xl/sharedStrings.xml"))
        shared = ["".join(one.itertext()) for one in strings]
        found = {}
        for number, sheet in enumerate(book.iterfind(".//s:sheet", _NS), 1):
            data = etree.fromstring(package.read(f"xl/worksheets/sheet{number}.xml"))
            found[sheet.get("name", "")] = [
                [_value(cell, shared) for cell in row] for row in data.iterfind(".//s:row", _NS)
            ]
    return found


def _value(cell: etree._Element, shared: list[str]) -> str | float:
    value = cell.findtext("s:v", namespaces=_NS)
    if value is None:
        return ""
    return shared[int(value)] if cell.get("t") == "s" else float(value)


def test_tables_of_one_name_are_one_sheet_that_says_under_which_heading_a_row_stands() -> None:
    book = _book(
        _heading("On pathways", "Objective 5"),
        _table("Ties", ("Action", "Tie"), ("a", "strong")),
        _heading("On smuggling", "Objective 9"),
        _table("Ties", ("Action", "Tie"), ("b", "weak")),
    )
    assert book["Ties"] == [
        ["under", "Action", "Tie"],
        ["Objective 5: On pathways", "a", "strong"],
        ["Objective 9: On smuggling", "b", "weak"],
    ]


def test_a_table_under_one_heading_has_its_own_columns_only() -> None:
    book = _book(_heading("Overview"), _table("Overview", ("Who",), ("a",), ("b",)))
    assert book["Overview"] == [["Who"], ["a"], ["b"]]


def test_whole_numbers_are_numbers_and_a_formula_stays_words() -> None:
    book = _book(_table("Counts", ("Who", "How often"), ("=1+1", "12"), ("x", "")))
    assert book["Counts"][1:] == [["=1+1", 12.0], ["x", ""]]


def test_paragraphs_of_a_cell_are_lines_of_it() -> None:
    rows = (Row((_cell("Head"),)), Row((_cell("one", "two"),)))
    book = _book(Table((1.0,), rows[:1], rows[1:], sheet="S"))
    assert book["S"][1] == ["one\ntwo"]


def test_a_label_stands_before_the_words_of_its_item() -> None:
    action = ListItem((Paragraph((Text("Do it"),)), Paragraph((Text("soon"),))), "(a)")
    cell = Cell((ListBlock((action,), "labelled"), Paragraph((Text("Named in it"),))))
    book = _book(Table((1.0,), (Row((_cell("Action"),)),), (Row((cell,)),), sheet="S"))
    assert book["S"][1] == ["(a) Do it\nsoon\nNamed in it"]


def test_sheets_have_names_that_a_workbook_takes() -> None:
    long = "x" * 40
    tables = [
        _table(name, ("H",), ("v",)) for name in (long, f"{long}y", "a/b:c", "quotations", "?")
    ]
    names = list(_book(*tables))
    assert names == ["x" * 31, f"{'x' * 29} 2", "a b c", "quotations", "Sheet", "Quotations 2"]


def test_a_table_that_names_no_sheet_has_none() -> None:
    assert list(_book(_table("", ("H",), ("v",)))) == ["Quotations"]
