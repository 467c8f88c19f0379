"""The layout tables of a typeface: which glyphs a feature moves together or joins into one.

Enters: the bytes of a TrueType file. Leaves: the subtables of a feature, for ``shaping``. Only what
is asked for is read, for a face has tables for scripts that no pack is in. References are to the
OpenType specification, chapters GPOS, GSUB and "OpenType Layout Common Table Formats".
"""

from __future__ import annotations

from bisect import bisect_right
from struct import unpack_from
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCRIPTS = (b"latn", b"cyrl")
"""The scripts that packs are set in; Greek has the features of Latin in the faces that there are.
"""

_EXTENSION = {b"GPOS": 9, b"GSUB": 7}
"""The type of a lookup whose subtables lie further away than an offset reaches."""

_RANGES = 2
"""The format of a table that lists ranges of glyphs, not each of them."""


class Subtable(NamedTuple):
    """A subtable of a lookup: the lookup's number and type, and where it begins in the file."""

    lookup: int
    kind: int
    at: int


def subtables(data: bytes, table: bytes, feature: bytes) -> list[Subtable]:
    """Give the subtables of a feature in the order in which they are asked."""
    start = _table(data, table)
    if not start:
        return []
    scripts, features, lookups = (start + one for one in unpack_from(">3H", data, start + 4))
    found: list[Subtable] = []
    (listed,) = unpack_from(">H", data, lookups)
    places = unpack_from(f">{listed}H", data, lookups + 2)
    for number in sorted(set(_lookups(data, scripts, features, feature))):
        at = lookups + places[number]
        kind, _, count = unpack_from(">3H", data, at)
        for offset in unpack_from(f">{count}H", data, at + 6):
            inner, own = at + offset, kind
            if kind == _EXTENSION[table]:
                _, own, far = unpack_from(">HHI", data, inner)
                inner += far
            found.append(Subtable(number, own, inner))
    return found


def covered(data: bytes, at: int) -> dict[int, int]:
    """Give the glyphs of a coverage table, each with its place there."""
    form, count = unpack_from(">2H", data, at)
    if form != _RANGES:
        glyphs = unpack_from(f">{count}H", data, at + 4)
        return {glyph: index for index, glyph in enumerate(glyphs)}
    found: dict[int, int] = {}
    for first, last, index in _triples(data, at + 4, count):
        found.update({glyph: index + glyph - first for glyph in range(first, last + 1)})
    return found


def class_of(data: bytes, at: int, glyph: int) -> int:
    """Give the class that a table of classes puts a glyph in; 0 if it does not know the glyph."""
    form, first = unpack_from(">2H", data, at)
    if form != _RANGES:
        (count,) = unpack_from(">H", data, at + 4)
        place = glyph - first
        return int(unpack_from(">H", data, at + 6 + 2 * place)[0]) if 0 <= place < count else 0
    ranges = unpack_from(f">{3 * first}H", data, at + 4)
    index = bisect_right(ranges[::3], glyph) - 1
    if index < 0 or glyph > ranges[3 * index + 1]:
        return 0
    return int(ranges[3 * index + 2])


def _triples(data: bytes, at: int, count: int) -> Iterator[tuple[int, int, int]]:
    numbers = unpack_from(f">{3 * count}H", data, at)
    return zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)


def _table(data: bytes, wanted: bytes) -> int:
    """Find a table in the directory of the file; 0 if it is not there."""
    (count,) = unpack_from(">H", data, 4)
    for number in range(count):
        tag, _, offset, _ = unpack_from(">4sIII", data, 12 + 16 * number)
        if tag == wanted:
            return int(offset)
    return 0


def _lookups(data: bytes, scripts: int, features: int, wanted: bytes) -> Iterator[int]:
    """Give the lookups of a feature as the scripts have it where no language says otherwise."""
    (count,) = unpack_from(">H", data, scripts)
    for number in range(count):
        tag, offset = unpack_from(">4sH", data, scripts + 2 + 6 * number)
        if tag not in _SCRIPTS:
            continue
        (default,) = unpack_from(">H", data, scripts + offset)
        if not default:
            continue
        system = scripts + offset + default
        (used,) = unpack_from(">H", data, system + 4)
        for index in unpack_from(f">{used}H", data, system + 6):
            name, place = unpack_from(">4sH", data, features + 2 + 6 * index)
            if name == wanted:
                (size,) = unpack_from(">H", data, features + place + 2)
                yield from unpack_from(f">{size}H", data, features + place + 4)
