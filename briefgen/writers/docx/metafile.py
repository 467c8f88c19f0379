"""A drawing as an Enhanced Metafile: the vector picture that every Word shows.

Enters: a ``Drawing``. Leaves: the bytes of the picture. Words in it are Arial's, which Word has on
every system; each letter's advance is given, as the format wants it.

Source: [MS-EMF], Enhanced Metafile Format, sections 2.2 and 2.3.
"""

from __future__ import annotations

from struct import pack
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.writers.heat_maps import Align, Drawing, Lettering, Square

UNITS: Final = 20
"""Units of the picture in a point."""
_MILLIMETRES: Final = 254
_DEVICE: Final = 14_400
"""The paper that a picture is made for: 254 mm, on which a unit is one dot."""
_FACE: Final = "Arial"
_CAPITALS_TO_TILDE: Final = (
    "667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944"
    " 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556"
    " 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_SPACE_TO_AT: Final = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556"
    " 556 556 556 278 278 584 584 584 556 1015"
)
_ADVANCES: Final[Mapping[str, int]] = {
    chr(at): int(width)
    for at, width in enumerate(f"{_SPACE_TO_AT} {_CAPITALS_TO_TILDE}".split(), ord(" "))
}
"""Advances of Arial's letters in thousandths of the size; other letters are as wide as digits."""
_OTHER: Final = 556

_HEADER, _END = 1, 14
_SET_BACKGROUND, _SET_ALIGN, _SET_COLOUR = 18, 22, 24
_SELECT, _BRUSH, _DELETE, _RECTANGLE = 37, 39, 40, 43
_FONT, _WORDS = 82, 84
_NO_PEN: Final = 0x80000008
_OBJECT: Final = 1
"""The number of the one brush or font that is in use."""
_ALIGNS: Final[Mapping[Align, int]] = {"left": 24, "centre": 24 | 6, "right": 24 | 2}
"""On the baseline, and the side that a place is given for."""


def metafile(drawing: Drawing) -> bytes:
    """Give the picture; the same drawing gives the same bytes."""
    records = [*_squares(drawing.squares), *_letterings(drawing.letterings)]
    records.append(_record(_END, pack("<3I", 0, 16, 20)))
    return b"".join((_header(drawing, records), *records))


def _header(drawing: Drawing, records: list[bytes]) -> bytes:
    width, height = _units(drawing.width), _units(drawing.height)
    hundredths = 100 * _MILLIMETRES / _DEVICE
    size = 108
    content = pack(
        "<4i4iII",
        *(0, 0, width, height),
        *(0, 0, round(width * hundredths), round(height * hundredths)),
        0x464D4520,  # " EMF"
        0x10000,
    )
    content += pack(
        "<IIHHIII",
        size + sum(map(len, records)),
        len(records) + 1,
        _OBJECT + 1,
        *(0, 0, 0, 0),
    )
    content += pack("<4i", _DEVICE, _DEVICE, _MILLIMETRES, _MILLIMETRES)
    content += pack("<3I2i", 0, 0, 0, _MILLIMETRES * 1000, _MILLIMETRES * 1000)
    return _record(_HEADER, content)


def _squares(squares: tuple[Square, ...]) -> Iterator[bytes]:
    yield _record(_SELECT, pack("<I", _NO_PEN))
    for colour in dict.fromkeys(one.colour for one in squares):
        yield _record(_BRUSH, pack("<4I", _OBJECT, 0, _colour(colour), 0))
        yield _record(_SELECT, pack("<I", _OBJECT))
        for one in squares:
            if one.colour == colour:
                edges = (one.x, one.y, one.x + one.width, one.y + one.height)
                yield _record(_RECTANGLE, pack("<4i", *map(_units, edges)))
        yield _record(_SELECT, pack("<I", 0x80000000))  # a white brush of the system's own
        yield _record(_DELETE, pack("<I", _OBJECT))


def _letterings(letterings: tuple[Lettering, ...]) -> Iterator[bytes]:
    yield _record(_SET_BACKGROUND, pack("<I", 1))  # what is behind words stays as it is
    for size in dict.fromkeys(one.size for one in letterings):
        yield _record(_FONT, pack("<I", _OBJECT) + _font(size))
        yield _record(_SELECT, pack("<I", _OBJECT))
        for one in letterings:
            if one.size == size:
                yield _record(_SET_COLOUR, pack("<I", _colour(one.colour)))
                yield _record(_SET_ALIGN, pack("<I", _ALIGNS[one.align]))
                yield _words(one)
        yield _record(_SELECT, pack("<I", 0x8000000D))  # the system's own font
        yield _record(_DELETE, pack("<I", _OBJECT))


def _font(size: float) -> bytes:
    """Give the font of a size (LogFont and what follows it, 2.2.13 and 2.2.12)."""
    face = _FACE.encode("utf-16-le").ljust(64, b"\0")
    return (pack("<5i8B", -_units(size), 0, 0, 0, 400, *(0,) * 8) + face).ljust(320, b"\0")


def _words(one: Lettering) -> bytes:
    text = one.text.encode("utf-16-le")
    count = len(text) // 2
    string = text.ljust(-(-len(text) // 4) * 4, b"\0")
    start = 76
    advances = [
        round(_ADVANCES.get(letter, _OTHER) * _units(one.size) / 1000) for letter in one.text
    ]
    advances += [0] * (count - len(advances))  # a letter outside of the first plane has two places
    content = pack("<4iIff", 0, 0, -1, -1, 1, 1.0, 1.0)
    content += pack(
        "<2i3I4iI", _units(one.x), _units(one.y), count, start, 0, 0, 0, -1, -1, start + len(string)
    )
    return _record(_WORDS, content + string + pack(f"<{count}I", *advances))


def _record(kind: int, content: bytes) -> bytes:
    return pack("<2I", kind, 8 + len(content)) + content


def _units(points: float) -> int:
    return round(points * UNITS)


def _colour(colour: str) -> int:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red | green << 8 | blue << 16
