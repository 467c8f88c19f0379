"""Which unit of a document's new version is which of its old one.

Enters: the units of both versions, by id. Leaves: pairs of ids. Words say it first and ids second,
since a new paragraph moves the labels of all below it. What a change means to anyone is not known
here.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.corpus.model import Unit

    Units = Mapping[str, Unit]

_ALIKE: Final = 0.6
"""The share of words in common from which a unit with another id is the same unit, edited."""
_ALIKE_IN_PLACE: Final = 0.4
"""The share that is enough where the id is the same."""
_IN_PLACE: Final = 0.15
"""What the same id weighs against words in common."""
_COMPARED: Final = 250_000
"""Pairs of a kind that are compared by their words, about a second's work; of more, ids decide."""


def pair_units(before: Units, after: Units) -> dict[str, str]:
    """Give the new id of each old unit that is still there; no id of either stands twice.

    First those with the same id and words, then the same words, in order, then words that are
    mostly the same, the likest first. A unit whose words are all others is paired with nothing,
    though its id may be there.
    """
    pairs = {
        name: name
        for name, unit in before.items()
        if name in after and after[name].text == unit.text
    }
    _pair_same_words(before, after, pairs, of_one_kind=True)
    _pair_same_words(before, after, pairs, of_one_kind=False)
    taken = set(pairs.values())
    for _, old, new in sorted(_likenesses(before, after, pairs), key=lambda one: one[0]):
        if old not in pairs and new not in taken:
            pairs[old] = new
            taken.add(new)
    return pairs


def _pair_same_words(
    before: Units, after: Units, pairs: dict[str, str], *, of_one_kind: bool
) -> None:
    taken = set(pairs.values())
    waiting: dict[tuple[str, str], deque[str]] = defaultdict(deque)
    for name, unit in after.items():
        if name not in taken:
            waiting[unit.kind if of_one_kind else "", unit.text].append(name)
    for name, unit in before.items():
        same = waiting[unit.kind if of_one_kind else "", unit.text]
        if name not in pairs and same:
            pairs[name] = same.popleft()


def _likenesses(
    before: Units, after: Units, pairs: Mapping[str, str]
) -> Iterator[tuple[float, str, str]]:
    """Give the pairs that are alike enough, each with a rank of which the lowest is the likest."""
    taken = set(pairs.values())
    old, new = _by_kind(before, pairs), _by_kind(after, taken)
    for kind, left in old.items():
        right = new.get(kind, {})
        many = len(left) * len(right) > _COMPARED
        for name, words in left.items():
            others = {name: right[name]} if many and name in right else {} if many else right
            for other, its_words in others.items():
                alike = _likeness(words, its_words)
                if alike >= (_ALIKE_IN_PLACE if name == other else _ALIKE):
                    yield -alike - _IN_PLACE * (name == other), name, other


def _by_kind(
    units: Units, without: Mapping[str, str] | set[str]
) -> dict[str, dict[str, Counter[str]]]:
    found: dict[str, dict[str, Counter[str]]] = defaultdict(dict)
    for name, unit in units.items():
        if name not in without:
            found[unit.kind][name] = Counter(unit.text.casefold().split())
    return found


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Give the share of words in common, each as often as both have it: from 0 to 1."""
    shared = sum(min(one[word], other[word]) for word in one.keys() & other.keys())
    return 2 * shared / max(1, one.total() + other.total())
