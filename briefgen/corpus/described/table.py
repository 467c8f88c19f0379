"""Reads a three-column table as its description says: rows, cells, bullets by level.

Enters: a sheet and the description of a table. Leaves: the table, head by head and row by row.
What a bullet is comes from the format or is declared; what goes on over a page is declared too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from briefgen.corpus.described.drafting import Draft
from briefgen.corpus.described.paragraphs import Stretch
from briefgen.corpus.described.schemes import is_bullet
from briefgen.corpus.labels import LETTERS, ROMANS
from briefgen.corpus.model import Section
from briefgen.corpus.readers.reading import Mending, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.corpus.described.description import Column, TableDescription
    from briefgen.corpus.described.schemes import Scheme
    from briefgen.corpus.described.sheet import Cell, Row, Sheet

_KINDS: Final = {
    "recommendation": "recommendation",
    "means": "means",
    "partnerships": "partnership",
}
_COUNTS: Final = (
    tuple(map(str, range(1, 1000))),
    (*LETTERS, *(2 * one for one in LETTERS)),
    ROMANS,
)
"""How the bullets of each level are numbered in ids: ``means/1/d/ii``."""
_ENDINGS: Final = tuple(".:;?!…؟؛")


def read_table(sheet: Sheet, description: TableDescription) -> tuple[Section, ...]:
    """Read a table; what nothing claims is a fault of the sheet."""
    return _Table(sheet, description).read()


class _RowUnits(Struct):
    """The units of one row, by column."""

    cells: dict[str, list[Draft]] = field(default_factory=dict)
    path: dict[str, list[int]] = field(default_factory=dict)
    """The place of the last bullet of each column: 1-based, level by level."""


class _Table(Struct):
    """The table while its rows come in."""

    sheet: Sheet
    description: TableDescription
    heads: list[Draft] = field(default_factory=list)
    rows: list[_RowUnits] = field(default_factory=list)
    titles: list[Draft] = field(default_factory=list)
    columns: tuple[Column, ...] = ()
    head_words: tuple[str, ...] = ()

    def read(self) -> tuple[Section, ...]:
        """Give the table as a section, after one of its title lines."""
        tables = [part for part in self.sheet.parts if not isinstance(part, int)]
        wanted = self.description.table
        if not tables or (wanted or 0) > len(tables):
            message = f"the file has {len(tables)} tables" if tables else "the file has no table"
            self.sheet.fault(0, message, "check 'format' and 'table' of the description")
        count = 0
        for part in self.sheet.parts:
            if isinstance(part, int):
                self._line(part)
                continue
            count += 1
            if wanted in (None, count):
                self._grid(part, first=not self.rows and not self.heads)
            else:
                self._leave_out(part)
        for note, _ in self.sheet.notes:
            message = f"the note '{note.key}' has no place in a table"
            self.sheet.fault(0, message, "footnotes of tables cannot be kept yet")
        drafts = list(self.heads)
        for row in self.rows:
            drafts += [draft for name in _KINDS for draft in row.cells.get(name, ())]
        made = [("title", self.titles), ("table", drafts)]
        return tuple(
            Section(name, tuple(draft.build() for draft in drafts))
            for name, drafts in made
            if drafts
        )

    # ------------------------------------------------------------ around the table

    def _line(self, number: int) -> None:
        """Take a line outside the table: of the title, or left out."""
        words = self.sheet.passage(number).text
        titles = self.description.title_lines
        if len(self.titles) < len(titles) and titles[len(self.titles)].fits(words):
            count = len(self.titles) + 1
            name = "document-title" if count == 1 else f"document-title/{count}"
            draft = Draft(self.sheet, f"{self.description.id}/{name}", "document-title")
            self.titles.append(draft.add([Stretch(number, 0, len(words), glued=False)]))
        elif any(pattern.fits(words) for pattern in self.description.leave_out):
            self.sheet.reading.explain(Rule.LEFT_OUT, number)
        else:
            message = f"nothing in the description claims '{words[:60]}'"
            self.sheet.fault(
                number, message, "it stands outside the table: see title-lines, leave-out"
            )
            self.sheet.reading.explain(Rule.LEFT_OUT, number)

    def _leave_out(self, rows: Sequence[Row]) -> None:
        numbers = [one for row in rows for cell in row.cells for one in cell.passages]
        for number in numbers:
            self.sheet.reading.explain(Rule.LEFT_OUT, number)
        if numbers:
            self.sheet.reading.mend(Mending.TABLE_DROPPED, numbers[0])
            self.sheet.remark(numbers[0], "a table was left out", "see 'table'")

    # ------------------------------------------------------------ rows

    def _grid(self, rows: Sequence[Row], *, first: bool) -> None:
        skip = self.description.head_rows if first else 0
        for at, row in enumerate(rows):
            if at < skip:
                self._head(row, last=at == skip - 1)
            elif skip and not self.columns:
                return  # the columns could not be told, which was reported
            elif self.head_words and self._words(row) == self.head_words:
                self._explain_row(row, Rule.HEADING)
                self.sheet.reading.mend(Mending.HEAD_REPEATED, _first(row))
            else:
                self._row(row)

    def _head(self, row: Row, *, last: bool) -> None:
        """Take a head row: the last says which column is which."""
        if not last:
            self._explain_row(row, Rule.HEADING)
            return
        self.head_words = self._words(row)
        self.columns = self._ordered()
        for column, cell in zip(self.columns, row.cells, strict=False):
            if column.holds == "nothing":
                self._explain(cell, Rule.LEFT_OUT)
            elif cell.passages:
                name = f"{self.description.id}/head/{column.holds}"
                self.heads.append(Draft(self.sheet, name, "column-head"))
                for number in cell.passages:
                    self._fill(self.heads[-1], number)

    def _ordered(self) -> tuple[Column, ...]:
        """Give the columns in the order of the table, by their heads where they name them."""
        columns = self.description.columns
        heads = self.head_words
        if len(heads) != len(columns):
            message = f"the table has {len(heads)} columns where the description has {len(columns)}"
            self.sheet.fault(0, message, f"its heads are: {' | '.join(heads)}")
            return ()
        named = {column.head.casefold(): column for column in columns if column.head}
        lost = [head for head in named if head not in map(str.casefold, heads)]
        if lost:
            message = f"no column has the head '{named[lost[0]].head}'"
            self.sheet.fault(0, message, f"the heads are: {' | '.join(heads)}")
            return ()
        rest = iter([column for column in columns if not column.head])
        return tuple(named.get(head.casefold()) or next(rest) for head in heads)

    def _row(self, row: Row) -> None:
        columns = self.columns or self.description.columns
        if len(row.cells) > len(columns):
            message = f"a row of {len(row.cells)} cells where {len(columns)} were expected"
            self.sheet.fault(_first(row), message, "see 'columns'")
            self._explain_row(row, Rule.LEFT_OUT)
            return
        if not any(cell.passages for cell in row.cells):
            return
        cells = dict(zip((column.holds for column in columns), row.cells, strict=False))
        resumed = not cells["recommendation"].passages
        if resumed and (self.description.continued == "never" or not self.rows):
            hint = "say 'continued: empty-first-cell' if it goes on with the row above"
            self.sheet.fault(_first(row), "a row without recommendation", hint)
            self._explain_row(row, Rule.LEFT_OUT)
            return
        if resumed:
            name = f"{self.description.id}/{len(self.rows)}"
            self.sheet.reading.mend(Mending.ROW_RESUMED, _first(row), name)
        else:
            self.rows.append(_RowUnits())
        for column, cell in zip(columns, row.cells, strict=False):
            if column.holds == "nothing":
                self._explain(cell, Rule.LEFT_OUT)
            elif column.holds == "recommendation":
                self._recommendation(cell)
            else:
                self._cell(column, cell, resumed=resumed)

    def _recommendation(self, cell: Cell) -> None:
        if not cell.passages:
            return
        draft = self._draft("recommendation", "recommendation")
        for number in cell.passages:
            draft.break_line("paragraph-break")
            mark = self.sheet.passage(number).mark
            if mark and not is_bullet(mark):
                self.sheet.remark(number, f"the number '{mark}' of the recommendation is not kept")
            self._fill(draft, number)

    def _cell(self, column: Column, cell: Cell, *, resumed: bool) -> None:
        """Take the items of a cell; what has no bullet goes on with the item above."""
        schemes = self.description.bullets if column.bullets is None else column.bullets
        depths = sorted({self._depth(number) for number in cell.passages if self._marked(number)})
        opened = False
        for number in cell.passages:
            typed = _typed(self.sheet.passage(number).text, schemes)
            if typed:
                level, start = typed
                self._bullet(column.holds, level, number, start)
            elif self._marked(number):
                self._bullet(column.holds, depths.index(self._depth(number)), number, 0)
            elif self.description.items == "paragraphs":
                self._bullet(column.holds, 0, number, 0)
            else:
                self._running(column.holds, number, new_cell=not opened, resumed=resumed)
            opened = True

    def _running(self, column: str, number: int, *, new_cell: bool, resumed: bool) -> None:
        """Take words without a bullet: the cell's own text, or more of the item above."""
        drafts = self.rows[-1].cells.get(column)
        if not drafts:
            self._fill(self._draft(column, column), number)
            return
        words = self.sheet.passage(number).text
        broken = not drafts[-1].text.endswith(_ENDINGS) and not words[0].isupper()
        if not broken:
            drafts[-1].break_line("paragraph-break")
            if self.rows[-1].path.get(column):
                message = f"a paragraph without bullet was read as more of {drafts[-1].id}"
                self.sheet.remark(number, message, "see 'bullets' and 'items'")
        elif new_cell and resumed:
            self.sheet.reading.mend(Mending.ROW_RESUMED, number, drafts[-1].id)
        else:
            pages = {self.sheet.passage(one).page for one in (drafts[-1].last, number)}
            mending = Mending.PAGE_SPLIT if len(pages) > 1 else Mending.BREAK_JOINED
            self.sheet.reading.mend(mending, number, drafts[-1].id)
        self._fill(drafts[-1], number)

    def _bullet(self, column: str, level: int, number: int, start: int) -> None:
        path = self.rows[-1].path.setdefault(column, [])
        if level > len(path):
            message = "a nested bullet has no bullet above it"
            self.sheet.fault(number, message, "see the levels of 'bullets'")
            level = len(path)
        if level >= len(_COUNTS):
            self.sheet.fault(number, f"a bullet of level {level + 1}", "three levels are kept")
            level = len(_COUNTS) - 1
        count = path[level] + 1 if level < len(path) else 1
        path[level:] = [count]
        if count > len(_COUNTS[level]):
            self.sheet.fault(number, "more bullets than can be numbered", "split the cell")
            return
        place = "/".join(_COUNTS[at][one - 1] for at, one in enumerate(path))
        if start:
            self.sheet.reading.explain(Rule.BULLET, number, 0, start)
        self._fill(self._draft(column, f"{column}/{place}"), number, start)

    # ------------------------------------------------------------ what all share

    def _marked(self, number: int) -> bool:
        return bool(self.sheet.passage(number).mark)

    def _depth(self, number: int) -> int:
        return self.sheet.passage(number).level

    def _draft(self, column: str, path: str) -> Draft:
        name = f"{self.description.id}/{len(self.rows)}/{path}"
        draft = Draft(self.sheet, name, _KINDS[column])
        self.rows[-1].cells.setdefault(column, []).append(draft)
        return draft

    def _fill(self, draft: Draft, number: int, start: int = 0) -> None:
        draft.add([Stretch(number, start, len(self.sheet.passage(number).text), glued=False)])

    def _words(self, row: Row) -> tuple[str, ...]:
        return tuple(
            " ".join(self.sheet.passage(number).text for number in cell.passages)
            for cell in row.cells
        )

    def _explain_row(self, row: Row, rule: Rule) -> None:
        for cell in row.cells:
            self._explain(cell, rule)

    def _explain(self, cell: Cell, rule: Rule) -> None:
        for number in cell.passages:
            self.sheet.reading.explain(rule, number)


def _typed(words: str, schemes: Sequence[Scheme]) -> tuple[int, int] | None:
    """Give the level of a typed bullet or label, and where the words begin after it."""
    for level, scheme in enumerate(schemes):
        label = scheme.read(words)
        if label:
            return level, label.end
    return None


def _first(row: Row) -> int:
    return next((one for cell in row.cells for one in cell.passages), 0)
