"""Which passage of a file is which of those expected.

Enters: the keys of both, and how alike two passages are. Leaves: pairs, in the order of both; and
what is left over on either side. Passages that are the same are paired first, then what stands
between them, by the units that the file names and by the words that two passages share.
"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LARGEST: Final = 40_000
"""Pairs of a stretch that are weighed one by one; larger stretches share nothing anyway."""


class Alignment(Struct):
    """Numbers of passages: ``pairs`` from expected to found, and what has no partner."""

    pairs: dict[int, int] = field(default_factory=dict)
    missing: list[int] = field(default_factory=list)
    extra: list[int] = field(default_factory=list)


def align(
    expected: Sequence[str], found: Sequence[str], likeness: Callable[[int, int], float]
) -> Alignment:
    """Pair two sequences of keys; ``likeness`` weighs a pair of unequal ones, 0 for none."""
    result = Alignment()
    if list(expected) == list(found):
        result.pairs = {index: index for index in range(len(expected))}
        return result
    matcher = SequenceMatcher(None, expected, found, autojunk=False)
    for what, low, high, start, end in matcher.get_opcodes():
        if what == "equal":
            result.pairs.update(zip(range(low, high), range(start, end), strict=True))
            continue
        pairs = _between(range(low, high), range(start, end), likeness)
        result.pairs.update(pairs)
        result.missing += [one for one in range(low, high) if one not in pairs]
        taken = set(pairs.values())
        result.extra += [one for one in range(start, end) if one not in taken]
    return result


def _between(left: range, right: range, likeness: Callable[[int, int], float]) -> dict[int, int]:
    """Pair two stretches so that the likeness of all pairs together is greatest."""
    if not left or not right or len(left) * len(right) > _LARGEST:
        return {}
    weights = [[likeness(one, other) for other in right] for one in left]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            taken = best[i + 1][j + 1] + weights[i][j] if weights[i][j] else 0.0
            best[i][j] = max(taken, best[i + 1][j], best[i][j + 1])
    pairs: dict[int, int] = {}
    i = j = 0
    while i < len(left) and j < len(right):
        if weights[i][j] and best[i][j] == best[i + 1][j + 1] + weights[i][j]:
            pairs[left[i]] = right[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def shared(first: str, second: str) -> float:
    """Give the part of two texts' words that both have, from 0 to 1."""
    one, other = Counter(first.split()), Counter(second.split())
    total = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / total if total else 1.0
