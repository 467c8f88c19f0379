"""``briefgen corrigendum``: what changed, by locator, and only the sheets to print again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from delivered import dense, docx_paragraphs, pdf_characters, pdf_pages
from printed_sheets import numbered

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    Runner = Callable[..., Run]

NOTE = "Example State has no amendments of its own."
PACK = """
title: Objectives 5 and 9
delegation: Delegation of Example State
date: 2026-11-20
from: gcm-rev2
new-page: objective
contents:
  - heading: Summary
    note: {note}
  - objectives: {objectives}
"""
HANDOUTS = """
title: Handouts
layout: handout
from: gcm-rev2
contents:
  - objectives: [5, 7, 22]
  - heading: Our position
    note: {note}
  - objectives: [23]
"""
DATE = ("--date", "2026-11-21")


def built(
    run: Runner,
    folder: str,
    template: str = PACK,
    *settings: str,
    name: str = "pack",
    quiet: bool = True,
    **words: str,
) -> str:
    """Build a pack into a folder; give the path of the PDF."""
    known = {"note": NOTE, "objectives": "[5, 9]"} | words
    Path(f"{name}.yaml").write_text(template.format(**known), encoding="utf-8")
    ended = run("build", f"{name}.yaml", "--format", "pdf", "--out", folder, *settings)
    assert (ended.status, quiet and ended.err) == (0, quiet and "")
    return f"{folder}/{name}.pdf"


def test_one_word_of_the_delegation_s_own(run: Runner) -> None:
    """The note tells it, one sheet is printed, and both new files prove themselves."""
    old = built(run, "old")
    new = built(run, "new", note=NOTE.replace("no", "two"))
    ended = run("corrigendum", old, new, *DATE, "--format", "pdf", "--format", "docx")
    assert (ended.status, ended.err) == (0, "")
    names = ["pack-rev1-corrigendum.pdf", "pack-rev1-corrigendum.docx", "pack-rev1-sheets.pdf"]
    assert ended.out.split() == [f"output/{one}" for one in (*names, "pack-rev1.pdf")]
    (note,) = pdf_pages(Path("output/pack-rev1-corrigendum.pdf").read_bytes())
    told = ("Corrigendum", "Rev. 1 \N{MIDDLE DOT} 21 November 2026", "Summary", "Page 3")
    told += ("Example State has [no] amendments", "Example State has two amendments")
    for words in (*told, "Pages 3\N{EN DASH}4"):
        assert dense(words) in dense(note), words
    words = " ".join(docx_paragraphs(Path("output/pack-rev1-corrigendum.docx").read_bytes()))
    assert "Example State has two amendments of its own." in words
    pages = pdf_pages(Path(new).read_bytes())
    sheets = pdf_pages(Path("output/pack-rev1-sheets.pdf").read_bytes())
    stamp = dense("Rev. 1 \N{MIDDLE DOT} 21 November 2026")
    assert [dense(one).replace(stamp, "") for one in sheets] == [dense(one) for one in pages[2:4]]
    whole = pdf_pages(Path("output/pack-rev1.pdf").read_bytes())
    assert [stamp in dense(one) for one in whole] == [at in {2, 3} for at in range(len(whole))]
    ended = run("verify", "output/pack-rev1-sheets.pdf", "output/pack-rev1.pdf")
    assert ended.status == 0
    assert "holds some sheets of its pack" in ended.out
    ended = run(
        "run-sheet", "output/pack-rev1-sheets.pdf", "--format", "csv", "--copies", "main=350"
    )
    assert ended.status == 0
    assert ",2,2,1,A4,long,350,350,350," in Path("output/run-sheet.csv").read_text("utf-8-sig")


@pytest.mark.parametrize(("first", "then"), [("[5, 9]", "[5, 7, 9]"), ("[5, 7, 9]", "[5, 9]")])
def test_an_objective_that_came_or_went_is_a_line_of_a_note_of_one_page(
    run: Runner, first: str, then: str
) -> None:
    """Nobody reads twenty paragraphs struck out to learn that Objective 7 is gone."""
    old = built(run, "old", objectives=first)
    new = built(run, "new", objectives=then)
    ended = run("corrigendum", old, new, *DATE, "--json")
    (told,) = (one for one in json.loads(ended.out)["compared"][0]["changes"] if one["whole"])
    assert told["units"] == ["gcm-rev2/7/title"]
    (note,) = pdf_pages(Path("output/pack-rev1-corrigendum.pdf").read_bytes())
    words = "Delete the whole of" if told["kind"] == "removed" else "Insert the whole of"
    assert dense(f"Draft Rev 2, Objective 7 {words}") in dense(note)


def test_quoted_words_are_cited_and_handouts_named_by_their_sheets(run: Runner) -> None:
    """A slip put right: of five handouts those are printed again that print it."""
    old = built(run, "old", HANDOUTS, "--text", "verbatim")
    new = built(run, "new", HANDOUTS)
    ended = run("corrigendum", old, new, *DATE)
    assert ended.status == 0
    note = dense(" ".join(pdf_pages(Path("output/pack-rev1-corrigendum.pdf").read_bytes())))
    for words in ("Draft Rev 2, para. 22 (i)", "Objective 7: Sheet 1 of 1", "Sheet 1 of 1, back"):
        assert dense(words) in note, words
    assert dense("Objective 5:") not in note
    pages = pdf_pages(Path("output/pack-rev1-sheets.pdf").read_bytes())
    assert "Objective 7" in pages[0]
    assert len(pages) < len(pdf_pages(Path(new).read_bytes()))


def test_a_handout_that_grows_leaves_the_others_alone(run: Runner) -> None:
    """Sheets count within a handout, so that those after it print the same and stay."""
    old = built(run, "old", HANDOUTS)
    new = built(run, "new", HANDOUTS, note=" ".join(["Our position is long."] * 900))
    ended = run("corrigendum", old, new, *DATE, "--json")
    answer = json.loads(ended.out)
    told = [line.partition(": note: ")[2] for line in ended.err.splitlines() if ": note: " in line]
    assert [one["message"] for one in answer["diagnostics"]] == told
    (one,) = answer["compared"]
    printed = [page for step in one["exchange"] for sheet in step["put_in"] for page in sheet]
    pages = pdf_pages(Path(new).read_bytes())
    assert all("Our position" in pages[page - 1] for page in printed)
    assert len(printed) > 2
    assert [step["take_out"] for step in one["exchange"]] == [[[7, 8]]]


def test_a_side_printed_again_with_its_words_is_named_by_its_handout(run: Runner) -> None:
    """Every handout has a "Sheet 1 of 1, back"."""
    profile = "title: Room\nlayout: handout\nfrom: gcm-rev2\ncontents:\n  - objectives: {numbers}\n"
    old = built(run, "old", profile, numbers="[5, 7]")
    parts = "[5]\n  - objectives: [7]\n    parts: [title, chapeau, actions]"
    new = built(run, "new", profile, numbers=parts)
    assert run("corrigendum", old, new, *DATE).status == 0
    (note,) = pdf_pages(Path("output/pack-rev1-corrigendum.pdf").read_bytes())
    assert dense("page number or look: Objective 7: Sheet 1 of 1, back.") in dense(note)


def test_pages_that_move_on_are_printed_again_and_it_is_said(run: Runner) -> None:
    """Their number is printed on them; what stands before the change stays, but for its total."""
    old = built(run, "old", objectives="[5, 9, 10]")
    new = built(run, "new", objectives="[5, 7, 9, 10]")
    ended = run("corrigendum", old, new, *DATE, "--json")
    (one,) = json.loads(ended.out)["compared"]
    assert one["other_numbers_or_date"]
    assert one["same_words"]
    assert "to be printed again with the same words" in ended.err
    pages = pdf_pages(Path(new).read_bytes())
    printed = [page for step in one["exchange"] for sheet in step["put_in"] for page in sheet]
    assert printed[-1] == len(pages)
    assert 3 not in printed
    kinds = [change["kind"] for change in one["changes"]]
    assert "added" in kinds
    assert kinds[-1] == "contents"


def test_another_date_alone_is_nothing_to_replace(run: Runner) -> None:
    """It is said, nothing is written, and all is well; the same for files that are the same."""
    old, new = built(run, "old", HANDOUTS), built(run, "new", HANDOUTS, "--date", "2026-11-22")
    for second in (new, built(run, "same", HANDOUTS)):
        ended = run("corrigendum", old, second)
        assert (ended.status, ended.out) == (0, "nothing to replace\n")
    ended = run("corrigendum", old, new, "--json")
    assert json.loads(ended.out)["nothing_to_replace"]
    assert json.loads(ended.out)["files"] == []
    assert not Path("output").exists()


def test_revisions_are_counted_and_dated_by_the_pack(run: Runner) -> None:
    """Rev. 2 against the whole of Rev. 1; its date is the new pack's own; --rev overrides."""
    old, new = built(run, "old"), built(run, "new", note="Other words.")
    assert run("corrigendum", old, new).status == 0
    third = built(run, "third", note="Words of a third kind.")
    ended = run("corrigendum", "output/pack-rev1.pdf", third)
    assert ended.out.split()[0] == "output/pack-rev2-corrigendum.pdf"
    assert Path("output/pack-rev1-corrigendum.pdf").exists()
    assert ended.out.split()[1] == "output/pack-rev2-sheets.pdf"
    assert "20 November 2026" in pdf_pages(Path("output/pack-rev2-sheets.pdf").read_bytes())[0]
    ended = run("corrigendum", old, third, "--rev", "7", "--sides", "one", "--out", "other")
    assert ended.out.split()[1] == "other/pack-rev7-sheets.pdf"
    assert len(pdf_pages(Path("other/pack-rev7-sheets.pdf").read_bytes())) == 1


def test_revisions_go_on_in_number_and_in_time(run: Runner) -> None:
    """A second Rev. 1 of a Rev. 1, and a day before what is revised, are refused with the cure."""
    old, new = built(run, "old"), built(run, "new", note="Other words.")
    third = built(run, "third", note="Words of a third kind.")
    assert run("corrigendum", old, new, *DATE, "--out", "1").status == 0
    last = ("corrigendum", old, new, *DATE, "--rev", "999", "--out", "last")
    assert run(*last).status == 0
    for names, message, hint in (
        (("1/pack-rev1.pdf", third, *DATE, "--rev", "1"), "this is Rev. 1 itself", "leave --rev"),
        (("1/pack-rev1.pdf", third), "of 2026-11-20, before what it", "--date, 2026-11-21 or"),
        (("last/pack-rev999.pdf", third, *DATE), "there is no Rev. 1000", "print the new pack"),
    ):
        ended = run("corrigendum", *names)
        assert (ended.status, ended.out) == (2, "")
        assert ended.err.startswith(f"{names[0]}: error: ")
        assert message in ended.err
        assert hint in ended.err
        assert ended.err.count("error:") == 1
    assert not Path("output").exists()


def test_a_pack_may_be_dated_for_a_meeting_that_is_to_come(run: Runner) -> None:
    """Its revision is of an earlier day then, and this is told."""
    old, new = built(run, "old"), built(run, "new", note="Other words.")
    ended = run("corrigendum", old, new, "--date", "2026-11-19")
    assert ended.status == 0
    assert "note: the revision is of 2026-11-19, and the pack as it was printed of" in ended.err


def test_a_revision_may_get_another_title(run: Runner) -> None:
    """It is called as the pack is, but for its number."""
    old, new = built(run, "old"), built(run, "new", note="Other words.")
    assert run("corrigendum", old, new, *DATE, "--out", "1").status == 0
    titled = PACK.replace("title: Objectives 5 and 9", "title: Another title")
    ended = run("corrigendum", "1/pack-rev1.pdf", built(run, "third", titled), *DATE)
    assert ended.status == 0, ended.err


def test_sets_are_compared_file_by_file(run: Runner) -> None:
    """One note for all; sheets of those that changed; what came or went is told."""
    for folder, note in (("old", "One."), ("new", "Another.")):
        built(run, folder, name="a", note=note)
        built(run, folder, name="b")
    built(run, "old", name="gone")
    built(run, "new", name="came")
    ended = run("corrigendum", "old", "new", *DATE)
    assert (ended.status, ended.err) == (0, "")
    names = ["new-rev1-corrigendum.pdf", "a-rev1-sheets.pdf", "a-rev1.pdf", "b-rev1.pdf"]
    names.append("came.pdf")
    assert ended.out.split() == [f"output/{one}" for one in names]
    note = dense(pdf_pages(Path("output/new-rev1-corrigendum.pdf").read_bytes())[0])
    assert dense("new: print the whole file came.pdf") in note
    assert dense("no longer part of the set: gone.pdf") in note


def test_a_folder_s_pack_is_its_last_revision(run: Runner) -> None:
    """Which lies on the table; ten is later than two, and notes and sheets are no packs."""
    last, new = built(run, "old"), built(run, "new", note="The last words.")
    for number in ("2", "10"):
        made = built(run, "between", note="The last words." if number == "10" else "Others.")
        assert run("corrigendum", last, made, "--rev", number, "--out", "old").status == 0
        last = f"old/pack-rev{number}.pdf"
    assert len(list(Path("old").glob("*.pdf"))) == 7
    ended = run("corrigendum", "old", "new")
    assert (ended.status, ended.out) == (0, "nothing to replace\n")
    assert Path(new).exists()


def test_a_corrigendum_s_own_files_are_no_new_packs(run: Runner) -> None:
    """Written beside the new build, they are left out of the next comparison, and that is told."""
    built(run, "printed")
    built(run, "output", note="Other words.")
    first = run("corrigendum", "printed", "output", *DATE)
    assert first.err == ""
    again = run("corrigendum", "printed", "output", *DATE)
    assert (again.status, again.out) == (0, first.out)
    assert "not taken for new, as 'corrigendum' made them: pack-rev1.pdf" in again.err


def test_an_earlier_revision_is_neither_lost_nor_passed_over(run: Runner) -> None:
    """What is in the copies is known by it alone; the same once more is the same."""
    first = built(run, "first", objectives="[22]")
    second = built(run, "second", note="Other words.", objectives="[22]")
    third = built(run, "third", note="A third.", objectives="[22]")
    assert run("corrigendum", first, second, *DATE).status == 0
    before = {path: path.read_bytes() for path in Path("output").iterdir()}
    for number in ((), ("--rev", "2")):
        ended = run("corrigendum", first, third, *DATE, *number)
        assert (ended.status, ended.out) == (2, "")
        assert "output/pack-rev1.pdf: error: Rev. 1 lies there already" in ended.err
        assert "hint: if it is in the copies, name output/pack-rev1.pdf as OLD" in ended.err
    assert {path: path.read_bytes() for path in Path("output").iterdir()} == before
    assert run("corrigendum", "output/pack-rev1.pdf", third, *DATE).status == 0
    assert run("corrigendum", first, second, *DATE).status == 0
    ended = run("corrigendum", first, third, *DATE, "--rev", "3")
    assert "output/pack-rev2.pdf: error: Rev. 2 lies there already" in ended.err


def test_an_earlier_revision_behind_a_password_is_known_too(run: Runner) -> None:
    """Its bytes are others each time that it is encrypted, and its words are not."""
    Path("secret").write_text("one two", encoding="utf-8")
    locked = ("--password-file", "secret")
    notes = {"first": "One.", "second": "Two.", "third": "Three."}
    first, second, third = (
        built(run, folder, PACK, *locked, note=note, objectives="[22]", quiet=False)
        for folder, note in notes.items()
    )
    for _ in range(2):
        assert run("corrigendum", first, second, *DATE, *locked).status == 0
    ended = run("corrigendum", first, third, *DATE, *locked)
    assert "output/pack-rev1.pdf: error: Rev. 1 lies there already" in ended.err


def test_a_pack_may_have_the_name_of_a_revision(run: Runner) -> None:
    """What a file is, it says itself: a pack called gcm-rev2 is built, and is a pack."""
    for folder, note in (("old", "One."), ("new", "Another.")):
        built(run, folder, name="gcm-rev2", note=note)
    ended = run("corrigendum", "old", "new", *DATE)
    names = ("gcm-rev2-rev1-corrigendum.pdf", "gcm-rev2-rev1-sheets.pdf", "gcm-rev2-rev1.pdf")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.split() == [f"output/{name}" for name in names]


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_builds_that_were_swapped_are_refused(run: Runner, kind: str) -> None:
    """By their dates the old one is the newer; both kinds of file say their date."""
    formats = ("--format", "docx")
    old = built(run, "old", PACK, *formats).replace("pdf", kind)
    new = built(run, "new", PACK, *formats, "--date", "2026-11-21", note="Other words.")
    new = new.replace("pdf", kind)
    ended = run("corrigendum", new, old)
    assert (ended.status, ended.out) == (2, "")
    assert "the new build is of 2026-11-20, before the old one: new/pack" in ended.err
    assert "hint: name what was printed first" in ended.err
    assert not Path("output").exists()
    assert run("corrigendum", new, old, *DATE, "--out", "meant").status == 0
    assert run("corrigendum", old, new).status == 0
    (note,) = pdf_pages(Path("output/pack-rev1-corrigendum.pdf").read_bytes())
    assert dense("Rev. 1 \N{MIDDLE DOT} 21 November 2026") in dense(note)


def test_builds_of_one_day_are_told(run: Runner) -> None:
    """Nothing but the person tells which is the newer, and the revision has the same day."""
    old, new = built(run, "old"), built(run, "new", note="Other words.")
    ended = run("corrigendum", old, new)
    assert ended.status == 0
    assert "new/pack.pdf: note: both builds are of 2026-11-20" in ended.err
    assert "see that old/pack.pdf is what was printed" in ended.err


def test_word_files_give_the_note_alone(run: Runner) -> None:
    """They have no pages; it is said that sheets are given of PDFs."""
    for folder, note in (("old", "One."), ("new", "Another.")):
        built(run, folder, PACK, "--format", "docx", note=note)
    ended = run("corrigendum", "old/pack.docx", "new/pack.docx", *DATE)
    assert ended.status == 0
    assert ended.out == "output/pack-rev1-corrigendum.pdf\n"
    assert "only the words were compared" in ended.err
    (note,) = pdf_pages(Path("output/pack-rev1-corrigendum.pdf").read_bytes())
    assert dense("[One.]") in dense(note)
    assert dense("Which sheets are to be exchanged is not determined.") in dense(note)
    mixed = built(run, "new", note="Another.")
    assert run("corrigendum", "old/pack.docx", mixed, *DATE).status == 0
    (note,) = pdf_pages(Path("output/pack-rev1-corrigendum.pdf").read_bytes())
    assert dense("Which sheets are to be exchanged is not determined.") in dense(note)
    assert dense("No sheet is to be exchanged.") not in dense(note)


def test_nothing_else_than_two_builds_is_compared(run: Runner) -> None:
    """One message with its cure each, exit 2, and nothing written."""
    old = built(run, "old")
    assert run("build", "pack.yaml", "--format", "pdf", "--out", "letter", "--set", "paper=Letter")
    other = built(run, "other", HANDOUTS, name="other")
    undated = built(run, "undated", HANDOUTS, name="undated")
    changed = built(run, "changed", HANDOUTS, note="Else.", name="undated")
    Path("text.pdf").write_text("no PDF", encoding="utf-8")
    Path("plain.pdf").write_bytes(numbered(2))
    Path("cut.pdf").write_bytes(Path(old).read_bytes()[:9000])
    with pikepdf.open(old) as pdf:
        pdf.save("locked.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
    run("impose", old, "--booklet", "--out", "imposed")
    for names, message in (
        ((old, "missing.pdf"), "there is no such file"),
        ((old, old), "the same file is named twice"),
        ((old, "old"), "a file cannot be compared with a folder"),
        ((old, "letter/pack.pdf"), "the pack is for Letter"),
        ((old, other), "this is another pack"),
        ((old, "text.pdf"), "error:"),
        ((old, "plain.pdf"), "the file is no pack of briefgen's"),
        ((old, "imposed/pack-booklet.pdf"), "the file is no pack of briefgen's"),
        ((old, "cut.pdf"), "the file is cut short or damaged"),
        ((old, "locked.pdf"), "locked.pdf: error: the file is behind a password"),
        ((undated, changed), "it is not said of which day the revision is"),
        (("old", "letter", "--format", "odt"), "there is no note as 'odt'"),
        (("imposed", "other"), "no PDF of the folder has the name of one in imposed"),
    ):
        ended = run("corrigendum", *names)
        assert (ended.status, ended.out) == (2, ""), names
        assert message in ended.err
        assert ended.err.count("error:") == 1
        assert "hint:" in ended.err
    assert not Path("output").exists()


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "Au lieu de"), ("es", "Donde dice"), ("ru", "Вместо")],
)
def test_the_note_is_in_the_pack_s_language(run: Runner, language: str, words: str) -> None:
    """With the words that corrigenda of the United Nations have in it."""
    old = built(run, "old", PACK, "--set", f"language={language}")
    new = built(run, "new", PACK, "--set", f"language={language}", note="Other words.")
    assert run("corrigendum", old, new).status == 0
    (note,) = pdf_pages(Path("output/pack-rev1-corrigendum.pdf").read_bytes())
    assert dense(words) in dense(note)


def test_the_note_bears_the_marking_and_the_delegation_of_its_pack(run: Runner) -> None:
    """It quotes the delegation's own words: who may not read these may not read it."""
    marked = "marking: Internal\n" + PACK.lstrip()
    old = built(run, "old", marked)
    new = built(run, "new", marked.replace("Internal", "Restricted"), note="Another note.")
    assert run("corrigendum", old, new, *DATE).status == 0
    (note, *_) = pdf_pages(Path("output/pack-rev1-corrigendum.pdf").read_bytes())
    header = "Objectives 5 and 9 Restricted Rev. 1 \N{MIDDLE DOT} 21 November 2026"
    assert dense(header) in dense(note)
    assert dense("Delegation of Example State") in dense(note)


def test_a_set_that_has_only_gained_a_file_is_told_so(run: Runner) -> None:
    """Under the title that its packs have, and without counting no sheets."""
    for folder in ("old", "new"):
        built(run, folder, name="a")
    built(run, "new", name="came")
    assert run("corrigendum", "old", "new", *DATE).status == 0
    (note,) = map(dense, pdf_pages(Path("output/new-rev1-corrigendum.pdf").read_bytes()))
    assert dense("Corrigendum Objectives 5 and 9") in note
    assert dense("new: print the whole file came.pdf") in note
    assert dense("In the other files no words have changed.") in note
    assert dense("Sheets of paper to print") not in note


def test_a_handout_taken_out_leaves_the_marks_of_the_others(run: Runner) -> None:
    """Each sheet counts the marks of its corrections itself: no other is printed again."""
    objectives = "objectives: [2, 5, 9, 20]"
    pack = "title: Set\nlayout: handout\nfrom: gcm-final\ncontents:\n  - {objectives}\n"
    old = built(run, "old", pack, objectives=objectives)
    new = built(run, "new", pack, objectives=objectives.replace("5, ", ""))
    assert "c1" in pdf_pages(Path(new).read_bytes())[2]  # of Objective 9
    ended = run("corrigendum", old, new, *DATE, "--format", "pdf")
    assert (ended.status, ended.err) == (0, "")
    names = [Path(one).name for one in ended.out.split()]
    assert names == ["pack-rev1-corrigendum.pdf", "pack-rev1.pdf"]


def test_the_note_of_a_pack_in_large_print_is_in_large_print(run: Runner) -> None:
    """Whoever needs the pack in 18 points needs the note in no smaller type."""
    old = built(run, "old", PACK, "--print", "18")
    new = built(run, "new", PACK, "--print", "18", note=NOTE.replace("no", "two"))
    assert run("corrigendum", old, new, *DATE).status == 0
    drawn = pdf_characters(Path("output/pack-rev1-corrigendum.pdf").read_bytes())
    assert min(size for _, size in drawn) >= 18


def test_what_is_made_of_a_protected_pack_is_protected(run: Runner) -> None:
    """With the same password and restrictions; the note, which quotes it, too."""
    words = "one two"
    Path("secret").write_text(words, encoding="utf-8")
    locked = ("--password-file", "secret")
    old = built(run, "old", PACK, *locked, "--forbid", "copy", quiet=False)
    new = built(run, "new", PACK, *locked, "--forbid", "copy", note="Other words.", quiet=False)
    ended = run("corrigendum", old, new, *DATE)
    assert (ended.status, ended.out) == (2, "")
    assert "old/pack.pdf: error: the file is behind a password" in ended.err
    assert "--password-file FILE, or set BRIEFGEN_PASSWORD" in ended.err
    Path("wrong").write_text("three", encoding="utf-8")
    ended = run("corrigendum", old, new, *DATE, "--password-file", "wrong")
    assert "new/pack.pdf: error: the file is behind another password" in ended.err
    assert not Path("output").exists()
    ended = run("corrigendum", old, new, *DATE, *locked, "--format", "docx")
    assert (ended.status, "would go out open" in ended.err) == (2, True)
    ended = run("corrigendum", old, new, *DATE, *locked)
    assert (ended.status, len(ended.out.split())) == (0, 3)
    for name in ended.out.split():
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(name)
        with pikepdf.open(name, password=words) as pdf:
            assert not pdf.allow.extract
            assert pdf.allow.accessibility
            assert b"pdfaid:part" not in pdf.Root["/Metadata"].read_bytes()


def test_a_new_build_that_is_less_protected_is_refused(run: Runner) -> None:
    """Its sheets would lie open, which say what the protected pack says."""
    Path("secret").write_text("one two", encoding="utf-8")
    locked = ("--password-file", "secret")
    old = built(run, "old", PACK, *locked, "--forbid", "copy", quiet=False)
    for folder, settings, cure in (
        ("open", (), "--protect --forbid copy"),
        ("free", locked, "--forbid copy"),
        ("restricted", ("--forbid", "copy"), "--protect"),
    ):
        new = built(run, folder, PACK, *settings, note="Other words.", quiet=False)
        for names in ((old, new), ("old", folder)):
            ended = run("corrigendum", *names, *DATE, *locked)
            assert (ended.status, ended.out) == (2, "")
            assert f"{new}: error: the file is less protected than {old}" in ended.err
            assert f"hint: build it with {cure}, too" in ended.err
    assert not Path("output").exists()


def test_a_pack_that_is_only_restricted_needs_no_password(run: Runner) -> None:
    """Its sheets are as restricted as it is."""
    old = built(run, "old", PACK, "--forbid", "change", quiet=False)
    new = built(run, "new", PACK, "--forbid", "change", note="Other words.", quiet=False)
    assert run("corrigendum", old, new, *DATE).status == 0
    with pikepdf.open("output/pack-rev1-sheets.pdf") as pdf:
        assert pdf.is_encrypted
        assert not pdf.allow.modify_other
        assert pdf.allow.extract


def test_numbered_copies_are_compared_by_their_number_and_told_of_once(run: Runner) -> None:
    """The number on every page is no change; the note names the copies, each has its sheets."""
    small = PACK.replace("from: gcm-rev2", "from: gcm-rev2\nlayout: handout")
    for folder, note, copies in (
        ("old", "One.", "2"),
        ("new", "Another.", "2"),
        ("more", "A", "3"),
    ):
        settings = ("--copies", copies, "--out", folder)
        words = small.format(note=note, objectives="[22]")
        Path("pack.yaml").write_text(words, encoding="utf-8")
        assert run("build", "pack.yaml", "--format", "pdf", *settings).status == 0
    ended = run("corrigendum", "old", "new", *DATE)
    assert ended.status == 0
    assert "every sheet is exchanged" not in ended.err
    names = [f"pack-copy-{number}-rev1{kind}.pdf" for number in (1, 2) for kind in ("-sheets", "")]
    assert ended.out.split() == [f"output/{one}" for one in ("pack-rev1-corrigendum.pdf", *names)]
    (note_page,) = pdf_pages(Path("output/pack-rev1-corrigendum.pdf").read_bytes())
    assert dense(note_page).count(dense("Another.")) == 1
    assert dense("Numbered copies to change: 1\N{EN DASH}2.") in dense(note_page)
    (sheet, *_) = pdf_pages(Path("output/pack-copy-2-rev1-sheets.pdf").read_bytes())
    assert dense("Copy 2 of 2") in dense(sheet)
    ended = run("corrigendum", "old/pack-copy-1.pdf", "more/pack-copy-1.pdf", "--out", "3", *DATE)
    assert "warning: the new copies are of 3, not of 2" in ended.err
    ended = run("corrigendum", "old/pack-copy-1.pdf", "new/pack-copy-2.pdf", *DATE)
    assert (ended.status, ended.out) == (2, "")
    assert "this is copy 2, and old/pack-copy-1.pdf is copy 1" in ended.err
    assert "name copy 1 of the new build, or the folders of both" in ended.err
    assert run("build", "pack.yaml", "--format", "pdf", "--out", "plain").status == 0
    ended = run("corrigendum", "old/pack-copy-1.pdf", "plain/pack.pdf", *DATE)
    assert (ended.status, "build the new pack with --copies 2" in ended.err) == (2, True)
    ended = run("corrigendum", "plain/pack.pdf", "old/pack-copy-1.pdf", *DATE)
    assert (ended.status, "build the new pack without --copies" in ended.err) == (2, True)
    shutil.copytree("old", "grown")
    shutil.copy("plain/pack.pdf", "grown/another.pdf")
    assert run("corrigendum", "old", "grown", "--rev", "2", "--out", "4", *DATE).status == 0
    (note_page,) = pdf_pages(Path("4/grown-rev2-corrigendum.pdf").read_bytes())
    assert "another.pdf" in note_page
    assert "Numbered copies" not in note_page


def test_large_print_does_not_go_into_a_pack_in_usual_print(run: Runner) -> None:
    """Every page would be another, and the sheets could not be read beside the others."""
    old = built(run, "old")
    new = built(run, "new", PACK, "--print", "18", note="Other words.")
    ended = run("corrigendum", old, new, *DATE)
    assert (ended.status, ended.out) == (2, "")
    assert "the pack is in 18 points, and old/pack.pdf in usual print" in ended.err
    assert not Path("output").exists()


def test_cards_are_called_by_their_objectives(run: Runner) -> None:
    """They show no number of a page."""
    profile = "title: Cards\nlayout: card\nfrom: gcm-rev2\ncontents:\n  - objectives: {numbers}\n"
    old = built(run, "old", profile, numbers="[5, 22]")
    new = built(run, "new", profile, numbers="[5, 16, 22]")
    assert run("corrigendum", old, new, *DATE).status == 0
    (note,) = pdf_pages(Path("output/pack-rev1-corrigendum.pdf").read_bytes())
    assert "Objective 16" in note
    assert "Page" not in note


def test_handouts_of_rows_are_called_by_their_rows(run: Runner) -> None:
    """Each is headed by the table, and is "Sheet 1 of 1"."""
    profile = "title: Room\nlayout: handout\ncontents:\n  - rows: {rows}\n"
    old = built(run, "old", profile, rows="[iom-human/1, iom-human/2]")
    new = built(run, "new", profile, rows="[iom-human/1]")
    assert run("corrigendum", old, new, *DATE).status == 0
    (note,) = pdf_pages(Path("output/pack-rev1-corrigendum.pdf").read_bytes())
    assert dense("IOM input, human dimension, row 2: Sheet 1 of 1") in dense(note)
    assert dense("Place Change On IOM input, human dimension, row 2 Delete the whole") in dense(
        note
    )
