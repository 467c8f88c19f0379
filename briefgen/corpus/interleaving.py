"""The search for the cells that the words of an interleaved transcript belong to.

Enters: cells with their words, and the words of a transcript. Leaves: the cheapest assignment of
each word of the transcript to the next word of a cell, with flaws where there is none without.
What a cell is, and what a flaw means to a reader, is not known here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefgen.corpus.readers.transcript import Word

_TURN: Final = 1
"""The cost of passing to another cell at the start of a line."""
_TURN_IN_LINE: Final = 4
"""The same within a line: columns run together there, but seldom."""
_WRONG: Final = 20
"""The cost of a word too many or too few: more than any number of turns saves nearby."""
_ALTERED: Final = 30
"""The cost of one word for another: less than one too many and one too few."""
_WIDTH: Final = 24
_REACH: Final = 50
"""How many of the cheapest partial assignments are followed, and how much dearer than the
cheapest they may be; what is found is a proof whatever was not followed."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its words, and the lines that it stands on in its own source."""

    id: str
    lines: tuple[int, int]
    words: tuple[str, ...]
    is_head: bool

    @property
    def row(self) -> str:
        """The part of the id that names the row."""
        return self.id.split("/")[1]

    @property
    def column(self) -> str:
        """The part of the id that names the column."""
        return self.id.split("/")[2]


@dataclass(frozen=True, slots=True)
class Step:
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


@dataclass(frozen=True, slots=True)
class _Heard:
    """A word of the transcript, the word after it, and what a turn to another cell costs here."""

    index: int
    word: str
    following: str
    turn: int


def assign(cells: Sequence[Cell], words: Sequence[Word], heard: Sequence[str]) -> Step:
    """Give the last step of the best assignment; ``heard`` are the words as they are compared.

    First only assignments without a flaw are tried: there are few, and any of them is a proof.
    """
    best = _follow(cells, words, heard, _exact)
    if best is None or _missing(best, cells):
        best = _follow(cells, words, heard, _flawed)
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
    cells: Sequence[Cell],
    words: Sequence[Word],
    heard: Sequence[str],
    ways: Callable[[Step, Sequence[Cell], _Heard], Iterator[Step]],
) -> Step | None:
    """Follow the cheapest assignments through the transcript, word by word, to the best end."""
    steps = [Step(0, (0,) * len(cells), -1)]
    for index, word in enumerate(heard):
        following = heard[index + 1] if index + 1 < len(heard) else ""
        turn = _TURN if words[index].opens_line else _TURN_IN_LINE
        now = _Heard(index, word, following, turn)
        cheapest: dict[tuple[tuple[int, ...], int], Step] = {}
        for step in steps:
            for after in ways(step, cells, now):
                key = (after.progress, after.cell)
                if key not in cheapest or after.cost < cheapest[key].cost:
                    cheapest[key] = after
        if not cheapest:
            return None
        limit = min(step.cost for step in cheapest.values()) + _REACH
        near = [step for step in cheapest.values() if step.cost <= limit]
        steps = sorted(near, key=lambda one: (one.cost, one.progress))[:_WIDTH]
    return min(steps, key=lambda one: (one.cost + _missing(one, cells) * _WRONG, one.progress))


def _missing(step: Step, cells: Sequence[Cell]) -> int:
    return sum(len(cell.words) - done for cell, done in zip(cells, step.progress, strict=True))


def _exact(step: Step, cells: Sequence[Cell], now: _Heard) -> Iterator[Step]:
    """Give the ways on from a step in which nothing differs: the next word of a cell."""
    for number, (cell, done) in enumerate(zip(cells, step.progress, strict=True)):
        if done < len(cell.words) and cell.words[done] == now.word:
            cost = step.cost + (0 if number == step.cell else now.turn)
            yield _advance(step, number, 1, now, cost)


def _flawed(step: Step, cells: Sequence[Cell], now: _Heard) -> Iterator[Step]:
    """Give every way on from a step: the next word of a cell, or a flaw nearby."""
    yield Step(step.cost + _WRONG, step.progress, step.cell, step, now.index, "added")
    for number, (cell, done) in enumerate(zip(cells, step.progress, strict=True)):
        rest = cell.words[done : done + 3]
        if number != step.cell and now.word not in rest[:2] and now.following not in rest[1:2]:
            continue
        cost = step.cost + (0 if number == step.cell else now.turn)
        if rest[:1] == (now.word,):
            yield _advance(step, number, 1, now, cost)
        elif rest[1:2] == (now.word,) and (number == step.cell or rest[2:3] == (now.following,)):
            yield _advance(step, number, 2, now, cost + _WRONG, "left out")
        elif rest and (number == step.cell or rest[1:2] == (now.following,)):
            yield _advance(step, number, 1, now, cost + _ALTERED, "altered")


def _advance(step: Step, number: int, count: int, now: _Heard, cost: int, flaw: str = "") -> Step:
    progress = list(step.progress)
    progress[number] += count
    return Step(cost, tuple(progress), number, step, now.index, flaw)
