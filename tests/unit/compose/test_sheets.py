"""What stands on a sheet of its own, and what the sheet is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen import build_pack, load_style
from briefgen.blocks import Heading
from briefgen.compose.furniture import load_furniture
from briefgen.compose.sheets import on_sheets, sheets_apart
from briefgen.profiles import load_profile
from briefgen.resources import shipped
from briefgen.selection import Selection, select
from briefgen.walk import heading_text, headings

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.compose.furniture import Furniture
    from briefgen.corpus import Corpus

CONTENTS = """
title: For the room
from: gcm-rev2
contents:
  - heading: Summary
    note: Our words.
  - section: [preamble, principles]
  - units: [gcm-rev2/5/g, gcm-rev2/para/42/a]
  - units: [gcm-rev2/principle/child-sensitive]
  - objectives: [23, 20]
  - rows: all
  - rows: [iom-governance/2/means/1/d, iom-human/1]
    heading: Chosen rows
"""


@pytest.fixture(scope="module")
def selection(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Selection:
    path: Path = tmp_path_factory.mktemp("sheets") / "room.yaml"
    path.write_text(CONTENTS, encoding="utf-8")
    return select(corpus, load_profile(path, search=[]))


@pytest.fixture(scope="module")
def furniture() -> Furniture:
    return load_furniture("en", [shipped("templates")])


def test_each_objective_row_and_run_of_text_has_a_sheet(
    selection: Selection, furniture: Furniture
) -> None:
    """It is called by what it quotes, so that no two different ones have one name."""
    names = [sheet.name for sheet in on_sheets(selection, "item", furniture)]
    assert names == [
        "Summary",
        "Draft Rev 2, paras. 1\u20136",
        "Draft Rev 2, para. 14",
        "Objective 5",
        "Draft Rev 2, para. 42",
        "Draft Rev 2, Child-sensitive",
        "Objective 23",
        "Objective 20",
        "IOM input, human dimension, row 1",
        "IOM input, human dimension, row 2",
        "IOM input, human dimension, row 3",
        "IOM input, governance, row 1",
        "IOM input, governance, row 2",
        "IOM input, governance, row 3",
        "IOM input, governance, row 2",
        "IOM input, human dimension, row 1",
    ]


def test_each_entry_of_the_contents_can_have_a_sheet(
    selection: Selection, furniture: Furniture
) -> None:
    """All that it chooses stands on it, whichever documents that is from."""
    sheets = on_sheets(selection, "part", furniture)
    assert [(sheet.name, len(sheet.parts)) for sheet in sheets] == [
        ("Summary", 1),
        ("Draft Rev 2, paras. 1\u20136; Draft Rev 2, para. 14", 2),
        ("Objective 5; Draft Rev 2, para. 42", 1),
        ("Draft Rev 2, Child-sensitive", 1),
        ("Objectives 23 and 20", 1),
        ("IOM input, human dimension, rows 1\u20133; IOM input, governance, rows 1\u20133", 2),
        ("Chosen rows", 2),
    ]


def test_sheets_in_files_of_their_own_are_divided_alike(
    selection: Selection, furniture: Furniture
) -> None:
    """Names sort as the sheets follow one another, and end with a whole word."""
    apart = sheets_apart(selection, "part", furniture)
    assert list(apart) == sorted(apart)
    assert list(apart)[1] == "02-draft-rev-2-paras-1-6-draft-rev-2-para"
    for one in apart.values():
        assert len(on_sheets(one, "part", furniture)) == 1


def test_a_sheet_without_a_heading_has_its_name_as_one(corpus: Corpus, tmp_path: Path) -> None:
    """Contents lists and bookmarks go by headings; what has one of its own keeps it alone."""
    path = tmp_path / "room.yaml"
    path.write_text(f"layout: handout\n{CONTENTS}", encoding="utf-8")
    templates = shipped("templates")
    style = load_style(templates / "styles" / "standard.yaml")
    pack = build_pack(load_profile(path, search=[]), corpus, style, [templates])
    firsts = [
        next((heading_text(one) for one in section.blocks if isinstance(one, Heading)), "")
        for section in pack.sections
    ]
    assert all(firsts)
    assert firsts[:6:2] == ["Summary", "Draft Rev 2, para. 14", "Draft Rev 2, para. 42"]
    assert firsts[1] == "PREAMBLE"
    assert len({one.anchor for one in headings(pack)}) == len(list(headings(pack)))
