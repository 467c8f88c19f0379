"""The comparison of a structured table with a second transcript whose columns run together.

Enters: a document of one table, and the words of a transcript. Leaves: a diagnostic for every word
that one has and the other has not, naming the cell. The proof is an assignment: each word of the
transcript belongs to exactly one cell, and the words of each cell stand in it in their order, from
the first to the last. Where there is no such assignment, the cheapest with gaps tells what differs.

What it cannot tell: two words of cells side by side that changed places in the transcript only,
since the words of each cell still follow one another there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefgen.corpus.interleaving import Cell, Step, assign, steps_of
from briefgen.diagnostics import Diagnostic, Place, error

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.corpus.model import Document
    from briefgen.corpus.readers.transcript import Word

_STRAIGHT: Final = {0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"}
"""Curly quotation marks and apostrophes, which one transcript may keep and the other flatten."""


def cross_check(document: Document, words: Sequence[Word], file: str) -> list[Diagnostic]:
    """Compare; ``file`` names the transcript in messages."""
    cells = [
        Cell(unit.id, unit.lines, _normal(unit.text), unit.kind == "column-head")
        for unit in document.units
    ]
    best = assign(cells, words, [word.text.translate(_STRAIGHT) for word in words])
    steps = steps_of(best)
    source = document.source.file
    return [
        *_flaws(steps, cells, words, source, file),
        *_unfinished(best, cells, source, file),
        *_torn(steps, cells, words, file),
        *_scattered(steps, cells, words, file),
        *_mixed_lines(steps, cells, words, file),
    ]


def _normal(text: str) -> tuple[str, ...]:
    return tuple(text.translate(_STRAIGHT).split(" "))


def _flaws(
    steps: Sequence[Step], cells: Sequence[Cell], words: Sequence[Word], source: str, file: str
) -> Iterator[Diagnostic]:
    for index, step in enumerate(steps):
        if not step.flaw:
            continue
        word = words[step.word]
        near = _cells_near(steps, index)
        cell = cells[step.cell] if step.cell >= 0 else cells[near[0]]
        place = Place(file, word.line)
        hint = f"compare {source}:{cell.lines[0]} with {place}"
        if step.flaw == "added":
            names = ", ".join(cells[number].id for number in near)
            message = f"'{word.text}' is in no cell; it stands near words of {names}"
        elif step.flaw == "left out":
            wanted = cell.words[step.progress[step.cell] - 2]
            message = f"'{wanted}' of {cell.id} is not in the transcript"
        else:
            wanted = cell.words[step.progress[step.cell] - 1]
            message = f"{cell.id} has '{wanted}' where here stands '{word.text}'"
        yield error(message, place, hint)


def _cells_near(steps: Sequence[Step], index: int) -> list[int]:
    """Give the two cells whose words come last before a step, and the two that come next."""
    before = dict.fromkeys(s.cell for s in reversed(steps[:index]) if s.cell >= 0 and not s.flaw)
    after = dict.fromkeys(s.cell for s in steps[index + 1 :] if s.cell >= 0 and not s.flaw)
    return list(dict.fromkeys([*list(before)[:2], *list(after)[:2]])) or [0]


def _unfinished(best: Step, cells: Sequence[Cell], source: str, file: str) -> Iterator[Diagnostic]:
    for cell, done in zip(cells, best.progress, strict=True):
        if done < len(cell.words):
            rest = " ".join(cell.words[done:])[:60]
            message = f"'{rest}' of {cell.id} is not in the transcript {file}"
            yield error(message, Place(source, cell.lines[0]), f"compare {source} with {file}")


def _torn(
    steps: Sequence[Step], cells: Sequence[Cell], words: Sequence[Word], file: str
) -> Iterator[Diagnostic]:
    """Find words at the border of the wrong cell: cells begin lines, and hold no empty line.

    The heads stand side by side on one line, so only the other cells are bound to begin one.
    """
    for step in steps:
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
    steps: Sequence[Step], cells: Sequence[Cell], words: Sequence[Word], file: str
) -> Iterator[Diagnostic]:
    """Find cells with words of another row amid their own.

    Columns run together beside one another, so only words of the same row can come in between;
    save where a page end parts a cell, which its own source then holds on several lines too.
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
            yield error(message, Place(file, line), "a word may stand in the wrong cell")


def _mixed_lines(
    steps: Sequence[Step], cells: Sequence[Cell], words: Sequence[Word], file: str
) -> Iterator[Diagnostic]:
    """Find lines with words of cells that never stand side by side.

    A line runs across the columns of one row at most, and holds one cell of each column.
    """
    lines: dict[int, dict[str, Cell]] = {}
    for step in steps:
        if not step.flaw:
            cell = cells[step.cell]
            lines.setdefault(words[step.word].line, {})[cell.id] = cell
    for line, together in lines.items():
        rows = {cell.row for cell in together.values()}
        columns = {cell.column for cell in together.values()}
        if len(rows) > 1 or len(columns) < len(together):
            message = f"one line holds words of {' and of '.join(together)}"
            yield error(message, Place(file, line), "a word may stand in the wrong cell")
