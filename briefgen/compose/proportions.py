"""Proportions of the columns of a table that suit its text.

Enters: rows of cells. Leaves: shares of the width, one a column, for which the rows together are
about as low as can be. Lengths are counted in letters: this module knows no typeface and no paper.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from briefgen.blocks import Heading, Paragraph
from briefgen.walk import blocks_within, plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.blocks import Cell, Row

WHOLE = 100
"""Shares are whole hundredths."""

LEAST = 0.6
"""A column has at least this part of what it would have if all were equally wide."""

MEASURED = 200
"""Rows that are measured: those with most text, by which the height of a table is decided."""


def proportions(rows: Sequence[Row]) -> tuple[float, ...]:
    """Give the share of each column of rows that have equally many cells.

    The height of a cell is about its letters over its width, that of a row its highest cell's. From
    equal shares, a hundredth at a time goes from one column to another while that saves height.
    """
    columns = len(rows[0].cells) if rows else 0
    if not columns:
        return ()
    sizes = {tuple(map(_letters, row.cells)) for row in rows}
    measured = sorted(sizes, key=lambda row: (-max(row), row))[:MEASURED]
    least = max(1, int(LEAST * WHOLE / columns))
    shares = tuple([WHOLE // columns + (index < WHOLE % columns) for index in range(columns)])
    lowest = _height(measured, shares)
    while True:
        height, better = min(
            ((_height(measured, one), one) for one in _moves(shares, least)),
            default=(lowest, shares),
        )
        if height >= lowest:
            return tuple(map(float, shares))
        lowest, shares = height, better


def _moves(shares: tuple[int, ...], least: int) -> Iterator[tuple[int, ...]]:
    """Move a hundredth from each column that can spare it to each other one."""
    for giver, taker in permutations(range(len(shares)), 2):
        if shares[giver] > least:
            yield tuple(
                share - (index == giver) + (index == taker) for index, share in enumerate(shares)
            )


def _height(sizes: Sequence[Sequence[int]], shares: Sequence[int]) -> float:
    return sum(
        max([size / share for size, share in zip(row, shares, strict=True)]) for row in sizes
    )


def _letters(cell: Cell) -> int:
    return sum(
        len(plain_words(block.inlines))
        for block in blocks_within(cell.blocks)
        if isinstance(block, Paragraph | Heading)
    )
