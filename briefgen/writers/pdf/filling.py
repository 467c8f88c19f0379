"""Filling: how much of a galley goes into a given height.

Enters: a galley, the place to go on from, a height. Leaves: a part. The same function fills a page
and, inside a table row, each cell; nothing is drawn here. Work is proportional to what is placed,
however long the galley.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.writers.pdf.galley import Hold, Strip, TableRow
from briefgen.writers.pdf.parts import START, Cursor, Part, Slot, height_of, notes_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.writers.pdf.galley import Galley

SLACK = 1e-6

WASTE = {
    Hold.FREE: 0.12,
    Hold.ITEM: 0.15,
    Hold.WORDS: 0.3,
    Hold.LINES: 1.0,
    Hold.HEADING: 1.0,
}
"""To end a page where it holds no more than this, so much of the page may stay empty."""

SHORT_ROW = 0.12
"""A row lower than this part of the page is not divided."""

TALLEST_HEAD = 0.4
"""A head higher than this part of the page is not repeated."""

NOTE_SHARE = 0.5
"""Notes too long for the page leave the row that calls them this part of the room there is."""

NOTE_TRIES = 7
"""How often the room is halved to find the best height of a row that calls notes."""


class Foot(Protocol):
    """What stands at the foot of a page: its height depends on the notes that are called."""

    def height(self, notes: Iterable[str]) -> float:
        """Give the height that these notes take, with the rule above them."""
        ...

    def least_height(self, notes: Iterable[str]) -> float:
        """Give the height of these notes, the last of which is only begun."""
        ...


class Terms(Struct, frozen=True):
    """On what terms a height is filled.

    ``page`` is the height of a whole page, by which waste is judged; ``worst`` the strongest hold
    that may be broken; ``force`` says that something must be placed, whatever it breaks. Only a
    page has a ``foot``; what has none is a cell.
    """

    page: float
    worst: Hold = Hold.HEADING
    force: bool = True
    foot: Foot | None = None


def fill(galley: Galley, start: Cursor, height: float, terms: Terms) -> Part:
    """Fill ``height`` with the galley from ``start`` on."""
    return _Filling(galley, start, height, terms).fill()


class _Filling(Struct):
    """One height being filled, from the top; ``fixed`` slots repeat a table's head."""

    galley: Galley
    start: Cursor
    height: float
    terms: Terms
    slots: list[Slot] = field(default_factory=list)
    y: float = 0.0
    notes: dict[str, None] = field(default_factory=dict)
    fixed: int = 0

    def fill(self) -> Part:
        """Place as much as goes in well."""
        elements = self.galley.elements
        self._repeat_head()
        at, cells = self.start
        while at < len(elements):
            element = elements[at]
            if element.new_page and not self._is_empty and self.terms.foot:
                break
            y = self.y + (0.0 if self._is_empty else element.above)
            if isinstance(element, Strip):
                if not self._place_strip(element, y):
                    return self._end_before(at)
            elif not self._place_row(element, y, cells):
                ends = self._divide_row(element, y, cells)
                if ends is None:
                    return self._end_before(at)
                if ends:
                    return self._part(Cursor(at, ends))
            cells = ()
            at += 1
            if self.notes and self._room(self.y) < 0:
                break  # a long note takes the rest of the page
        return self._part(Cursor(at))

    @property
    def _is_empty(self) -> bool:
        return len(self.slots) == self.fixed

    def _room(self, y: float, notes: tuple[str, ...] = ()) -> float:
        """Give what is left below ``y`` if these notes are called too."""
        return self.height - y - self._foot_height(notes) + SLACK

    def _foot_height(self, notes: Iterable[str] = ()) -> float:
        if self.terms.foot is None:
            return 0.0
        called = {**self.notes, **dict.fromkeys(notes)} if notes else self.notes
        return self.terms.foot.height(called)

    def _place(self, slot: Slot, notes: Iterable[str] = ()) -> None:
        self.slots.append(slot)
        self.y = slot.y + slot.height
        if notes:
            self.notes.update(dict.fromkeys(notes))

    # ------------------------------------------------------------ strips

    def _place_strip(self, strip: Strip, y: float) -> bool:
        if strip.height > self._room(y, strip.notes) and not self._note_goes_over(strip, y):
            return False
        self._place(Slot(strip, y, strip.height), strip.notes)
        return True

    def _note_goes_over(self, strip: Strip, y: float) -> bool:
        """Say whether the strip stands here although its note, a long one, must go on overleaf."""
        foot = self.terms.foot
        if foot is None or not strip.notes:
            return False
        called = {**self.notes, **dict.fromkeys(strip.notes)}
        long = foot.height(strip.notes) > WASTE[Hold.FREE] * self.terms.page
        return long and y + strip.height + foot.least_height(called) <= self.height + SLACK

    # ------------------------------------------------------------ rows

    def _place_row(self, row: TableRow, y: float, cells: tuple[Cursor, ...]) -> bool:
        """Place a row that fits whole."""
        if cells or row.height > self._room(y, row.notes):
            return False
        self._place(Slot(row, y, row.height, self._whole(row)), row.notes)
        return True

    def _whole(self, row: TableRow) -> tuple[Part, ...]:
        terms = Terms(self.terms.page)
        return tuple(fill(cell, START, row.height, terms) for cell in row.cells)

    def _divide_row(
        self, row: TableRow, y: float, cells: tuple[Cursor, ...]
    ) -> tuple[Cursor, ...] | None:
        """Place as much of each cell as fits; give where each goes on, nothing if all end here.

        Gives None if nothing was placed, because the row had better start overleaf.
        """
        page = self.terms.page
        if not self._is_empty and row.height <= SHORT_ROW * page:
            return None
        room = self._room(y)
        for worst in self._worst(room):
            parts = self._cells(row, cells, room, replace(self.terms, worst=worst, force=False))
            if parts:
                return self._place_parts(row, y, cells, parts)
        if self._is_empty and self.terms.force:
            parts = self._cells(row, cells, room, replace(self.terms, worst=Hold.HEADING))
            return self._place_parts(row, y, cells, parts)
        return None

    def _worst(self, room: float) -> Iterable[Hold]:
        """Give the holds that may be broken to divide a row, the weakest first.

        A page tries them in turn; what it tells a cell goes for the tables in that cell, so that
        tables inside tables are not tried over and over.
        """
        if self.terms.foot is None:
            return () if self._is_empty and self.terms.force else (self.terms.worst,)
        if self._is_empty:
            return Hold
        # Ending the page before the row wastes the room: that must be too much for a weaker hold.
        weaker = pairwise(Hold)
        return (
            Hold.FREE,
            *(worst for one, worst in weaker if room > WASTE[one] * self.terms.page),
        )

    def _cells(
        self, row: TableRow, cells: tuple[Cursor, ...], room: float, terms: Terms
    ) -> tuple[Part, ...]:
        """Fill the cells; give nothing if one of them cannot go on within the terms."""
        places = cells or (START,) * len(row.cells)
        inside = replace(terms, foot=None)
        parts = _fill_cells(row, places, room, inside)
        if not self._notes_fit(row, parts, room):
            parts = self._cells_with_notes(row, places, room, inside)
        return () if not terms.force and any(part.stuck for part in parts) else parts

    def _cells_with_notes(
        self, row: TableRow, places: tuple[Cursor, ...], room: float, inside: Terms
    ) -> tuple[Part, ...]:
        """Look for the height that leaves just room for the notes that the cells then call."""
        low, high = 0.0, room
        best: tuple[Part, ...] = ()
        for _ in range(NOTE_TRIES):
            middle = (low + high) / 2
            parts = _fill_cells(row, places, middle, inside)
            if self._notes_fit(row, parts, room):
                best, low = parts, middle
            else:
                high = middle
        if self._is_empty and (not best or any(part.stuck for part in best)):
            # A page is not enough for the notes of a few lines: some of them go on overleaf.
            return _fill_cells(row, places, NOTE_SHARE * room, inside)
        return best or _fill_cells(row, places, low, replace(inside, force=False))

    def _notes_fit(self, row: TableRow, parts: tuple[Part, ...], room: float) -> bool:
        called = notes_in(parts) if self.terms.foot else {}
        cost = self._foot_height(called) - self._foot_height() if called else 0.0
        return not called or height_of(row, parts) + cost <= room

    def _place_parts(
        self, row: TableRow, y: float, cells: tuple[Cursor, ...], parts: tuple[Part, ...]
    ) -> tuple[Cursor, ...]:
        done = all(part.done for part in parts)
        slot = Slot(row, y, height_of(row, parts), parts, opens=not cells, closes=done)
        self._place(slot, notes_in(parts))
        return () if done else tuple(part.end for part in parts)

    def _repeat_head(self) -> None:
        """Start with the head of the table that goes on here."""
        if self.start == START or self.start.at >= len(self.galley.elements):
            return
        row = self.galley.elements[self.start.at]
        if not isinstance(row, TableRow) or row.is_head or (row.is_first and not self.start.cells):
            return
        table = row.table
        if table.head_height() > TALLEST_HEAD * self.height:
            return
        if table.continued:
            self._place(Slot(table.continued, self.y, table.continued.height, repeated=True))
        for head in table.head:
            self._place(Slot(head, self.y, head.height, self._whole(head), repeated=True))
        self.fixed = len(self.slots)

    # ------------------------------------------------------------ ends

    def _end_before(self, at: int) -> Part:
        """End before the element that does not fit, or further back where it holds less."""
        if self._is_empty:
            return self._squeeze(at)
        elements = self.galley.elements
        first = at - (len(self.slots) - self.fixed)
        for worst in Hold:
            if worst > self.terms.worst:
                break
            for end in range(at, first, -1):
                last = self.slots[self.fixed + end - first - 1]
                if self.y - last.y - last.height > WASTE[worst] * self.terms.page:
                    break
                if elements[end].hold <= worst:
                    return self._part(Cursor(end), self.fixed + end - first)
        return self._part(Cursor(at)) if self.terms.force else self._part(self.start, self.fixed)

    def _squeeze(self, at: int) -> Part:
        """Place what is too high for any page, so that nothing is lost."""
        element = self.galley.elements[at]
        if not self.terms.force or not isinstance(element, Strip):
            return self._part(self.start)
        self._place(Slot(element, self.y, element.height), element.notes)
        return self._part(Cursor(at + 1))

    def _part(self, end: Cursor, count: int | None = None) -> Part:
        slots = tuple(self.slots[:count])
        height = slots[-1].y + slots[-1].height if slots else 0.0
        return Part(self.galley, self.start, end, slots, height)


def _fill_cells(
    row: TableRow, places: tuple[Cursor, ...], room: float, terms: Terms
) -> tuple[Part, ...]:
    inside = room - 2 * row.table.look.padding
    return tuple(
        fill(cell, place, inside, terms) for cell, place in zip(row.cells, places, strict=True)
    )
