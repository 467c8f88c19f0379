"""A heat map as a picture in the page: SVG, which a browser enlarges without loss.

Enters: a ``HeatMap`` and the look of its role. Leaves: lines of HTML. Who does not see the picture
hears its alternative words, and none of its numbers, which stand in a table.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from briefgen.writers.heat_maps import draw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.blocks import HeatMap
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
