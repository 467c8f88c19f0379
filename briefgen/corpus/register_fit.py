"""A register held against a version of its document that it was not written for.

Enters: a document that was just read, and its register in a corpus folder. Leaves: the document
with each correction that fits, and the rows that no longer do. Nothing is an error here: the import
goes on, and says what to do with each row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from briefgen.corpus.corrections import correct, load_corrections
from briefgen.corpus.lint.answers import load_answers
from briefgen.corpus.stale_rows import find_misfit
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefgen.corpus.lint.answers import Answer
    from briefgen.corpus.model import Document


class StaleRow(Struct, frozen=True):
    """A row of the register that no longer matches: its unit and words, and what to do with it."""

    unit: str
    as_is: str
    """"" for a row about the unit as a whole."""
    cure: str

    def __str__(self) -> str:
        """Give the row and its cure in a line."""
        what = f"'{self.as_is}' no longer stands there once" if self.as_is else "the unit is gone"
        return f"{self.unit}: {what}; {self.cure}"


class Fitted(NamedTuple):
    """A document as its register has it now."""

    corrected: Document
    answers: tuple[Answer, ...]
    """The rows that answer findings and still fit."""
    stale: tuple[StaleRow, ...]


def fit_register(folder: Path, document: Document) -> Fitted:
    """Apply the rows that fit; a corpus folder without a register has none.

    Raises:
        UnusableInput: the register cannot be read.
    """
    units = {unit.id: unit for unit in document.units}
    rows = load_corrections(folder, document.id)
    misfits = {row: find_misfit(row.correction.unit, row.correction.as_is, units) for row in rows}
    try:
        corrected = correct(document, [row for row in rows if not misfits[row]])
    except UnusableInput:  # two rows of the same words, of which the check tells
        corrected = document
    stale = [
        StaleRow(row.correction.unit, row.correction.as_is, misfit.cure)
        for row, misfit in misfits.items()
        if misfit
    ]
    answers = load_answers(folder, document.id)
    unfit = dict(_unfit(answers, corrected))
    stale += (StaleRow(answer.unit, answer.as_is, cure) for answer, cure in unfit.items())
    return Fitted(corrected, tuple(one for one in answers if one not in unfit), tuple(stale))


def _unfit(answers: tuple[Answer, ...], corrected: Document) -> Iterator[tuple[Answer, str]]:
    units = {unit.id: unit for unit in corrected.units}
    for answer in answers:
        misfit = find_misfit(answer.unit, answer.as_is, units)
        if misfit:
            yield answer, misfit.cure
