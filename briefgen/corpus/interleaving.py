"""The search for the cells that the words of an interleaved transcript belong to.

Enters: cells with their words, and the words of a transcript. Leaves: the cheapest assignment of
each word of the transcript to the next word of a cell, with flaws where there is none without.
What a cell is, and what a flaw means to a reader, is not known here.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefgen.corpus.readers.transcript import Word

_TURN: Final = 1
"""The cost of passing to another cell at the start of a line."""
_TURN_IN_LINE: Final = 4
"""The same within a line, to a column further right: columns run together there, but seldom."""
_TURN_BACK: Final = 12
"""The same to a column further left: no line is printed so, but a word may stand in a wrong one."""
_WRONG: Final = 20
"""The cost of a word too many or too few: more than any number of turns saves nearby."""
_ALTERED: Final = 30
"""The cost of one word for another: less than one too many and one too few."""
_WIDE: Final = 48
_NARROW: Final = 10
"""How many of the cheapest partial assignments are followed: many where only exact ones count, so
that many cells may begin alike; few with flaws, where there are always ways enough."""
_REACH: Final = 50
"""How much dearer than the cheapest they may be. What is found is a proof whatever was dropped."""


_STRAIGHT: Final = {0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"}
"""Curly quotation marks and apostrophes, which one transcript may keep and the other flatten."""


def plain_words(text: str) -> tuple[str, ...]:
    """Give the words of a text as they are compared: with straight quotation marks."""
    return tuple(text.translate(_STRAIGHT).split())


class Cell(Struct, frozen=True):
    """A cell of a table: its words, and where it stands in the table and in its own source."""

    id: str
    row: str
    column: int
    """From the left, from 0."""
    lines: tuple[int, int]
    words: tuple[str, ...]
    is_head: bool
    breaks: frozenset[int] = frozenset()
    """The words, from 0, that begin a new line or paragraph within the cell."""


class Step(NamedTuple):
    """A way of assigning the transcript so far, as a chain back to its start."""

    cost: int
    progress: tuple[int, ...]
    """How many words of each cell have been found."""
    cell: int
    """The cell of the last word, -1 before the first."""
    before: Step | None = None
    word: int = -1
    """The word of the transcript that this step takes."""
    flaw: str = ""


class _Table(Struct, frozen=True, dict=True):
    """The cells, and where in them each word occurs."""

    cells: Sequence[Cell]

    @cached_property
    def occurrences(self) -> dict[str, list[tuple[int, int]]]:
        """By word: cell, and place within the cell."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, cell in enumerate(self.cells):
            for place, word in enumerate(cell.words):
                found[word].append((number, place))
        return dict(found)

    @cached_property
    def above(self) -> list[int]:
        """By cell: the one above it in its column, or -1."""
        last: dict[int, int] = {}
        found = []
        for number, cell in enumerate(self.cells):
            found.append(last.get(cell.column, -1))
            last[cell.column] = number
        return found

    def may_begin(self, number: int, progress: tuple[int, ...]) -> bool:
        """Say whether the cell above a cell has come to its end."""
        above = self.above[number]
        return above < 0 or progress[above] == len(self.cells[above].words)

    def missing(self, step: Step) -> int:
        """Count the words of cells that a step has not come to."""
        return sum(
            len(cell.words) - done for cell, done in zip(self.cells, step.progress, strict=True)
        )


class _Heard(NamedTuple):
    """A word of the transcript, and the word after it."""

    place: int
    word: str
    following: str
    opens_line: bool


def assign(cells: Sequence[Cell], words: Sequence[Word]) -> Step:
    """Give the last step of the best assignment.

    First only assignments without a flaw are tried: there are few, and any of them is a proof.
    """
    table = _Table(cells)
    heard = [word.text.translate(_STRAIGHT) for word in words]
    best = _follow(table, words, heard, _exact, _WIDE)
    if best is None or table.missing(best):
        best = _follow(table, words, heard, _flawed, _NARROW)
    assert best is not None, "with flaws there is always a way on"
    return best


def steps_of(step: Step) -> list[Step]:
    """Give the steps of an assignment, one a word, in the order of the transcript."""
    steps = []
    at: Step | None = step
    while at is not None and at.before is not None:
        steps.append(at)
        at = at.before
    return steps[::-1]


def _follow(
    table: _Table,
    words: Sequence[Word],
    heard: Sequence[str],
    ways: Callable[[Step, _Table, _Heard], Iterator[Step]],
    width: int,
) -> Step | None:
    """Follow the cheapest assignments through the transcript, word by word, to the best end."""
    steps = [Step(0, (0,) * len(table.cells), -1)]
    for index, word in enumerate(heard):
        following = heard[index + 1] if index + 1 < len(heard) else ""
        now = _Heard(index, word, following, words[index].opens_line)
        cheapest: dict[tuple[tuple[int, ...], int], Step] = {}
        for step in steps:
            for after in ways(step, table, now):
                key = (after.progress, after.cell)
                if key not in cheapest or after.cost < cheapest[key].cost:
                    cheapest[key] = after
        if not cheapest:
            return None
        steps = sorted(cheapest.values(), key=_rank)[:width]
        limit = steps[0].cost + _REACH
        steps = [step for step in steps if step.cost <= limit]
    return min(steps, key=lambda one: (one.cost + table.missing(one) * _WRONG, one.progress))


def _rank(step: Step) -> tuple[int, tuple[int, ...]]:
    return step.cost, step.progress


def _exact(step: Step, table: _Table, now: _Heard) -> Iterator[Step]:
    """Give the ways on from a step in which nothing differs: the next word of a cell."""
    progress = step.progress
    for number, place in table.occurrences.get(now.word, ()):
        if progress[number] == place and (place or table.may_begin(number, progress)):
            yield _advance(step, table, number, 1, now)


def _flawed(step: Step, table: _Table, now: _Heard) -> Iterator[Step]:
    """Give every way on from a step: the next word of a cell, or a flaw nearby."""
    yield Step(step.cost + _WRONG, step.progress, step.cell, step, now.place, "added")
    for number in _cells_ahead(step, table, now):
        done = step.progress[number]
        rest = table.cells[number].words[done : done + 3]
        if rest[:1] == (now.word,):
            yield _advance(step, table, number, 1, now)
        elif rest[1:2] == (now.word,) and (number == step.cell or rest[2:3] == (now.following,)):
            yield _advance(step, table, number, 2, now, "left out")
        elif rest and (number == step.cell or rest[1:2] == (now.following,)):
            yield _advance(step, table, number, 1, now, "altered")


def _cells_ahead(step: Step, table: _Table, now: _Heard) -> list[int]:
    """Give the cells that may go on here: the last one, and those with the word or its follower."""
    progress = step.progress
    found = {step.cell} if step.cell >= 0 else set()
    for number, place in table.occurrences.get(now.word, ()):
        if 0 <= place - progress[number] <= 1:
            found.add(number)
    for number, place in table.occurrences.get(now.following, ()):
        if place - progress[number] == 1:
            found.add(number)
    return sorted(found)


_PRICES: Final = {"": 0, "left out": _WRONG, "altered": _ALTERED}


def _advance(
    step: Step, table: _Table, number: int, count: int, now: _Heard, flaw: str = ""
) -> Step:
    progress = step.progress
    progress = (*progress[:number], progress[number] + count, *progress[number + 1 :])
    cost = step.cost + _PRICES[flaw]
    if number != step.cell:
        if now.opens_line:
            cost += _TURN
        else:
            cells = table.cells
            right = step.cell < 0 or cells[number].column > cells[step.cell].column
            cost += _TURN_IN_LINE if right else _TURN_BACK
        if not step.progress[number] and not table.may_begin(number, step.progress):
            cost += _TURN_BACK
    return Step(cost, progress, number, step, now.place, flaw)
