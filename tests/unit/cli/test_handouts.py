"""Handouts from the command line: whole, proved, each objective on its own sheet."""

from __future__ import annotations

import re
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from delivered import pdf_pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    Runner = Callable[..., Run]

PROFILE = """
title: All objectives
layout: handout
from: gcm-rev2
handout: {notes: ruled}
contents:
  - objectives: all
"""


def test_all_objectives_are_sheets_that_begin_on_fronts(run: Runner) -> None:
    """23 of them, PDF, in less than a second and a half of work; here with slack for a busy one."""
    Path("all.yaml").write_text(PROFILE, encoding="utf-8")
    start = time.process_time()
    ended = run("build", "all.yaml", "--format", "pdf", "--set", "print.duplex=long")
    assert (ended.status, ended.err) == (0, "")
    assert time.process_time() - start < 5
    pages = pdf_pages(Path("output/all.pdf").read_bytes())
    starts = {
        int(found[1]): at
        for at, page in enumerate(pages)
        if (found := re.match(r"\s*Objective (\d+)\s", page)) and "Sheet 1 of" in page
        if "front" in page
    }
    assert list(starts) == list(range(1, 24))
    assert all(at % 2 == 0 for at in starts.values())
    for at, page in enumerate(pages):
        assert (", front" in page or ", back" in page) != ("intentionally left blank" in page), at


def test_handouts_for_one_side_are_counted_and_imposed_as_such(run: Runner) -> None:
    """A sheet is a page for the furniture, the run sheet, and whoever puts two on a side."""
    words = PROFILE.replace("objectives: all", "objectives: [7, 22]")
    Path("one.yaml").write_text(f"{words}print: {{duplex: none}}\n", encoding="utf-8")
    assert run("build", "one.yaml").status == 0
    pages = pdf_pages(Path("output/one.pdf").read_bytes())
    assert [re.findall(r"Sheet \d of \d\b(?:, \w+)?", page) for page in pages] == [
        ["Sheet 1 of 2"],
        ["Sheet 2 of 2"],
        ["Sheet 1 of 1"],
    ]
    assert run("run-sheet", "output/one.pdf", "--format", "csv").status == 0
    (counted,) = Path("output/run-sheet.csv").read_text("utf-8-sig").splitlines()[1:2]
    assert counted.split(",")[2:7] == ["3", "3", "3", "A4", "none"]
    imposed = run("impose", "output/one.pdf", "--nup", "2")
    assert imposed.status == 0
    with pikepdf.open(imposed.out.split()[0]) as pdf:
        assert str(pdf.Root.ViewerPreferences.Duplex) == "/Simplex"
        assert len(pdf.pages) == 2
    ended = run("build", "one.yaml", "--fit", "1 sheet", "--format", "pdf")
    assert "would take more than 1 sheet" in ended.err
    assert len(pdf_pages(Path("output/one.pdf").read_bytes())) == 2


def test_a_handout_called_like_its_pack_says_so_once(run: Runner) -> None:
    """Others have both names in their header."""
    for title, header in (("Objective 22", "Objective 22"), ("Day 1", "Objective 22 · Day 1")):
        words = PROFILE.replace("objectives: all", "objectives: 22")
        Path("one.yaml").write_text(words.replace("All objectives", title), encoding="utf-8")
        assert run("build", "one.yaml", "--format", "outline").status == 0
        outline = Path("output/one.outline.txt").read_text(encoding="utf-8")
        assert f"  header: {header} | " in outline.splitlines()


def test_any_pack_can_be_laid_out_as_handouts(run: Runner) -> None:
    """--layout handout takes the template of handouts; Word files are made as well."""
    ended = run("build", "delegation-pack", "--layout", "handout")
    assert (ended.status, ended.err) == (0, "")
    pages = pdf_pages(Path("output/delegation-pack.pdf").read_bytes())
    assert "Summary for the head of delegation" in pages[0]
    assert "This page is intentionally left blank" in pages[1]
    assert "Objective 5" in pages[2]
    assert Path("output/delegation-pack.docx").stat().st_size > 5_000


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("print.binding-mm=150", "margins, header and footer leave"),
        ("print.binding-mm=900", "print.binding-mm"),
        ("print.duplex=left", "print.duplex"),
        ("handout.each=word", "handout.each"),
    ],
)
def test_what_cannot_be_laid_out_is_refused(run: Runner, setting: str, message: str) -> None:
    """Exit 2, nothing written."""
    ended = run("build", "objective-handout", "--set", setting)
    assert (ended.status, ended.out) == (2, "")
    assert message in ended.err
    assert not Path("output").exists()


def test_margins_that_printers_do_not_reach_are_told(run: Runner) -> None:
    """On standard error, by `build` and by `check`; the files are written with wider ones."""
    Path("templates/styles").mkdir(parents=True)
    Path("templates/styles/ours.yaml").write_text(
        "name: ours\nbased-on: standard\npages: {handout: {left-mm: 5}}\n", encoding="utf-8"
    )
    Path("edge.yaml").write_text(PROFILE.replace("all\n", "5\n") + "style: ours\n", "utf-8")
    for command in (["build", "edge.yaml", "--format", "docx"], ["check", "edge.yaml"]):
        ended = run(*command)
        assert ended.status == 0
        assert "edge.yaml: warning: the style 'ours' has margins on a page 'handout'" in ended.err
        assert "left 5" in ended.err
    wide = ("--set", "print.binding-mm=150", "--set", "paper=A5")
    ended = run("build", "edge.yaml", "--format", "docx", *wide)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.count("error:") == ended.err.count("hint:") == 1


def test_large_print_is_one_option(run: Runner) -> None:
    """Word files and PDFs, proved like all others; a size that is none is refused with the cure."""
    ended = run("build", "delegation-pack", "--print", "large")
    assert (ended.status, ended.err) == (0, "")
    document = zipfile.ZipFile("output/delegation-pack.docx").read("word/document.xml").decode()
    assert "<w:tbl>" not in document
    styles = zipfile.ZipFile("output/delegation-pack.docx").read("word/styles.xml").decode()
    sizes = [int(size) for size in re.findall(r'<w:sz w:val="(\d+)"/>', styles)]
    assert min(size for size in sizes if size > 2) >= 32  # 2: the line that ends a section, empty
    assert "<w:u " not in styles
    ended = run("build", "delegation-pack", "--print", "tiny")
    assert ended.status == 2
    assert "--print: error: 'tiny' is no size of type" in ended.err
    assert "hint: write large" in ended.err


def test_each_sheet_can_be_a_file_whose_name_sorts(run: Runner) -> None:
    """Every file by itself is proved; a row goes with its objective."""
    words = PROFILE.replace("objectives: all", "objectives: [22, 5]\n  - rows: related")
    Path("room.yaml").write_text(words, encoding="utf-8")
    ended = run("build", "room.yaml", "--format", "pdf", "--set", "handout.files=each")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.split() == [
        "output/room-01-objective-22.pdf",
        "output/room-02-objective-5.pdf",
    ]
    first, second = ("".join(pdf_pages(Path(path).read_bytes())) for path in ended.out.split())
    assert "portability of social security" in first
    assert "row 1" in first
    assert "portability of social security" not in second


@pytest.mark.parametrize(
    "contents",
    [
        "[{rows: all, columns: [recommendation, means]}]",
        "[objectives: [10], {rows: related, columns: [recommendation, means]}]",
    ],
)
@pytest.mark.parametrize("template", ["delegation-pack", "handout"])
def test_rows_without_a_column_are_built_and_verified(
    run: Runner, template: str, contents: str
) -> None:
    """What was corrected in the column that is left out has no note, in either format."""
    layout = "handout" if template == "handout" else "pack"
    words = f"title: T\nfrom: gcm-rev2\nlayout: {layout}\ntemplate: {template}\n"
    Path("rows.yaml").write_text(f"{words}contents: {contents}\n", encoding="utf-8")
    ended = run("build", "rows.yaml")
    assert (ended.status, ended.err) == (0, "")
    checked = run("verify", "output/rows.pdf", "output/rows.docx")
    assert checked.status == 0
