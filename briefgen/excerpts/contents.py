"""An excerpt as the contents of a profile: what prints it, in the words that an author would use.

Enters: an ``Excerpt``. Leaves: plain data, as a profile file holds it. With the units stands what
makes them intelligible: the chapeau above letters and, if wanted, the commitment. Titles, the
paragraphs above sub-items, recommendations and column heads come with the selection.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.corpus import Corpus
    from briefgen.corpus.model import Document, Unit
    from briefgen.excerpts.finding import Excerpt
    from briefgen.excerpts.wording import Wording

Data = dict[str, object]


def profile_data(
    corpus: Corpus, excerpt: Excerpt, wording: Wording, *, commitment: bool = False
) -> Data:
    """Give the profile of an excerpt, with a title and words of its own in a language.

    One that found nothing says so.
    """
    contents: list[Data] = []
    for document in excerpt.documents:
        contents += _entries(corpus, excerpt, document, commitment=commitment)
    contents += _bare_objectives(corpus, excerpt)
    return {
        "title": wording.title(excerpt),
        "subtitle": wording.summary(excerpt),
        "template": "excerpt",
        "contents": contents or [{"note": "\n\n".join(wording.nothing_found(excerpt))}],
    }


def _entries(
    corpus: Corpus, excerpt: Excerpt, document: Document, *, commitment: bool
) -> list[Data]:
    units, rows = entries_of(corpus, excerpt, document, commitment=commitment)
    tied = list(excerpt.criteria.objectives)
    entries: list[Data] = []
    if units:
        entries.append({"units": list(units)})
    if rows:
        entries.append({"rows": list(rows)} | ({"related-to": tied} if tied else {}))
    return entries


def entries_of(
    corpus: Corpus, excerpt: Excerpt, document: Document, *, commitment: bool = False
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the ids of what an excerpt found in a document: of running text, and in rows."""
    chosen = [unit for unit in excerpt.units if unit.document == document.id]
    rows = tuple(unit.id for unit in chosen if _is_of_row(document, unit))
    texts = {unit.id for unit in chosen} - set(rows)
    around = {
        f"{document.id}/{unit.path[1]}/{part}"
        for unit in chosen
        for part in _parts_around(unit, commitment=commitment)
    }
    units = tuple(
        unit.id
        for unit in document.units
        if unit.id in texts or (unit.id in around and not corpus.fault(unit.id))
    )
    return units, rows


def _is_of_row(document: Document, unit: Unit) -> bool:
    return document.layout == "table" and unit.path[1].isdigit()


def _parts_around(unit: Unit, *, commitment: bool) -> list[str]:
    """Give the parts of an objective that a unit of it is to be read with."""
    if not unit.path[1].isdigit():
        return []
    parts = ["chapeau"] if unit.kind in {"action", "sub-item"} else []
    return [*parts, "commitment"] if commitment else parts


def _bare_objectives(corpus: Corpus, excerpt: Excerpt) -> list[Data]:
    """Have it said of which objectives the tables do not speak, if nothing else was asked."""
    tables = [document.id for document in excerpt.documents if document.layout == "table"]
    tied = {
        link.objective
        for link in corpus.related(excerpt.criteria.objectives)
        if link.item.split("/", 1)[0] in tables
    }
    bare = [
        number
        for number in excerpt.criteria.objectives
        if number not in tied or number in corpus.untied
    ]
    if not (tables and bare and len(excerpt.answers) == 1):
        return []
    return [{"rows": "related", "related-to": bare, "from": tables}]
