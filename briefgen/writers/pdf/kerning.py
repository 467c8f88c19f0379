"""Kerning: how far neighbouring letters move together or apart, as the face itself says.

Enters: the bytes of a typeface and its glyphs by code point. Leaves: distances by pairs of letters,
each looked up once. References are to the OpenType specification, chapter GPOS, "Pair Adjustment".
"""

from __future__ import annotations

from struct import unpack_from
from typing import TYPE_CHECKING, NamedTuple

from briefgen.writers.pdf.layout_tables import class_of, covered, subtables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PAIRS = 2
"""The type of a lookup that moves pairs."""

_ADVANCE = 4
"""The value format of tables that only kern: they change how far the first glyph advances."""

_BY_PAIR = 1
"""The format of a table that lists pairs of glyphs; the other one has pairs of classes."""


LEAST = 10
"""Distances of less than a hundredth of the size cannot be seen, and are twice as many."""


class _Table(NamedTuple):
    """A table of pairs: its lookup, where it begins, and the first glyphs that it is about."""

    lookup: int
    at: int
    firsts: Mapping[int, int]


class Kerning(dict[str, int]):
    """The distance of each pair of letters, in thousandths of the size; negative is nearer."""

    __slots__ = ("_classes", "_data", "_glyphs", "_of", "_scale", "_tables")

    def __init__(self, data: bytes, glyphs: Mapping[int, int], per_em: int) -> None:
        super().__init__()
        self._data = data
        self._glyphs = glyphs
        self._scale = 1000 / per_em
        self._tables = list(_tables(data))
        self._of: dict[int, list[_Table]] = {}
        self._classes: dict[tuple[int, int], int] = {}

    def __missing__(self, pair: str) -> int:
        """Add up what the lookups say of a pair; in each, the first table that knows it counts."""
        left, right = self._glyphs[ord(pair[0])], self._glyphs[ord(pair[1])]
        tables = self._of.get(left)
        if tables is None:
            tables = self._of[left] = [one for one in self._tables if left in one.firsts]
        units, done = 0, -1
        for table in tables:
            moved = None if table.lookup == done else self._distance(table, left, right)
            if moved is not None:
                units += moved
                done = table.lookup
        thousandths = round(units * self._scale)
        found = self[pair] = thousandths if abs(thousandths) >= LEAST else 0
        return found

    def _distance(self, table: _Table, left: int, right: int) -> int | None:
        """Give how far a table moves a pair, in units of the face."""
        data, at = self._data, table.at
        form, _, _, _, *numbers = unpack_from(">8H", data, at)
        if form == _BY_PAIR:
            (place,) = unpack_from(">H", data, at + 10 + 2 * table.firsts[left])
            (count,) = unpack_from(">H", data, at + place)
            pairs = unpack_from(">" + count * "Hh", data, at + place + 2)
            return dict(zip(pairs[::2], pairs[1::2], strict=True)).get(right)
        of_first, of_second, _, seconds = numbers
        row = self._class_of(at + of_first, left)
        column = self._class_of(at + of_second, right)
        (moved,) = unpack_from(">h", data, at + 16 + 2 * (row * seconds + column))
        return int(moved)

    def _class_of(self, at: int, glyph: int) -> int:
        key = (at, glyph)
        if key not in self._classes:
            self._classes[key] = class_of(self._data, at, glyph)
        return self._classes[key]


def _tables(data: bytes) -> Iterator[_Table]:
    """Read which glyphs the tables of the feature ``kern`` are about."""
    for one in subtables(data, b"GPOS", b"kern"):
        if one.kind != _PAIRS:
            continue
        _, coverage, first, second = unpack_from(">4H", data, one.at)
        if (first, second) == (_ADVANCE, 0):
            yield _Table(one.lookup, one.at, covered(data, one.at + coverage))
