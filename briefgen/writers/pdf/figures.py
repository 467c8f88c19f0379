"""Figures: a heat map as one strip of squares and words.

Enters: a heat map and its column. Leaves: a strip in the galley, which no page divides. Squares and
words belong to one element, so that the file tells them as one figure with its alternative words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from briefgen.writers.heat_maps import draw
from briefgen.writers.pdf.framing import close_frame, open_frame
from briefgen.writers.pdf.galley import Strip
from briefgen.writers.pdf.lines import break_lines
from briefgen.writers.pdf.plan import Element, Rectangle
from briefgen.writers.pdf.runs import Run

if TYPE_CHECKING:
    from briefgen.blocks import HeatMap
    from briefgen.writers.heat_maps import Lettering
    from briefgen.writers.pdf.columns import Column
    from briefgen.writers.pdf.compositor import Compositor
    from briefgen.writers.pdf.galley import Galley
    from briefgen.writers.pdf.plan import Line, Look

_SHARES: Final = {"left": 0.0, "centre": 0.5, "right": 1.0}
_WIDEST: Final = 10_000.0
"""Points: words in a picture are never broken."""


def set_figure(compositor: Compositor, figure: HeatMap, column: Column, galley: Galley) -> None:
    """Set a heat map as wide as the column."""
    role = compositor.style.role(figure.role)
    element = Element("figure", figure.role, column.element, name=figure.alternative)
    framed = open_frame(role, column._replace(first=0.0), galley)
    inner = framed.column
    drawing = draw(figure, inner.width, role)
    look = compositor.looks.of_role(figure.role)
    galley.add(
        Strip(
            drawing.height,
            lines=tuple(
                placed
                for words in drawing.letterings
                for placed in _lines(compositor, words, look, element, inner.x)
            ),
            rules=tuple(
                Rectangle(inner.x + one.x, one.y, one.width, one.height, one.colour, element)
                for one in drawing.squares
            ),
        )
    )
    close_frame(role, framed, galley)


def _lines(
    compositor: Compositor, words: Lettering, look: Look, element: Element, left: float
) -> list[tuple[float, float, Line]]:
    own = replace(look, size=words.size, leading=words.size, colour=words.colour)
    lines = break_lines(compositor.cut([Run(words.text, own)]), _WIDEST, element)
    return [(left + words.x - _SHARES[words.align] * one.width, words.y, one) for one in lines]
