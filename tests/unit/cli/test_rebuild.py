"""`briefgen rebuild`: the new pack has what was written into the old one by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from word_edits import WordEdits

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    Runner = Callable[..., Run]

OLD = "edited.docx"
REBUILD = ("rebuild", "objective-handout", "--keep-edits", OLD, "--format", "docx")


@pytest.fixture
def edit(run: Runner) -> WordEdits:
    """The handout as it was built, opened to be edited."""
    assert run("build", "objective-handout", "--format", "docx").status == 0
    return WordEdits(Path("output/objective-handout.docx").read_bytes())


def test_own_words_are_carried_over_and_the_file_is_verified(run: Runner, edit: WordEdits) -> None:
    edit.type_after(edit.paragraph("Facilitate family reunification"), "Insist on this.")
    edit.comment(edit.paragraph("Facilitate family reunification"), "Ask again.", "A. Colleague")
    Path(OLD).write_bytes(edit.saved())
    ended = run(*REBUILD)
    assert (ended.status, ended.out, ended.err) == (0, "output/objective-handout.docx\n", "")
    assert run("verify", "output/objective-handout.docx").status == 0
    found = run("trace", "output/objective-handout.docx", "--words", "Insist on this").out
    assert "no words of the corpus" in found
    assert json.loads(run(*REBUILD, "--json").out) == {
        "files": ["output/objective-handout.docx"],
        "carried-over": 2,
        "conflicts": [],
        "diagnostics": [],
    }


def test_edited_quotations_are_told_and_listed_and_the_answer_is_no(
    run: Runner, edit: WordEdits
) -> None:
    paragraph = edit.paragraph("Facilitate family reunification")
    edit.retype(paragraph, lambda words: words.replace("migrants", "some"))
    Path(OLD).write_bytes(edit.saved())
    ended = run(*REBUILD)
    assert ended.status == 1
    assert ended.out.splitlines() == [
        "output/objective-handout.docx",
        "output/objective-handout.conflicts.md",
    ]
    assert "edited.docx, paragraph " in ended.err
    assert "quoted words, or what the pack says of them, were edited (gcm-rev2/5/i)" in ended.err
    page = Path("output/objective-handout.conflicts.md").read_text()
    assert "for some at all" in page
    assert "for migrants at all" in page
    (conflict,) = json.loads(run(*REBUILD, "--json").out)["conflicts"]
    assert (conflict["kind"], conflict["unit"]) == ("quoted", "gcm-rev2/5/i")


def test_the_edited_file_is_never_replaced(run: Runner, edit: WordEdits) -> None:
    assert edit.paragraphs()
    built = Path("output/objective-handout.docx")
    before = built.read_bytes()
    ended = run("rebuild", "objective-handout", "--keep-edits", str(built))
    assert ended.status == 2
    assert "would take the place of the file that was edited" in ended.err
    assert built.read_bytes() == before
    assert [one.name for one in Path("output").iterdir()] == [built.name]


def test_a_sheet_that_own_words_have_made_too_long_is_told(run: Runner) -> None:
    """It fitted as it was built; what was added by hand is its author's to shorten."""
    words = "title: Room\nfrom: gcm-rev2\nlayout: handout\nhandout: {fit: 1 side}\n"
    Path("room.yaml").write_text(f"{words}contents:\n  - objectives: 7\n", encoding="utf-8")
    assert run("build", "room.yaml", "--format", "docx").status == 0
    edit = WordEdits(Path("output/room.docx").read_bytes())
    for _ in range(2):
        edit.type_after(edit.paragraph("Involve local authorities"), "Insist on this. " * 20)
    Path(OLD).write_bytes(edit.saved())
    ended = run("rebuild", "room.yaml", "--keep-edits", OLD, "--format", "pdf")
    assert ended.status == 0
    assert (
        "room.yaml:4:16: warning: with what was added to it, 'Objective 7: Address and reduce "
        "vulnerabilities in migration' takes more than 1 side"
    ) in ended.err


def test_a_card_that_own_words_have_made_too_long_is_told(run: Runner) -> None:
    small = ("--set", "paper=A6", "--set", "card.actions=none")
    assert run("build", "objective-card", *small, "--format", "docx").status == 0
    edit = WordEdits(Path("output/objective-card.docx").read_bytes())
    words = " ".join(["Our minister insists on this commitment."] * 30)
    edit.type_after(edit.paragraph("We commit"), words)
    Path(OLD).write_bytes(edit.saved())
    rebuild = ("rebuild", "objective-card", *small, "--keep-edits", OLD, "--format", "docx")
    ended = run(*rebuild)
    assert ended.status == 0
    assert "warning: with what was added to it, 'Objective 5: " in ended.err
    assert "' takes more than 1 side" in ended.err
