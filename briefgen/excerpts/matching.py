"""Each kind of criterion, matched against the units of documents.

Enters: a corpus, documents and criteria of one kind. Leaves: an ``Answer``. What is faulty in a
document never answers. How kinds go together is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.corpus.actors import load_actors
from briefgen.corpus.folding import fold_name, hint_nearest
from briefgen.corpus.themes import load_themes, units_of
from briefgen.diagnostics import Diagnostic, error
from briefgen.errors import Faults, UnusableInput
from briefgen.excerpts.criteria import Answer, Match

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.corpus import Corpus
    from briefgen.corpus.actors.model import NameKind
    from briefgen.corpus.model import Document, Unit
    from briefgen.corpus.themes.model import Theme
    from briefgen.excerpts.criteria import Criteria, Kind, Spans

Found = dict[str, Match]


def match_all(
    corpus: Corpus, documents: Sequence[Document], criteria: Criteria
) -> tuple[Answer, ...]:
    """Give the answer to each kind of criterion that was given.

    Raises:
        UnusableInput: with every theme, objective, actor, instrument, query or unit that is none.
    """
    faults = Faults()
    answers = tuple(_answers(corpus, documents, criteria, faults))
    faults.raise_any()
    return answers


def _answers(
    corpus: Corpus, documents: Sequence[Document], asked: Criteria, faults: Faults
) -> Iterator[Answer]:
    if asked.themes:
        yield _themes(corpus, documents, "theme", asked.themes, faults)
    if asked.objectives:
        yield _objectives(corpus, documents, asked.objectives, faults)
    if asked.principles:
        yield _themes(corpus, documents, "principle", asked.principles, faults)
    if asked.actors:
        yield _names(corpus, documents, "actor", asked.actors, faults)
    if asked.instruments:
        yield _names(corpus, documents, "instrument", asked.instruments, faults)
    if asked.queries:
        yield _queries(documents, asked, faults)
    if asked.units:
        yield _units(corpus, documents, asked.units, faults)


def _themes(
    corpus: Corpus,
    documents: Sequence[Document],
    kind: Kind,
    names: Iterable[str],
    faults: Faults,
) -> Answer:
    themes = load_themes(corpus.folders)
    found: Found = {}
    titles: list[str] = []
    for name in names:
        with faults.gathered():
            theme = themes.find(name) if kind == "theme" else _principle(name, themes)
            titles.append(theme.title)
            for unit, member in units_of(corpus, theme, documents=[one.id for one in documents]):
                weak = (theme.title,) if member.confidence == "low" else ()
                known = found.get(unit.id)
                if known is None:
                    found[unit.id] = Match(weak=weak)
                elif known.weak and not weak:  # one theme that it surely belongs to is enough
                    found[unit.id] = Match()
    return Answer(kind, tuple(titles), found)


def _principle(name: str, themes: Iterable[Theme]) -> Theme:
    principles = [theme for theme in themes if theme.kind == "principle"]
    for theme in principles:
        if fold_name(name) in map(fold_name, theme.names):
            return theme
    hint = hint_nearest(name, (known for theme in principles for known in theme.names))
    hint = hint or "'briefgen list principles' shows all"
    raise UnusableInput.because(f"there is no guiding principle '{name}'", hint=hint)


def _objectives(
    corpus: Corpus, documents: Sequence[Document], numbers: Sequence[int], faults: Faults
) -> Answer:
    """Match what stands below the objectives, and what the crosswalk ties to them."""
    known = {
        int(unit.path[1])
        for document in documents
        for unit in document.units
        if unit.kind == "objective-title"
    } | {link.objective for link in corpus.related(numbers)}
    wrong = [number for number in numbers if number not in known]
    faults.found += (_no_objective(number, known) for number in wrong)
    names = {document.id for document in documents}
    units: list[Unit] = []
    for number in numbers:
        for document in documents:
            if document.layout == "compact":
                units += corpus.under(f"{document.id}/{number}")
        for link in corpus.related([number]):
            name, row, *_ = link.item.split("/")
            if name in names:
                units += corpus.under(link.item)
                units += corpus.under(f"{name}/{row}/recommendation")
                units += corpus.under(f"{name}/{row}/partnerships")
    found = {unit.id: Match() for unit in units if not corpus.fault(unit.id)}
    return Answer("objective", tuple(map(str, numbers)), found)


def _no_objective(number: int, known: Iterable[int]) -> Diagnostic:
    numbers = sorted(known)
    hint = "'briefgen list objectives' shows what has some"
    if numbers:
        hint = f"there are Objectives {numbers[0]} to {numbers[-1]}"
    return error(f"there is no Objective {number}", hint=hint)


_NAME_KINDS: dict[str, tuple[NameKind, ...]] = {
    "actor": ("actor", "body"),
    "instrument": ("instrument",),
}


def _names(
    corpus: Corpus,
    documents: Sequence[Document],
    kind: Kind,
    names: Iterable[str],
    faults: Faults,
) -> Answer:
    actors = load_actors(corpus.folders)
    spans: dict[str, list[tuple[int, int]]] = {}
    titles: list[str] = []
    for asked in names:
        with faults.gathered():
            name = actors.find(asked, _NAME_KINDS[kind])
            titles.append(name.name)
            for one in actors.occurrences(documents, only=name):
                spans.setdefault(one.unit, []).append((one.start, one.end))
    found = {unit: Match(joined(stretches)) for unit, stretches in spans.items()}
    return Answer(kind, tuple(titles), found)


def _queries(documents: Sequence[Document], asked: Criteria, faults: Faults) -> Answer:
    from briefgen.search import Search  # it needs a database, which no other kind does

    search = Search(documents)
    spans: dict[str, list[tuple[int, int]]] = {}
    hints: list[str] = []
    for query in asked.queries:
        with faults.gathered():
            hits = search.find(query, stems=asked.stems)
            hints.append(hits.hint)
            for hit in hits:
                spans.setdefault(hit.unit.id, []).extend(hit.spans)
    found = {unit: Match(joined(stretches)) for unit, stretches in spans.items()}
    return Answer("find", asked.queries, found, "; ".join(filter(None, hints)))


def _units(
    corpus: Corpus, documents: Sequence[Document], ids: Iterable[str], faults: Faults
) -> Answer:
    """Match units by id; one that is faulty is answered by the notice that stands for it."""
    names = {document.id for document in documents}
    found: Found = {}
    asked = tuple(ids)
    for one in asked:
        unit = corpus.find(one)
        units = corpus.under(one) if unit is None or unit.id == one else (unit,)
        if not units:
            message = f"the corpus has no unit '{one}'"
            faults.found.append(error(message, hint=corpus.nearest(one)))
        for each in units:
            if each.document in names:
                fault = corpus.fault(each.id)
                found[corpus.under(fault.under)[0].id if fault else each.id] = Match()
    return Answer("unit", asked, found)


def joined(spans: Iterable[tuple[int, int]]) -> Spans:
    """Give stretches in order, those that touch or overlap as one."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return tuple(whole)
