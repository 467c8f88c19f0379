"""Filling: how much of a galley goes into a given height.

Enters: a galley, the place to go on from, a height. Leaves: a part, which says what stands where
and where to go on. The same function fills a page and, inside a table row, each cell; nothing is
drawn here. Work is proportional to what is placed, however long the galley.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from briefgen.writers.pdf.galley import Hold, Strip, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.writers.pdf.galley import Galley

SLACK = 1e-6

WASTE = {Hold.FREE: 0.25, Hold.BLOCK: 0.45, Hold.LINES: 1.0, Hold.HEADING: 1.0}
"""To end a page where it holds least, this part of the page may stay empty."""

SHORT_ROW = 0.12
"""A row lower than this part of the page is not divided."""

TALLEST_HEAD = 0.4
"""A head higher than this part of the page is not repeated."""

NOTE_SHARE = 0.5
"""Notes that belong to one strip leave it at least this part of the page."""


class Cursor(NamedTuple):
    """A place in a galley: an element and, inside a table row, a place in each cell."""

    index: int = 0
    cells: tuple[Cursor, ...] = ()


START = Cursor()


class Slot(NamedTuple):
    """An element of a part, ``y`` below the part's top; for a row, what of each cell stands here."""

    element: Strip | TableRow
    y: float
    height: float
    cells: tuple[Part, ...] = ()
    opens: bool = True
    closes: bool = True
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What of a galley goes into one height, from ``start`` to ``end``."""

    galley: Galley
    start: Cursor
    end: Cursor
    slots: tuple[Slot, ...]
    height: float

    @property
    def done(self) -> bool:
        """Whether the galley ends here."""
        return self.end.index >= len(self.galley.elements)

    @property
    def stuck(self) -> bool:
        """Whether nothing of a galley that goes on was placed."""
        return not self.done and self.end == self.start

    def notes(self) -> dict[str, None]:
        """Give the notes called in this part, in order, each once."""
        called: dict[str, None] = {}
        for slot in self.slots:
            if not slot.repeated:
                called.update(dict.fromkeys(_called(slot)))
        return called


class Foot(Protocol):
    """What stands at the foot of a page: its height depends on the notes that are called."""

    def height(self, notes: Iterable[str]) -> float:
        """Give the height that these notes take, with the rule above them."""
        ...

    def least_height(self, notes: Iterable[str]) -> float:
        """Give the height of the beginning of these notes, the rest of which may follow later."""
        ...


@dataclass(slots=True)
class Filling:
    """One height being filled.

    ``page`` is the height of a whole page, by which waste is judged; ``worst`` the strongest hold
    that may be broken; ``force`` says that something must be placed, whatever it costs.
    """

    galley: Galley
    start: Cursor
    height: float
    page: float
    worst: Hold = Hold.HEADING
    force: bool = True
    foot: Foot | None = None
    slots: list[Slot] = field(default_factory=list)
    y: float = 0.0
    notes: dict[str, None] = field(default_factory=dict)
    fixed: int = 0
    """Slots at the top that repeat a table's head."""

    def fill(self) -> Part:
        """Place as much as goes in well."""
        elements = self.galley.elements
        self._repeat_head()
        index, cells = self.start
        while index < len(elements):
            element = elements[index]
            top = len(self.slots) == self.fixed
            if element.new_page and not top and self.foot:
                return self._part(Cursor(index))
            y = self.y + (0.0 if top else element.above)
            if isinstance(element, Strip):
                if not self._place_strip(element, y):
                    return self._overflow(index)
            elif not self._place_row(element, y, cells):
                ends = self._divide_row(element, y, cells)
                if ends is None:
                    return self._overflow(index)
                if ends:
                    return self._part(Cursor(index, ends))
            cells = ()
            index += 1
            if self.foot and self._crowded():
                return self._part(Cursor(index))
        return self._part(Cursor(index))

    # ------------------------------------------------------------ room

    def _room(self, y: float, notes: Iterable[str] = ()) -> float:
        """Give what is left below ``y`` if these notes are called too."""
        return self.height - y - self._foot_height(notes) + SLACK

    def _foot_height(self, notes: Iterable[str] = ()) -> float:
        if self.foot is None:
            return 0.0
        called = {**self.notes, **dict.fromkeys(notes)} if notes else self.notes
        return self.foot.height(called)

    def _crowded(self) -> bool:
        """Say whether a long note has taken the rest of the page."""
        return self._room(self.y) < 0

    # ------------------------------------------------------------ strips

    def _place_strip(self, strip: Strip, y: float) -> bool:
        if strip.height > self._room(y, strip.notes) and not self._note_goes_over(strip, y):
            return False
        self._place(Slot(strip, y, strip.height))
        self.notes.update(dict.fromkeys(strip.notes))
        return True

    def _note_goes_over(self, strip: Strip, y: float) -> bool:
        """Say whether the strip stands here although its note must go on overleaf."""
        if self.foot is None or not strip.notes:
            return False
        notes = {**self.notes, **dict.fromkeys(strip.notes)}
        long = self.foot.height(strip.notes) > WASTE[Hold.FREE] * self.page
        fits = y + strip.height + self.foot.least_height(notes) <= self.height + SLACK
        return long and fits

    def _place(self, slot: Slot) -> None:
        self.slots.append(slot)
        self.y = slot.y + slot.height

    # ------------------------------------------------------------ rows

    def _place_row(self, row: TableRow, y: float, cells: tuple[Cursor, ...]) -> bool:
        """Place the whole row, or the rest of it, if that fits."""
        if cells or row.height > self._room(y, row.notes):
            return False
        tall = row.height
        parts = tuple(fill(cell, START, tall, self.page) for cell in row.cells)
        self._place(Slot(row, y, row.height, parts))
        self.notes.update(dict.fromkeys(row.notes))
        return True

    def _divide_row(
        self, row: TableRow, y: float, cells: tuple[Cursor, ...]
    ) -> tuple[Cursor, ...] | None:
        """Place as much of each cell as fits; give where each goes on, nothing if all end here.

        Gives None if nothing was placed, because the row had better start overleaf.
        """
        top = len(self.slots) == self.fixed
        room = self._room(y)
        if not top and not cells and row.height <= SHORT_ROW * self.page:
            return None
        wasteful = room > WASTE[Hold.FREE] * self.page
        for worst in Hold:
            if not top and (worst > self.worst or (worst and not wasteful)):
                break
            parts = self._cells(row, cells, room, worst, force=False)
            if parts:
                return self._place_parts(row, y, cells, parts)
        if top and self.force:
            parts = self._cells(row, cells, room, Hold.HEADING, force=True)
            return self._place_parts(row, y, cells, parts)
        return None

    def _cells(
        self,
        row: TableRow,
        cells: tuple[Cursor, ...],
        room: float,
        worst: Hold,
        *,
        force: bool,
    ) -> tuple[Part, ...]:
        """Fill the cells; give nothing if one of them cannot go on within ``worst``."""
        places = cells or (START,) * len(row.cells)
        parts = self._fill_cells(row, places, room, worst, force=force)
        if self.foot:
            called = _called_in(parts)
            cost = self._foot_height(called) - self._foot_height()
            if called and _height(row, parts) + cost > room:
                room -= min(cost, NOTE_SHARE * room)
                parts = self._fill_cells(row, places, room, worst, force=force)
        return () if not force and any(part.stuck for part in parts) else parts

    def _fill_cells(
        self, row: TableRow, places: tuple[Cursor, ...], room: float, worst: Hold, *, force: bool
    ) -> tuple[Part, ...]:
        inside = room - 2 * row.table.look.padding
        return tuple(
            fill(cell, place, inside, self.page, worst=worst, force=force)
            for cell, place in zip(row.cells, places, strict=True)
        )

    def _place_parts(
        self, row: TableRow, y: float, cells: tuple[Cursor, ...], parts: tuple[Part, ...]
    ) -> tuple[Cursor, ...]:
        done = all(part.done for part in parts)
        self._place(Slot(row, y, _height(row, parts), parts, opens=not cells, closes=done))
        self.notes.update(_called_in(parts))
        return () if done else tuple(part.end for part in parts)

    def _repeat_head(self) -> None:
        """Start with the head of the table that goes on here."""
        if self.start == START or self.start.index >= len(self.galley.elements):
            return
        row = self.galley.elements[self.start.index]
        if not isinstance(row, TableRow) or row.is_head or (row.is_first and not self.start.cells):
            return
        table = row.table
        if table.head_height() > TALLEST_HEAD * self.height:
            return
        if table.continued:
            self._place(Slot(table.continued, self.y, table.continued.height, repeated=True))
        for head in table.head:
            parts = tuple(fill(cell, START, head.height, self.page) for cell in head.cells)
            self._place(Slot(head, self.y, head.height, parts, repeated=True))
        self.fixed = len(self.slots)

    # ------------------------------------------------------------ ends

    def _overflow(self, index: int) -> Part:
        """End before the element that does not fit, or further back where it holds less."""
        elements = self.galley.elements
        placed = self.slots[self.fixed :]
        if not placed:
            return self._squeeze(index)
        first = index - len(placed)
        for worst in Hold:
            if worst > self.worst:
                break
            for end in range(index, first, -1):
                slot = placed[end - first - 1]
                if self.y - slot.y - slot.height > WASTE[worst] * self.page:
                    break
                if elements[end].hold <= worst:
                    return self._part(Cursor(end), self.fixed + end - first)
        if self.force:
            return self._part(Cursor(index))
        return self._part(self.start, self.fixed)

    def _squeeze(self, index: int) -> Part:
        """Place what is too high for any page, so that nothing is lost."""
        element = self.galley.elements[index]
        if not self.force or not isinstance(element, Strip):
            return self._part(self.start)
        self._place(Slot(element, self.y, element.height))
        self.notes.update(dict.fromkeys(element.notes))
        return self._part(Cursor(index + 1))

    def _part(self, end: Cursor, count: int | None = None) -> Part:
        slots = tuple(self.slots[:count])
        height = slots[-1].y + slots[-1].height if slots else 0.0
        return Part(self.galley, self.start, end, slots, height)


def fill(
    galley: Galley,
    start: Cursor,
    height: float,
    page: float,
    *,
    worst: Hold = Hold.HEADING,
    force: bool = True,
    foot: Foot | None = None,
) -> Part:
    """Fill ``height`` from ``start``; see ``Filling``."""
    return Filling(galley, start, height, page, worst, force, foot).fill()


def _height(row: TableRow, parts: tuple[Part, ...]) -> float:
    tallest = max((part.height for part in parts), default=0.0)
    return 2 * row.table.look.padding + tallest


def _called(slot: Slot) -> Iterable[str]:
    if isinstance(slot.element, Strip):
        return slot.element.notes
    return _called_in(slot.cells)


def _called_in(parts: tuple[Part, ...]) -> dict[str, None]:
    called: dict[str, None] = {}
    for part in parts:
        called.update(part.notes())
    return called
