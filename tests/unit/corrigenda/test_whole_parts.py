"""A chapter or a table's row that came or went whole is told once, by its first passage."""

from __future__ import annotations

import pytest
from revised_packs import TEMPLATES

from briefgen.compose.furniture import load_furniture
from briefgen.corrigenda.changes import find_changes
from briefgen.corrigenda.model import Change, PrintedFile, PrintedPage
from briefgen.manifest.model import Cell, Mark
from briefgen.verify.model import Delivered, Note, Passage, Run, Spot

PAGE = PrintedPage(595, 842, "1", "")


def heading(words: str, level: int = 1, page: int = 1) -> Passage:
    return Passage((Run(words),), Spot(page), level=level)


def said(words: str, *marks: str, page: int = 1) -> Passage:
    called = tuple(Mark(0, mark) for mark in marks)
    return Passage((Run(words),), Spot(page), marks=called)


def cell(words: str, row: int, column: int) -> Passage:
    return Passage((Run(words),), Spot(1, cell=Cell(1, row, column)))


def changes(old: list[Passage], new: list[Passage], *notes: list[Note]) -> list[Change]:
    before, after = notes or ([], [])
    files = [
        PrintedFile(Delivered("pack.pdf", "pdf", tuple(passages), tuple(below)), pages=(PAGE,) * 3)
        for passages, below in ((old, before), (new, after))
    ]
    return list(find_changes(*files, load_furniture("en", TEMPLATES)))


FIRST = [heading("Border management"), said("Manage all borders"), said("Train the officers")]
SECOND = [
    heading("Remittances", page=2),
    said("Lower every cost", page=2),
    heading("Actions", 2, page=2),
    said("Publish what it costs", page=3),
]
LAST = [heading("Sources"), said("The text as of June")]


@pytest.mark.parametrize("kind", ["added", "removed"])
def test_a_chapter_that_came_or_went_is_one_change(kind: str) -> None:
    """It is that of its heading, and has the pages of all that stands below it."""
    files = [FIRST + LAST, FIRST + SECOND + LAST]
    (told,) = changes(*files) if kind == "added" else changes(*reversed(files))
    assert (told.kind, told.whole, told.pages) == (kind, True, (2, 3))
    assert [piece.words for piece in told.pieces] == ["Remittances"]


def test_a_chapter_of_which_a_paragraph_stays_is_told_by_its_passages() -> None:
    """Only what is below the second heading went whole."""
    heads, costs, *actions = SECOND
    told = changes([*FIRST, heads, costs, *actions, *LAST], [*FIRST, costs, *LAST])
    assert [(one.kind, one.whole) for one in told] == [("removed", False), ("removed", True)]
    assert told[1].pieces[0].words == "Actions"


def test_a_heading_alone_is_told_as_what_it_is() -> None:
    """There is no chapter to be told as whole."""
    (told,) = changes(FIRST + LAST, [*FIRST, heading("Remittances"), *LAST])
    assert not told.whole


def test_a_row_of_a_table_is_one_change_and_a_bullet_of_it_its_own() -> None:
    """Where cells of a row stay, what is gone of it is told by itself."""
    table = [
        cell(f"{words} of the row {row}", row, column)
        for row in (1, 2, 3)
        for column, words in ((1, "Recommendation"), (2, "Guidance"), (2, "Training"))
    ]
    (told,) = changes(table, table[:3] + table[6:])
    assert (told.whole, told.pieces[0].words) == (True, "Recommendation of the row 2")
    told = changes(table, table[:4] + table[6:])[0]
    assert (told.whole, told.pieces[0].words) == (False, "Guidance of the row 2")


def test_a_chapter_that_stands_elsewhere_is_one_change() -> None:
    """Of its words, those that stand in many chapters were told as gone here and new there."""
    few = said("In this regard")
    first, second, third = (
        [
            heading(f"The title of objective {at}"),
            few,
            said(f"An action that belongs to {at} alone"),
        ]
        for at in (1, 2, 3)
    )
    (told,) = changes([*first, *second, *third], [*third, *first, *second])
    assert (told.kind, told.whole) == ("moved", True)
    assert told.pieces[0].words == "The title of objective 3"


@pytest.mark.parametrize("gone", [1, 2, 3])
def test_a_row_in_large_print_is_one_change(gone: int) -> None:
    """It is a record there, with the heads of the columns, which are the same in every record."""
    table = [
        Passage((Run(words, f"table/{unit}"),), Spot(1))
        for row in (1, 2, 3)
        for words, unit in (
            ("Recommendations", "head/recommendation"),
            (f"Recommendation {row} and its words", f"{row}/recommendation"),
            ("Means", "head/means"),
            (f"Guidance for all of row {row}", f"{row}/means/1"),
            (f"Training for the officers of {row}", f"{row}/means/2"),
        )
    ]
    at = 5 * (gone - 1)
    (told,) = changes(table, table[:at] + table[at + 5 :])
    words = f"Recommendation {gone} and its words"
    assert (told.kind, told.whole, told.pieces[0].words) == ("removed", True, words)


def test_footnotes_go_with_the_chapter_that_calls_them() -> None:
    """Those of other pages are told, though their mark be the same."""
    chapter = [heading("Remittances", page=2), said("Lower every cost", "c1", page=2)]
    elsewhere = said("Elsewhere it says so", "c1")
    notes = [
        Note("c1", (Passage((Run("The source has costs"),), Spot(page, note="c1")),))
        for page in (1, 2)
    ]
    told = changes([*FIRST, elsewhere, *chapter, *LAST], [*FIRST, *LAST], notes, [])
    assert [one.pieces[0].words for one in told] == [
        "Elsewhere it says so",
        "Remittances",
        "The source has costs",
    ]


def test_in_a_word_file_a_note_that_may_be_of_another_sheet_is_told() -> None:
    """There are no pages, and each sheet counts its marks from c1: nothing may be passed over."""
    chapter = [heading("Remittances", page=0), said("Lower every cost", "c1", "c2", page=0)]
    other = [heading("Sources", page=0), said("The text as of June", "c1", page=0)]
    notes = [
        Note(mark, (Passage((Run(words),), Spot(0, note=mark)),))
        for mark, words in (("c1", "Read: costs"), ("c2", "Read: fees"), ("c1", "Read: May"))
    ]
    told = changes([*other, *chapter], [*other], notes, [])
    assert [one.pieces[0].words for one in told] == ["Remittances", "Read: costs", "Read: May"]


def test_parts_that_went_one_after_another_are_told_one_by_one() -> None:
    """Also where the first is a heading with nothing below it, or a row of one cell."""
    chapters = [*SECOND, heading("No one yet", page=3), *SECOND]
    told = changes([*FIRST, *chapters, *LAST], [*FIRST, *LAST])
    assert [one.whole for one in told] == [True, False, True]
    rows = [cell(f"One cell of the row {row}", row, 1) for row in (1, 2, 3)]
    told = changes(rows, rows[:1])
    assert [one.whole for one in told] == [False, False]
