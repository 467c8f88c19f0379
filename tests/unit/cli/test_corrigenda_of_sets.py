"""``briefgen corrigendum`` of sets: a file for each sheet, of which one changes, comes or goes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from delivered import dense, pdf_pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    Runner = Callable[..., Run]

SET = """
title: Room
layout: handout
handout: {{files: each}}
date: 2026-11-20
from: gcm-rev2
contents:
  - objectives: {objectives}
  - heading: {heading}
    note: {note}
"""
DATE = ("--date", "2026-11-21")


def built(
    run: Runner,
    folder: str,
    objectives: str = "[9, 22]",
    note: str = "One.",
    heading: str = "Our position",
    settings: tuple[str, ...] = (),
) -> str:
    """Build a set into a folder, and give the folder."""
    words = SET.format(objectives=objectives, note=note, heading=heading)
    Path("room.yaml").write_text(words, encoding="utf-8")
    assert run("build", "room.yaml", "--format", "pdf", "--out", folder, *settings).status == 0
    return folder


def note_of(path: str) -> str:
    """Give the words of a note, without spaces."""
    return dense(" ".join(pdf_pages(Path(path).read_bytes())))


def sheets_in(folder: str) -> list[str]:
    """Give the files of a folder that are sheets to exchange."""
    return sorted(path.name for path in Path(folder).glob("*-sheets.pdf"))


@pytest.mark.parametrize("heading", ["Our position", "\u041f\u043e\u0437\u0438\u0446\u0438\u044f"])
def test_one_more_or_fewer_leaves_the_others(run: Runner, heading: str) -> None:
    """Files are told by what they are, whatever their serial number is now."""
    few = built(run, "few", heading=heading)
    more = built(run, "more", objectives="[5, 9, 22]", heading=heading)
    for old, new, came, gone in (
        (few, more, ["room-01-objective-5.pdf"], []),
        (more, few, [], ["room-01-objective-5.pdf"]),
    ):
        ended = run("corrigendum", old, new, *DATE, "--json", "--out", f"to-{new}")
        answer = json.loads(ended.out)
        assert (answer["compared"], answer["added"], answer["removed"]) == ([], came, gone)
        assert sheets_in(f"to-{new}") == []


def test_another_order_of_a_set_is_nothing_to_replace(run: Runner) -> None:
    """Sheets lie on a table, not in a row."""
    few, turned = built(run, "few"), built(run, "turned", objectives="[22, 9]")
    assert run("corrigendum", few, turned, *DATE).out == "nothing to replace\n"


def test_files_whose_names_are_numbers_alone_are_told_by_their_words(run: Runner) -> None:
    """Headings in other scripts give no name: one of two such files was there before."""
    own = "\n  - heading: \u0412\u043e\u0439\u043d\u0430\n    note: War."
    old = built(run, "old", objectives="[22]", heading="\u041c\u0438\u0440")
    new = built(run, "new", objectives=f"[22]{own}", heading="\u041c\u0438\u0440", note="Two.")
    ended = run("corrigendum", old, new, *DATE, "--json")
    answer = json.loads(ended.out)
    assert [Path(one["old"]).name for one in answer["compared"]] == ["room-02.pdf"]
    assert [Path(one["new"]).name for one in answer["compared"]] == ["room-03.pdf"]
    assert (answer["added"], answer["removed"]) == (["room-02.pdf"], [])


def test_no_file_of_a_protected_set_goes_out_open(run: Runner) -> None:
    """Neither one that stays, nor one that is new: both are written for the table."""
    Path("secret").write_text("one two", encoding="utf-8")
    locked = ("--password-file", "secret")
    old = built(run, "old", objectives="[22]", settings=locked)
    new = built(run, "new", objectives="[7, 22]", note="Two.", settings=locked)
    ended = run("corrigendum", old, new, *DATE, *locked, "--out", "1")
    assert ended.status == 0
    assert len(ended.out.split()) == 5
    assert all(b"/Encrypt" in Path(name).read_bytes() for name in ended.out.split())
    built(run, "open", objectives="[7, 22]", note="Two.")
    for name, message in (
        ("room-01-objective-7", "the file lies open"),
        ("room-02-objective-22", "the file is less protected than"),
    ):
        kept = Path(f"new/{name}.pdf").read_bytes()
        Path(f"new/{name}.pdf").write_bytes(Path(f"open/{name}.pdf").read_bytes())
        ended = run("corrigendum", old, new, *DATE, *locked)
        assert (ended.status, ended.out) == (2, "")
        assert f"new/{name}.pdf: error: {message}" in ended.err
        assert "hint: build it with --protect, too" in ended.err
        Path(f"new/{name}.pdf").write_bytes(kept)
    assert not Path("output").exists()


def test_each_revision_leaves_the_set_as_it_lies_on_the_table(run: Runner) -> None:
    """One file of three changes each time; the note says that all others stay."""
    printed = built(run, "printed")
    second = built(run, "second", note="Two.")
    third = built(
        run,
        "third",
        objectives="[9]\n    parts: [title, chapeau]\n  - objectives: [22]",
        note="Two.",
    )
    files = sorted(path.stem for path in Path(printed).iterdir())
    ended = run("corrigendum", printed, second, *DATE, "--out", "1")
    assert (ended.status, ended.err) == (0, "")
    assert sheets_in("1") == ["room-03-our-position-rev1-sheets.pdf"]
    assert dense("Each bears") in note_of("1/room-rev1-corrigendum.pdf")
    assert dense("All other sheets stay.") in note_of("1/room-rev1-corrigendum.pdf")
    assert all(Path(f"1/{name}-rev1.pdf").exists() for name in files)
    ended = run("corrigendum", "1", third, "--date", "2026-11-22", "--out", "2")
    assert ended.status == 0
    assert sheets_in("2") == ["room-01-objective-9-rev2-sheets.pdf"]
    assert all(Path(f"2/{name}-rev2.pdf").exists() for name in files)
    stamps = ["Rev. 1" in pdf_pages(Path(f"2/{name}-rev2.pdf").read_bytes())[0] for name in files]
    assert stamps == [False, False, True]
    assert run("corrigendum", "2", third).out == "nothing to replace\n"
    ended = run("corrigendum", printed, third, *DATE, "--out", "1")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.count("error:") == 1
    assert "name 1 as OLD" in ended.err
    built(run, "more", objectives="[5, 9, 22]", note="Four.")
    before = Path("1/room-rev1-corrigendum.pdf").read_bytes()
    ended = run("corrigendum", printed, "more", *DATE, "--out", "1")
    assert (ended.status, "name 1 as OLD" in ended.err) == (2, True)
    assert Path("1/room-rev1-corrigendum.pdf").read_bytes() == before
    ended = run("run-sheet", "2", "--format", "csv", "--out", "runs")
    assert ended.status == 0
    told = Path("runs/run-sheet.csv").read_text("utf-8-sig")
    assert told.count("room-01-objective-9-rev2-sheets.pdf") == 1
    assert "our-position" not in told
