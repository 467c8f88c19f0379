"""A heat map as squares and words with their places: one drawing for every format.

Enters: a ``HeatMap``, the width there is and the look of its role. Leaves: a ``Drawing``, lengths
in points, ``x`` from the left edge and ``y`` from the top edge downwards. Shades differ in
lightness, so that they can be told in black and white, and each square says its number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.blocks import HeatMap
    from briefgen.styles import Role

HIGHEST: Final = 400.0
"""Points: a higher drawing is made smaller, so that a page with a heading holds it."""
NAMES: Final = 0.36
"""What the names of rows take of the width."""
LETTER: Final = 0.54
"""The width of a letter, of the size: a name longer than its room is cut short."""
NUMBER: Final = 0.88
"""The size of numbers and of column heads, of that of names."""
GAP: Final = 0.6
"""Between squares, in points."""
NONE: Final = "#f1f3f5"
"""The shade of a zero."""
LIGHTEST: Final = 0.16
"""The shade of the smallest number, between white (0) and the role's colour (1)."""

_ON_SQUARES: Final = ("#000000", "#ffffff")
"""Numbers: on any colour, one of the two has a contrast of 4.5 or more (WCAG 2.1, 1.4.3)."""

Align = Literal["left", "centre", "right"]


class Square(Struct, frozen=True):
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: str


class Lettering(Struct, frozen=True):
    """Words on a baseline; ``x`` is their start, middle or end, as ``align`` says."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    align: Align


class Drawing(Struct, frozen=True):
    """A picture of squares, and words over them in reading order."""

    width: float
    height: float
    squares: tuple[Square, ...]
    letterings: tuple[Lettering, ...]


def draw(figure: HeatMap, width: float, role: Role) -> Drawing:
    """Draw a heat map as wide as ``width``."""
    rows = len(figure.rows) + 1
    step = min(role.leading, HIGHEST / rows)
    size = role.size * step / role.leading
    left = width * NAMES
    across = (width - left) / max(1, len(figure.columns))
    ink = role.label_colour or "#000000"
    down = step / 2 + 0.345 * size
    squares: list[Square] = []
    letterings = [
        Lettering(left + (at + 0.5) * across, down, head, size * NUMBER, ink, "centre")
        for at, head in enumerate(figure.columns)
    ]
    most = max((number for _, numbers in figure.rows for number in numbers), default=0)
    room = max(1, int((left - size) / (LETTER * size)))
    for line, (name, numbers) in enumerate(figure.rows, 1):
        y = line * step
        letterings.append(
            Lettering(left - size / 2, y + down, _cut(name, room), size, ink, "right")
        )
        for at, number in enumerate(numbers):
            x = left + at * across
            colour = shade(number, most, role.colour)
            squares.append(Square(x, y, across - GAP, step - GAP, colour))
            if number:
                place = (x + (across - GAP) / 2, y + down - GAP / 2)
                told = max(_ON_SQUARES, key=lambda one: _contrast(colour, one))
                letterings.append(Lettering(*place, str(number), size * NUMBER, told, "centre"))
    return Drawing(width, rows * step, tuple(squares), tuple(letterings))


def shade(number: int, most: int, colour: str) -> str:
    """Give the shade of a number, where ``colour`` is that of the largest."""
    if not number:
        return NONE
    share = LIGHTEST + (1 - LIGHTEST) * number / most
    mixed = (round(255 - share * (255 - part)) for part in _parts(colour))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _parts(colour: str) -> Iterator[int]:
    return (int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _contrast(one: str, other: str) -> float:
    """Give the contrast of two colours (WCAG 2.1, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Give the relative luminance of a colour (WCAG 2.1)."""
    parts = (part / 255 for part in _parts(colour))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _cut(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}\u2026"
