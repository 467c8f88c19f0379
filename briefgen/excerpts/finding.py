"""The answers to all kinds of criterion brought together: which units, and what around them.

Enters: a corpus and ``Criteria``. Leaves: an ``Excerpt``. Units stand in the order of documents and
sources. Knows no profile: what prints them is made of an excerpt later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.errors import Faults
from briefgen.excerpts.criteria import Match
from briefgen.excerpts.matching import joined, match_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.corpus import Corpus
    from briefgen.corpus.model import Document, Unit
    from briefgen.excerpts.criteria import Answer, Criteria, Spans


class Excerpt(Struct, frozen=True):
    """The units that answer a question, and why."""

    criteria: Criteria
    documents: tuple[Document, ...]
    """Those that were looked in."""
    answers: tuple[Answer, ...]
    """One for each kind of criterion."""
    units: tuple[Unit, ...]
    """In the order of documents and sources; of a faulty part, its first stands for it."""
    found: dict[str, Spans]
    """By the ids of units, the characters of their texts that were looked for."""
    weak: dict[str, tuple[str, ...]]
    """By the ids of units, the themes that they belong to with low confidence."""

    @property
    def passages(self) -> tuple[Unit, ...]:
        """The units whose words are quoted: those that are not faulty."""
        faulty = tuple(f"{fault.under}/" for one in self.documents for fault in one.faults)
        return tuple(unit for unit in self.units if not unit.id.startswith(faulty))

    @property
    def hint(self) -> str:
        """What may have been meant, where nothing answers."""
        return next((answer.hint for answer in self.answers if answer.hint), "")


def find_excerpt(corpus: Corpus, criteria: Criteria) -> Excerpt:
    """Give the units that meet all criteria.

    A footnote is answered for by the paragraph that calls it. Where the words of a document are
    faulty and those of its draft answer, the notice of the fault stands among the units.

    Raises:
        UnusableInput: with every document, theme, objective, actor, query or unit that is none.
    """
    faults = Faults()
    documents: list[Document] = []
    for name in dict.fromkeys(criteria.documents or corpus.document_ids):
        with faults.gathered():
            documents.append(corpus.document(name))
    answers: tuple[Answer, ...] = ()
    with faults.gathered():
        answers = match_all(corpus, _with_drafts(corpus, documents), criteria)
    faults.raise_any()
    matches = _common(answers)
    calls = _calls(documents)
    chosen = {calls.get(unit_id, unit_id) for unit_id in matches} | _faulty(documents, matches)
    units = tuple(
        unit
        for document in documents
        for unit in document.units
        if unit.id in chosen and unit.kind != "column-head"
    )
    return Excerpt(
        criteria,
        tuple(documents),
        answers,
        units,
        {unit_id: match.spans for unit_id, match in matches.items() if match.spans},
        {unit_id: match.weak for unit_id, match in matches.items() if match.weak},
    )


def _with_drafts(corpus: Corpus, documents: Sequence[Document]) -> list[Document]:
    """Give the documents, and those whose words may stand in place of what is faulty in them."""
    drafts = [
        fault.instead.split("/", 1)[0]
        for document in documents
        for fault in document.faults
        if fault.instead
    ]
    names = dict.fromkeys((*(document.id for document in documents), *drafts))
    return [corpus.document(name) for name in names]


def _common(answers: Sequence[Answer]) -> dict[str, Match]:
    """Give the units that answer every kind, with the reasons of all of them."""
    if not answers:
        return {}
    ids = set.intersection(*(set(answer.matches) for answer in answers))
    return {one: _together(answer.matches[one] for answer in answers) for one in ids}


def _together(matches: Iterable[Match]) -> Match:
    every = tuple(matches)
    spans = joined(span for match in every for span in match.spans)
    return Match(spans, tuple(dict.fromkeys(theme for match in every for theme in match.weak)))


def _calls(documents: Iterable[Document]) -> dict[str, str]:
    """Give, by the ids of notes, the first unit that calls each."""
    calls: dict[str, str] = {}
    for document in documents:
        for unit in document.units:
            for span in unit.spans:
                if span.kind == "note":
                    calls.setdefault(span.value, unit.id)
    return calls


def _faulty(documents: Iterable[Document], matches: Iterable[str]) -> set[str]:
    """Give the first unit of each faulty part whose words in the draft answer."""
    ids = tuple(matches)
    chosen: set[str] = set()
    for document in documents:
        for fault in document.faults:
            if fault.instead and any(one.startswith(f"{fault.instead}/") for one in ids):
                below = f"{fault.under}/"
                first = next(unit for unit in document.units if unit.id.startswith(below))
                chosen.add(first.id)
    return chosen
