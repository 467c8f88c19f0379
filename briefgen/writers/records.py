"""What a Pack quotes, as rows: for spreadsheets and for other programs.

Enters: a Pack. Leaves: one record a quotation, in reading order, and the same as CSV or JSON. Words
are the source's; nothing of the pack's own stands in them.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct
from msgspec.structs import asdict, astuple, replace

from briefgen.blocks import (
    Box,
    Contents,
    Heading,
    HeatMap,
    ListBlock,
    Paragraph,
    Quotation,
    ScanCode,
    Table,
)
from briefgen.walk import heading_text, inlines_within, plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.blocks import Block, Inlines, Pack, Row

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Record(Struct, frozen=True):
    """One quotation, and what a reader must know of where it stands."""

    unit: str
    document: str
    under: str = ""
    """The headings above it, outermost first."""
    label: str = ""
    """Its official label, after those of the items around it: ``42. (a) (i)``."""
    column: str = ""
    """The head of the table's column that it stands in."""
    text: str = ""


def records(pack: Pack) -> Iterator[Record]:
    """Give each quotation of the sections, then those of the notes."""
    headings: list[Heading] = []
    for section in pack.sections:
        yield from _within(section.blocks, Record("", ""), headings)
    for note in pack.notes:
        yield from _within(note.blocks, Record("", "", label=note.mark), [])


def write_json(pack: Pack) -> bytes:
    """Give the pack's title, date and language, and its records, as one JSON document."""
    data = {
        "title": pack.title,
        "date": pack.date,
        "language": pack.language,
        "quotations": [asdict(record) for record in records(pack)],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def write_csv(pack: Pack) -> bytes:
    """Give the records as CSV (RFC 4180) in UTF-8, with a mark by which Excel knows it.

    A cell that a spreadsheet would take for a formula has an apostrophe before it.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(Record.__struct_fields__)
    for record in records(pack):
        writer.writerow([f"'{one}" if one.startswith(_FORMULA) else one for one in astuple(record)])
    return table.getvalue().encode("utf-8-sig")


def _within(blocks: Iterable[Block], place: Record, headings: list[Heading]) -> Iterator[Record]:
    for block in blocks:
        match block:
            case Heading():
                while headings and headings[-1].level >= block.level:
                    headings.pop()
                headings.append(block)
                yield from _quoted(block.inlines, _under(place, headings), block.label)
            case Paragraph():
                yield from _quoted(block.inlines, _under(place, headings))
            case ListBlock():
                for item in block.items:
                    labels = f"{place.label} {item.label}".strip()
                    yield from _within(item.blocks, replace(place, label=labels), headings)
            case Table():
                yield from _in_table(block, place, headings)
            case Box() | ScanCode():
                yield from _within(block.blocks, place, headings)
            case Contents() | HeatMap():
                pass
            case _ as never:
                assert_never(never)


def _in_table(table: Table, place: Record, headings: list[Heading]) -> Iterator[Record]:
    names = [""] * len(table.widths)
    for row in table.head:
        yield from _in_row(row, names, place, headings)
        names = [_words_of(cell.blocks) for cell in row.cells]
    for row in table.body:
        yield from _in_row(row, names, place, headings)


def _in_row(
    row: Row, names: Iterable[str], place: Record, headings: list[Heading]
) -> Iterator[Record]:
    for cell, name in zip(row.cells, names, strict=False):
        yield from _within(cell.blocks, replace(place, column=name), headings)


def _words_of(blocks: Iterable[Block]) -> str:
    return " ".join(plain_words(block.inlines) for block in blocks if isinstance(block, Paragraph))


def _under(place: Record, headings: list[Heading]) -> Record:
    return replace(place, under=" > ".join(map(heading_text, headings)))


def _quoted(inlines: Inlines, place: Record, label: str = "") -> Iterator[Record]:
    for inline in inlines_within(inlines):
        if isinstance(inline, Quotation):
            yield replace(
                place,
                unit=inline.unit,
                document=inline.unit.partition("/")[0],
                label=label or place.label,
                text=plain_words(inline.children),
            )
