"""The search: units of documents by the words in them.

Enters: documents, and a query as a person types it. Leaves: hits, best first, each with the places
of what was found; or, where there are none, what may have been meant. What becomes of a hit is not
known here.
"""

from __future__ import annotations

from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from briefgen.corpus.folding import fold_word
from briefgen.diagnostics import did_you_mean
from briefgen.errors import UnusableInput
from briefgen.search.expression import write_expression
from briefgen.search.index import Index
from briefgen.search.parsing import parse_query
from briefgen.search.query import phrases_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from briefgen.corpus.model import Document, Unit
    from briefgen.search.index import Spans
    from briefgen.search.query import Node

SUGGESTIONS: Final = 3


class Hit(Struct, frozen=True):
    """A unit that answers a query.

    ``score`` is higher for better (BM25). ``spans`` are the characters of the unit's text, ends
    not included, that are what was looked for.
    """

    unit: Unit
    score: float
    spans: Spans


class Hits(Struct, frozen=True):
    """The answer to a query."""

    query: str
    found: tuple[Hit, ...]
    meant: tuple[str, ...] = ()
    """Queries that would find something, where this one finds nothing."""
    with_stems: int = 0
    """How many units stems would find, where the words as they are find nothing."""

    def __iter__(self) -> Iterator[Hit]:
        """Walk the hits, best first."""
        return iter(self.found)

    def __len__(self) -> int:
        """Count the hits."""
        return len(self.found)

    @property
    def hint(self) -> str:
        """What to tell a person who found nothing; "" if there is nothing to tell."""
        if self.meant:
            return f"did you mean {' or '.join(self.meant)}?"
        if self.with_stems:
            units = "unit" if self.with_stems == 1 else "units"
            return f"with stems, {self.with_stems} {units} would be found"
        return ""


class Search:
    """The words of some documents, what is faulty in these left out."""

    def __init__(self, documents: Iterable[Document]) -> None:
        documents = tuple(documents)
        self._names = tuple(document.id for document in documents)
        self._units = tuple(unit for document in documents for unit in _sound(document))
        self._plain = Index(self._units)

    def find(
        self,
        query: str,
        *,
        documents: Collection[str] = (),
        stems: bool = False,
        limit: int | None = None,
    ) -> Hits:
        """Give the units that answer a query, best first, equals in the order of the sources.

        ``documents`` are ids, all by default. With ``stems``, a word is found in all its forms.

        Raises:
            UnusableInput: the query is not understood, or there is no such document.
        """
        for name in documents:
            if name not in self._names:
                hint = did_you_mean(name, self._names)
                raise UnusableInput.because(f"there is no document '{name}'", hint=hint)
        only = tuple(dict.fromkeys(documents))
        node = parse_query(query)
        index = self._stemmed if stems else self._plain
        expression = write_expression(node, index)
        rows = index.find(expression, only, limit)
        found = tuple(Hit(self._units[row.at], row.score, row.spans) for row in rows)
        if found or limit == 0:
            return Hits(query, found)
        stemmed = 0 if stems else self._stemmed.count(write_expression(node, self._stemmed), only)
        return Hits(query, (), tuple(self._meant(query, node, only)), stemmed)

    @cached_property
    def _stemmed(self) -> Index:
        return Index(self._units, stems=True)

    def _meant(self, query: str, node: Node, documents: Sequence[str]) -> Iterator[str]:
        """Give queries with known words in place of unknown ones, if these find anything."""
        better = [query]
        for phrase in reversed(list(phrases_in(node))):  # from the end, so that places stay
            near = [self._nearest(word, prefix=phrase.prefix) for word in phrase.words]
            if not any(near):
                continue
            ways: list[tuple[str, ...]] = [()]
            for word, known in zip(phrase.words, near, strict=True):
                ways = [(*way, one) for way in ways for one in known or [word]][:SUGGESTIONS]
            better = [
                f"{known[: phrase.start]}{_typed(way, prefix=phrase.prefix)}{known[phrase.end :]}"
                for known in better
                for way in ways
            ][:SUGGESTIONS]
        for one in better:
            if one != query:
                expression = write_expression(parse_query(one), self._plain)
                if self._plain.count(expression, documents):
                    yield one

    def _nearest(self, word: str, *, prefix: bool) -> list[str]:
        """Give words of the texts like one that is in none; nothing for a known word."""
        if self._plain.knows(word, prefix=prefix) or self._plain.parts(word, prefix=prefix):
            return []
        folded = fold_word(word)
        near = get_close_matches(folded, self._plain.words_like(folded), SUGGESTIONS, cutoff=0.7)
        return [one for one in near if _likeness(one, folded) > _likeness(near[0], folded) - 0.1]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _sound(document: Document) -> Iterator[Unit]:
    faulty = tuple(f"{fault.under}/" for fault in document.faults)
    for unit in document.units:
        if not (faulty and unit.id.startswith(faulty)):
            yield unit


def _typed(words: Sequence[str], *, prefix: bool) -> str:
    """Give words as they are typed: a phrase in quotation marks."""
    star = "*" if prefix else ""
    return f"{words[0]}{star}" if len(words) == 1 else f'"{" ".join(words)}"{star}'
