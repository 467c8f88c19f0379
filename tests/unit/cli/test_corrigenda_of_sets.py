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
    objectives: str = "[7, 9, 22]",
    note: str = "One.",
    heading: str = "Our position",
) -> str:
    """Build a set into a folder, and give the folder."""
    words = SET.format(objectives=objectives, note=note, heading=heading)
    Path("room.yaml").write_text(words, encoding="utf-8")
    assert run("build", "room.yaml", "--format", "pdf", "--out", folder).status == 0
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
    more = built(run, "more", objectives="[5, 7, 9, 22]", heading=heading)
    for old, new, came, gone in (
        (few, more, ["room-01-objective-5.pdf"], []),
        (more, few, [], ["room-01-objective-5.pdf"]),
    ):
        ended = run("corrigendum", old, new, *DATE, "--json", "--out", f"to-{new}")
        answer = json.loads(ended.out)
        assert (answer["compared"], answer["added"], answer["removed"]) == ([], came, gone)
        assert sheets_in(f"to-{new}") == []
    built(run, "turned", objectives="[22, 9, 7]", heading=heading)
    assert run("corrigendum", few, "turned", *DATE).out == "nothing to replace\n"


def test_a_file_of_another_name_is_told_by_what_it_quotes(run: Runner) -> None:
    """The heading of one's own words was changed, and an objective came before it."""
    old = built(run, "old", objectives="[22]", heading="\u041c\u0438\u0440")
    new = built(run, "new", objectives="[7, 22]", heading="\u041c\u0438\u0440", note="Two.")
    ended = run("corrigendum", old, new, *DATE, "--json")
    answer = json.loads(ended.out)
    assert [Path(one["new"]).name for one in answer["compared"]] == ["room-03.pdf"]
    assert (answer["added"], answer["removed"]) == (["room-01-objective-7.pdf"], [])
