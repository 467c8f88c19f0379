"""Puts own words into the tree of a pack.

Enters: a Pack, and ``Grafts`` by the numbers of its passages. Leaves: a Pack, and of each of its
passages how it came about. Passages, tables and cells are counted as ``manifest.printed`` counts
them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.blocks import (
    Box,
    Contents,
    Heading,
    HeatMap,
    ListBlock,
    ListItem,
    NoteReference,
    Paragraph,
    ScanCode,
    Table,
    Text,
)
from briefgen.edits.matching import is_own
from briefgen.edits.model import UNPLACED
from briefgen.manifest.model import Cell
from briefgen.manifest.printed import is_printed
from briefgen.manifest.words import normalised
from briefgen.walk import inlines_within, plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.blocks import Block, Blocks, Inline, Inlines, Pack, Row
    from briefgen.blocks import Cell as TableCell
    from briefgen.edits.placing import Grafts
    from briefgen.manifest.model import Passage as Listed

_OWN = "own"
"""The role of the delegation's own paragraphs."""
_ANCHOR = "carried-over"


def graft(
    pack: Pack, listed: Sequence[Listed], grafts: Grafts, title: str
) -> tuple[Pack, tuple[str | None, ...]]:
    """Put words in; ``listed`` are the pack's passages, ``title`` stands over what has no place.

    The second value tells of each passage of the new tree how it came about: None if the build
    made it, "" if it was added by hand, else the fingerprint of what the build gave for it.
    """
    work = _Grafting(listed, grafts)
    sections = []
    last = len(pack.sections) - 1
    for place, section in enumerate(pack.sections):
        start = work.added(grafts.at_start) if not place else ()
        blocks = (*start, *work.blocks(section.blocks))
        if place == last and grafts.at_end:
            blocks = (*blocks, *work.ending(title))
        sections.append(replace(section, blocks=blocks))
    return replace(pack, sections=tuple(sections)), tuple(work.origins)


class _Grafting(Struct):
    """Walks over blocks; ``label`` waits for the first passage of its item."""

    listed: Sequence[Listed]
    grafts: Grafts
    origins: list[str | None] = field(default_factory=list)
    passages: int = 0
    tables: int = 0
    cell: Cell | None = None
    label: str = ""
    items: list[str] = field(default_factory=list)
    """Words that are to be items of their own, after the bullet at hand."""

    def blocks(self, blocks: Iterable[Block], role: str = _OWN, *, bullet: bool = False) -> Blocks:
        found: list[Block] = []
        for block in blocks:
            match block:
                case Heading() | Paragraph():
                    found += self._passage(block, role, bullet=bullet)
                case ListBlock():
                    found.append(self._list(block))
                case Table():
                    found += self._table(block)
                case Box() | ScanCode():
                    found.append(replace(block, blocks=self.blocks(block.blocks, "body")))
                case Contents() | HeatMap():
                    found.append(block)
                case _ as never:
                    assert_never(never)
        return tuple(found)

    def added(self, words: Iterable[str], role: str = _OWN) -> Blocks:
        """Give paragraphs of words that were added by hand."""
        made = tuple(Paragraph((Text(one),), role) for one in words)
        self.origins += [""] * len(made)
        return made

    def ending(self, title: str) -> Blocks:
        """Give what has no place, under a heading of its own."""
        self.origins.append(None)
        heading = Heading(1, (Text(title),), _ANCHOR)
        return (heading, *self.added(self.grafts.at_end, UNPLACED))

    def _passage(self, block: Heading | Paragraph, role: str, *, bullet: bool) -> Blocks:
        printed = is_printed(block, self.label)
        self.label = ""
        if not printed:
            return (block,)
        number = self._next()
        words = self.grafts.words.get(number)
        if words is not None:
            self.origins[-1] = self.listed[number].whole
            block = replace(block, inlines=_reworded(block.inlines, words))
        after = self.grafts.after.get(number, ())
        if bullet and is_own(self.listed[number]):
            self.items += after
            return (block,)
        return (block, *self.added(after, role))

    def _next(self) -> int:
        self.passages += 1
        self.origins.append(None)
        return self.passages - 1

    def _lone_label(self) -> None:
        """Count a label that no words follow."""
        if self.label:
            self._next()
            self.label = ""

    def _list(self, block: ListBlock) -> ListBlock:
        items: list[ListItem] = []
        for item in block.items:
            self._lone_label()
            self.label = item.label
            if not item.blocks or not isinstance(item.blocks[0], Paragraph):
                self._lone_label()
            bullet = block.kind == "bullets"
            items.append(replace(item, blocks=self.blocks(item.blocks, "body", bullet=bullet)))
            if bullet:
                more, self.items = self.items, []
                items += [ListItem((one,)) for one in self.added(more, "body")]
        self._lone_label()
        return replace(block, items=tuple(items))

    def _table(self, table: Table) -> Blocks:
        if self.cell is not None:  # a table in a cell: its words are the cell's
            return (replace(table, head=self._rows(table.head), body=self._rows(table.body)),)
        self.tables += 1
        number = self.tables
        head = self._rows(table.head, 1)
        body = self._rows(table.body, 1 + len(table.head))
        self.cell = None
        made = replace(table, head=head, body=body)
        return (made, *self.added(self.grafts.after_table.get(number, ())))

    def _rows(self, rows: Sequence[Row], first: int = 0) -> tuple[Row, ...]:
        """Go through rows; ``first`` is the number of the first, 0 in a table within a cell."""
        found = []
        for at, row in enumerate(rows, first):
            cells = []
            for column, cell in enumerate(row.cells, 1):
                if first:
                    self.cell = Cell(self.tables, at, column)
                cells.append(self._cell(cell, counted=bool(first)))
            found.append(replace(row, cells=tuple(cells)))
        return tuple(found)

    def _cell(self, cell: TableCell, *, counted: bool) -> TableCell:
        here = self.cell if counted else None
        blocks = self.blocks(cell.blocks, "body")
        more = self.grafts.in_cell.get(here, ()) if here else ()
        return replace(cell, blocks=(*blocks, *self.added(more, "body")))


def _reworded(inlines: Inlines, words: str) -> Inlines:
    """Give inlines that say other words; what leads them and is still the same keeps its look."""
    kept: list[Inline] = []
    rest = words
    for inline in inlines:
        said = normalised(plain_words((inline,)))
        if not rest.startswith(said) or not rest:
            break
        kept.append(inline)
        rest = rest.removeprefix(said).lstrip()
    tried = ((*kept, Text(rest)), (*kept, Text(f" {rest}")), (Text(words),))
    made: Inlines = next(one for one in tried if normalised(plain_words(one)) == words)
    calls = [one for one in inlines_within(inlines) if isinstance(one, NoteReference)]
    within = {id(one) for one in inlines_within(made)}
    return (*made, *(one for one in calls if id(one) not in within))
