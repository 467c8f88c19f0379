"""The colour space that the file's colours are in: sRGB, as an ICC profile made from its numbers.

Enters: nothing. Leaves: the bytes of a profile (ICC.1:2004-10, version 4.2) for screens, with the
primaries, white point and tone curve that IEC 61966-2-1 publishes; so no profile of others is
copied.
"""

from __future__ import annotations

import struct
from functools import cache

_PRIMARIES = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))
"""Red, green and blue of sRGB as XYZ, adapted to D50 by the Bradford transform."""

_ADAPTATION = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
"""That transform, from D65, row by row."""

_D50 = (0.9642, 1.0, 0.8249)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""Exponent, and the numbers of its two branches (ICC.1:2004-10, 10.15, type 3)."""

_HEADER = struct.Struct(">I4sI4s4s4s6H4s4sIIIQI3i4s16s28s")


@cache
def srgb_profile() -> bytes:
    """Give the profile: a header, a table of tags, the tags (7.1)."""
    curve = b"para" + struct.pack(">4xHH", 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _text("sRGB IEC61966-2.1"),
        b"cprt": _text("Public domain"),
        b"wtpt": b"XYZ \0\0\0\0" + _fixed(*_D50),
        b"chad": b"sf32\0\0\0\0" + _fixed(*_ADAPTATION),
        **{
            name: b"XYZ \0\0\0\0" + _fixed(*primary)
            for name, primary in zip((b"rXYZ", b"gXYZ", b"bXYZ"), _PRIMARIES, strict=True)
        },
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    table = struct.pack(">I", len(tags))
    at = _HEADER.size + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    data = b""
    for signature, tag in tags.items():
        if tag not in places:  # the three curves are one
            places[tag] = at + len(data)
            data += tag + b"\0" * (-len(tag) % 4)
        table += struct.pack(">4sII", signature, places[tag], len(tag))
    header = _HEADER.pack(
        _HEADER.size + len(table) + len(data),
        b"",
        0x04200000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *(2000, 1, 1, 0, 0, 0),
        b"acsp",
        b"",
        *(0, 0, 0, 0, 0),
        *struct.unpack(">3i", _fixed(*_D50)),
        b"",
        b"",
        b"",
    )
    return header + table + data


def _fixed(*numbers: float) -> bytes:
    """Write numbers with sixteen binary places (5.1.5)."""
    return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))


def _text(words: str) -> bytes:
    """Write words in one language (10.13)."""
    data = words.encode("utf-16-be")
    return b"mluc" + struct.pack(">4xII2s2sII", 1, 12, b"en", b"US", len(data), 28) + data
