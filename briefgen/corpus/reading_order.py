"""What the order of a transcript tells of the cells that its words were assigned to.

Enters: an assignment of the words of a transcript to cells. Leaves: a diagnostic for every cell
that no page can hold so. A table is read from the left and from the top: in a row no column begins
before the one on its left, in a column each cell ends before the next begins, only words of its own
row stand amid those of a cell, and each cell begins a line or stands right of another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from briefgen.diagnostics import Diagnostic, Place, error

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.corpus.interleaving import Cell, Step
    from briefgen.corpus.readers.transcript import Word

_HINT: Final = "a word may stand in the wrong cell"


class _Stretch(Struct, frozen=True):
    """A cell, and the first and the last of its words in the transcript, from 0."""

    cell: Cell
    first: int
    last: int


def check_order(
    steps: Sequence[Step], cells: Sequence[Cell], words: Sequence[Word], file: str
) -> Iterator[Diagnostic]:
    """Find cells out of their order; flaws of the assignment are told elsewhere."""
    yield from _torn(steps, cells, words, file)
    yield from _scattered(steps, cells, words, file)
    places: dict[int, list[int]] = {}
    for step in steps:
        if not step.flaw:
            places.setdefault(step.cell, []).append(step.word)
    stretches = [_Stretch(cells[at], places[at][0], places[at][-1]) for at in sorted(places)]
    for name, before, after in (*_out_of_column(stretches), *_out_of_row(stretches)):
        line = words[after.first].line
        message = f"{after.cell.id} begins before {before.cell.id} {name}"
        yield error(message, Place(file, line), _HINT)


def _torn(
    steps: Sequence[Step], cells: Sequence[Cell], words: Sequence[Word], file: str
) -> Iterator[Diagnostic]:
    """Find words at the border of the wrong cell: no cell holds an empty line."""
    for step in steps:
        before = step.before
        if step.flaw or before is None:
            continue
        cell, word = cells[step.cell], words[step.word]
        first = before.progress[step.cell] == 0
        if first and not word.opens_line and not _stands_right(before, cell, cells):
            message = f"{cell.id} begins with '{word.text}', within a line of the transcript"
        elif not first and before.cell == step.cell and word.after_gap:
            message = f"an empty line parts '{word.text}' from the words of {cell.id} before it"
        else:
            continue
        yield error(message, Place(file, word.line), _HINT)


def _stands_right(before: Step, cell: Cell, cells: Sequence[Cell]) -> bool:
    left = cells[before.cell]
    return before.cell >= 0 and left.row == cell.row and left.column < cell.column


def _scattered(
    steps: Sequence[Step], cells: Sequence[Cell], words: Sequence[Word], file: str
) -> Iterator[Diagnostic]:
    """Find cells with words of another row amid their own.

    Where a page end parts a cell, which its own source then holds on several lines too, words of
    other rows may come in between.
    """
    chain = [step for step in steps if not step.flaw]
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
            yield error(message, Place(file, line), _HINT)


def _out_of_column(stretches: Sequence[_Stretch]) -> Iterator[tuple[str, _Stretch, _Stretch]]:
    """Give cells of one column of which the lower begins before the upper ends."""
    above: dict[int, _Stretch] = {}
    for one in stretches:
        before = above.get(one.cell.column)
        if before is not None and one.first < before.last:
            yield "ends, which stands above it", before, one
        above[one.cell.column] = one


def _out_of_row(stretches: Sequence[_Stretch]) -> Iterator[tuple[str, _Stretch, _Stretch]]:
    """Give cells that open a column of a row before the column on their left is opened."""
    opening: dict[tuple[str, int], _Stretch] = {}
    for one in stretches:
        opening.setdefault((one.cell.row, one.cell.column), one)
    last: dict[str, _Stretch] = {}
    for (row, _), one in sorted(opening.items(), key=lambda item: item[0][1]):
        if row in last and one.first < last[row].first:
            yield "begins, which stands left of it", last[row], one
        last[row] = one
