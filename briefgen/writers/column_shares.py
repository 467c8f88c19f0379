"""How a table's width is shared out: by its proportions, but no word is cut for their sake.

Enters: proportions, and what each column needs at least. Leaves: widths, in the unit they came in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def proportional(width: float, shares: Sequence[float]) -> list[float]:
    """Share a width out; proportions that say nothing make columns of equal width."""
    positive = [max(share, 0.0) for share in shares]
    total = sum(positive)
    if not total:
        positive, total = [1.0] * len(positive), float(len(positive) or 1)
    return [width * share / total for share in positive]


def widened(wanted: Sequence[float], least: Sequence[float]) -> list[float]:
    """Let columns that are too narrow take from those with room to spare.

    Where all together need more than there is, the widths stay as they are ``wanted``.
    """
    missing = sum(max(0.0, need - have) for have, need in zip(wanted, least, strict=True))
    spare = sum(max(0.0, have - need) for have, need in zip(wanted, least, strict=True))
    if not missing or missing > spare:
        return list(wanted)
    return [
        max(need, have - (have - need) * missing / spare)
        for have, need in zip(wanted, least, strict=True)
    ]
