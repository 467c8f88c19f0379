"""From nested inlines to a flat row of runs: words of one look and one sense.

Enters: inlines of the tree and the look of the role that they stand in. Leaves: runs, in order.
Knows nothing of widths.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, assert_never

from briefgen.blocks import (
    Deletion,
    Emphasis,
    Field,
    Highlight,
    Insertion,
    LineBreak,
    Link,
    NoteReference,
    Quotation,
    Span,
    Strong,
    Text,
)
from briefgen.writers.pdf.plan import Look, Sense

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.blocks import Inlines
    from briefgen.writers.pdf.looks import Looks

PLAIN = Sense()
"""The sense of words that are nothing but words."""

FIELD_DIGITS = "000"
"""The room kept for a page number until it is known."""


class Run(NamedTuple):
    """Words of one look and sense; ``ends_line`` is a forced line end after them."""

    text: str
    look: Look
    sense: Sense = PLAIN
    ends_line: bool = False


def runs_of(inlines: Inlines, look: Look, looks: Looks, sense: Sense = PLAIN) -> list[Run]:
    """Flatten inlines; what stands around words (a link, a quotation) becomes their sense."""
    runs: list[Run] = []
    _gather(inlines, look, sense, looks, runs)
    return runs


def shared_sense(runs: Iterable[Run]) -> Sense:
    """Give the unit and the language that all words share; the marks of notes are not words."""
    senses = {run.sense for run in runs if run.text.strip() and not run.sense.note}
    units = {sense.unit for sense in senses}
    languages = {sense.language for sense in senses}
    if units <= {""} and languages <= {""}:
        return PLAIN
    return Sense(
        unit=units.pop() if len(units) == 1 else "",
        language=languages.pop() if len(languages) == 1 else "",
    )


def _gather(inlines: Inlines, look: Look, sense: Sense, looks: Looks, runs: list[Run]) -> None:
    for inline in inlines:
        match inline:
            case Text(text):
                runs.append(Run(text.replace("\t", " "), look, sense))
            case Strong(children):
                _gather(children, looks.changed(look, "strong"), sense, looks, runs)
            case Emphasis(children):
                _gather(children, looks.changed(look, "emphasis"), sense, looks, runs)
            case Insertion(children):
                _gather(children, looks.changed(look, "insertion"), sense, looks, runs)
            case Deletion(children):
                _gather(children, looks.changed(look, "deletion"), sense, looks, runs)
            case Highlight(children):
                _gather(children, looks.in_role(look, "highlight"), sense, looks, runs)
            case Span(children, role, language):
                inner = looks.in_role(look, role) if role else look
                meant = sense._replace(language=language) if language else sense
                _gather(children, inner, meant, looks, runs)
            case Link(children, target):
                _gather(
                    children, looks.in_role(look, "link"), sense._replace(link=target), looks, runs
                )
            case Quotation(children, unit):
                _gather(children, look, sense._replace(unit=unit), looks, runs)
            case NoteReference(note, mark):
                runs.append(Run(mark, looks.changed(look, "mark"), sense._replace(note=note)))
            case Field():
                runs.append(Run(FIELD_DIGITS, look, sense._replace(field=inline)))
            case LineBreak():
                runs.append(Run("", look, sense, ends_line=True))
            case _ as never:
                assert_never(never)
