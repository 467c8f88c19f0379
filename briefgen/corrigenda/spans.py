"""Numbers of pages and of copies in few words: 3 to 5, 7.

Enters: numbers, and what they are called. Leaves: words. What is counted is not known here.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def spans(numbers: Sequence[int], labels: Sequence[str] = ()) -> str:
    """Give numbers in their order, those in a row by the first and the last.

    ``labels`` are what the numbers are called, where that is not their figures.
    """
    called = list(zip(numbers, labels or map(str, numbers), strict=True))
    parts: list[str] = []
    for _, group in groupby(enumerate(called), key=lambda one: one[1][0] - one[0]):
        run = [label for _, (_, label) in group]
        parts.append(run[0] if len(run) == 1 else f"{run[0]}\N{EN DASH}{run[-1]}")
    return ", ".join(parts)
