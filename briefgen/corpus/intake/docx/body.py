"""Walks a DOCX's body: paragraphs with their marks, tables with their cells, in order.

Enters: the body, and what its styles, lists and runs say. Leaves: passages and grids. Merged cells
are expanded, so that columns stay columns: the words stand in the first, the others are empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefgen.corpus.intake.docx.names import MC, W, local, number, switch, value
from briefgen.corpus.intake.docx.styles import heading_of, indentation_of
from briefgen.corpus.intake.model import Grid, GridCell, GridRow, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from briefgen.corpus.intake.docx.numbering import Numbering
    from briefgen.corpus.intake.docx.runs import Runs
    from briefgen.corpus.intake.findings import Findings

_WALKED: Final = frozenset(
    W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)
_NO_WORDS: Final = frozenset({f"{W}sectPr", f"{W}tblPr", f"{W}tblGrid", f"{W}tcPr", f"{W}trPr"})
_SPAN_LIMIT: Final = 64
"""Columns of a table; Word allows 63."""


class Body:
    """Reads the blocks of one part; paragraphs are counted from 1 through the whole of it."""

    def __init__(self, runs: Runs, numbering: Numbering, findings: Findings) -> None:
        self._runs = runs
        self._numbering = numbering
        self._findings = findings
        self._line = 0
        self._blank = False
        self._item = (-1, 0, 0)
        """The last item of a list: its paragraph, its level, and how far it is set in."""

    def read(self, parent: etree._Element) -> Iterator[Passage | Grid]:
        """Give the blocks of a body in order."""
        for block in _unwrapped(parent):
            if block.tag == f"{W}p":
                passage = self._paragraph(block)
                if passage is not None:
                    yield passage
            elif block.tag == f"{W}tbl":
                self._blank = False
                yield self._table(block)
            else:
                self._other(block)

    def passages(self, parent: etree._Element) -> tuple[Passage, ...]:
        """Give the passages of a cell or a note; tables inside are read cell by cell."""
        found: list[Passage] = []
        for block in self.read(parent):
            if isinstance(block, Passage):
                found.append(block)
                continue
            self._findings.remark("a table inside a cell was read cell by cell", block.line)
            found += [one for row in block.rows for cell in row.cells for one in cell.passages]
        return tuple(found)

    def _paragraph(self, element: etree._Element) -> Passage | None:
        self._line += 1
        properties = element.find(f"{W}pPr")
        text, spans = self._runs.read(element, self._line).folded()
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._findings.remark(
                "a tracked change joins this paragraph to the next; they were kept apart",
                self._line,
            )
        blank, self._blank = self._blank, not text
        style = value(properties, "pStyle")
        if not text and not any(span.kind == "note" for span in spans):
            # Word prints a number before an empty paragraph too
            self._mark(properties, style)
            return None
        mark, level = self._mark(properties, style)
        return Passage(
            text,
            self._line,
            spans,
            mark,
            level,
            heading_of(properties) or self._runs.styles.name(style),
            blank_before=blank,
        )

    def _mark(self, properties: etree._Element | None, style: str | None) -> tuple[str, int]:
        """Count a paragraph in its list, and give its mark and level."""
        own = None if properties is None else properties.find(f"{W}numPr")
        styled_list, styled_level = self._runs.styles.numbering(style)
        list_id = number(own, "numId")
        level = number(own, "ilvl")
        if list_id is None:
            list_id = styled_list
            if level is None and list_id:
                level = self._numbering.level_of_style(list_id, style or "")
        if not list_id:
            return "", 0
        depth = next((one for one in (level, styled_level) if one is not None), 0)
        mark = self._numbering.mark(list_id, depth)
        if mark is None:
            self._findings.remark("the paragraph's list is not defined; no number", self._line)
            return "", depth
        for doubt in self._numbering.doubts:
            self._findings.remark(f"the number '{mark}' is doubtful: {doubt}", self._line)
        inset = self._inset(properties, style, list_id, depth)
        if own is None:
            depth = max(depth, self._runs.styles.list_depth(style))
        self._see_inset(depth, inset)
        return mark, depth

    def _inset(
        self, properties: etree._Element | None, style: str | None, list_id: int, level: int
    ) -> int:
        """Give how far an item is set in: by itself, its style, or its list."""
        stated = (
            indentation_of(properties),
            self._runs.styles.indentation(style),
            self._numbering.indentation(list_id, level),
        )
        return next((one for one in stated if one is not None), 0)

    def _see_inset(self, depth: int, inset: int) -> None:
        """Report an item that looks deeper than the one above it and is not, by Word's levels."""
        line, above, before = self._item
        if self._line == line + 1 and depth == above and inset > before:
            self._findings.remark(
                "an item is set in deeper than the one above it, and Word has both at level"
                f" {depth + 1}: it was read as one of that level",
                self._line,
                "give it its level in Word, or a style such as 'List Bullet 2'",
            )
        self._item = (self._line, depth, inset)

    def _table(self, table: etree._Element) -> Grid:
        start = self._line + 1
        rows = []
        for row in _unwrapped(table):
            if row.tag != f"{W}tr":
                self._other(row)
            elif row.find(f"{W}trPr/{W}del") is not None:
                count = sum(1 for _ in row.iter(f"{W}p"))
                self._line += count
                self._findings.remark(
                    "a row that a tracked change deletes was left out", self._line - count + 1
                )
            else:
                rows.append(self._row(row))
        return Grid(tuple(rows), start)

    def _row(self, row: etree._Element) -> GridRow:
        line = self._line + 1
        properties = row.find(f"{W}trPr")
        cells = [*self._empty(number(properties, "gridBefore"), "starts", line)]
        for cell in _unwrapped(row):
            if cell.tag != f"{W}tc":
                self._other(cell)
                continue
            at = self._line + 1
            own = cell.find(f"{W}tcPr")
            self._blank = False
            cells.append(GridCell(self.passages(cell), at))
            cells += self._empty((number(own, "gridSpan") or 1) - 1, "is merged", at)
            if own is not None:
                self._report(own, cells[-1], at)
        cells += self._empty(number(properties, "gridAfter"), "ends", line)
        if properties is not None and properties.find(f"{W}ins") is not None:
            self._findings.remark("a row that a tracked change adds was read", line)
        return GridRow(tuple(cells), line, bool(switch(properties, "tblHeader")))

    def _report(self, own: etree._Element, cell: GridCell, line: int) -> None:
        """Report a cell that goes on from the one above, or that a tracked change concerns."""
        for change in ("cellIns", "cellDel", "cellMerge"):
            if own.find(W + change) is not None:
                self._findings.remark("a tracked change concerns this cell, which was read", line)
        if own.find(f"{W}vMerge") is None or value(own, "vMerge") == "restart":
            return
        self._findings.remark(
            "a cell that is merged with the one above was read as a cell of its own"
            + (", which holds words" if cell.passages else ", empty"),
            line,
        )

    def _empty(self, count: int | None, what: str, line: int) -> list[GridCell]:
        """Give the empty cells that keep columns in line."""
        if not count or count < 0:
            return []
        if count >= _SPAN_LIMIT:
            self._findings.fault(f"a cell spans {count + 1:,} columns, more than Word allows", line)
            return []
        noun = "cell" if count == 1 else "cells"
        where = "a cell that is merged over columns" if what == "is merged" else f"a row {what}"
        self._findings.remark(f"{where}: {count} empty {noun} put in to keep the columns", line)
        return [GridCell((), line)] * count

    def _other(self, element: etree._Element) -> None:
        """Report what may hold words and is not read."""
        if element.tag == f"{W}altChunk":
            self._findings.remark("a file put into the document was left out", self._line)
        elif element.tag not in _NO_WORDS:
            words = " ".join(one.text or "" for one in element.iter(f"{W}t"))
            if words:
                name = local(element)
                self._findings.remark(f"'{name}' with words was left out: '{words[:60]}'")


def _unwrapped(parent: etree._Element) -> Iterator[etree._Element]:
    """Give the children, with those of wrappers such as content controls in their place."""
    for child in parent:
        if child.tag in _WALKED:
            yield from _unwrapped(child)
        elif child.tag == f"{MC}AlternateContent":
            branch = child.find(f"{MC}Choice")
            if branch is not None:
                yield from _unwrapped(branch)
        elif isinstance(child.tag, str):
            yield child
