"""Ligatures: which letters of a word join into one glyph, as the face itself says.

Enters: the bytes of a typeface and its glyphs by code point. Leaves: letters, each row of them with
the glyph that shows it. Only Latin letters: those of other scripts need more than joining.
References are to the OpenType specification, chapter GSUB.
"""

from __future__ import annotations

from struct import unpack_from
from typing import TYPE_CHECKING, NamedTuple

from briefgen.writers.pdf.layout_tables import covered, subtables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

JOINED = 0xF0000
"""Ligatures are known by private code points from here on, which no text may hold."""

_LIGATURES = 4
"""The type of a lookup that joins glyphs."""

_LETTERS = range(0x41, 0x250)


class Ligature(NamedTuple):
    """Letters that join, the code point that their glyph is known by, and the glyph."""

    letters: str
    point: int
    glyph: int


def ligatures(data: bytes, glyphs: Mapping[int, int]) -> tuple[Ligature, ...]:
    """Read the ligatures that are meant for all text (the feature ``liga``), the longest first."""
    names = {glyphs[point]: chr(point) for point in _LETTERS if point in glyphs}
    found: dict[str, int] = {}
    for one in subtables(data, b"GSUB", b"liga"):
        if one.kind != _LIGATURES:
            continue
        _, coverage, count = unpack_from(">3H", data, one.at)
        sets = unpack_from(f">{count}H", data, one.at + 6)
        for first, index in covered(data, one.at + coverage).items():
            if first in names:
                inside = _beginning(data, one.at + sets[index], names[first], names)
                found = {**dict(inside), **found}
    longest_first = sorted(found, key=lambda letters: (-len(letters), letters))
    return tuple(
        Ligature(letters, JOINED + index, found[letters])
        for index, letters in enumerate(longest_first)
    )


def _beginning(
    data: bytes, at: int, first: str, names: Mapping[int, str]
) -> Iterator[tuple[str, int]]:
    """Give the ligatures that begin with a letter, each with its glyph ("LigatureSet")."""
    (count,) = unpack_from(">H", data, at)
    for offset in unpack_from(f">{count}H", data, at + 2):
        glyph, size = unpack_from(">2H", data, at + offset)
        rest = unpack_from(f">{size - 1}H", data, at + offset + 4)
        if all(one in names for one in rest):
            yield first + "".join(names[one] for one in rest), glyph
