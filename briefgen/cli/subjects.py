"""``list themes|actors|instruments``: what the documents speak of, and whom they name where.

Enters: a corpus, and the documents that are asked about. Leaves: rows, as plain data.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.corpus import Corpus
    from briefgen.corpus.actors.model import NameKind
    from briefgen.corpus.model import Document

Row = dict[str, object]


def theme_rows(corpus: Corpus, documents: Sequence[Document]) -> list[Row]:
    """Give the themes that some documents speak of, and in how many units."""
    from briefgen.corpus.themes import load_themes, units_of

    names = [document.id for document in documents]
    rows: list[Row] = []
    for theme in load_themes(corpus.folders):
        units = len(units_of(corpus, theme, documents=names))
        if units:
            rows.append(
                {
                    "id": theme.id,
                    "kind": theme.kind,
                    "units": units,
                    "title": theme.title,
                    "synonyms": list(theme.synonyms),
                }
            )
    return rows


def actor_rows(corpus: Corpus, documents: Sequence[Document]) -> list[Row]:
    """Give the actors and bodies that some documents name, with counts by objective and row."""
    return _name_rows(corpus, documents, ("actor", "body"))


def instrument_rows(corpus: Corpus, documents: Sequence[Document]) -> list[Row]:
    """Give the instruments that some documents name, with counts by objective and row."""
    return _name_rows(corpus, documents, ("instrument",))


def _name_rows(
    corpus: Corpus, documents: Sequence[Document], kinds: Sequence[NameKind]
) -> list[Row]:
    """Give a row for each name: counts by document, and there by objective, row or kind of text."""
    from briefgen.corpus.actors import load_actors

    actors = load_actors(corpus.folders)
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for one in actors.occurrences(documents):
        document, place, *_ = one.unit.split("/")
        counts[one.name.id][document][place] += 1
    return [
        {
            "id": name.id,
            "kind": name.kind,
            "occurrences": sum(places.total() for places in counts[name.id].values()),
            "name": name.name,
            "documents": {document: dict(places) for document, places in counts[name.id].items()},
        }
        for name in actors
        if name.kind in kinds and name.id in counts
    ]


def counts_cell(documents: dict[str, dict[str, int]]) -> str:
    """Give counts as a person reads them: ``gcm-final 5 (2 5 6x2 18)``."""
    return "; ".join(
        f"{document} {sum(places.values())} ({' '.join(map(_times, places, places.values()))})"
        for document, places in documents.items()
    )


def _times(place: str, count: int) -> str:
    return place if count == 1 else f"{place}x{count}"
