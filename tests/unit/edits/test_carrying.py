"""What was written into a pack by hand is in the pack built anew, or in the list of conflicts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator
from word_edits import W, WordEdits, made_paragraph, words_of

from briefgen import Corpus, build_pack, load_profile, load_style, shipped, write
from briefgen.edits import Carried, carry_over
from briefgen.edits.listing import conflicts_text
from briefgen.errors import UnusableInput
from briefgen.verify import read_delivered, verify

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.blocks import Pack
    from briefgen.profiles.schema import Profile

TEMPLATES = shipped("templates")
STYLE = load_style(TEMPLATES / "styles" / "standard.yaml")
NOTE = "We can work on the basis of this text."
PROFILE = """\
title: Objective 5
delegation: Delegation of Example State
comments:
  gcm-rev2/5/a: Ask the ministry.
template: delegation-pack
from: gcm-rev2
contents:
  - heading: Summary
    note: |
      We can work on the basis of this text.

      Our interest is family reunification.
    points:
      - We thank the co-facilitators.
      - We support action (i).
  - objectives:
      5: [a, g, i]
  - rows: [iom-governance/2/means/1/d]
"""
LATER = (
    PROFILE.replace("5: [a, g, i]", "5: [a, i]\n      9: [b]")
    .replace(NOTE, "This text is a basis for us.")
    .replace("comments:\n  gcm-rev2/5/a: Ask the ministry.\n", "")
)


@cache
def corpus_of(text: str) -> Corpus:
    return Corpus(text=text)  # type: ignore[arg-type]


class Desk:
    """Builds profiles, and rebuilds them with the edits of a file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def made(self, text: str) -> tuple[Pack, Profile]:
        path = self.folder / "profile.yaml"
        path.write_text(text)
        profile = load_profile(path, search=[self.folder])
        return build_pack(profile, corpus_of(profile.text), STYLE, [TEMPLATES]), profile

    def built(self, text: str = PROFILE) -> bytes:
        return write(self.made(text)[0], STYLE, ("docx",))["docx"]

    def rebuilt(self, edited: bytes, text: str = PROFILE) -> tuple[Carried, bytes]:
        """Rebuild; the result is verified, whatever was done to the file."""
        pack, profile = self.made(text)
        file = read_delivered(edited, "edited.docx")
        carried = carry_over(file, pack, profile, corpus_of(profile.text), STYLE)
        data = write(carried.pack, STYLE, ("docx",))["docx"]
        assert verify(read_delivered(data, "new.docx"), corpus_of).findings == ()
        return carried, data


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def old(desk: Desk) -> bytes:
    return desk.built()


def lines(data: bytes) -> list[str]:
    return [one.whole for one in read_delivered(data, "x").passages]


def follows(data: bytes, first: str, second: str) -> bool:
    """Tell whether the passage with ``second`` stands right behind that with ``first``."""
    found = lines(data)
    place = next(at for at, one in enumerate(found) if second in one)
    return first in found[place - 1]


def kinds(carried: Carried) -> list[str]:
    return [one.kind for one in carried.conflicts]


def test_a_file_that_nobody_edited_gives_the_new_build_to_the_byte(desk: Desk, old: bytes) -> None:
    carried, data = desk.rebuilt(old)
    assert (carried.count, carried.conflicts) == (0, ())
    assert data == old
    carried, data = desk.rebuilt(old, LATER)
    assert (carried.count, carried.conflicts) == (0, ())
    assert data == desk.built(LATER)


def test_own_paragraphs_go_with_the_unit_that_they_stood_behind(desk: Desk, old: bytes) -> None:
    edit = WordEdits(old)
    edit.type_after(edit.paragraph("Facilitate family reunification"), "Insist on this one.")
    edit.type_after(edit.paragraph("Our interest is family"), "The minister will ask.")
    for text in (PROFILE, LATER):
        carried, data = desk.rebuilt(edit.saved(), text)
        assert (carried.count, carried.conflicts) == (2, ())
        assert follows(data, "Facilitate family reunification", "Insist on this one.")
        assert follows(data, "Our interest is family", "The minister will ask.")


def test_own_words_that_were_edited_replace_those_of_the_profile(desk: Desk, old: bytes) -> None:
    edit = WordEdits(old)
    edit.retype(edit.paragraph("Our interest"), lambda words: f"{words} And work permits.")
    edit.retype(edit.paragraph("We support action"), lambda _: "We insist on action (i).")
    carried, data = desk.rebuilt(edit.saved(), LATER)
    assert (carried.count, carried.conflicts) == (2, ())
    assert "Our interest is family reunification. And work permits." in lines(data)
    assert "We insist on action (i)." in lines(data)
    assert "We support action (i)." not in lines(data)


def test_own_words_that_both_sides_edited_are_a_conflict(desk: Desk, old: bytes) -> None:
    edit = WordEdits(old)
    edit.retype(edit.paragraph(NOTE), lambda _: "We cannot work with this.")
    carried, data = desk.rebuilt(edit.saved(), LATER)
    assert kinds(carried) == ["both"]
    assert carried.conflicts[0].words == "We cannot work with this."
    assert "This text is a basis for us." in lines(data)


def test_edited_quotations_are_listed_with_what_they_are_now_and_never_kept(
    desk: Desk, old: bytes
) -> None:
    edit = WordEdits(old)
    edit.retype(
        edit.paragraph("Facilitate family"), lambda words: words.replace("migrants", "some")
    )
    carried, data = desk.rebuilt(edit.saved())
    (conflict,) = carried.conflicts
    assert (conflict.kind, conflict.unit) == ("quoted", "gcm-rev2/5/i")
    assert "for some at all" in conflict.words
    assert "for migrants at all" in conflict.now
    assert data == old
    page = conflicts_text("edited.docx", carried.conflicts)
    assert conflict.words in page
    assert conflict.now in page


def test_a_pending_change_of_a_quotation_is_listed_as_pending(desk: Desk, old: bytes) -> None:
    edit = WordEdits(old)
    paragraph = edit.paragraph("Facilitate family")
    run = paragraph.findall(".//{*}r")[-1]
    (parent,) = run.xpath("..")
    added = parent.makeelement(run.tag.replace("}r", "}ins"), {})
    added.append(made_paragraph(" of some").find("{*}r"))
    parent.append(added)
    carried, _ = desk.rebuilt(edit.saved())
    assert [(one.kind, one.pending) for one in carried.conflicts] == [("quoted", True)]
    assert carried.conflicts[0].words.endswith(" of some")


def test_what_stood_with_a_unit_that_is_gone_stands_at_the_end_and_is_told(
    desk: Desk, old: bytes
) -> None:
    dropped = PROFILE.replace("  - rows: [iom-governance/2/means/1/d]\n", "")
    edit = WordEdits(old)
    cell = edit.paragraph("provide humanitarian").getparent()
    while not cell.tag.endswith("}tc"):
        cell = cell.getparent()
    cell.append(made_paragraph("Ask the ministry of labour."))
    carried, data = desk.rebuilt(edit.saved(), dropped)
    assert kinds(carried) == ["place"]
    assert lines(data)[-2:] == ["Carried over without a place", "Ask the ministry of labour."]
    again, data = desk.rebuilt(data, dropped)
    assert kinds(again) == ["place"]
    assert lines(data)[-2:] == ["Carried over without a place", "Ask the ministry of labour."]


def test_words_in_a_cell_stay_in_their_cell(desk: Desk, old: bytes) -> None:
    edit = WordEdits(old)
    cell = edit.cells()[-1]
    cell.append(made_paragraph("Ours to watch."))
    carried, data = desk.rebuilt(edit.saved(), LATER)
    assert (carried.count, carried.conflicts) == (1, ())
    (found,) = (one for one in read_delivered(data, "x").passages if "Ours to watch" in one.words)
    assert found.spot.cell == (1, 2, 3)


def test_words_behind_a_table_stay_behind_it(desk: Desk, old: bytes) -> None:
    edit = WordEdits(old)
    (table,) = edit.root.iter(f"{W}tbl")
    table.addnext(made_paragraph("So much for the rows."))
    carried, data = desk.rebuilt(edit.saved(), LATER)
    assert (carried.count, carried.conflicts) == (1, ())
    found = read_delivered(data, "x").passages
    place = next(at for at, one in enumerate(found) if "So much for" in one.words)
    assert found[place].spot.cell is None
    assert found[place - 1].spot.cell == (1, 2, 3)


def test_edits_outlive_a_second_rebuild(desk: Desk, old: bytes) -> None:
    edit = WordEdits(old)
    edit.type_after(edit.paragraph("Facilitate family reunification"), "Insist on this one.")
    edit.retype(edit.paragraph("Our interest"), lambda words: f"{words} And work permits.")
    edit.comment(edit.paragraph("Develop human rights-based"), "Is this ours?", "A. Colleague")
    first, data = desk.rebuilt(edit.saved())
    second, again = desk.rebuilt(data, LATER)
    assert first.count == second.count == 3
    assert second.conflicts == ()
    assert again == desk.rebuilt(edit.saved(), LATER)[1]


def test_comments_hang_on_their_units_and_those_of_the_profile_are_its_own(
    desk: Desk, old: bytes
) -> None:
    edit = WordEdits(old)
    edit.comment(edit.paragraph("Develop human rights-based"), "Is this ours?", "A. Colleague")
    edit.comment(edit.paragraph("Our interest"), "Say more.", "A. Colleague")
    carried, _ = desk.rebuilt(edit.saved(), LATER)
    assert kinds(carried) == ["comment"]
    assert carried.conflicts[0].words == "A. Colleague: Say more."
    assert [one.paragraphs for one in carried.pack.comments] == [("A. Colleague: Is this ours?",)]


def test_words_of_the_corpus_typed_by_hand_are_listed_and_not_made_the_delegations(
    desk: Desk, old: bytes
) -> None:
    unit = corpus_of("corrected").find("gcm-rev2/7/a")
    assert unit is not None
    edit = WordEdits(old)
    edit.type_after(edit.paragraph("Our interest"), f"As they say: {unit.text}")
    carried, data = desk.rebuilt(edit.saved())
    assert kinds(carried) == ["quotes"]
    assert data == old


def test_a_quotation_that_was_moved_is_told_and_its_neighbours_go_with_their_units(
    desk: Desk, old: bytes
) -> None:
    edit = WordEdits(old)
    edit.move(edit.paragraph("In this regard"), edit.paragraph("Our interest"))
    edit.type_after(edit.paragraph("In this regard"), "Standing with the chapeau.")
    carried, data = desk.rebuilt(edit.saved())
    assert kinds(carried) == ["moved"]
    assert follows(data, "In this regard", "Standing with the chapeau.")


def test_own_words_that_were_taken_out_and_are_back_are_told(desk: Desk, old: bytes) -> None:
    edit = WordEdits(old)
    edit.remove(edit.paragraph("Our interest"))
    carried, data = desk.rebuilt(edit.saved())
    assert kinds(carried) == ["removed"]
    assert data == old


def test_a_pdf_is_refused(desk: Desk) -> None:
    pack, profile = desk.made(PROFILE)
    file = read_delivered(write(pack, STYLE, ("pdf",))["pdf"], "edited.pdf")
    with pytest.raises(UnusableInput, match="edits are kept from a"):
        carry_over(file, pack, profile, corpus_of("corrected"), STYLE)


WORD = st.sampled_from(["alpha", "bravo", "charlie", "delta", "echo", "we ask", "why not?", "(b)"])
EDIT = st.tuples(
    st.sampled_from(["type", "retype", "append", "cell", "comment", "remove", "split"]),
    st.integers(0, 1000),
    st.lists(WORD, min_size=1, max_size=4).map(" ".join),
)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(edits=st.lists(EDIT, min_size=1, max_size=6), later=st.booleans())
def test_every_own_word_is_in_the_new_pack_or_in_the_list(
    desk: Desk,
    old: bytes,
    edits: list[tuple[str, int, str]],
    later: bool,  # noqa: FBT001 - an example of Hypothesis
) -> None:
    file = WordEdits(old)
    typed: list[str] = []
    for number, (what, place, words) in enumerate(edits):
        mark = f"own{number}"
        gone = _do(file, what, place, f"{mark} {words}")
        typed = [one for one in typed if one not in gone]
        if what != "remove":
            typed.append(mark)
    carried, data = desk.rebuilt(file.saved(), LATER if later else PROFILE)
    said = " ".join([*lines(data), *(one.words for one in carried.conflicts)])
    said += " ".join(" ".join(one.paragraphs) for one in carried.pack.comments)
    assert [one for one in typed if one not in said] == []


def _do(file: WordEdits, what: str, place: int, words: str) -> str:
    """Edit the file somewhere, and give the words that are gone from it."""
    paragraphs = file.paragraphs()
    paragraph = paragraphs[place % len(paragraphs)]
    gone = words_of(paragraph)
    match what:
        case "type":
            file.type_after(paragraph, words)
        case "append":
            file.retype(paragraph, lambda before: f"{before} {words}")
        case "split":
            file.retype(paragraph, lambda before: f"{before[: len(before) // 2]} {words}")
        case "cell":
            cells = file.cells()
            cells[place % len(cells)].append(made_paragraph(words))
        case "comment":
            file.comment(paragraph, words, "A. Colleague")
        case "retype":
            file.retype(paragraph, lambda _: words)
            return gone
        case _:
            file.retype(paragraph, lambda _: "")
            return gone
    return ""


def test_what_comes_of_many_edits_is_a_valid_file(desk: Desk, old: bytes, tmp_path: Path) -> None:
    edit = WordEdits(old)
    for number, one in enumerate(edit.paragraphs()):
        edit.type_after(one, f"Own words {number} & more.")
    edit.comment(edit.paragraph("Develop human rights-based"), "Is this ours?", "A. Colleague")
    carried, data = desk.rebuilt(edit.saved(), LATER)
    assert carried.count > 30
    path = tmp_path / "new.docx"
    path.write_bytes(data)
    assert OpenXmlValidator().validate(path).errors == []
