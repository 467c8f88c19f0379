"""The levels of a list's items, from declared label schemes and their sequence.

Enters: items with every level and place that their label could mean. Leaves: for each the one that
makes the whole list follow on, and which items the sequence cannot decide. A label such as "(i)"
is the ninth letter or the first roman numeral by what stands around it, never by its looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from briefgen.corpus.described.numerals import START, Ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP: Final = 1.5
_LATE_START: Final = 2.5
_BACK: Final = 3.0
_RUNS_ON: Final = 1.0
"""A wrapped line whose first word only looks like a label."""
_MID_SENTENCE: Final = 1.5
_ALONE: Final = 0.5
"""A list of one item is no list."""
_LEVEL_SKIPPED: Final = 0.5
_AGAINST_FORMAT: Final = 0.9
_PLAIN: Final = 1.0
"""A reading this much likelier than the next is not in doubt."""
_KEPT: Final = 48


class Candidate(Struct, frozen=True):
    """What a label could mean: its level, from 0, and its place; a bullet has none."""

    level: int
    place: Ordinal | None


class Item(Struct, frozen=True):
    """A paragraph of a list. ``depth`` is the format's own nesting, where it states one."""

    candidates: tuple[Candidate, ...]
    may_run_on: bool = False
    mid_sentence: bool = False
    """Whether the words above it do not end, so that this is hardly an item."""
    depth: int | None = None


class Choice(Struct, frozen=True):
    """What an item is; None for one that runs on from the item above."""

    candidate: Candidate | None
    due: Ordinal | None = None
    """The place that was due, where it is another."""


class _Open(Struct, frozen=True):
    level: int
    place: Ordinal
    count: int
    depth: int | None


class _Reading(Struct, frozen=True):
    cost: float = 0
    stack: tuple[_Open, ...] = ()
    choices: tuple[Choice, ...] = ()


def resolve(items: Sequence[Item]) -> tuple[tuple[Choice, ...], tuple[int, ...]]:
    """Give the likeliest reading of a list, and the indexes of items that stay in doubt."""
    readings = [_Reading()]
    for item in items:
        steps = [step for reading in readings for step in _steps(reading, item)]
        readings = sorted(steps, key=lambda one: one.cost)[:_KEPT]
    ended = sorted(
        ((one.cost + _cost_of_closing(one.stack, -1), one) for one in readings),
        key=lambda pair: pair[0],
    )
    cost, best = ended[0]
    doubts = {
        next(
            at
            for at, pair in enumerate(zip(best.choices, one.choices, strict=True))
            if _differ(*pair)
        )
        for other, one in ended[1:]
        if other - cost < _PLAIN
    }
    return best.choices, tuple(sorted(doubts))


def _differ(one: Choice, other: Choice) -> bool:
    return one.candidate != other.candidate


def _steps(reading: _Reading, item: Item) -> Iterator[_Reading]:
    for candidate in item.candidates:
        yield _step(reading, item, candidate)
    if item.may_run_on:
        yield _Reading(reading.cost + _RUNS_ON, reading.stack, (*reading.choices, Choice(None)))


def _step(reading: _Reading, item: Item, candidate: Candidate) -> _Reading:
    stack = tuple(one for one in reading.stack if one.level <= candidate.level)
    cost = reading.cost + _cost_of_closing(reading.stack, candidate.level)
    due: Ordinal | None = None
    before = stack[-1] if stack and stack[-1].level == candidate.level else None
    if before:
        place = candidate.place or Ordinal(before.place.number + 1)
        if not place.follows(before.place):
            due = Ordinal(before.place.number + 1)
            cost += _GAP if place > before.place else _BACK
        opened = _Open(candidate.level, place, before.count + 1, item.depth)
        stack = (*stack[:-1], opened)
    else:
        place = candidate.place or Ordinal(1)
        if not place.follows(START):
            due = Ordinal(1)
            cost += _LATE_START
        skipped = candidate.level - (stack[-1].level + 1 if stack else 0)
        cost += _LEVEL_SKIPPED * skipped
        stack = (*stack, _Open(candidate.level, place, 1, item.depth))
    cost += _cost_against_format(reading, item, candidate) + _MID_SENTENCE * item.mid_sentence
    return _Reading(cost, stack, (*reading.choices, Choice(candidate, due)))


def _cost_of_closing(stack: tuple[_Open, ...], level: int) -> float:
    return sum(_ALONE for one in stack if one.level > max(level, 0) and one.count == 1)


def _cost_against_format(reading: _Reading, item: Item, candidate: Candidate) -> float:
    if not reading.stack or item.depth is None or reading.stack[-1].depth is None:
        return 0
    last = reading.stack[-1]
    deeper = (candidate.level > last.level) - (candidate.level < last.level)
    stated = (item.depth > last.depth) - (item.depth < last.depth) if last.depth is not None else 0
    return _AGAINST_FORMAT if deeper != stated else 0
