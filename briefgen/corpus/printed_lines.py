"""What the printed lines of a transcript tell of the cells that its words were assigned to.

Enters: an assignment of the words of a transcript to cells. Leaves: a diagnostic for every line
that no page can have printed so. A line runs across the columns of one row at most: it holds one
run of words of each column, from left to right; cells come to share a line only where one of them
begins, for the lines of both lie equally far apart; and in each column a line is filled before the
next is begun. Two words of cells side by side that changed places leave the words of each cell in
their order, and only these rules tell.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from briefgen.diagnostics import Diagnostic, Place, error

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.corpus.interleaving import Cell, Step
    from briefgen.corpus.readers.transcript import Word

_FILLED: Final = 0.85
"""How far a line reaches with the next word, at least, as a share of the longest in its column:
letters differ in width, and the shipped transcript has none below 0.92."""
_HINT: Final = "a word may stand in the wrong cell"


class _Run(Struct):
    """Words of one cell that follow one another on one line."""

    line: int
    cell: Cell
    start: int
    """The place of the first word within its cell, from 0."""
    words: list[str]

    @property
    def length(self) -> int:
        """Its length in characters."""
        return len(" ".join(self.words))


def check_lines(
    steps: Sequence[Step], cells: Sequence[Cell], words: Sequence[Word], file: str
) -> Iterator[Diagnostic]:
    """Find lines that cannot have been printed so; flaws of the assignment are told elsewhere."""
    runs = _runs(steps, cells, words)
    lines: dict[int, list[_Run]] = {}
    for run in runs:
        lines.setdefault(run.line, []).append(run)
    for line, together in lines.items():
        columns = [run.cell.column for run in together]
        rows = {run.cell.row for run in together}
        if len(rows) > 1 or any(a >= b for a, b in pairwise(columns)):
            names = " and of ".join(dict.fromkeys(run.cell.id for run in together))
            message = f"one line holds words of {names}, not one column after the other"
            yield error(message, Place(file, line), _HINT)
    widths = _widths(runs)
    for before, run in _continued(runs):
        yield from _cut_short(before, run, widths, file)
    yield from _late_meetings(runs, lines, file)


def _runs(steps: Sequence[Step], cells: Sequence[Cell], words: Sequence[Word]) -> list[_Run]:
    runs: list[_Run] = []
    for step in steps:
        if step.flaw:
            continue
        word, cell = words[step.word], cells[step.cell]
        if runs and runs[-1].cell is cell and runs[-1].line == word.line:
            runs[-1].words.append(word.text)
        else:
            runs.append(_Run(word.line, cell, step.progress[step.cell] - 1, [word.text]))
    return runs


def _continued(runs: Sequence[_Run]) -> Iterator[tuple[_Run, _Run]]:
    """Give the runs that go on with a cell, each with the run before it."""
    last: dict[str, _Run] = {}
    for run in runs:
        before = last.get(run.cell.id)
        last[run.cell.id] = run
        if before is not None and before.line != run.line:
            yield before, run


def _widths(runs: Sequence[_Run]) -> dict[int, int]:
    """Give the length of the longest line of each column, in characters."""
    widths: dict[int, int] = {}
    for run in runs:
        widths[run.cell.column] = max(widths.get(run.cell.column, 0), run.length)
    return widths


def _cut_short(before: _Run, run: _Run, widths: dict[int, int], file: str) -> Iterator[Diagnostic]:
    """Find a line on which the next word of its cell had room."""
    reach = before.length + 1 + len(run.words[0])
    if reach < _FILLED * widths[run.cell.column] and run.start not in run.cell.breaks:
        message = f"'{run.words[0]}' of {run.cell.id} had room on the line before"
        yield error(message, Place(file, run.line), _HINT)


def _late_meetings(
    runs: Sequence[_Run], lines: dict[int, list[_Run]], file: str
) -> Iterator[Diagnostic]:
    """Find cells that share a line after both have stood on lines of their own."""
    before = {(run.line, run.cell.id): last.line for last, run in _continued(runs)}
    for line, together in lines.items():
        for left, right in pairwise(together):
            above = before.get((line, left.cell.id)), before.get((line, right.cell.id))
            if left.cell is not right.cell and None not in above and above[0] != above[1]:
                message = f"words of {left.cell.id} and of {right.cell.id} meet on one line"
                yield error(message, Place(file, line), _HINT)
