"""Where own words of the edited file stand in the new pack: with the unit that they stood with.

Enters: edits, the partners of the file's passages, and the new pack's manifest. Leaves: ``Grafts``,
and what is left to a person. Three-way: a change to own words is carried over where the build gives
the words that it gave before; where these are others by now, the build's stand and the edited are
listed.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct, field

from briefgen.edits.matching import is_own, made_from
from briefgen.edits.model import Conflict
from briefgen.manifest.model import Cell
from briefgen.manifest.words import fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.edits.model import Addition, Change, Edits, Kind
    from briefgen.manifest.model import Passage as Listed
    from briefgen.verify.model import Delivered

Texts = dict[int, list[str]]


def _texts() -> Texts:
    return defaultdict(list)


class Grafts(Struct):
    """What is to be put into a pack, by the numbers of its passages and tables.

    ``words`` replace those of a passage; the others are paragraphs of their own.
    """

    words: dict[int, str] = field(default_factory=dict)
    at_start: list[str] = field(default_factory=list)
    after: Texts = field(default_factory=_texts)
    after_table: Texts = field(default_factory=_texts)
    in_cell: dict[Cell, list[str]] = field(default_factory=lambda: defaultdict(list))
    at_end: list[str] = field(default_factory=list)


class Places(Struct):
    """Finds places: ``base`` are old passages by those found, ``new`` new ones by old ones."""

    file: Delivered
    base: Mapping[int, int]
    new: Mapping[int, int]
    old: Sequence[Listed]
    pack: Sequence[Listed]
    grafts: Grafts = field(default_factory=Grafts)
    conflicts: list[Conflict] = field(default_factory=list)

    def place(self, edits: Edits) -> None:
        """Give everything that was added or changed its place."""
        for change in edits.changes:
            self._change(change)
        for addition in edits.additions:
            self._add(addition)
        for base in edits.removed:
            new = self.new.get(base)
            if new is not None and made_from(self.pack[new]) == made_from(self.old[base]):
                self._tell_removed(base)

    def partner(self, found: int) -> int | None:
        """Give the new passage that stands where one of the file stood."""
        base = self.base.get(found)
        return None if base is None else self.new.get(base)

    def _change(self, change: Change) -> None:
        new = self.new.get(change.base)
        if new is None:
            self._leave(change.found, change.words)
            return
        given = self.pack[new].whole
        if given == made_from(self.old[change.base]):
            self.grafts.words[new] = change.words
        elif given != fingerprint(self.file.passages[change.found].whole):
            self._tell("both", change.found)

    def _add(self, addition: Addition) -> None:
        cell = self.file.passages[addition.found].spot.cell
        if addition.unplaced:
            place = None
        elif cell:
            place = self._in_table(addition.found, cell)
        else:
            place = self._beside(addition.found)
        if place is None:
            self._leave(addition.found, addition.words)
        else:
            place.append(addition.words)

    def _in_table(self, found: int, cell: Cell) -> list[str] | None:
        """Find the same cell of the new pack, by what else is in its row."""
        row = [
            (one.spot.cell, new)
            for number, one in enumerate(self.file.passages)
            if one.spot.cell
            and one.spot.cell[:2] == cell[:2]
            and (new := self.partner(number)) is not None
            and self.pack[new].cell
        ]
        before = [
            new
            for number, one in enumerate(self.file.passages[:found])
            if one.spot.cell == cell and (new := self.partner(number)) is not None
        ]
        if before:
            return self.grafts.after[before[-1]]
        for _, new in row:
            there = self.pack[new].cell
            if there and cell.column <= self._columns(there.table):
                return self.grafts.in_cell[Cell(there.table, there.row, cell.column)]
        return None

    def _columns(self, table: int) -> int:
        return max(one.cell.column for one in self.pack if one.cell and one.cell.table == table)

    def _beside(self, found: int) -> list[str] | None:
        """Find the passage that own words stood behind; if its unit is gone, the one before."""
        for number in range(found - 1, -1, -1):
            base = self.base.get(number)
            if base is None:
                continue
            new = self.new.get(base)
            if new is not None:
                return self._after(new)
            if not is_own(self.old[base]):
                return self._ahead_of(found)
        return self.grafts.at_start

    def _ahead_of(self, found: int) -> list[str] | None:
        """Find what own words stood ahead of, under the same heading."""
        for number in range(found + 1, len(self.file.passages)):
            if self.file.passages[number].level:
                return None
            new = self.partner(number)
            if new is not None:
                return self._after(new - 1) if new else self.grafts.at_start
        return None

    def _after(self, new: int) -> list[str]:
        cell = self.pack[new].cell
        return self.grafts.after_table[cell.table] if cell else self.grafts.after[new]

    def _leave(self, found: int, words: str) -> None:
        self.grafts.at_end.append(words)
        self._tell("place", found)

    def _tell(self, kind: Kind, found: int) -> None:
        passage = self.file.passages[found]
        self.conflicts.append(Conflict(kind, passage.spot, passage.whole, pending=passage.tracked))

    def _tell_removed(self, base: int) -> None:
        """Tell of own words that were taken out, at what stands before them."""
        before = [number for number, one in sorted(self.base.items()) if one < base]
        spot = self.file.passages[before[-1] if before else 0].spot
        self.conflicts.append(Conflict("removed", spot))
