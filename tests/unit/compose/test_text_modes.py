"""The three text modes: nothing marked, marks with notes, or a list at the end."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, get_args

import pytest

from briefgen import Corpus, build_pack, load_profile, load_style, shipped
from briefgen.blocks import Heading, ListBlock, NoteReference, Quotation, Span, Table
from briefgen.compose.furniture import load_furniture
from briefgen.compose.markup import read_markup
from briefgen.compose.quoting import Quoting
from briefgen.corpus.model import Cause, Confidence, Correction, Unit
from briefgen.display.typography import AS_SOURCE, Display
from briefgen.walk import (
    all_blocks,
    all_inlines,
    heading_text,
    inlines_within,
    plain_words,
    shared_language,
)

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen import Pack
    from briefgen.blocks import Section

TEMPLATES = shipped("templates")
STYLE = load_style(TEMPLATES / "styles" / "standard.yaml")
CONTENTS = """
contents:
  - objectives: [1, 2]
    from: gcm-final
  - units: [gcm-final/2/b, gcm-rev2/para/2]
  - rows: [iom-governance/3]
"""


def _pack(folder: Path, text: str, contents: str = CONTENTS, template: str = "handout") -> Pack:
    profile = folder / "pack.yaml"
    profile.write_text(f"title: T\ntext: {text}\ntemplate: {template}\n{contents}")
    found = load_profile(profile, search=[])
    return build_pack(found, Corpus(text=found.text), STYLE, [TEMPLATES])


def _calls(pack: Pack) -> list[NoteReference]:
    blocks = [block for section in pack.sections for block in section.blocks]
    return [one for one in all_inlines(blocks) if isinstance(one, NoteReference)]


def _words(pack: Pack) -> str:
    return " ".join(plain_words(one.inlines) for one in all_blocks(pack) if hasattr(one, "inlines"))


def test_verbatim_prints_the_source_with_its_slips_and_no_marks(tmp_path: Path) -> None:
    """Only the source's own notes are called."""
    pack = _pack(tmp_path, "verbatim")
    assert {one.mark for one in _calls(pack)} == {"1", "2", "3"}
    assert "systems,including" in _words(pack)
    assert "States' fulfilment" in _words(pack)
    assert "slips included" in _words(pack)


def test_corrected_marks_each_correction_and_gives_the_words_of_the_source(tmp_path: Path) -> None:
    """Marks run from c1 without a gap; a correction printed twice keeps its mark and its note."""
    pack = _pack(tmp_path, "corrected")
    marks = [one.mark for one in _calls(pack) if one.mark.startswith("c")]
    assert list(dict.fromkeys(marks)) == [f"c{number}" for number in range(1, len(set(marks)) + 1)]
    assert len(marks) == len(set(marks)) + 1  # Objective 2 (b) stands twice
    note = next(one for one in pack.notes if one.id == "gcm-final/1/b/correction/1")
    (paragraph,) = note.blocks
    assert plain_words(paragraph.inlines) == "The source has \u201csystems,including\u201d."
    assert "systems, including" in _words(pack)
    assert "A raised c1, c2" in _words(pack)


def test_each_handout_counts_its_marks_from_1(tmp_path: Path) -> None:
    """Without the first sheet the others keep their marks; each mark has its sheet's note."""
    handouts = "layout: handout\ncontents:\n  - {{objectives: {}, from: gcm-final}}\n"
    again = "  - units: [gcm-final/1/b, gcm-final/1/c]\n"
    whole = _pack(tmp_path, "corrected", handouts.format("[1, 2, 5]") + again)
    less = _pack(tmp_path, "corrected", handouts.format("[2, 5]"))
    marks = [_marks_of(section) for section in whole.sections]
    assert marks == [
        ["c1", "c2", "c3", "c4", "c5", "c6"],
        ["c1", "c2", "c3", "c4", "c5"],
        ["c1"],
        ["c1", "c2", "c3"],
    ]
    assert [_marks_of(section) for section in less.sections] == marks[1:3]
    known = {note.id: note for note in whole.notes}
    assert len(known) == len(whole.notes)
    assert all(known[one.note].mark == one.mark for one in _calls(whole))
    assert known["gcm-final/1/b/correction/1/2"].mark == "c1"


def test_each_card_counts_its_marks_from_1(tmp_path: Path) -> None:
    """A card is handed out by itself, too."""
    wanted = (
        "layout: card\ncard: {actions: full}\ncontents:\n  - {objectives: [5, 9], from: gcm-final}"
    )
    pack = _pack(tmp_path, "corrected", wanted, template="card")
    assert [_marks_of(section) for section in pack.sections] == [["c1"], ["c1"]]


COLUMNS = ("recommendation", "means", "partnerships")
SUBSETS = [columns for size in (1, 2, 3) for columns in combinations(COLUMNS, size)]


@pytest.mark.parametrize("layout", ["pack", "handout"])
@pytest.mark.parametrize("columns", SUBSETS, ids="-".join)
def test_columns_that_are_left_out_call_no_notes(
    tmp_path: Path, layout: str, columns: tuple[str, ...]
) -> None:
    """Each mark is printed and counted without a gap, each note has a mark, in whatever columns."""
    wanted = f"layout: {layout}\ncontents:\n  - {{rows: all, columns: [{', '.join(columns)}]}}\n"
    template = {"pack": "delegation-pack"}.get(layout, layout)
    pack = _pack(tmp_path, "corrected", wanted, template)
    called = {one.note for one in _calls(pack)}
    assert called == {note.id for note in pack.notes}
    assert bool(called) == ("partnerships" in columns)  # what was corrected stands there
    for section in pack.sections if layout == "handout" else ():
        marks = dict.fromkeys(_marks_of(section))
        assert list(marks) == [f"c{number}" for number in range(1, len(marks) + 1)]


def _marks_of(section: Section) -> list[str]:
    calls = [one for one in all_inlines(section.blocks) if isinstance(one, NoteReference)]
    return [one.mark for one in calls if one.mark.startswith("c")]


def test_the_words_of_the_source_in_a_note_are_no_quotation_of_the_unit(tmp_path: Path) -> None:
    """They have a role of their own, so that nobody compares them with the corrected words."""
    pack = _pack(tmp_path, "corrected")
    notes = [one for one in pack.notes if "/correction/" in one.id]
    inside = [one for note in notes for one in all_inlines(note.blocks)]
    assert sum(isinstance(one, Span) and one.role == "as-is" for one in inside) == len(notes)
    assert not any(isinstance(one, Quotation) for one in inside)


def test_a_correction_in_a_footnote_is_told_in_the_footnote_itself(tmp_path: Path) -> None:
    """A note calls no other note."""
    note = next(one for one in _pack(tmp_path, "corrected").notes if one.id == "gcm-rev2/note/3")
    (paragraph,) = note.blocks
    words = plain_words(paragraph.inlines)
    assert words.endswith(
        " [The source has \u201c(No.97)\u201d, \u201c(No.143)\u201d and \u201c(No.118)\u201d.]"
    )
    assert not any(isinstance(one, NoteReference) for one in all_inlines(note.blocks))


@pytest.mark.parametrize("template", ["handout", "excerpt", "delegation-pack"])
def test_clean_has_no_marks_and_lists_every_correction_at_the_end(
    tmp_path: Path, template: str
) -> None:
    """Place, words of the source, words printed, reason; a heading that the contents list shows."""
    pack = _pack(tmp_path, "clean", template=template)
    assert not any(one.mark.startswith("c") for one in _calls(pack))
    headings = [one for one in all_blocks(pack) if isinstance(one, Heading)]
    assert heading_text(headings[-1]) == "Corrections"
    tables = [one for one in all_blocks(pack) if isinstance(one, Table) and one.role != "table"]
    rows = [
        [" ".join(plain_words(one.inlines) for one in cell.blocks) for cell in row.cells]
        for table in tables
        for row in table.body
    ]
    assert ["Objective 1 (b)", "systems,including", "systems, including"] in [
        row[:3] for row in rows
    ]
    assert ["note 3", "(No.97)", "(No. 97)"] in [row[:3] for row in rows]
    assert ["row 3, Partnerships", "statisticiens", "statisticians"] in [row[:3] for row in rows]
    reasons = [row[3] for row in rows]
    assert all(one.count(" confidence. ") == 1 for one in reasons)
    assert len({tuple(row) for row in rows}) == len(rows)
    assert "The list of corrections at the end" in _words(pack)


@pytest.mark.parametrize("mode", ["corrected", "clean"])
def test_a_pack_without_corrections_says_so(tmp_path: Path, mode: str) -> None:
    """No marks, no list, one sentence."""
    pack = _pack(tmp_path, mode, "contents:\n  - objectives: [22]\n    from: gcm-final\n")
    assert _calls(pack) == []
    assert "nothing that is quoted here had to be corrected" in _words(pack)
    assert not any(isinstance(one, Table) for one in all_blocks(pack))


def test_the_mark_in_a_heading_stays_out_of_lists_of_headings(corpus: Corpus) -> None:
    """A corrected title has its mark on the page, and none in contents list and bookmarks."""
    slip = Correction("d/1/title", "Sav", "Save", "source slip", "Seen.", "high", "2018-06-04")
    title = Unit(
        "gcm-rev2/8/title", "gcm-rev2", "objective-title", "Save lives", "8",
        corrections=(slip,), corrected_at=((3, 4),),
    )  # fmt: skip
    quoting = Quoting(corpus, "corrected", Display(AS_SOURCE, corpus))
    words = quoting.words(title)
    (note,) = quoting.notes
    markup = (
        f'<html><body><section><h1 id="a" data-label="Objective 8">{words}</h1></section>'
        f'<aside id="{note}" data-label="c1"><p>The source has Sav.</p></aside></body></html>'
    )
    sections, _ = read_markup(markup, "t", STYLE.roles)
    (heading,) = sections[0].blocks
    assert isinstance(heading, Heading)
    assert NoteReference(note, "c1") in list(inlines_within(heading.inlines))
    assert heading_text(heading) == "Objective 8: Save lives"


def test_labels_and_locators_take_the_form_that_the_style_wants(
    corpus: Corpus, tmp_path: Path
) -> None:
    """The same letters, with one parenthesis; paragraphs keep their numbers."""
    (tmp_path / "own.yaml").write_text("name: own\nbased-on: standard\ntypography: {labels: a)}\n")
    profile = tmp_path / "pack.yaml"
    profile.write_text("title: T\ncontents:\n  - objectives: {9: [a, b, c]}\n    from: gcm-rev2\n")
    style = load_style(tmp_path / "own.yaml")
    pack = build_pack(load_profile(profile, search=[]), corpus, style, [TEMPLATES])
    labels = [
        item.label
        for block in all_blocks(pack)
        if isinstance(block, ListBlock)
        for item in block.items
    ]
    assert labels == ["24.", "a)", "b)", "c)"]
    assert "para. 24 a)\u2013c)" in _words(pack)


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru"])
def test_every_cause_and_degree_of_confidence_has_words(language: str) -> None:
    """Whatever a register may say, the list can say."""
    furniture = load_furniture(language, [TEMPLATES])
    for cause in get_args(Cause):
        assert furniture[f"cause-{cause.replace(' ', '-')}"]
    for confidence in get_args(Confidence):
        assert furniture[f"confidence-{confidence}"]


def test_words_in_another_language_than_the_packs_say_so(tmp_path: Path) -> None:
    """Title, paragraphs, cells and letters; in a pack of their own language they say nothing."""
    contents = """
contents:
  - objectives: {1: [a]}
    from: gcm-rev2
  - units: [gcm-rev2/letter/1]
  - rows: [iom-governance/3]
"""
    for language, expected in (("fr", {"en"}), ("en", set())):
        pack = _pack(tmp_path, "verbatim", f"language: {language}\n{contents}")
        quoted = [
            one
            for section in pack.sections
            for one in all_inlines(section.blocks)
            if isinstance(one, Quotation)
        ]
        assert quoted
        assert {shared_language((one,)) for one in quoted} - {""} == expected
        if expected:
            assert all(shared_language((one,)) == "en" for one in quoted)
