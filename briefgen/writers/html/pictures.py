"""Heat maps and codes to scan as pictures in the page: SVG, which can be enlarged without loss.

Enters: a ``HeatMap`` and the look of its role, or a ``ScanCode``. Leaves: lines of HTML. Who does
not see the picture hears its alternative words, and no numbers of a map, which are in a table.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from briefgen.writers.heat_maps import draw
from briefgen.writers.scan_codes import QUIET_ZONE, modules_of, squares_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.blocks import HeatMap, ScanCode
    from briefgen.styles import Role

_WIDTH: Final = 480.0
"""Of the drawing, in its own units; the page decides how large it is shown."""
_ANCHORS: Final = {"left": "start", "centre": "middle", "right": "end"}


def picture(figure: HeatMap, role: Role) -> Iterator[str]:
    """Give the picture of a heat map."""
    drawing = draw(figure, _WIDTH, role)
    yield (
        f'<svg class="{escape(figure.role)}" role="img" aria-label="{escape(figure.alternative)}"'
        f' viewBox="0 0 {drawing.width:g} {drawing.height:g}" width="100%">'
    )
    for one in drawing.squares:
        yield (
            f'<rect x="{one.x:.2f}" y="{one.y:.2f}" width="{one.width:.2f}"'
            f' height="{one.height:.2f}" fill="{one.colour}"/>'
        )
    for words in drawing.letterings:
        yield (
            f'<text x="{words.x:.2f}" y="{words.y:.2f}" font-size="{words.size:.3g}"'
            f' fill="{words.colour}" text-anchor="{_ANCHORS[words.align]}">'
            f"{escape(words.text, quote=False)}</text>"
        )
    yield "</svg>"


def code_picture(code: ScanCode) -> Iterator[str]:
    """Give the picture of a code, dark on light whatever the ground of the page."""
    modules = modules_of(code.payload)
    side = len(modules) + 2 * QUIET_ZONE
    dark = "".join(
        f"M{x:d} {y:d}h{width:d}v{height:d}h-{width:d}z"
        for x, y, width, height in squares_of(modules)
    )
    start = f"{-QUIET_ZONE} {-QUIET_ZONE} {side} {side}"
    yield (
        f'<svg class="code" role="img" aria-label="{escape(code.alternative)}"'
        f' viewBox="{start}" shape-rendering="crispEdges">'
        f'<path fill="#ffffff" d="M{-QUIET_ZONE} {-QUIET_ZONE}h{side}v{side}h-{side}z"/>'
        f'<path d="{dark}"/></svg>'
    )
