"""The comparison of a structured table with a second transcript whose columns run together.

Enters: a document of one table, and the words of a transcript. Leaves: a diagnostic for every word
that one has and the other has not, naming the cell. The proof is an assignment: each word of the
transcript belongs to exactly one cell, and the words of each cell stand in it in their order, from
the first to the last. Where there is no such assignment, the cheapest with gaps tells what differs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefgen.diagnostics import Diagnostic, Place, error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefgen.corpus.model import Document
    from briefgen.corpus.readers.transcript import Word

_STRAIGHT: Final = {0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"}
"""Curly quotation marks and apostrophes, which one transcript may keep and the other flatten."""


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
class _Cell:
    id: str
    lines: tuple[int, int]
    words: tuple[str, ...]
    is_head: bool

    @property
    def row(self) -> str:
        """The part of the id that names the row."""
        return self.id.split("/")[1]


@dataclass(frozen=True, slots=True)
class _Step:
    """A way of assigning the transcript so far, as a chain back to its start."""

    cost: int
    progress: tuple[int, ...]
    """How many words of each cell have been found."""
    cell: int
    """The cell of the last word, -1 before the first."""
    before: _Step | None = None
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


def cross_check(document: Document, words: Sequence[Word], file: str) -> list[Diagnostic]:
    """Compare; ``file`` names the transcript in messages."""
    cells = [
        _Cell(unit.id, unit.lines, _normal(unit.text), unit.kind == "column-head")
        for unit in document.units
    ]
    heard = [word.text.translate(_STRAIGHT) for word in words]
    best = _assign(cells, heard, words, _exact)
    if best is None or _missing(best, cells):
        best = _assign(cells, heard, words, _flawed) or _Step(0, (0,) * len(cells), -1)
    return [
        *_flaws(best, cells, words, document.source.file, file),
        *_unfinished(best, cells, document.source.file, file),
        *_torn(best, cells, words, file),
        *_scattered(best, cells, words, file),
    ]


def _normal(text: str) -> tuple[str, ...]:
    return tuple(text.translate(_STRAIGHT).split(" "))


def _assign(
    cells: Sequence[_Cell],
    heard: Sequence[str],
    words: Sequence[Word],
    ways: Callable[[_Step, Sequence[_Cell], _Heard], Iterator[_Step]],
) -> _Step | None:
    """Follow the cheapest assignments through the transcript, word by word, to the best end."""
    steps = [_Step(0, (0,) * len(cells), -1)]
    for index, word in enumerate(heard):
        following = heard[index + 1] if index + 1 < len(heard) else ""
        turn = _TURN if words[index].opens_line else _TURN_IN_LINE
        now = _Heard(index, word, following, turn)
        cheapest: dict[tuple[tuple[int, ...], int], _Step] = {}
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


def _missing(step: _Step, cells: Sequence[_Cell]) -> int:
    return sum(len(cell.words) - done for cell, done in zip(cells, step.progress, strict=True))


def _exact(step: _Step, cells: Sequence[_Cell], now: _Heard) -> Iterator[_Step]:
    """Give the ways on from a step in which nothing differs: the next word of a cell."""
    for number, (cell, done) in enumerate(zip(cells, step.progress, strict=True)):
        if done < len(cell.words) and cell.words[done] == now.word:
            cost = step.cost + (0 if number == step.cell else now.turn)
            yield _advance(step, number, 1, now, cost)


def _flawed(step: _Step, cells: Sequence[_Cell], now: _Heard) -> Iterator[_Step]:
    """Give every way on from a step: the next word of a cell, or a flaw nearby."""
    yield _Step(step.cost + _WRONG, step.progress, step.cell, step, now.index, "added")
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


def _advance(step: _Step, number: int, count: int, now: _Heard, cost: int, flaw: str = "") -> _Step:
    progress = list(step.progress)
    progress[number] += count
    return _Step(cost, tuple(progress), number, step, now.index, flaw)


def _chain(step: _Step) -> list[_Step]:
    """Give the steps of an assignment, one a word, in the order of the transcript."""
    steps = []
    at: _Step | None = step
    while at is not None and at.before is not None:
        steps.append(at)
        at = at.before
    return steps[::-1]


def _flaws(
    best: _Step, cells: Sequence[_Cell], words: Sequence[Word], source: str, file: str
) -> Iterator[Diagnostic]:
    for step in _chain(best):
        if not step.flaw:
            continue
        word = words[step.word]
        cell = cells[max(step.cell, 0)]
        place = Place(file, word.line)
        hint = f"compare {source}:{cell.lines[0]} with {place}"
        done = step.progress[max(step.cell, 0)]
        if step.flaw == "added":
            message = f"'{word.text}' is in no cell; it stands next to words of {cell.id}"
        elif step.flaw == "left out":
            message = f"'{cell.words[done - 2]}' of {cell.id} is not in the transcript"
        else:
            message = f"{cell.id} has '{cell.words[done - 1]}' where here stands '{word.text}'"
        yield error(message, place, hint)


def _unfinished(
    best: _Step, cells: Sequence[_Cell], source: str, file: str
) -> Iterator[Diagnostic]:
    for cell, done in zip(cells, best.progress, strict=True):
        if done < len(cell.words):
            rest = " ".join(cell.words[done:])[:60]
            message = f"'{rest}' of {cell.id} is not in the transcript {file}"
            yield error(message, Place(source, cell.lines[0]), f"compare {source} with {file}")


def _torn(
    best: _Step, cells: Sequence[_Cell], words: Sequence[Word], file: str
) -> Iterator[Diagnostic]:
    """Find words at the border of the wrong cell: cells begin lines, and hold no empty line.

    The heads stand side by side on one line, so only the other cells are bound to begin one.
    """
    for step in _chain(best):
        before = step.before
        if step.flaw or before is None:
            continue
        cell, word = cells[step.cell], words[step.word]
        first = before.progress[step.cell] == 0
        if first and not word.opens_line and not cell.is_head:
            message = f"{cell.id} begins with '{word.text}', within a line of the transcript"
        elif not first and before.cell == step.cell and word.after_gap:
            message = f"an empty line parts '{word.text}' from the words of {cell.id} before it"
        else:
            continue
        hint = "a word may stand in the wrong cell"
        yield error(message, Place(file, word.line), hint)


def _scattered(
    best: _Step, cells: Sequence[_Cell], words: Sequence[Word], file: str
) -> Iterator[Diagnostic]:
    """Find cells with words of another row amid their own.

    Columns run together beside one another, so only words of the same row can come in between;
    save where a page end parts a cell, which its own source then holds on several lines too.
    """
    chain = [step for step in _chain(best) if not step.flaw]
    runs: dict[int, list[int]] = {}
    for index, step in enumerate(chain):
        runs.setdefault(step.cell, []).append(index)
    for number, places in runs.items():
        cell = cells[number]
        if cell.lines[0] != cell.lines[1]:
            continue
        between = {cells[chain[at].cell].row for at in range(places[0], places[-1])}
        if between - {cell.row}:
            line = words[chain[places[0]].word].line
            message = f"words of another row stand amid those of {cell.id}"
            yield error(message, Place(file, line), "a word may stand in the wrong cell")
