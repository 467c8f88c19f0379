"""Two transcripts of one table: whatever one has and the other has not is told, with its cell."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.corpus.cross_check import cross_check
from briefgen.corpus.readers import read_source
from briefgen.corpus.readers.reading import read_lines
from briefgen.corpus.readers.transcript import Word, read_transcript

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.corpus.catalogue import Entry
    from briefgen.corpus.model import Document, Unit

HUMAN = "iom-human"


@pytest.fixture(scope="module")
def table(entries: dict[str, Entry], sources: dict[str, bytes]) -> Document:
    document, _ = read_source(sources[entries[HUMAN].source.file], entries[HUMAN])
    return document


@pytest.fixture(scope="module")
def words(entries: dict[str, Entry], sources: dict[str, bytes]) -> tuple[Word, ...]:
    (transcript,) = entries[HUMAN].transcripts
    reading = read_lines(sources[transcript.file], transcript.file)
    found = read_transcript(reading, transcript.title)
    assert reading.diagnostics == []
    return found


def messages(table: Document, words: Sequence[Word]) -> list[str]:
    return [one.message for one in cross_check(table, words, "transcript")]


def with_texts(table: Document, texts: dict[str, str]) -> Document:
    section = table.sections[0]
    units: tuple[Unit, ...] = tuple(
        replace(unit, text=texts.get(unit.id, unit.text)) for unit in section.units
    )
    return replace(table, sections=(replace(section, units=units),))


def mutate(words: list[str], at: int, kind: str) -> list[str]:
    if kind == "lost":
        return words[:at] + words[at + 1 :]
    if kind == "doubled":
        return words[: at + 1] + words[at:]
    if kind == "altered":
        return [*words[:at], words[at] + "x", *words[at + 1 :]]
    return [*words[:at], words[at + 1], words[at], *words[at + 2 :]]


def test_the_transcripts_agree_word_for_word(table: Document, words: tuple[Word, ...]) -> None:
    assert len(words) == 548
    assert messages(table, words) == []


@pytest.mark.parametrize("kind", ["lost", "doubled", "altered", "swapped"])
def test_a_fault_of_the_table_is_told_with_its_cell(
    table: Document, words: tuple[Word, ...], kind: str
) -> None:
    chance = random.Random(kind)  # noqa: S311 - a sample, the same in every run
    unit = chance.choice([unit for unit in table.units if len(unit.text.split()) > 10])
    text = unit.text.split(" ")
    at = chance.randrange(len(text) - 1)
    found = messages(with_texts(table, {unit.id: " ".join(mutate(text, at, kind))}), words)
    assert any(unit.id in message for message in found)


@pytest.mark.parametrize("kind", ["lost", "doubled", "altered", "swapped"])
def test_a_fault_of_the_transcript_is_told_with_its_cell(
    table: Document, words: tuple[Word, ...], kind: str
) -> None:
    unit = table.units[8]
    first = unit.text.split(" ")[2:5]
    texts = [word.text for word in words]
    start = next(at for at in range(len(texts)) if texts[at : at + 3] == first)
    changed = mutate(texts, start, kind)
    spread = [words[min(at, len(words) - 1)] for at in range(len(changed))]
    mutated = [replace(word, text=text) for word, text in zip(spread, changed, strict=True)]
    found = messages(table, mutated)
    assert any(unit.id in message for message in found)


@pytest.mark.parametrize(
    ("giver", "taker"),
    [("1/means/2", "1/means/3"), ("2/means/1", "2/means/2"), ("3/means/2", "3/partnerships")],
)
def test_a_word_in_the_wrong_cell_is_told(
    table: Document, words: tuple[Word, ...], giver: str, taker: str
) -> None:
    texts = {unit.id: unit.text for unit in table.units}
    one, other = f"{HUMAN}/{giver}", f"{HUMAN}/{taker}"
    rest, _, last = texts[one].rpartition(" ")
    found = messages(with_texts(table, {one: rest, other: f"{last} {texts[other]}"}), words)
    assert any(one in message or other in message for message in found)


@pytest.mark.parametrize("last", ["representation.", "sector.", "abroad."])
def test_words_that_changed_places_across_cells_of_the_transcript_are_told(
    table: Document, words: tuple[Word, ...], last: str
) -> None:
    at = next(at for at, word in enumerate(words) if word.text == last)
    one, other = words[at], words[at + 1]
    swapped = [replace(one, text=other.text), replace(other, text=one.text)]
    assert messages(table, [*words[:at], *swapped, *words[at + 2 :]])


def test_a_transcript_is_its_words_without_title_and_bullets() -> None:
    reading = read_lines("A title\n\n•\n\none two\nthree\n".encode(), "t")
    assert read_transcript(reading, "A title") == (
        Word("one", 5, opens_line=True, after_gap=True),
        Word("two", 5, opens_line=False, after_gap=False),
        Word("three", 6, opens_line=True, after_gap=False),
    )
    assert reading.diagnostics == []


def test_a_transcript_with_another_title_is_told() -> None:
    reading = read_lines(b"Another\none\n", "t")
    read_transcript(reading, "A title")
    assert [str(one.place) for one in reading.diagnostics] == ["t:1"]
