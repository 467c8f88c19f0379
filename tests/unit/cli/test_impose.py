"""``briefgen impose``: files to print beside the one to read, all of them or none."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from delivered import pdf_pages
from printed_sheets import numbered

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    Runner = Callable[..., Run]


def test_a_pack_becomes_a_booklet_and_stays_accessible(run: Runner) -> None:
    """The file that was built is delivered too, byte for byte, and named as the accessible one."""
    assert run("build", "objective-handout", "--format", "pdf").status == 0
    pack = Path("output/objective-handout.pdf")
    ended = run("impose", str(pack), "--booklet", "--out", "print")
    assert ended.status == 0, ended.err
    assert ended.out.split() == [
        "print/objective-handout-booklet.pdf",
        "print/objective-handout-accessible.pdf",
    ]
    assert Path("print/objective-handout-accessible.pdf").read_bytes() == pack.read_bytes()
    assert "1 sheet of A4, turned on the short edge, pages at 71% of their size" in ended.err
    assert "build it with --set paper=A5" in ended.err
    first, second = pdf_pages(Path("print/objective-handout-booklet.pdf").read_bytes())
    assert "This page is intentionally left blank." in first
    assert "Enhance availability" in first
    assert "Enhance availability" not in second


def test_a_file_without_tags_is_not_called_accessible(run: Runner) -> None:
    """It is delivered as it is, and a warning says what it lacks."""
    Path("theirs.pdf").write_bytes(numbered(4))
    ended = run("impose", "theirs.pdf", "--stack", "4", "--single-sided", "--json")
    (made,) = json.loads(ended.out)["files"]
    assert (made["unimposed"], made["accessible"]) == ("output/theirs-pages.pdf", False)
    assert (made["sheets"], made["flip"], made["paper"]) == (1, None, "A4")
    assert "theirs.pdf: warning: the PDF is not tagged" in ended.err


CARDS = """
title: Cards
layout: card
paper: A6
card: {actions: none, qr: none}
contents:
  - objectives: [5, 22]
    from: gcm-rev2
"""


def test_cards_are_printed_many_times_on_one_side_and_counted_so(run: Runner) -> None:
    """Forty of each card are ten prints of four; the file to read has its links and order."""
    Path("cards.yaml").write_text(CARDS, encoding="utf-8")
    assert run("build", "cards.yaml", "--format", "pdf").status == 0
    built = Path("output/cards.pdf").read_bytes()
    ended = run("impose", "output/cards.pdf", "--repeat", "4", "--out", "print")
    assert ended.out.split() == ["print/cards-4-of-each.pdf", "print/cards-accessible.pdf"]
    assert "2 sheets of A4, printed on one side, pages at 100% of their size; cut into 4" in (
        ended.err
    )
    assert Path("print/cards-accessible.pdf").read_bytes() == built
    first, second = pdf_pages(Path("print/cards-4-of-each.pdf").read_bytes())
    assert (first.count("Objective 5"), second.count("Objective 22")) == (4, 4)
    counted = run("run-sheet", "print", "--copies", "main=40", "--out", "print")
    assert counted.status == 0, counted.err
    table = Path("print/run-sheet.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(table.splitlines()))
    assert [(row["sheets"], row["prints"], row["sheets in all"]) for row in rows] == [
        ("2", "10", "20"),
        ("", "", "20"),
    ]
    (page,) = pdf_pages(Path("print/run-sheet.pdf").read_bytes())
    assert "prints: 10 (each gives 4 copies)" in " ".join(page.split())


@pytest.mark.parametrize(
    ("arguments", "points", "warned"),
    [
        (
            ("--stack", "8"),
            11,
            "pages at 35% are hard to read: type of 11 points is printed at 3.9",
        ),
        (("--nup", "4"), 11, "pages at 50% are hard to read: type of 11 points is printed at 5.5"),
        (("--nup", "4"), 12.5, ""),
        (("--nup", "4", "--paper", "A3"), 11, ""),
        (("--booklet",), 11, ""),
        (
            ("--booklet",),
            7.5,
            "pages at 71% are hard to read: type of 7.5 points is printed at 5.3",
        ),
    ],
)
def test_type_too_small_to_read_is_warned_of(
    run: Runner, arguments: tuple[str, ...], points: float, warned: str
) -> None:
    """With the cure and the file's own size of type, and the file is made."""
    Path("theirs.pdf").write_bytes(numbered(4, points=points))
    ended = run("impose", "theirs.pdf", *arguments)
    assert ended.status == 0
    assert ("hard to read" in ended.err) == bool(warned)
    assert f"warning: {warned}" in ended.err
    assert ("put fewer pages on a side, print on larger paper" in ended.err) == bool(warned)


def test_type_is_measured_in_a_process_of_its_own(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page of a thousand bytes may take PDFium a year: then nothing is delivered."""
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\ncat >/dev/null\nkill -XCPU $$\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(program))
    Path("theirs.pdf").write_bytes(numbered(4))
    ended = run("impose", "theirs.pdf", "--booklet")
    assert ended.status == 2
    assert "theirs.pdf: error: reading the file takes more than 30 seconds" in ended.err
    assert not Path("output").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.pdf"], "it is not said how to lay the pages out"),
        (["a.pdf", "--booklet", "--nup", "2"], "these cannot be had at once"),
        (["a.pdf", "--nup", "3"], "3 pages cannot share a side"),
        (["a.pdf", "--repeat", "3"], "choose 2, 4 or 8"),
        (["a.pdf", "--repeat", "4", "--booklet"], "--booklet, --repeat: error: these cannot"),
        (["a.pdf", "--booklet", "--signature", "10"], "a signature of 10 pages cannot be folded"),
        (["a.pdf", "--booklet", "--signature", "-4"], "a signature cannot have -4 pages"),
        (["a.pdf", "--nup", "2", "--binding", "right"], "only a booklet is bound"),
        (["a.pdf", "--booklet", "--paper", "A44"], "there is no paper called 'A44'"),
        (["a.pdf", "missing.pdf", "--booklet"], "missing.pdf: error: there is no such file"),
        (["a.pdf", "other/a.pdf", "--booklet"], "a.pdf has the same name"),
        (["a.pdf", "words.pdf", "--booklet"], "words.pdf: error: this is a text file, not a PDF"),
    ],
)
def test_what_cannot_be_printed_leaves_nothing(
    run: Runner, arguments: list[str], message: str
) -> None:
    """One message with the cure, exit 2, no file of any kind."""
    Path("other").mkdir()
    for path in ("a.pdf", "other/a.pdf"):
        Path(path).write_bytes(numbered(4))
    Path("words.pdf").write_text("words", encoding="utf-8")
    ended = run("impose", *arguments)
    assert (ended.status, ended.out) == (2, "")
    assert message in ended.err
    assert ended.err.count("error:") == ended.err.count("hint:") == 1
    assert not Path("output").exists()
