"""Handouts that fit, from the command line: as the clerk at the copier gets them."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from delivered import dense, pdf_characters, pdf_pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    from briefgen import Corpus

    Runner = Callable[..., Run]

PROFILE = """
title: For the room
from: gcm-rev2
contents:
  - objectives: {objectives}
"""
ROWS = "  - rows: related\n"


def _write(objectives: str, more: str = "") -> None:
    words = PROFILE.format(objectives=objectives) + more
    Path("room.yaml").write_text(words, encoding="utf-8")


def _pages(name: str = "room") -> list[str]:
    return pdf_pages(Path(f"output/{name}.pdf").read_bytes())


def test_each_objective_is_on_one_side_with_every_word(run: Runner, verbatim: Corpus) -> None:
    """--fit makes handouts; Objective 7 makes 22 and 5 tighter too; the same bytes each time."""
    _write("[22, 5, 7]")
    ended = run("build", "room.yaml", "--fit", "1 side", "--text", "verbatim", "--format", "pdf")
    assert ended.status == 0
    assert ended.err.startswith("--fit: note: the sheets are set tighter, text in 9")
    pages = _pages()
    assert len(pages) == 5
    assert ["intentionally left blank" in page for page in pages] == [False, True] * 2 + [False]
    for page, number in zip(pages[::2], (22, 5, 7), strict=True):
        assert "Sheet 1 of 1, front" in page
        for unit in verbatim.under(f"gcm-rev2/{number}"):
            if unit.kind == "action":
                assert dense(unit.text) in dense(page), unit.id
    before = Path("output/room.pdf").read_bytes()
    run("build", "room.yaml", "--fit", "1 side", "--text", "verbatim", "--format", "pdf")
    assert Path("output/room.pdf").read_bytes() == before
    assert run("verify", "output/room.pdf").status == 0


def test_a_pack_that_becomes_a_handout_is_told(run: Runner) -> None:
    """Only --fit makes it one: of what is a handout, or is asked to be, there is nothing to say."""
    note = "--fit: note: 'room' becomes a handout: one objective a sheet, without cover"
    wanted = ("build", "room.yaml", "--fit", "1 side", "--format", "html")
    _write("[22]")
    ended = run(*wanted, "--json")
    assert note in ended.err
    told = json.loads(ended.out)["diagnostics"]
    assert told[0]["message"] in note + " and contents"
    assert note not in run(*wanted, "--layout", "handout").err
    assert note not in run(*wanted, "--set", "layout=handout").err
    _write("[22]", "layout: handout\n")
    assert note not in run(*wanted).err


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        (("--fit", "1 side"), "--fit: error: 'room' has cards, and a card always fits on one side"),
        (
            ("--fit", "1 side", "--layout", "card"),
            "--fit: error: 'fit: 1 side' is for handouts; a card always fits on one side",
        ),
        (
            ("--set", "handout.fit=1 side"),
            "--set handout.fit: error: 'fit: 1 side' is for handouts; a card always fits on one",
        ),
    ],
)
def test_cards_are_not_made_to_fit(run: Runner, wanted: tuple[str, ...], error: str) -> None:
    """They do by themselves: one message, nothing is built; as handouts only if that is asked."""
    _write("[22]", "layout: card\npaper: A6\n")
    ended = run("build", "room.yaml", *wanted)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(error)
    assert "hint: take " in ended.err
    assert ended.err.count("error") == 1
    assert not Path("output").exists()


def test_cards_may_be_told_that_nothing_is_to_fit_or_to_become_handouts(run: Runner) -> None:
    """Who says it has meant it."""
    _write("{22: [a]}", "layout: card\npaper: A5\n")
    build = ("build", "room.yaml", "--format", "pdf", "--fit")
    assert run(*build, "none").status == 0
    (card,) = _pages()
    assert "Sheet 1" not in card
    assert run(*build, "1 sheet", "--layout", "handout").status == 0
    assert "Sheet 1 of 1" in _pages()[0]


def test_rows_that_are_left_out_are_told_on_the_sheet_in_its_language(run: Runner) -> None:
    """And on standard error, with their ids."""
    _write("7", ROWS + "language: fr\nlayout: handout\nhandout: {fit: 1 side}\n")
    ended = run("build", "room.yaml", "--explain")
    assert ended.status == 0
    assert "room.yaml:9:16: warning: 'Objectif 7' has no room for row iom-human/2" in ended.err
    (page,) = _pages()
    left_out = "Omis ici faute de place : IOM input, human dimension, ligne 2."
    assert dense(left_out) in dense(page)  # French has no-break spaces before its colons
    told = Path("output/room.why.csv").read_text(encoding="utf-8-sig")
    assert "gcm-rev2/7/a," in told
    assert "iom-human/2" not in told
    assert run("verify", "output/room.pdf", "output/room.docx").status == 0


def test_objective_7_with_its_rows_is_on_one_sheet(run: Runner) -> None:
    """Front and back, and nothing left out."""
    _write("7", ROWS)
    assert run("build", "room.yaml", "--fit", "1 sheet", "--format", "pdf").status == 0
    front, back = _pages()
    assert "Sheet 1 of 1, front" in front
    assert "Sheet 1 of 1, back" in back
    assert "Left out" not in front + back


@pytest.mark.parametrize("size", ["large", "18"])
def test_large_print_is_refused_rather_than_made_smaller(run: Runner, size: str) -> None:
    """Exit 2 and no file; what is told to leave out is enough."""
    _write("22")
    ended = run("build", "room.yaml", "--print", size, "--fit", "1 side")
    assert (ended.status, ended.out) == (2, "")
    assert "error: 'Objective 22' needs " in ended.err
    assert not Path("output").exists()
    _write("{22: [a]}")
    assert run("build", "room.yaml", "--print", size, "--fit", "1 side").status == 0
    assert len(_pages()) == 1


def test_check_tells_what_would_not_fit(run: Runner) -> None:
    """Before anybody waits at a printer."""
    _write("7", "layout: handout\nhandout: {fit: 1 side}\nprint: {size: large}\n")
    ended = run("check", "room.yaml")
    assert ended.status == 2
    assert "room.yaml:7:16: error: 'Objective 7' needs 2 sides and " in ended.err


def test_a_fit_can_be_taken_back(run: Runner) -> None:
    """``none`` over a profile that says one."""
    _write("7", "layout: handout\nhandout: {fit: 1 side}\nprint: {size: large}\n")
    assert run("build", "room.yaml", "--fit", "none", "--format", "pdf").status == 0
    assert len(_pages()) > 2


def test_no_words_in_the_file_are_smaller_than_the_style_allows(run: Runner) -> None:
    """As PDFium reads the sizes; the marks of notes are as small as they always were."""
    _write("[2, 10]", ROWS)
    assert run("build", "room.yaml", "--fit", "1 side", "--format", "pdf").status == 0
    sizes = Counter(pdf_characters(Path("output/room.pdf").read_bytes()))
    ((_, commonest), _), *_ = sizes.most_common()
    assert 8.5 <= commonest < 10
    small = {character for character, size in sizes if size < 8}
    assert small <= set("0123456789c")


def test_word_keeps_its_lines_as_close_as_the_pdf_has_them(run: Runner) -> None:
    """Its typeface would have them further apart; where nothing is tightened, it may."""
    for objective, rule in (("22", "atLeast"), ("7", "exact")):
        _write(objective)
        assert run("build", "room.yaml", "--fit", "1 side", "--format", "docx").status == 0
        styles = zipfile.ZipFile("output/room.docx").read("word/styles.xml").decode()
        (normal,) = re.findall(r'w:styleId="Normal".*?</w:style>', styles)
        assert f'w:lineRule="{rule}"' in normal


@pytest.mark.needs("soffice", "pdftotext")
def test_word_files_end_on_the_same_pages(run: Runner) -> None:
    """The fullest, on a side each, and with their rows on a sheet each, by LibreOffice.

    Another version of it may break a line elsewhere: one of them may run over.
    """
    for name, fit, more in (("side", "1 side", ""), ("sheet", "1 sheet", ROWS)):
        words = PROFILE.format(objectives="[2, 7, 10, 19]") + more
        Path(f"{name}.yaml").write_text(words, encoding="utf-8")
        assert run("build", f"{name}.yaml", "--fit", fit).status == 0
    files = ["output/side.docx", "output/sheet.docx"]
    with tempfile.TemporaryDirectory() as home:
        office = f"-env:UserInstallation={Path(home).as_uri()}"
        convert = ["--headless", "--convert-to", "pdf:writer_pdf_Export", "--outdir", "printed"]
        subprocess.run(["soffice", office, *convert, *files], check=True, capture_output=True)
    side, sheet = (
        pdf_pages(Path(f"printed/{name}.pdf").read_bytes()) for name in ("side", "sheet")
    )
    assert 4 <= len(side) <= 5
    assert 8 <= len(sheet) <= 9
