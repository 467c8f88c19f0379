"""The shipped sources, read once for all tests of the corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.corpus.homes import SHIPPED
from briefgen.corpus.importing import load_catalogue
from briefgen.corpus.readers import read_source
from briefgen.corpus.store import Corpus

if TYPE_CHECKING:
    from briefgen.corpus.catalogue import Entry
    from briefgen.corpus.model import Document
    from briefgen.corpus.readers.reading import Reading


@pytest.fixture(scope="session")
def entries() -> dict[str, Entry]:
    return {entry.id: entry for entry in load_catalogue(SHIPPED).documents}


@pytest.fixture(scope="session")
def sources() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (SHIPPED / "sources").iterdir()}


@pytest.fixture(scope="session")
def readings(
    entries: dict[str, Entry], sources: dict[str, bytes]
) -> dict[str, tuple[Document, Reading]]:
    return {name: read_source(sources[e.source.file], e) for name, e in entries.items()}


@pytest.fixture(scope="session")
def verbatim() -> Corpus:
    return Corpus(text="verbatim")


@pytest.fixture(scope="session")
def corrected() -> Corpus:
    return Corpus()
