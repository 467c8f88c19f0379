"""The comparison of a structured table with a second transcript whose columns run together.

Enters: a document of one table, and the words of a transcript. Leaves: a diagnostic for every word
that one has and the other has not, naming the cell. The proof is an assignment: each word of the
transcript belongs to exactly one cell, the words of each cell stand in it in their order, from the
first to the last, and its lines are such as a page can have. Where there is no such assignment, the
cheapest with gaps tells what differs. Silence means that the transcript is a print of this table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.corpus.interleaving import Cell, Step, assign, plain_words, steps_of
from briefgen.corpus.printed_lines import check_lines
from briefgen.corpus.reading_order import check_order
from briefgen.diagnostics import Diagnostic, Place, error

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.corpus.model import Document
    from briefgen.corpus.readers.transcript import Word


def cross_check(document: Document, words: Sequence[Word], file: str) -> list[Diagnostic]:
    """Compare; ``file`` names the transcript in messages."""
    cells = cells_of(document)
    source = document.source.file
    if not _alike_in_length(cells, words):
        wanted = sum(len(cell.words) for cell in cells)
        message = f"{len(words)} words where {source} has {wanted}"
        return [error(message, Place(file), "is this a transcript of the same text?")]
    best = assign(cells, words)
    steps = steps_of(best)
    return [
        *_empty(cells, source),
        *_flaws(steps, cells, words, source, file),
        *_unfinished(best, cells, source, file),
        *check_order(steps, cells, words, file),
        *check_lines(steps, cells, words, file),
    ]


def cells_of(document: Document) -> list[Cell]:
    """Give the units as cells; columns stand in the order in which the units name them.

    What is no table is one column.
    """
    columns: dict[str, int] = {}
    is_table = document.layout == "table"
    return [
        Cell(
            unit.id,
            unit.path[1],
            columns.setdefault("".join(unit.path[2:3]) if is_table else "", len(columns)),
            unit.lines,
            plain_words(unit.text),
            unit.kind == "column-head",
            frozenset(
                unit.text[: span.start].count(" ") + 1
                for span in unit.spans
                if span.kind in ("line-break", "paragraph-break")
            ),
        )
        for unit in document.units
    ]


def _alike_in_length(cells: Sequence[Cell], words: Sequence[Word]) -> bool:
    """Say whether a word by word comparison is of use: another text would only give noise."""
    wanted = sum(len(cell.words) for cell in cells)
    return wanted <= len(words) * 2 and len(words) <= wanted * 2


def _empty(cells: Sequence[Cell], source: str) -> Iterator[Diagnostic]:
    for cell in cells:
        if not cell.words:
            yield error(f"{cell.id} has no words", Place(source, cell.lines[0]))


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
