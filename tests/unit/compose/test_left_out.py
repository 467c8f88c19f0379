"""Sheets with less on them: rows are told, actions leave the sign of an omission."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from briefgen import shipped
from briefgen.compose.furniture import load_furniture
from briefgen.compose.left_out import left_out_line, without
from briefgen.compose.sheets import on_sheets
from briefgen.profiles.schema import Profile
from briefgen.selection import ObjectiveChoice, TablePart, TextPart, select

if TYPE_CHECKING:
    from briefgen import Corpus
    from briefgen.compose.sheets import SheetParts

ENGLISH = load_furniture("en", [shipped("templates")])


@pytest.fixture
def sheets(corpus: Corpus) -> list[SheetParts]:
    """Objective 2 with three rows of two tables, and Objective 22 with one of them."""
    contents = [{"objectives": [2, 22], "from": "gcm-rev2"}, {"rows": "related"}]
    profile = Profile.model_validate({"title": "T", "layout": "handout", "contents": contents})
    return on_sheets(select(corpus, profile), "item", ENGLISH)


def _rows(sheet: SheetParts) -> list[str]:
    return [row.id for part in sheet.parts if isinstance(part, TablePart) for row in part.rows]


def test_rows_are_left_out_of_one_sheet_and_told_there(sheets: list[SheetParts]) -> None:
    rows = _rows(sheets[0])
    assert len(rows) > 1
    first, second = without(sheets, {0: rows[1:]})
    assert _rows(first) == rows[:1]
    assert second == sheets[1]
    told = left_out_line(first, ENGLISH)
    assert told.startswith("Left out here for want of room: IOM input, human dimension, row 2")
    assert left_out_line(second, ENGLISH) == ""


def test_a_table_without_rows_has_no_heading_left(sheets: list[SheetParts]) -> None:
    first, _ = without(sheets, {0: _rows(sheets[0])})
    assert len(first.parts) == 1


def test_actions_leave_their_letters_behind(sheets: list[SheetParts]) -> None:
    """So that a sign of omission stands where they were."""
    first, _ = without(sheets, {0: ["gcm-rev2/2/l"]})
    (part, *_) = first.parts
    assert isinstance(part, TextPart)
    (choice,) = part.items
    assert isinstance(choice, ObjectiveChoice)
    assert [unit.label for unit in choice.actions][-1] == "k"
    assert choice.letters[-1] == "l"


def test_units_that_are_no_objective_can_be_left_out(corpus: Corpus) -> None:
    contents = [{"section": "preamble", "from": "gcm-rev2"}]
    profile = Profile.model_validate({"title": "T", "layout": "handout", "contents": contents})
    selection = select(corpus, profile)
    (sheet,) = without(on_sheets(selection, "item", ENGLISH), {0: ["gcm-rev2/para/6"]})
    (part,) = sheet.parts
    assert isinstance(part, TextPart)
    ids = [item.id for item in part.items if not isinstance(item, ObjectiveChoice)]
    assert "gcm-rev2/para/5" in ids
    assert "gcm-rev2/para/6" not in ids
    assert replace(selection).left_out == {}


def test_actions_of_a_draft_that_is_printed_instead_are_left_out_too(corpus: Corpus) -> None:
    """Objective 20 of the final text is at fault, and the draft's stands in its place."""
    contents = [{"objectives": [20], "from": "gcm-final", "draft": True}]
    profile = Profile.model_validate({"title": "T", "layout": "handout", "contents": contents})
    whole = on_sheets(select(corpus, profile), "item", ENGLISH)
    (sheet,) = without(whole, {0: ["gcm-rev2/20/i"]})
    (part,) = sheet.parts
    assert isinstance(part, TextPart)
    (choice,) = part.items
    assert isinstance(choice, ObjectiveChoice)
    assert choice.draft
    assert [unit.label for unit in choice.draft.actions] == list("abcdefgh")
