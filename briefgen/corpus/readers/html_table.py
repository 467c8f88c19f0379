"""Reads a table whose cells, parted by tabs, hold HTML lists and paragraphs.

Enters: lines of three cells with ``p``, ``ul``, ``li`` and ``b``. Leaves: the table. The depth of
a bullet comes from its glyph (• and ● stand at the first level, ○ at the second), for the nesting
of the HTML is wrong after a page end. Blank lines and lines of dashes are page ends: a row whose
first cell is empty then goes on, and a ``p`` in it carries the last words of its column on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefgen.corpus.readers.reading import Mending, Rule
from briefgen.corpus.readers.table_builder import COLUMNS, TableBuilder, cells

if TYPE_CHECKING:
    from briefgen.corpus.model import Section
    from briefgen.corpus.readers.reading import Reading
    from briefgen.corpus.readers.unit_builder import UnitBuilder

_LEVELS: Final = {"•": 1, "●": 1, "○": 2}
_TOKEN = re.compile(r"<[^<>]*>|[^<>]+|[<>]")
_TAG = re.compile(r'<(?P<end>/?)(?P<name>p|ul|li|b)(?: style="[a-z: -]*")?>')
_RULE = re.compile(r"-+\t-+\t-+$")


def read_html_table(reading: Reading, document: str) -> tuple[Section, ...]:
    """Read the table; what does not fit is an error of the reading."""
    table = TableBuilder(reading, document)
    page_end = False
    for number, line in enumerate(reading.lines, start=1):
        if _RULE.match(line):
            reading.explain(Rule.TABLE, number)
            page_end = True
            continue
        if not line.strip():
            page_end = True
            continue
        places = cells(line)
        goes_on = bool(table.rows) and page_end and not line[slice(*places[0])].strip()
        page_end = False
        if len(places) != len(COLUMNS):
            reading.fault(number, f"{len(places)} cells where 3 were expected")
            continue
        heads = not table.heads
        if not heads and not goes_on and not line[slice(*places[0])].strip():
            reading.fault(number, "a row without a recommendation", "no page ends before it")
            continue
        for column, place in zip(COLUMNS, places, strict=True):
            _Cell(table, number, column, heads=heads, goes_on=goes_on).read(*place)
    return (table.section(),)


class _Cell:
    """One cell of one line: its open tags, and the text that its words go to."""

    def __init__(
        self, table: TableBuilder, number: int, column: str, *, heads: bool, goes_on: bool
    ) -> None:
        self.table, self.number, self.column = table, number, column
        self.heads, self.goes_on = heads, goes_on
        self.reading = table.reading
        self.tags: list[str] = []
        self.text: UnitBuilder | None = table.head() if heads else None

    def read(self, start: int, end: int) -> None:
        """Read the cell that stands between two places of its line."""
        for token in _TOKEN.finditer(self.reading.line(self.number), start, end):
            tag = _TAG.fullmatch(token.group())
            if tag:
                self.reading.explain(Rule.TAG, self.number, *token.span())
                self._tag(tag["name"], closing=bool(tag["end"]), at=token.start())
            elif token.group().strip():
                self._words(*token.span())
        for name in self.tags:
            self._fault(end, f"the element '{name}' is never closed")

    def _tag(self, name: str, *, closing: bool, at: int) -> None:
        if closing and (not self.tags or self.tags.pop() != name):
            self._fault(at, f"the end of '{name}' has no beginning")
            return
        if not closing:
            self.tags.append(name)
        if name == "b":
            if self.text is None:
                self._fault(at, "bold outside a paragraph or bullet")
            else:
                self.text.toggle("strong", self.number)
        elif name == "p" and not closing:
            self.text = self._paragraph()
        else:
            self.text = None

    def _paragraph(self) -> UnitBuilder | None:
        """Give the text that a paragraph opens, or carries on after a page end."""
        if self.goes_on:
            text = self.table.last(self.column)
            if text is not None:
                self.reading.mend(Mending.ROW_RESUMED, self.number, text.id)
            return text
        if self.column == "recommendation":
            return self.table.row()
        runs_on = self.column == "partnerships" and self.table.rows
        return self.table.running_text(self.column) if runs_on else None

    def _words(self, start: int, end: int) -> None:
        words = self.reading.line(self.number)[start:end]
        if self.text is None and self.tags[-1:] == ["li"] and self.column != "recommendation":
            glyph = words.lstrip()[0]
            level = _LEVELS.get(glyph)
            if level is None:
                self._fault(start, "a bullet without a known glyph", "known: • ● ○")
                return
            if not self.table.rows:
                self._fault(start, "a bullet above the first row")
                return
            after = start + words.index(glyph) + 1
            self.reading.explain(Rule.BULLET, self.number, start, after)
            self.text = self.table.bullet(self.column, level, self.number)
            start = after
        if self.text is None or not _TOKEN.fullmatch(words) or words in "<>":
            self._fault(start, f"no rule explains '{words.strip()[:40]}'")
            return
        self.text.add(self.number, start, end)

    def _fault(self, at: int, message: str, hint: str = "") -> None:
        self.reading.fault(self.number, message, hint, at + 1)
