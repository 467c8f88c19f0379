"""A theme in a profile's contents: the entries that choose what the documents say on it.

Enters: a corpus and an entry that names themes. Leaves: entries of units and rows, as an author
would write them after an excerpt, and the themes that units belong to with low confidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from briefgen.diagnostics import error
from briefgen.errors import UnusableInput
from briefgen.excerpts import Criteria, entries_of, find_excerpt
from briefgen.profiles.schema import RowsEntry, UnitsEntry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.corpus import Corpus
    from briefgen.diagnostics import Diagnostic, Place
    from briefgen.excerpts import Excerpt
    from briefgen.profiles.schema import ThemeEntry


class ThemeChoice(Struct, frozen=True):
    """What stands for an entry of themes; ``weak`` goes by the units' ids."""

    entries: tuple[UnitsEntry | RowsEntry, ...] = ()
    weak: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    faults: tuple[Diagnostic, ...] = ()


def choose_theme(corpus: Corpus, entry: ThemeEntry, place: Place) -> ThemeChoice:
    """Find what the themes are spoken of in; the first of its entries has the heading."""
    asked = Criteria(themes=entry.names, documents=entry.documents)
    try:
        excerpt = find_excerpt(corpus, asked)
    except UnusableInput as fault:
        return ThemeChoice(
            faults=tuple(error(one.message, place, one.hint) for one in fault.diagnostics)
        )
    titles = excerpt.answers[0].names
    entries = tuple(_entries(corpus, excerpt, entry.heading or ", ".join(titles)))
    if entries:
        return ThemeChoice(entries, excerpt.weak)
    looked = ", ".join(document.id for document in excerpt.documents)
    message = f"nothing is said on '{', '.join(titles)}' in {looked}"
    hint = "take 'from' out, or see 'briefgen list themes'"
    return ThemeChoice(faults=(error(message, place, hint),))


def _entries(corpus: Corpus, excerpt: Excerpt, heading: str) -> Iterator[UnitsEntry | RowsEntry]:
    for document in excerpt.documents:
        units, rows = entries_of(corpus, excerpt, document)
        if units:
            yield UnitsEntry.model_validate({"units": list(units), "heading": heading})
            heading = ""
        if rows:
            yield RowsEntry.model_validate({"rows": list(rows), "heading": heading})
            heading = ""
