"""No word of a source can go wrong unseen, not even where the catalogue has its hash.

The suite takes a sample of the words, and all of them with BRIEFGEN_EXHAUSTIVE=1.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from word_mutations import TEXT_KINDS, in_text, sampled, spans_of

from briefgen.corpus.importing import import_source
from briefgen.corpus.readers import read_source
from briefgen.corpus.readers.reading import read_lines
from briefgen.corpus.readers.transcript import read_transcript

if TYPE_CHECKING:
    from briefgen.corpus.catalogue import Entry
    from briefgen.corpus.model import Section
    from briefgen.corpus.store import Corpus

NAMES = ("gcm-final", "gcm-rev2", "iom-human", "iom-governance")
EVERY = 251
"""The suite mutates one word in so many, another one for each kind."""


MARKUP = re.compile(r"<[^<>]*>|^--[-\t]*$", re.MULTILINE)


def mutations(text: str, kind: str, every: int) -> list[tuple[int, str]]:
    """Give the text with one word changed, and where that word begins."""
    spans = spans_of(text)
    places = sampled(range(len(spans)), every, TEXT_KINDS.index(kind))
    made = [(spans[index][0], in_text(text, kind, spans, index)) for index in places]
    return [(start, changed) for start, changed in made if changed is not None]


def words_of(sections: tuple[Section, ...]) -> list[tuple[str, str]]:
    return [(unit.id, unit.text) for section in sections for unit in section.units]


def is_markup(text: str, start: int) -> bool:
    return any(match.start() <= start < match.end() for match in MARKUP.finditer(text))


@pytest.mark.parametrize("kind", TEXT_KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_any_word_of_a_source_that_goes_wrong_is_an_error_or_changes_what_is_stored(
    entries: dict[str, Entry], sources: dict[str, bytes], verbatim: Corpus, name: str, kind: str
) -> None:
    """Without any hash: the reading fails, or gives other units than the corpus holds.

    Only what is no word of the text may differ unseen: the style of a list in HTML, or the dashes
    between the pages of a table (22 mutations of all words); and one word of a cell that goes on
    over two lines can be moved from the start of one to the end of the other.
    """
    entry = entries[name]
    stored = verbatim.document(name).sections
    text = sources[entry.source.file].decode()
    for start, changed in mutations(text, kind, EVERY):
        document, reading = read_source(changed.encode(), entry)
        seen = reading.diagnostics or document.sections != stored
        within = kind == "moved" and words_of(document.sections) == words_of(stored)
        assert seen or is_markup(text, start) or within, text[start : start + 40]


@pytest.mark.parametrize("kind", TEXT_KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_a_word_that_goes_wrong_stops_the_import_by_its_hash_and_changes_the_file(
    entries: dict[str, Entry], sources: dict[str, bytes], verbatim: Corpus, name: str, kind: str
) -> None:
    entry = entries[name]
    files = {one.file: sources[one.file] for one in (entry.source, *entry.transcripts)}
    text = files[entry.source.file].decode()
    changed = mutations(text, kind, len(spans_of(text)) // 2)[1][1].encode()
    files[entry.source.file] = changed
    told = [one.message for one in import_source(files, entry).diagnostics]
    assert any("its hash is another" in message for message in told)
    digest = sha256(changed).hexdigest()
    known = entry.model_copy(update={"source": entry.source.model_copy(update={"sha256": digest})})
    imported = import_source(files, known)
    assert not any("its hash is another" in one.message for one in imported.diagnostics)
    before = verbatim.document(name)
    assert imported.diagnostics or imported.document != replace(
        before, source=replace(before.source, sha256=digest)
    )


@pytest.mark.parametrize("kind", TEXT_KINDS)
def test_any_word_of_the_title_of_a_transcript_that_goes_wrong_is_told(
    entries: dict[str, Entry], sources: dict[str, bytes], kind: str
) -> None:
    (transcript,) = entries["iom-human"].transcripts
    text = sources[transcript.file].decode()
    spans = spans_of(text)[: len(transcript.title.split())]
    for index in range(len(spans)):
        changed = in_text(text, kind, spans_of(text), index)
        assert changed is not None
        reading = read_lines(changed.encode(), transcript.file)
        read_transcript(reading, transcript.title)
        assert [str(one.place) for one in reading.diagnostics] == [f"{transcript.file}:1"]
