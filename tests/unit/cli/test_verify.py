"""`briefgen verify` and the check that a build makes of its own files."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pikepdf
import pytest
from mutations.word_mutants import mutate_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    Runner = Callable[..., Run]

DOCX, PDF = "output/objective-handout.docx", "output/objective-handout.pdf"


@pytest.fixture
def built(run: Runner) -> Runner:
    """A program run from a folder in which a handout was built."""
    assert run("build", "objective-handout").status == 0
    return run


def test_what_was_built_is_verified_and_both_files_say_the_same(built: Runner) -> None:
    ended = built("verify", DOCX, PDF)
    assert (ended.status, ended.err) == (0, "")
    assert [line.split(": ")[:2] for line in ended.out.splitlines()] == [
        [DOCX, "verified"],
        [PDF, "verified"],
    ]


def test_the_answer_as_data_says_what_was_checked(built: Runner) -> None:
    ended = built("verify", DOCX, PDF, "--json")
    answer = json.loads(ended.out)
    assert answer["verified"] is True
    assert answer["parity"] == []
    for file in answer["files"]:
        assert file["counts"]["quotations"] == 13
        assert file["findings"] == []
        assert len(file["sha256"]) == 64
        assert file["manifest"]["verified-when-built"] is True


def test_a_changed_word_is_told_with_its_place_and_the_answer_is_no(built: Runner) -> None:
    chance = Random(3)  # noqa: S311 - repeatable, and no secret
    mutant = mutate_word(Path(DOCX).read_bytes(), "a word dropped", chance)
    assert mutant is not None
    Path("changed.docx").write_bytes(mutant[0])
    ended = built("verify", "changed.docx", PDF)
    assert (ended.status, ended.err) == (1, "")
    assert mutant[1][0] in ended.out
    assert "changed.docx, paragraph " in ended.out
    assert "words are missing" in ended.out
    assert "NOT verified: 1 fault in" in ended.out
    assert "parity, page " in ended.out
    ended = built("verify", "changed.docx", "--json")
    assert ended.status == 1
    (found,) = json.loads(ended.out)["files"][0]["findings"]
    assert (found["kind"], found["unit"]) == ("lost", mutant[1][0])
    assert found["expected"] != found["found"]


def test_a_file_that_cannot_be_read_is_unusable_and_named(built: Runner) -> None:
    Path("cut.pdf").write_bytes(Path(PDF).read_bytes()[:2000])
    ended = built("verify", DOCX, "cut.pdf", "absent.docx")
    assert ended.status == 2
    assert ended.out == ""
    assert "cut.pdf: error: the file is cut short or damaged" in ended.err
    assert "absent.docx: error: there is no such file" in ended.err


def test_a_file_without_a_manifest_can_be_searched_for_quotations(built: Runner) -> None:
    with pikepdf.open(PDF) as pdf:
        del pdf.Root.PieceInfo
        del pdf.Root.StructTreeRoot
        pdf.save("elsewhere.pdf")
    ended = built("verify", "elsewhere.pdf")
    assert ended.status == 2
    assert "the file says nothing of what it quotes" in ended.err
    ended = built("verify", "elsewhere.pdf", "--find-quotes")
    assert ended.status == 0
    assert "elsewhere.pdf, page 1: gcm-rev2/5/g: exact" in ended.out
    quotes = json.loads(built("verify", "elsewhere.pdf", "--find-quotes", "--json").out)["quotes"]
    assert {"gcm-rev2/5/a", "gcm-rev2/5/commitment"} <= {one["unit"] for one in quotes}


def test_a_text_without_quotations_is_told(built: Runner) -> None:
    built("new", ".")
    profile = Path("profiles/own.yaml")
    profile.write_text("title: Ours\ntemplate: handout\ncontents:\n  - note: We agree.\n")
    assert built("build", str(profile), "--format", "docx").status == 0
    ended = built("verify", "output/own.docx", "--find-quotes")
    assert (ended.status, ended.out) == (1, "no words of the corpus were found\n")
    assert built("verify", "output/own.docx").status == 0


def test_a_certificate_tells_what_was_checked(built: Runner) -> None:
    ended = built("verify", DOCX, PDF, "--certificate", "certificate.md")
    assert ended.status == 0
    page = Path("certificate.md").read_text()
    assert "every quoted word is the source's" in page
    assert "13 quotations" in page
    assert "gcm-rev2" in page
    assert page.count("SHA-256") == 2
    assert len(page.splitlines()) < 60


def test_a_template_that_changes_quoted_words_delivers_nothing(run: Runner) -> None:
    run("new", ".")
    parts = Path("templates/_parts.xhtml.j2")
    parts.write_text(parts.read_text().replace("{{ o.chapeau.words }}", "In short:"))
    ended = run("build", "objective-handout")
    assert ended.status == 1
    assert "none is delivered" in ended.err
    assert "gcm-rev2/5/chapeau" in ended.err
    assert not Path("output").exists() or not list(Path("output").iterdir())
    assert run("build", "objective-handout", "--no-verify").status == 0
    ended = run("verify", DOCX)
    assert ended.status == 1
    assert "the file was built with --no-verify" in ended.out
