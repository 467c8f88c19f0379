"""Further transcripts of a document: structured ones are compared cell with cell."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from word_mutations import KINDS, in_cells, places_of, sampled

from briefgen.corpus.catalogue import Entry, Transcript, read_catalogue
from briefgen.corpus.cell_comparison import compare_cells
from briefgen.corpus.cross_check import cross_check
from briefgen.corpus.readers import read_source
from briefgen.corpus.readers.reading import read_lines
from briefgen.corpus.readers.transcript import read_transcript
from briefgen.corpus.transcripts import compare_transcripts
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from briefgen.corpus.model import Document
    from briefgen.corpus.readers.reading import Reading

    Readings = dict[str, tuple[Document, Reading]]

SECOND = "second.txt"
CATALOGUE = """\
documents:
  - id: plan
    title: Plan
    short-title: Plan
    date: "2018"
    status: input
    statement: A plan.
    language: en
    layout: compact
    source: {{file: plan.txt, sha256: {digest}}}
    transcripts:
      - {{file: second.txt, sha256: {digest}{kind}}}
    reading: {{format: markdown-objectives}}
    expected: {{units: {{objective-title: 1}}}}
"""


def with_second(entry: Entry) -> Entry:
    """Give the entry a second transcript in its own layout."""
    second = Transcript(file=SECOND, sha256="0" * 64, reading=entry.reading)
    return entry.model_copy(update={"transcripts": (second,)})


def with_texts(document: Document, texts: dict[str, str]) -> Document:
    sections = tuple(
        replace(
            section,
            units=tuple(replace(unit, text=texts[unit.id]) for unit in section.units),
        )
        for section in document.sections
    )
    return replace(document, sections=sections)


@pytest.mark.parametrize("name", ["gcm-final", "gcm-rev2", "iom-human", "iom-governance"])
def test_a_structured_transcript_that_is_the_same_agrees(
    entries: dict[str, Entry], sources: dict[str, bytes], readings: Readings, name: str
) -> None:
    files = {SECOND: sources[entries[name].source.file]}
    assert compare_transcripts(readings[name][0], files, with_second(entries[name])) == []


@pytest.mark.parametrize("name", ["gcm-final", "gcm-rev2", "iom-human", "iom-governance"])
@pytest.mark.parametrize("kind", KINDS)
def test_any_word_that_goes_wrong_between_two_structured_transcripts_is_told_with_its_unit(
    readings: Readings, name: str, kind: str
) -> None:
    document = readings[name][0]
    ids = [unit.id for unit in document.units]
    cells = [tuple(unit.text.split(" ")) for unit in document.units]
    for at in sampled(places_of(cells), 499, KINDS.index(kind)):
        mutation = in_cells(cells, kind, at)
        if mutation is not None:
            texts = dict(zip(ids, map(" ".join, mutation.rows), strict=True))
            told = compare_cells(document, with_texts(document, texts))
            names = {ids[cell] for cell, _ in mutation.touched}
            assert names == {unit for unit in ids if any(unit in str(m).split() for m in told)}


def test_differences_are_told_in_words_with_both_places(
    entries: dict[str, Entry], sources: dict[str, bytes]
) -> None:
    entry = entries["iom-governance"]
    data = sources[entry.source.file].decode()
    document, _ = read_source(data.encode(), entry)
    data = data.replace("Palermo", "Palerme").replace("statisticiens", "all statisticiens")
    found = compare_transcripts(document, {SECOND: data.encode()}, with_second(entry))
    assert [one.message for one in found] == [
        "iom-governance/2/means/2 has '(Palermo' where here stands '(Palerme'",
        "'all' is not in iom-governance/3/partnerships",
    ]
    assert [one.hint for one in found] == [
        "compare 003_76a64e9c476fc1e3.txt:7 with second.txt:7",
        "compare 003_76a64e9c476fc1e3.txt:11 with second.txt:11",
    ]


def test_a_unit_that_one_transcript_has_alone_is_told(
    entries: dict[str, Entry], sources: dict[str, bytes]
) -> None:
    entry = entries["gcm-final"]
    lines = sources[entry.source.file].decode().split("\n")
    document, _ = read_source("\n".join(lines).encode(), entry)
    shorter = next(at for at, line in enumerate(lines) if line.startswith("- l."))
    data = "\n".join(lines[:shorter] + lines[shorter + 1 :]).encode()
    (fault,) = compare_transcripts(document, {SECOND: data}, with_second(entry))
    assert fault.message.endswith("is not in the transcript second.txt")
    other, _ = read_source(data, entry)
    (fault,) = compare_cells(other, document)
    assert fault.message.endswith("is in this transcript only")


def test_a_transcript_that_cannot_be_read_is_told(
    entries: dict[str, Entry], readings: Readings
) -> None:
    entry = with_second(entries["gcm-final"])
    found = compare_transcripts(readings["gcm-final"][0], {SECOND: b"nothing of the kind"}, entry)
    assert found
    assert all(str(one.place).startswith(SECOND) for one in found)


@pytest.mark.parametrize("kind", ["", ", title: T, reading: {format: html-table}"])
def test_a_transcript_is_of_one_kind(kind: str) -> None:
    text = CATALOGUE.format(digest="0" * 64, kind=kind)
    with pytest.raises(UnusableInput, match="a transcript has a 'title' or a 'reading'"):
        read_catalogue(text.encode(), "catalogue.yaml")


@pytest.mark.parametrize("kind", [", title: T", ", reading: {format: html-table}"])
def test_either_kind_is_accepted(kind: str) -> None:
    text = CATALOGUE.format(digest="0" * 64, kind=kind)
    assert len(read_catalogue(text.encode(), "catalogue.yaml").documents[0].transcripts) == 1


@pytest.mark.parametrize("name", ["gcm-final", "gcm-rev2", "iom-governance"])
def test_a_plain_transcript_of_any_document_agrees(readings: Readings, name: str) -> None:
    document = readings[name][0]
    printed = ["Title"]
    for unit in document.units:
        printed += ["", *wrap(unit.text, 90, break_on_hyphens=False)]
    words = read_transcript(read_lines("\n".join(printed).encode(), "t"), "Title")
    assert cross_check(document, words, "t") == []
