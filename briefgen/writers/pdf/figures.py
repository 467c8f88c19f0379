"""Figures: a heat map as one strip of squares and words, and a code with blocks beside it.

Enters: a figure and its column. Leaves: strips in the galley, which no page divides. Squares and
words belong to one element, so that the file tells them as one figure with its alternative words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from briefgen.writers.heat_maps import draw
from briefgen.writers.pdf.framing import close_frame, open_frame
from briefgen.writers.pdf.galley import Hold, Strip
from briefgen.writers.pdf.lines import break_lines
from briefgen.writers.pdf.plan import Element, Rectangle
from briefgen.writers.pdf.runs import Run
from briefgen.writers.scan_codes import draw_code

if TYPE_CHECKING:
    from briefgen.blocks import HeatMap, ScanCode
    from briefgen.writers.heat_maps import Lettering
    from briefgen.writers.pdf.columns import Column
    from briefgen.writers.pdf.compositor import Compositor
    from briefgen.writers.pdf.galley import Galley
    from briefgen.writers.pdf.plan import Line, Look

_SHARES: Final = {"left": 0.0, "centre": 0.5, "right": 1.0}
_WIDEST: Final = 10_000.0
"""Points: words in a picture are never broken."""
LEAST_BESIDE: Final = 90.0
"""Points: narrower than this, words beside a code are hard to read."""


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


def set_code(compositor: Compositor, code: ScanCode, column: Column, galley: Galley) -> None:
    """Set a code at the right edge of the column, and its blocks to the left of it, all together.

    Where the column leaves no room for words beside the code, they stand below it.
    """
    role = compositor.style.role(code.role)
    element = Element("box", code.role, column.element)
    drawing = draw_code(code.payload, role, column.width)
    galley.space = max(galley.space, drawing.quiet)
    framed = open_frame(role, column.of_box(element, code.role), galley)
    inner = framed.column
    is_beside = inner.width >= drawing.width + drawing.gap + LEAST_BESIDE
    top = Strip(0.0 if is_beside else drawing.width)
    start = len(galley.elements)
    galley.add(top)
    galley.space = 0.0 if is_beside else drawing.quiet
    room = inner.width - drawing.width - drawing.gap
    words = inner._replace(width=room) if is_beside else inner
    compositor.set_blocks(code.blocks, words, galley)
    figure = Element("figure", code.role, element, name=code.alternative)
    left = inner.x + inner.width - drawing.width
    top.rules = tuple(
        Rectangle(left + one.x, one.y, one.width, one.height, one.colour, figure)
        for one in drawing.squares
    )
    taken = sum(one.above + one.height for one in galley.elements[start + 1 :])
    missing = drawing.width - taken if is_beside else 0.0
    if missing > 0:
        galley.space = 0.0
        galley.add(Strip(missing))
    galley.hold_together(start, Hold.LINES)
    close_frame(role, framed, galley)
    galley.space = max(galley.space, drawing.quiet)


def _lines(
    compositor: Compositor, words: Lettering, look: Look, element: Element, left: float
) -> list[tuple[float, float, Line]]:
    own = replace(look, size=words.size, leading=words.size, colour=words.colour)
    lines = break_lines(compositor.cut([Run(words.text, own)]), _WIDEST, element)
    return [(left + words.x - _SHARES[words.align] * one.width, words.y, one) for one in lines]
