"""Running headers and footers: one line, or a few, at the left and at the right.

Enters: a running line of a section, and the width and edges of its page. Leaves: lines with their
places, the same on every page but for the page numbers, which are fields until they are known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from briefgen.blocks import Field, Text
from briefgen.writers.pdf.lines import break_lines
from briefgen.writers.pdf.plan import Element, PlacedLine, Rectangle
from briefgen.writers.pdf.runs import runs_of
from briefgen.writers.pdf.strips import baseline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.blocks import Inline, Inlines, RunningLine
    from briefgen.writers.pdf.compositor import Compositor
    from briefgen.writers.pdf.plan import Align, Line

GAP = 14.0
"""Least space between what stands at the left and at the right."""

WIDEST_RIGHT = 0.5
"""What stands at the right has at most this part of the width."""


_FEWEST_STACKED = 2
"""Of so many lines, none is saved by setting both sides below each other."""

_NUMBERS = re.compile(r"(\{sheets?\})")


class Furniture(Struct, frozen=True):
    """Lines and rules of a header or footer, placed on the page; ``edge`` is nearest the text."""

    lines: tuple[PlacedLine, ...]
    rectangles: tuple[Rectangle, ...]
    edge: float


def set_running(
    compositor: Compositor,
    running: RunningLine,
    kind: Literal["header", "footer"],
    edges: tuple[float, float],
    y: float,
    *,
    mirrored: bool = False,
) -> Furniture:
    """Set a header downwards from ``y``, or a footer that ends at ``y``, between two edges.

    Both sides stand beside each other, or below each other where that takes fewer lines, or as many
    and the right one is not broken.
    Where it is ``mirrored``, as on the backs of sheets, what is for the left stands at the right.
    """
    role = compositor.style.role(kind)
    x, width = edges[0], edges[1] - edges[0]
    left_end: Align = "right" if mirrored else "left"
    right_end: Align = "left" if mirrored else "right"
    right = _lines(compositor, running.right, kind, WIDEST_RIGHT * width, right_end)
    taken = max((line.width + GAP for line in right), default=0.0)
    left = _lines(compositor, running.left, kind, width - taken, left_end)
    rows, below = max(len(left), len(right)), 0
    if left and right and rows > _FEWEST_STACKED:
        whole = [
            _lines(compositor, words, kind, width, end)
            for words, end in ((running.left, left_end), (running.right, right_end))
        ]
        if sum(map(len, whole)) < rows + (len(right) > 1):
            left, right = whole
            rows, below = len(left) + len(right), len(left)
    height = rows * role.leading
    beside = role.rule.gap + role.rule.width if role.rule else 0.0
    top = y if kind == "header" else y - height
    lines = [
        PlacedLine(at, top + row * role.leading + baseline(role.leading, role.size), line)
        for side, first in ((left, 0), (right, below))
        for row, line in enumerate(side, first)
        for at in (x if line.align == "left" else x + width - line.width,)
    ]
    edge = top + height + beside if kind == "header" else top - beside
    rules: tuple[Rectangle, ...] = ()
    if role.rule:
        at = edge - role.rule.width if kind == "header" else edge
        rules = (Rectangle(x, at, width, role.rule.width, role.rule.colour),)
    return Furniture(tuple(lines), rules, edge)


def on_side(inlines: Inlines, place: int, sides: int) -> Inlines:
    """Give what a running line says on the page at a ``place``, of sheets with so many ``sides``.

    Numbers of sheets stay fields; the words around them are words, and break as such.
    """
    return tuple(piece for inline in inlines for piece in _on_side(inline, place, sides))


def _on_side(inline: Inline, place: int, sides: int) -> Iterator[Inline]:
    if not (isinstance(inline, Field) and inline.kind == "sheet"):
        yield inline
        return
    for piece in _NUMBERS.split(inline.on_side(place, sides)):
        if _NUMBERS.fullmatch(piece):
            yield Field("sheet", words=(piece, piece, ""))
        elif piece:
            yield Text(piece)


def _lines(
    compositor: Compositor,
    inlines: Inlines,
    kind: Literal["header", "footer"],
    width: float,
    align: Align,
) -> list[Line]:
    element = Element(kind, kind, None)
    segments = compositor.cut(runs_of(inlines, compositor.looks.of_role(kind), compositor.looks))
    return break_lines(segments, width, element, align=align)
