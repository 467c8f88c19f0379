"""The account of a reading: no word can be lost, added, altered or doubled unseen."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from briefgen.corpus.accounting import account
from briefgen.corpus.model import Document, Section, Source, Unit
from briefgen.corpus.readers.reading import Piece, Reading, Rule

if TYPE_CHECKING:
    from collections.abc import Callable

Readings = dict[str, tuple[Document, Reading]]

MUTATIONS: dict[str, Callable[[list[str], int], list[str]]] = {
    "lost": lambda words, at: words[:at] + words[at + 1 :],
    "doubled": lambda words, at: [*words[: at + 1], *words[at:]],
    "altered": lambda words, at: [*words[:at], words[at] + "s", *words[at + 1 :]],
    "swapped": lambda words, at: [*words[:at], *words[at : at + 2][::-1], *words[at + 2 :]],
}


def with_text(document: Document, unit_id: str, text: str) -> Document:
    sections = tuple(
        replace(
            section,
            units=tuple(replace(u, text=text) if u.id == unit_id else u for u in section.units),
        )
        for section in document.sections
    )
    return replace(document, sections=sections)


@pytest.mark.parametrize(
    ("name", "words", "in_units", "explained"),
    [
        ("gcm-final", 10940, 10376, {Rule.HEADING: 184, Rule.LABEL: 380}),
        ("gcm-rev2", 16338, 15709, {Rule.IMAGE: 18, Rule.LABEL: 590, Rule.TABLE: 21}),
        ("iom-human", 568, 548, {Rule.BULLET: 10, Rule.TAG: 10}),
        ("iom-governance", 856, 798, {Rule.TAG: 52, Rule.TABLE: 6}),
    ],
)
def test_every_word_of_each_source_is_in_a_unit_or_explained(
    readings: Readings, name: str, words: int, in_units: int, explained: dict[str, int]
) -> None:
    document, reading = readings[name]
    balance, faults = account(reading, document)
    assert faults == []
    assert (balance.words, balance.in_units, dict(balance.explained)) == (
        words,
        in_units,
        explained,
    )
    assert balance.words == balance.in_units + sum(explained.values())


@pytest.mark.parametrize("kind", MUTATIONS)
@pytest.mark.parametrize("name", ["gcm-final", "gcm-rev2", "iom-human", "iom-governance"])
def test_a_word_lost_doubled_altered_or_swapped_in_a_unit_is_told(
    readings: Readings, name: str, kind: str
) -> None:
    document, reading = readings[name]
    chance = random.Random(f"{name} {kind}")  # noqa: S311 - a sample, the same in every run
    for _ in range(3):
        unit = chance.choice([unit for unit in document.units if " " in unit.text])
        words = unit.text.split(" ")
        text = " ".join(MUTATIONS[kind](words, chance.randrange(len(words) - 1)))
        if text == unit.text:
            continue
        _, faults = account(reading, with_text(document, unit.id, text))
        assert [fault.place.line for fault in faults if fault.place] == [unit.lines[0]]
        assert unit.id in faults[0].message


def test_words_that_no_rule_explains_are_told_with_line_and_column() -> None:
    reading = Reading("s.txt", ["one two three", "four"], [Piece(1, 0, 3, unit="d/x")])
    _, faults = account(reading, _document_of(reading, "one"))
    assert [f"{fault.place} {fault.message}" for fault in faults] == [
        "s.txt:1:4 no rule explains 'two three'",
        "s.txt:2:1 no rule explains 'four'",
    ]


def test_words_taken_twice_are_told() -> None:
    pieces = [Piece(1, 0, 7, unit="d/x"), Piece(1, 4, 7, rule=Rule.LABEL)]
    reading = Reading("s.txt", ["one two"], pieces)
    _, faults = account(reading, _document_of(reading, "one two"))
    assert [fault.message for fault in faults] == ["taken twice: 'two'"]


def test_a_unit_lost_from_the_document_is_told() -> None:
    pieces = [Piece(1, 0, 3, unit="d/x"), Piece(1, 4, 7, unit="d/lost")]
    reading = Reading("s.txt", ["one two"], pieces)
    _, faults = account(reading, _document_of(reading, "one"))
    assert [fault.message for fault in faults] == ["words of d/lost, which does not exist"]


def test_a_mark_within_a_word_does_not_part_it() -> None:
    pieces = [Piece(1, 0, 3, "d/x"), Piece(1, 3, 4, rule=Rule.NOTE_MARK), Piece(1, 4, 9, "d/x")]
    reading = Reading("s.txt", ["one¹, two"], pieces)
    assert account(reading, _document_of(reading, "one, two"))[1] == []


def _document_of(reading: Reading, text: str) -> Document:
    unit = Unit("d/x", "d", "paragraph", text, lines=(1, 1))
    return Document(
        id="d",
        title="T",
        short_title="T",
        date="2018",
        status="input",
        statement="S.",
        language="en",
        layout="compact",
        source=Source(reading.file, "0" * 64),
        sections=(Section("all", (unit,)),),
    )
