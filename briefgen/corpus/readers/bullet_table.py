"""Reads a tab-separated table of three columns whose middle column is one bullet a line.

Enters: lines of three cells, or of four where the bullet's glyph has a cell of its own. Leaves:
the table. A blank line is a page end: the row above it goes on below if its first cell starts in
lower case. Running text of the third column flows on beside the bullets of its row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.corpus.readers.reading import Mending, Rule
from briefgen.corpus.readers.table_builder import COLUMNS, TableBuilder, cells

if TYPE_CHECKING:
    from briefgen.corpus.model import Section
    from briefgen.corpus.readers.reading import Reading

_GLYPH = "•"
_BULLET = re.compile(r"(?P<before>• |<ul> <li>)(?P<words>[^<>•]+)(?P<after></li> </ul>)?$")


def read_bullet_table(reading: Reading, document: str) -> tuple[Section, ...]:
    """Read the table; what does not fit is an error of the reading."""
    table = TableBuilder(reading, document)
    page_end = False
    for number, line in enumerate(reading.lines, start=1):
        if not line.strip():
            page_end = True
            continue
        places = cells(line)
        alone = len(places) == len(COLUMNS) + 1 and line[slice(*places[1])] == _GLYPH
        if alone:
            reading.explain(Rule.BULLET, number, *places.pop(1))
        if len(places) != len(COLUMNS):
            reading.fault(number, f"{len(places)} cells where 3 were expected")
        elif not table.heads:
            for place in places:
                table.head().add(number, *place)
        else:
            _read_row(table, number, places, page_end=page_end, glyph_alone=alone)
        page_end = False
    return (table.section(),)


def _read_row(
    table: TableBuilder,
    number: int,
    places: list[tuple[int, int]],
    *,
    page_end: bool,
    glyph_alone: bool,
) -> None:
    reading = table.reading
    first, second, third = (reading.line(number)[slice(*place)].strip() for place in places)
    if first and page_end and table.rows and first[0].islower():
        recommendation = table.rows[-1].recommendation.add(number, *places[0])
        reading.mend(Mending.ROW_RESUMED, number, recommendation.id)
    elif first:
        table.row().add(number, *places[0])
    if not table.rows:
        reading.fault(number, "cells without a row", "the first cell of a row names it")
        return
    if second:
        _read_bullet(table, number, places[1], glyph_alone=glyph_alone)
    elif glyph_alone:
        reading.fault(number, "a bullet without words")
    if third:
        text = table.last("partnerships")
        if text is None:
            text = table.running_text("partnerships")
        else:
            mending = Mending.ROW_RESUMED if page_end else Mending.CELL_BESIDE
            reading.mend(mending, number, text.id)
        text.add(number, *places[2])


def _read_bullet(
    table: TableBuilder, number: int, place: tuple[int, int], *, glyph_alone: bool
) -> None:
    reading = table.reading
    if glyph_alone:
        bullet = table.bullet("means", 1, number).add(number, *place)
        reading.mend(Mending.BULLET_CELL, number, bullet.id)
        return
    match = _BULLET.match(reading.line(number)[slice(*place)])
    if not match or (match["before"] == "• ") != (match["after"] is None):
        reading.fault(number, "no rule explains the second cell", "one bullet a line is expected")
        return
    rule = Rule.BULLET if match["after"] is None else Rule.TAG
    words = (place[0] + match.start("words"), place[0] + match.end("words"))
    reading.explain(rule, number, place[0], words[0])
    reading.explain(rule, number, words[1], place[1])
    table.bullet("means", 1, number).add(number, *words)
