"""What people have said to findings, and whether what they said still holds.

Enters: findings, documents, and the rows that answer findings. Leaves: the findings that nobody
answered, and a diagnostic for each row that answers nothing any more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.corpus.anchors import occurrences
from briefgen.corpus.corrections import load_register
from briefgen.corpus.stale_rows import find_misfit
from briefgen.diagnostics import Diagnostic, Place, error, warning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from briefgen.corpus.lint.findings import Finding
    from briefgen.corpus.model import Document, Unit


class Answer(Struct, frozen=True):
    """A row under ``accepted`` (with a rule) or ``doubtful`` (without: it holds for every rule)."""

    unit: str
    rule: str
    as_is: str
    place: Place


def load_answers(folder: Path, document: str) -> tuple[Answer, ...]:
    """Read what the register of a document says besides its corrections.

    Raises:
        UnusableInput: with every fault of the file.
    """
    path, plain = load_register(folder, document)
    accepted = (
        Answer(unit, rule, as_is, Place(path, *mark))
        for (unit, rule, as_is, _), mark in plain.get("accepted", ())
    )
    doubtful = (
        Answer(unit, "", as_is, Place(path, *mark))
        for (unit, as_is, _), mark in plain.get("doubtful", ())
    )
    return (*accepted, *doubtful)


def unanswered(
    findings: Iterable[Finding], documents: Sequence[Document], answers: Sequence[Answer]
) -> list[Diagnostic]:
    """Give the findings that no row answers, and what is wrong with the rows.

    ``documents`` are those that were examined: with corrections applied, so that the words that a
    correction changed are no longer there to be accepted.
    """
    units = {unit.id: unit for document in documents for unit in document.units}
    left: list[Diagnostic] = []
    used: set[Answer] = set()
    for finding in findings:
        said = [one for one in answers if _is_said_of(one, finding, units)]
        used.update(said)
        if not said:
            left.append(finding)
    return [*left, *_idle(answers, used, units)]


def _is_said_of(answer: Answer, finding: Finding, units: Mapping[str, Unit]) -> bool:
    if answer.unit != finding.unit or answer.rule not in ("", finding.rule):
        return False
    if not answer.as_is or not finding.as_is:
        return not answer.as_is
    places = occurrences(units[answer.unit].text, answer.as_is)
    return any(at <= finding.end and finding.start <= at + len(answer.as_is) for at in places)


def _idle(
    answers: Sequence[Answer], used: set[Answer], units: Mapping[str, Unit]
) -> Iterator[Diagnostic]:
    """Find the rows whose unit or words are gone, and those that nothing is found for."""
    for answer in answers:
        misfit = find_misfit(answer.unit, answer.as_is, units)
        if misfit:
            yield error(misfit.message, answer.place, misfit.cure)
        elif answer.rule and answer not in used:
            message = f"the lint finds nothing by '{answer.rule}' here in {answer.unit}"
            yield warning(message, answer.place, "leave this row out")
