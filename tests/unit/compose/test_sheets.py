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
from briefgen.walk import all_blocks, blocks_within, heading_text, headings, plain_words

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


BARE = "title: T\nfrom: gcm-rev2\ntext: verbatim\ncontents:\n"
ABOUT_8 = (
    "The tables do not speak of missing migrants; what they say of reception systems touches the "
    "objective."
)
ABOUT_13 = (
    "The tables do not speak of detention; what they say of access to justice touches the "
    "objective."
)


@pytest.mark.parametrize("layout", ["handout", "card"])
def test_a_sheet_says_of_its_own_objective_alone_that_it_has_no_rows(
    corpus: Corpus, tmp_path: Path, layout: str
) -> None:
    """What comes nearest to another objective stands on that one's sheet."""
    wanted = f"layout: {layout}\ntemplate: {layout}\n{BARE}"
    told = _told(corpus, tmp_path, f"{wanted}- objectives: [8, 13, 16]\n- rows: related\n")
    assert told == [
        f"No row of the IOM tables is mainly about Objective 8. {ABOUT_8}",
        f"No row of the IOM tables is mainly about Objective 13. {ABOUT_13}",
        "No row of the IOM tables is mainly about Objective 16.",
    ]


def test_a_sheet_of_objectives_without_rows_has_the_name_of_those_on_it(
    corpus: Corpus, tmp_path: Path
) -> None:
    """What has been told on a sheet of its own is not told again."""
    wanted = f"layout: handout\n{BARE}- objectives: [8]\n- {{rows: related, related-to: [8, 13]}}\n"
    assert _told(corpus, tmp_path, wanted) == [
        f"No row of the IOM tables is mainly about Objective 8. {ABOUT_8}",
        f"No row of the IOM tables is mainly about Objective 13. {ABOUT_13}",
    ]
    selection = select(corpus, load_profile(tmp_path / "bare.yaml", search=[]))
    sheets = on_sheets(selection, "item", load_furniture("en", [shipped("templates")]))
    assert [sheet.name for sheet in sheets] == ["Objective 8", "Objective 13"]


def test_a_pack_says_of_which_objective_each_sentence_speaks(
    corpus: Corpus, tmp_path: Path
) -> None:
    """Objectives without rows are told of together; tables are named where not all were meant."""
    above = f"{BARE}- objectives: [8, 13, 16]\n"
    (told,) = _told(corpus, tmp_path, f"{above}- rows: related\n")
    assert told == (
        "No row of the IOM tables is mainly about Objectives 8, 13 and 16. "
        f"Objective 8: {ABOUT_8} Objective 13: {ABOUT_13}"
    )
    one = "- {rows: related, related-to: [5], from: iom-human}\n"
    assert _told(corpus, tmp_path, f"{above}{one}") == [
        "No row is mainly about Objective 5 (IOM input, human dimension)."
    ]


def test_a_sheet_tells_of_weak_ties_to_its_own_objective_alone(
    corpus: Corpus, tmp_path: Path
) -> None:
    """A row on two sheets says on the one what is doubtful there, and nothing on the other."""
    wanted = "- objectives: [5, 7, 9]\n- {rows: related, links: all}\n"
    path = tmp_path / "ties.yaml"
    path.write_text(f"layout: handout\n{BARE}{wanted}", encoding="utf-8")
    templates = shipped("templates")
    style = load_style(templates / "styles" / "standard.yaml")
    pack = build_pack(load_profile(path, search=[]), corpus, style, [templates])
    ties = [
        [
            plain_words(one.inlines)
            for one in blocks_within(section.blocks)
            if getattr(one, "role", "") == "tie"
        ]
        for section in pack.sections
    ]
    assert ties == [[], ["Tied to Objective 7 with low confidence."] * 2, []]


def test_a_card_for_each_entry_says_of_its_own_objectives_that_they_have_no_rows(
    corpus: Corpus, tmp_path: Path
) -> None:
    """Rows stand on the last card; what has none is told of where its text is, if it is there."""
    wanted = f"layout: card\ncard: {{each: part}}\n{BARE}"
    wanted += "- objectives: [8]\n- objectives: [5]\n"
    told = _told(corpus, tmp_path, f"{wanted}- {{rows: related, related-to: [5, 8, 13, 16]}}\n")
    assert told == [
        f"No row of the IOM tables is mainly about Objective 8. {ABOUT_8}",
        f"No row of the IOM tables is mainly about Objectives 13 and 16. Objective 13: {ABOUT_13}",
    ]


def _told(corpus: Corpus, folder: Path, wanted: str) -> list[str]:
    """Compose a profile, and give what its pack says of objectives without rows."""
    path = folder / "bare.yaml"
    path.write_text(wanted, encoding="utf-8")
    templates = shipped("templates")
    style = load_style(templates / "styles" / "standard.yaml")
    pack = build_pack(load_profile(path, search=[]), corpus, style, [templates])
    words = (plain_words(one.inlines) for one in all_blocks(pack) if hasattr(one, "inlines"))
    return [one for one in words if one.startswith("No row ")]
