"""Which passage of a new build is which of the old one.

Enters: the passages of two files. Leaves: pairs, and what has no partner. Passages of the same
words are paired first; then, between them, those that share a unit or most of their words; then
what is left, wherever it stands: it was moved.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from briefgen.verify.alignment import align, shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.verify.model import Passage

_ALIKE: Final = 0.5
"""Words that two passages must share to be taken for one, if nothing else speaks for it."""
_SAME_UNIT: Final = 0.3
"""What it weighs that both quote one unit: less than words, for letters move on."""
_SAME_LEVEL: Final = 0.15
_SAME_PLACE: Final = 0.02
"""What it weighs that both are the delegation's own, and no headings: either may be rewritten."""
_FEW: Final = 4
"""So few words ("Means of implementation") stand in many places, and are not looked for afar."""


class Pairing(Struct, frozen=True):
    """Numbers of passages, from 0: ``pairs`` from old to new, of which some ``moved``."""

    pairs: dict[int, int]
    moved: frozenset[int]
    """The old numbers of those that stand elsewhere."""
    gone: tuple[int, ...]
    added: tuple[int, ...]


def pair_passages(old: Sequence[Passage], new: Sequence[Passage]) -> Pairing:
    """Pair the passages of two files."""
    keys = [_key(one) for one in old], [_key(one) for one in new]
    in_both = set(keys[0]) & set(keys[1])

    def likeness(index: int, other: int) -> float:
        one, two = old[index], new[other]
        if bool(one.level) != bool(two.level):
            return 0.0
        if keys[0][index] != keys[1][other] and {keys[0][index], keys[1][other]} & in_both:
            return 0.0  # the same words stand elsewhere
        alike = shared(one.words, two.words)
        weight = alike if alike >= _ALIKE else 0.0
        if set(one.units) & set(two.units):
            weight += _SAME_UNIT
        elif not one.units and not two.units:
            weight += _SAME_PLACE
        if weight and one.level and one.level == two.level:
            weight += _SAME_LEVEL
        return weight

    found = align(*keys, likeness)
    moved = dict(_moved(found.missing, found.extra, keys))
    return Pairing(
        dict(sorted((found.pairs | moved).items())),
        frozenset(moved),
        tuple(one for one in found.missing if one not in moved),
        tuple(sorted(set(found.extra) - set(moved.values()))),
    )


def _key(one: Passage) -> str:
    return f"{bool(one.level)} {one.words}"


def _moved(
    gone: Sequence[int], added: Sequence[int], keys: tuple[Sequence[str], Sequence[str]]
) -> Iterator[tuple[int, int]]:
    """Pair words that left one place with the same words, in their order, at another."""
    places: dict[str, deque[int]] = {}
    for other in added:
        places.setdefault(keys[1][other], deque()).append(other)
    for index in gone:
        twins = places.get(keys[0][index])
        if twins and len(keys[0][index].split()) > _FEW:  # the first says whether it is a heading
            yield index, twins.popleft()
