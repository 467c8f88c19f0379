"""Running headers and footers: one line, or a few, at the left and at the right.

Enters: a running line of a section, and the width and edges of its page. Leaves: lines with their
places, the same on every page but for the page numbers, which are fields until they are known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefgen.writers.pdf.plan import Element, PlacedLine, Rectangle
from briefgen.writers.pdf.strips import baseline

if TYPE_CHECKING:
    from briefgen.blocks import RunningLine
    from briefgen.writers.pdf.compositor import Compositor

GAP = 14.0
"""Least space between what stands at the left and at the right."""

WIDEST_RIGHT = 0.5
"""What stands at the right has at most this part of the width."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Lines and rules of a header or footer, placed on the page; ``edge`` is nearest the text."""

    lines: tuple[PlacedLine, ...]
    rectangles: tuple[Rectangle, ...]
    edge: float


def set_running(
    compositor: Compositor,
    running: RunningLine,
    kind: Literal["header", "footer"],
    x: float,
    width: float,
    y: float,
) -> Furniture:
    """Set a header downwards from ``y``, or a footer that ends at ``y``."""
    role = compositor.style.role(kind)
    look = compositor.looks.of_role(kind)
    element = Element(kind, kind, None)
    right = compositor.set_words(running.right, look, WIDEST_RIGHT * width, element, align="right")
    taken = max((line.width for line in right), default=-GAP) + GAP
    left = compositor.set_words(running.left, look, width - taken, element)
    height = max(len(left), len(right)) * role.leading
    rule = role.rule
    beside = rule.gap + rule.width if rule else 0.0
    top = y if kind == "header" else y - height
    lines = [
        PlacedLine(
            x + (width - line.width if line in right else 0.0),
            _down(top, row, role.leading, role.size),
            line,
        )
        for side in (left, right)
        for row, line in enumerate(side)
    ]
    rectangles: tuple[Rectangle, ...] = ()
    if rule:
        at = top + height + rule.gap if kind == "header" else top - beside
        rectangles = (Rectangle(x, at, width, rule.width, rule.colour),)
    edge = top + height + beside if kind == "header" else top - beside
    return Furniture(tuple(lines), rectangles, edge)


def _down(top: float, row: int, leading: float, size: float) -> float:
    return top + row * leading + baseline(leading, size)
