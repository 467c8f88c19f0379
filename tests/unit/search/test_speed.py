"""A search takes under 5 ms over the shipped documents, and under 50 ms over 200 of their like.

The bounds below leave four times that for a busy machine and for coverage.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from briefgen import Corpus
from briefgen.search import Search

if TYPE_CHECKING:
    from briefgen.corpus.model import Document, Unit

CORPUS = Corpus()
DOCUMENTS = tuple(map(CORPUS.document, CORPUS.document_ids))
QUERIES = [
    '"trade unions"',
    "remittance*",
    "(children OR women) AND detention NOT labour",
    "NEAR(return readmission, 8)",
    "capacity-building",
]


def _copy(document: Document, number: int) -> Document:
    name = f"{document.id}-{number}"

    def renamed(unit: Unit) -> Unit:
        return replace(unit, id=unit.id.replace(document.id, name, 1), document=name)

    sections = tuple(
        replace(section, units=tuple(map(renamed, section.units))) for section in document.sections
    )
    return replace(document, id=name, sections=sections, faults=())


@pytest.fixture(scope="module")
def small() -> Search:
    return Search(DOCUMENTS)


@pytest.fixture(scope="module")
def large() -> Search:
    return Search(_copy(document, number) for number in range(50) for document in DOCUMENTS)


def _best(search: Search, query: str, limit: int | None = None) -> float:
    """Give the time of the best of five searches, in milliseconds."""
    times = []
    for _ in range(5):
        started = perf_counter()
        assert search.find(query, limit=limit)
        times.append(perf_counter() - started)
    return min(times) * 1000


@pytest.mark.parametrize("query", QUERIES)
def test_the_shipped_documents_are_searched_at_once(small: Search, query: str) -> None:
    assert _best(small, query) < 20


@pytest.mark.parametrize("query", QUERIES)
def test_two_hundred_documents_are_searched_at_once(large: Search, query: str) -> None:
    """Each query with all its hits: up to a thousand."""
    assert _best(large, query) < 200


def test_a_word_that_is_everywhere_is_found_at_once(large: Search) -> None:
    """It stands in 12,000 units; the best fifty are asked for."""
    assert _best(large, "migrants", limit=50) < 200
