"""What the reader of drafts makes of sound, cut and broken text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.corpus.catalogue import DraftText
from briefgen.corpus.readers.draft_text import read_draft_text
from briefgen.corpus.readers.reading import Mending, Reading, read_lines

if TYPE_CHECKING:
    from briefgen.corpus.model import Section, Unit

LAYOUT = DraftText.model_validate_json(
    """{
    "format": "draft-text",
    "letters": ["Permanent Mission"],
    "images": ["A seal."],
    "languages": {"fr": "Mission permanente"},
    "title": [{"line": "A DRAFT", "id": "document-title"}],
    "opening": "We, the",
    "headings": [
        {"line": "PREAMBLE", "section": "preamble"},
        {"line": "OBJECTIVES", "section": "objectives"},
        {"line": "AFTERWARDS", "section": "afterwards"}
    ],
    "sub-headings": ["Unity"],
    "principles": "2",
    "chapeau": "In this regard:"
    }""",
)

SOUND = """\
Permanent Mission
Mission permanente

A seal.
**Excellency,
all**
A DRAFT
We, the States:
PREAMBLE
1. First *of all* paragraphs¹, which
¹ A note.

goes on.
Unity
2. Principles:

Human rights: They come first.

OBJECTIVES
OBJECTIVE 1: Do good

3. We commit.

In this regard:

- a) do this,

- b) do that and

the other
AFTERWARDS
4. We decide:
 - a) this, by:
 - i. one
- ii. two
 - b) that
"""


def read(text: str) -> tuple[tuple[Section, ...], Reading]:
    reading = read_lines(text.encode(), "draft.txt")
    return read_draft_text(reading, "d", LAYOUT), reading


@pytest.fixture(scope="module")
def sound() -> dict[str, Unit]:
    sections, reading = read(SOUND)
    assert reading.diagnostics == []
    return {unit.id: unit for section in sections for unit in section.units}


def test_every_line_of_a_sound_draft_finds_its_unit(sound: dict[str, Unit]) -> None:
    assert {name: (unit.kind, unit.label, unit.text) for name, unit in sound.items()} == {
        "d/letter/1": ("letter", "", "Permanent Mission Mission permanente Excellency, all"),
        "d/document-title": ("document-title", "", "A DRAFT"),
        "d/opening": ("chapeau", "", "We, the States:"),
        "d/heading/preamble": ("heading", "", "PREAMBLE"),
        "d/para/1": ("paragraph", "1", "First of all paragraphs, which goes on."),
        "d/heading/unity": ("sub-heading", "", "Unity"),
        "d/para/2": ("paragraph", "2", "Principles:"),
        "d/principle/human-rights": ("principle", "Human rights", "They come first."),
        "d/heading/objectives": ("heading", "", "OBJECTIVES"),
        "d/1/title": ("objective-title", "1", "Do good"),
        "d/1/commitment": ("commitment", "3", "We commit."),
        "d/1/chapeau": ("chapeau", "", "In this regard:"),
        "d/1/a": ("action", "a", "do this,"),
        "d/1/b": ("action", "b", "do that and the other"),
        "d/heading/afterwards": ("heading", "", "AFTERWARDS"),
        "d/para/4": ("paragraph", "4", "We decide:"),
        "d/para/4/a": ("sub-item", "a", "this, by:"),
        "d/para/4/a/i": ("sub-item", "i", "one"),
        "d/para/4/a/ii": ("sub-item", "ii", "two"),
        "d/para/4/b": ("sub-item", "b", "that"),
        "d/note/1": ("note", "1", "A note."),
    }


def test_a_cut_sentence_keeps_its_first_and_last_line(sound: dict[str, Unit]) -> None:
    assert sound["d/para/1"].lines == (10, 13)


def test_marks_become_spans(sound: dict[str, Unit]) -> None:
    found = {(span.kind, span.start, span.end, span.value) for span in sound["d/para/1"].spans}
    assert found == {("emphasis", 6, 12, ""), ("note", 23, 23, "d/note/1")}


def test_a_letter_keeps_breaks_and_languages_and_drops_the_image(sound: dict[str, Unit]) -> None:
    letter = sound["d/letter/1"]
    found = {(span.kind, letter.text[span.start : span.end]) for span in letter.spans}
    assert found == {
        ("line-break", " "),
        ("paragraph-break", " "),
        ("language", "Mission permanente"),
        ("strong", "Excellency, all"),
    }


def test_every_repair_is_recorded_with_its_line() -> None:
    _, reading = read(SOUND)
    assert [(one.line, one.rule, one.unit) for one in sorted(reading.repairs)] == [
        (4, Mending.IMAGE_DROPPED, "d/letter/1"),
        (11, Mending.NOTE_LIFTED, "d/note/1"),
        (13, Mending.PAGE_SPLIT, "d/para/1"),
        (28, Mending.LIST_RESUMED, "d/1/a"),
        (30, Mending.PAGE_SPLIT, "d/1/b"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("4. We decide:", "5. We decide:", 32, "paragraph: '5' where '4' was expected"),
        ("- b) do that", "- c) do that", 28, "item of 1: 'c' where 'b' was expected"),
        ("- ii. two", "- iii. two", 35, "item of para/4/a: 'iii' where 'ii' was expected"),
        ("OBJECTIVE 1:", "OBJECTIVE 2:", 20, "objective: '2' where '1' was expected"),
        ("¹ A note.", "² A note.", 11, "note: '2' where '1' was expected"),
        ("*of all*", "*of all", 10, "the mark for emphasis is never closed"),
        ("We decide:", "We decide:\n\nstray words", 34, "no rule explains this line"),
        ("Permanent Mission\n", "stray\nPermanent Mission\n", 1, "no rule explains this line"),
        ("A DRAFT", "A DRAFF", 0, "the title line 'A DRAFT' is missing"),
    ],
)
def test_a_line_that_no_rule_explains_is_an_error_with_its_number(
    before: str, after: str, line: int, message: str
) -> None:
    _, reading = read(SOUND.replace(before, after, 1))
    found = [(one.place.line if one.place else -1, one.message) for one in reading.diagnostics]
    assert (line, message) in found


def test_all_faults_of_a_draft_are_told_at_once() -> None:
    broken = SOUND.replace("4. We", "5. We").replace("- ii.", "- iii.").replace("- b) t", "- d) t")
    _, reading = read(broken)
    assert len(reading.diagnostics) == 3
