"""Which page lies where: the order of pages on the sides of sheets.

Enters: a number of pages. Leaves: leaves, each with the page numbers of its front and its back,
from left to right and from above downwards. Pages count from 0; None is an empty place. Backs are
as they are seen after the sheet was turned like the leaf of a book, about its left edge. Paper has
no size here.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from briefgen.press.scheme import PAGES_A_SHEET

if TYPE_CHECKING:
    from collections.abc import Iterable

Side: TypeAlias = tuple[int | None, ...]


class Leaf(Struct, frozen=True):
    """A sheet of paper; ``depth`` is the number of sheets folded around it."""

    front: Side
    back: Side
    depth: int = 0


def booklet(pages: int, signature: int = 0) -> list[Leaf]:
    """Give the sheets of a saddle-stitched booklet, the outermost of each signature first.

    Of ``signature`` pages each, the last may have fewer; 0 folds all sheets into one another.
    """
    whole = pages + -pages % PAGES_A_SHEET
    size = signature or whole
    leaves: list[Leaf] = []
    for start in range(0, whole, size or 1):
        end = min(start + size, whole)
        for depth in range((end - start) // PAGES_A_SHEET):
            first, last = start + 2 * depth, end - 1 - 2 * depth
            front, back = (last, first), (first + 1, last - 1)
            leaves.append(Leaf(_there(front, pages), _there(back, pages), depth))
    return leaves


def from_the_right(leaves: Iterable[Leaf], columns: int) -> list[Leaf]:
    """Give the same sheets with each row of pages the other way round."""
    return [
        Leaf(_rows_turned(one.front, columns), _rows_turned(one.back, columns), one.depth)
        for one in leaves
    ]


def _rows_turned(side: Side, columns: int) -> Side:
    rows = [side[at : at + columns] for at in range(0, len(side), columns)]
    return tuple(number for row in rows for number in reversed(row))


def in_order(pages: int, per_side: int, *, single_sided: bool = False) -> list[Leaf]:
    """Give sheets on which pages follow one another, side after side."""
    sides = [_there(range(start, start + per_side), pages) for start in range(0, pages, per_side)]
    empty: Side = (None,) * per_side
    if single_sided:
        return [Leaf(side, empty) for side in sides]
    return [
        Leaf(side, sides[at + 1] if at + 1 < len(sides) else empty)
        for at, side in enumerate(sides)
        if at % 2 == 0
    ]


def cut_stacks(pages: int, columns: int, rows: int, *, single_sided: bool = False) -> list[Leaf]:
    """Give sheets that are cut into piles; the piles laid on one another are in order.

    Printed on both sides, a card's back is the page after its front.
    """
    places = columns * rows
    faces = 1 if single_sided else 2
    cards = -(-pages // faces)
    height = -(-cards // places)
    leaves: list[Leaf] = []
    for sheet in range(height):
        fronts = [(pile * height + sheet) * faces for pile in range(places)]
        if single_sided:
            leaves.append(Leaf(_there(fronts, pages), (None,) * places))
            continue
        backs = [
            fronts[row * columns + columns - 1 - column] + 1
            for row in range(rows)
            for column in range(columns)
        ]
        leaves.append(Leaf(_there(fronts, pages), _there(backs, pages)))
    return leaves


def repeated(pages: int, per_side: int, *, single_sided: bool = False) -> list[Leaf]:
    """Give sheets that are cut into so many copies of one card each.

    Printed on both sides, a card's back is the page after its front.
    """
    sides: list[Side] = [(page,) * per_side for page in range(pages)]
    empty: Side = (None,) * per_side
    if single_sided:
        return [Leaf(side, empty) for side in sides]
    return [
        Leaf(front, back) for front, back in zip_longest(sides[::2], sides[1::2], fillvalue=empty)
    ]


def _there(numbers: range | tuple[int, ...] | list[int], pages: int) -> Side:
    return tuple(number if number < pages else None for number in numbers)
