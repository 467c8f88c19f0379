"""What a watermark looks like, in every format that has pages.

Enters: nothing. Leaves: a colour, and how large and how slanted words across a page are.
"""

from __future__ import annotations

from math import atan2, degrees, hypot

COLOUR = "#e6e6e6"
"""Grey that words in every colour of the standard style can be read on (WCAG 2.1, 1.4.3)."""

LARGEST, SMALLEST = 110.0, 24.0
"""Sizes of a watermark in points: it is as large as its words allow."""

_OF_DIAGONAL = 0.8
"""The part of a page's diagonal that a watermark may take."""


def scale_across(length: float, width: float, height: float) -> float:
    """Give what words of this length are scaled by, to go across a page of this size."""
    return min(1.0, _OF_DIAGONAL * hypot(width, height) / length) if length else 1.0


def slant(width: float, height: float) -> float:
    """Give the degrees by which words rise that run along the diagonal of a page."""
    return degrees(atan2(height, width))


def too_long(words: str, size: float) -> tuple[str, str] | None:
    """Say what is wrong with words of this size in points and how to mend it, or nothing."""
    if size >= SMALLEST:
        return None
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    hint = f"shorten it to about {int(len(words) * size / SMALLEST)} characters"
    return f"the watermark '{shown}' is too long to be read across a page", hint


_SHOWN = 40
