"""Which passage of the edited file, and which of the new pack, is which of the old pack.

Enters: the old manifest with the words that the corpus knows, the file, the new manifest. Leaves:
partners by number. A passage that was moved keeps its partner.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from briefgen.manifest.model import Own, Quoted, Said
from briefgen.manifest.words import fingerprint
from briefgen.verify.alignment import align, shared
from briefgen.verify.checking import pair_up
from briefgen.verify.pair_check import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefgen.manifest.model import Passage as Listed
    from briefgen.verify.expected import Expected
    from briefgen.verify.model import Passage

_MOSTLY: Final = 0.8
"""Words that two passages share if one is the other, moved and edited."""


class Partners(Struct, frozen=True):
    """The old passage of each one found, by number; ``moved`` are those found out of order."""

    base: Mapping[int, int]
    moved: frozenset[int]


def is_own(passage: Listed) -> bool:
    """Tell whether all of a passage is the delegation's to change."""
    return all(isinstance(part, Own) for part in passage.parts)


def is_intact(passage: Listed, found: Passage) -> bool:
    """Tell whether a passage found has the words that the manifest lists, to the letter."""
    if passage.whole:
        return passage.whole in {fingerprint(found.whole), fingerprint(found.words)}
    (part,) = passage.parts or (Own(""),)
    match part:
        case Said(text):
            listed = fingerprint(text)
        case Quoted(words=listed) | Own(words=listed):
            pass
    with_label = found.words.removeprefix(passage.label).strip()
    return listed in {fingerprint(found.words), fingerprint(with_label)}


def pair_with_file(expected: Sequence[Expected], found: Sequence[Passage]) -> Partners:
    """Find the passages of the old pack in the edited file, moved ones too."""
    alignment = pair_up(expected, found)
    base = {other: index for index, other in alignment.pairs.items()}
    left = list(alignment.extra)
    moved: set[int] = set()
    for index in alignment.missing:
        other = next((one for one in left if _is_same(expected[index], found[one])), None)
        if other is not None:
            base[other] = index
            moved.add(other)
            left.remove(other)
    return Partners(base, frozenset(moved))


def _is_same(expected: Expected, found: Passage) -> bool:
    if is_intact(expected.passage, found):
        return True
    if any(names(unit, tag) for unit in expected.passage.units for tag in found.units):
        return True
    return bool(expected.text) and shared(expected.text or "", found.words) > _MOSTLY


def pair_with_pack(old: Sequence[Listed], new: Sequence[Listed]) -> dict[int, int]:
    """Find the passages of the old pack in the new one; words may have changed meanwhile."""

    def likeness(index: int, other: int) -> float:
        one, two = old[index], new[other]
        if one.units or two.units:
            return 2.0 * (one.units == two.units)
        if is_own(one) != is_own(two) or one.level != two.level or _is_added(one):
            return 0.0
        return 1.0 * (one.role == two.role)

    before, after = [_key(one) for one in old], [_key(one) for one in new]
    alignment = align(before, after, likeness)
    pairs = dict(alignment.pairs)
    left: dict[str, list[int]] = defaultdict(list)
    for other in alignment.extra:
        left[after[other]].append(other)
    for index in alignment.missing:
        if left[before[index]]:
            pairs[index] = left[before[index]].pop(0)
    return pairs


def _is_added(passage: Listed) -> bool:
    return passage.edited == ""


def _key(passage: Listed) -> str:
    """Give what makes a passage that one in any build: units, or the profile's own words."""
    if passage.units:
        return " ".join(_places(passage))
    if is_own(passage):
        return f"own {made_from(passage)}"
    return "said " + " ".join(part.text for part in passage.parts if isinstance(part, Said))


def made_from(passage: Listed) -> str:
    """Give the fingerprint of the own words that a build gave, before they were edited."""
    return passage.whole if passage.edited is None else passage.edited


def _places(passage: Listed) -> Iterable[str]:
    return (f"{one.unit}@{one.start}" for one in passage.parts if isinstance(one, Quoted))
