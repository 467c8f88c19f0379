"""Where the stamp of a revision goes on a page: in line with the running head, or near an edge.

Enters: a page as it is printed, and how large the stamp is. Leaves: the lower left corner of its
frame, in points, where it touches nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefgen.corrigenda.model import Box
from briefgen.styles import POINTS_PER_MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.corrigenda.model import PrintedPage

PADDING: Final = (4.0, 2.0)
"""Points between frame and words: at the sides, above and below."""
_CLEAR: Final = 1.5
"""Points between the frame and anything else."""
_SAFE: Final = (12 * POINTS_PER_MM, 8 * POINTS_PER_MM, 5 * POINTS_PER_MM)
"""From the paper's edge; printers reach the first, most reach the second, many the last."""
_BESIDE: Final = 8.0
"""Points between the frame and words on its line."""
_RULE: Final = 1.0
"""Points: what is no higher is a rule, and no line of words."""
_MARGIN: Final = 20 * POINTS_PER_MM
"""Where words would begin on a page that has none."""


def place_stamp(page: PrintedPage, width: float, height: float) -> tuple[float, float] | None:
    """Give the place for a frame of this size; None where there is room nowhere."""
    edge = _SAFE[-1]
    for low in _heights(page, height):
        if not edge <= low <= page.height - edge - height:
            continue
        for left in _lefts(page, width, low, height):
            frame = Box(left, low, left + width, low + height)
            if not any(_touch(frame, one) for one in page.taken):
                return left, low
    return None


def _heights(page: PrintedPage, height: float) -> Iterator[float]:
    """Give heights over the foot of the page, the best first: no line is nearer to the edge."""
    lines = [one for one in page.taken if one.high - one.low > _RULE]
    head = max((one for one in lines if one.low > page.height / 2), key=_middle, default=None)
    foot = min((one for one in lines if one.high < page.height / 2), key=_middle, default=None)
    safe, *nearer = _SAFE
    if head:
        yield _middle(head) - height / 2
    yield page.height - safe - height
    if foot:
        yield _middle(foot) - height / 2
    yield safe
    for edge in nearer:
        yield page.height - edge - height
        yield edge


def _middle(box: Box) -> float:
    return (box.low + box.high) / 2


def _lefts(page: PrintedPage, width: float, low: float, height: float) -> Iterator[float]:
    """Give places on a line from its left edge: at its end, or before what stands there."""
    first, last = page.sides if page.sides[1] > page.sides[0] else (_MARGIN, page.width - _MARGIN)
    last = max(last, page.width - _MARGIN) if last < first + width else last
    yield last - width
    line = Box(first, low, last, low + height)
    for one in sorted((box for box in page.taken if _touch(line, box)), reverse=True):
        if one.left - _BESIDE - width >= first:
            yield one.left - _BESIDE - width
    yield first


def _touch(one: Box, other: Box) -> bool:
    return (
        one.left < other.right + _CLEAR
        and other.left < one.right + _CLEAR
        and one.low < other.high + _CLEAR
        and other.low < one.high + _CLEAR
    )
