"""Two transcripts of one table: whatever one has and the other has not is told, with its cell.

The proof mutates every word of both transcripts in every way; the suite takes a sample of it, and
all of it with BRIEFGEN_EXHAUSTIVE=1.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from word_mutations import KINDS, Mutation, Place, Row, in_cells, mutate, places_of, sampled

from briefgen.corpus.cross_check import cells_of, cross_check
from briefgen.corpus.interleaving import assign, steps_of
from briefgen.corpus.readers import read_source
from briefgen.corpus.readers.reading import read_lines
from briefgen.corpus.readers.transcript import Word, read_transcript

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.corpus.catalogue import Entry
    from briefgen.corpus.model import Document
    from briefgen.diagnostics import Diagnostic

HUMAN = "iom-human"
EVERY = 37
"""The suite mutates one word in so many, another one for each kind."""


@pytest.fixture(scope="module")
def table(entries: dict[str, Entry], sources: dict[str, bytes]) -> Document:
    document, _ = read_source(sources[entries[HUMAN].source.file], entries[HUMAN])
    return document


@pytest.fixture(scope="module")
def title(entries: dict[str, Entry]) -> str:
    return entries[HUMAN].transcripts[0].title


@pytest.fixture(scope="module")
def lines(entries: dict[str, Entry], sources: dict[str, bytes]) -> tuple[Row, ...]:
    """The lines of the transcript, as words."""
    data = sources[entries[HUMAN].transcripts[0].file].decode()
    return tuple(tuple(line.split()) for line in data.split("\n"))


@pytest.fixture(scope="module")
def owners(table: Document, lines: tuple[Row, ...], title: str) -> dict[Place, str]:
    """The cell that each word of the transcript belongs to, in the order of the file."""
    words = heard(lines, title)
    cells = cells_of(table)
    steps = steps_of(assign(cells, words))
    places = [place for place in places_of(lines) if place[0] and lines[place[0]][place[1]] != "•"]
    return {place: cells[step.cell].id for place, step in zip(places, steps, strict=True)}


def heard(lines: Sequence[Row], title: str) -> tuple[Word, ...]:
    reading = read_lines("\n".join(map(" ".join, lines)).encode(), "transcript")
    found = read_transcript(reading, title)
    assert reading.diagnostics == []
    return found


def with_cells(table: Document, cells: Sequence[Row]) -> Document:
    (section,) = table.sections
    pairs = zip(section.units, cells, strict=True)
    units = tuple(replace(unit, text=" ".join(words)) for unit, words in pairs)
    return replace(table, sections=(replace(section, units=units),))


def in_lines(
    lines: tuple[Row, ...], owners: dict[Place, str], kind: str, at: Place
) -> Mutation | None:
    """Change a word of the transcript; its neighbours are the nearest words of other cells."""
    places = list(owners)
    index = places.index(at)
    following = [place for place in places[index + 1 :] if owners[place] != owners[at]]
    before = [place for place in places[:index] if owners[place] != owners[at]]
    after = places[index + 1] if index + 1 < len(places) else None
    other = following[0] if following else before[-1]
    back = before[-1] if before else following[0]
    return mutate(lines, kind, at, after, other, back)


def unnamed(found: Sequence[Diagnostic], names: set[str]) -> bool:
    return not any(
        f"{name} " in f"{one.message} ".replace(",", " ") for one in found for name in names
    )


def test_the_transcripts_agree_word_for_word(
    table: Document, lines: tuple[Row, ...], title: str
) -> None:
    words = heard(lines, title)
    assert len(words) == sum(len(unit.text.split()) for unit in table.units) == 548
    assert cross_check(table, words, "transcript") == []


@pytest.mark.parametrize("kind", KINDS)
def test_any_word_of_the_table_that_goes_wrong_is_told_with_its_cell(
    table: Document, lines: tuple[Row, ...], title: str, kind: str
) -> None:
    """Only an exchange of equal words, which changes nothing, is passed over."""
    words = heard(lines, title)
    cells = [tuple(unit.text.split(" ")) for unit in table.units]
    for at in sampled(places_of(cells), EVERY, KINDS.index(kind)):
        mutation = in_cells(cells, kind, at)
        if mutation is not None:
            found = cross_check(with_cells(table, mutation.rows), words, "transcript")
            names = {table.units[cell].id for cell, _ in mutation.touched}
            assert not unnamed(found, names), (kind, at, names, found)


@pytest.mark.parametrize("kind", KINDS)
def test_any_word_of_the_transcript_that_goes_wrong_is_told_with_its_cell(
    table: Document, lines: tuple[Row, ...], owners: dict[Place, str], title: str, kind: str
) -> None:
    """Only an exchange of equal words, which changes nothing, is passed over."""
    for at in sampled(list(owners), EVERY, KINDS.index(kind)):
        mutation = in_lines(lines, owners, kind, at)
        if mutation is not None:
            found = cross_check(table, heard(mutation.rows, title), "transcript")
            names = {owners[place] for place in mutation.touched}
            assert not unnamed(found, names), (kind, at, names, found)


def test_few_mutations_change_nothing(
    table: Document, lines: tuple[Row, ...], owners: dict[Place, str]
) -> None:
    """What the two proofs pass over is counted: 41 of 7,672, all of them words that are equal."""
    cells = [tuple(unit.text.split(" ")) for unit in table.units]
    made = [in_cells(cells, kind, at) for kind in KINDS for at in places_of(cells)]
    made += [in_lines(lines, owners, kind, at) for kind in KINDS for at in owners]
    assert (made.count(None), len(made)) == (41, 7672)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        # The two that an order of words alone does not show: the words of each cell still follow
        # one another, but a line would not have been filled, or columns would have changed over.
        (("of", "sector"), "had room on the line before"),
        (("implementation", "commitment"), "not one column after the other"),
    ],
)
def test_words_of_cells_side_by_side_that_changed_places_are_told(
    table: Document, lines: tuple[Row, ...], title: str, words: tuple[str, str], wrong: str
) -> None:
    last, first = words
    row = next(
        row for row, (a, b) in enumerate(pairwise(lines)) if a[-1:] == (last,) and b[:1] == (first,)
    )
    mutated = list(lines)
    mutated[row : row + 2] = [(*lines[row][:-1], first), (last, *lines[row + 1][1:])]
    found = cross_check(table, heard(mutated, title), "transcript")
    assert any(wrong in one.message for one in found)


def test_a_cell_without_words_is_told(table: Document, lines: tuple[Row, ...], title: str) -> None:
    cells = [tuple(unit.text.split(" ")) for unit in table.units]
    found = cross_check(with_cells(table, [*cells[:2], (), *cells[3:]]), heard(lines, title), "t")
    assert f"{HUMAN}/head/partnerships has no words" in [one.message for one in found]


def test_another_text_is_told_once_and_not_word_for_word(table: Document) -> None:
    words = heard([("Title",), ("Some", "other", "text.")], "Title")
    (fault,) = cross_check(table, words, "transcript")
    assert fault.message == "3 words where 000_0dbaa97919176bd3.txt has 548"


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
