"""Notes stand at the foot of the page that calls them, and go on overleaf when they are long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.blocks import Cell, Note, NoteReference, Paragraph, Row, Table, Text

if TYPE_CHECKING:
    from conftest import PlanBlocks

    from briefgen.writers.pdf import Plan
    from briefgen.writers.pdf.plan import Page, PlacedLine

LINE = "We commit to facilitate safe, orderly and regular migration in all its dimensions now. "


def words(text: str, *calls: str) -> Paragraph:
    return Paragraph((Text(text), *(NoteReference(call, call) for call in calls)))


def note(name: str, text: str) -> Note:
    return Note(name, name, (Paragraph((Text(text),), "footnote"),))


def in_notes(page: Page) -> list[PlacedLine]:
    return [
        one
        for one in page.lines
        if any(around.kind == "note" for around in one.line.element.ancestors())
    ]


def text_of_notes(plan: Plan) -> list[str]:
    return ["".join(one.line.text for one in in_notes(page)).strip() for page in plan.pages]


def test_a_note_stands_once_on_the_page_that_calls_it_below_all_its_text(plan: PlanBlocks) -> None:
    planned = plan(
        words("First.", "1"),
        words(LINE * 60),
        words("Last.", "2"),
        notes=(note("1", "one"), note("2", "two")),
    )
    assert text_of_notes(planned) == ["1 one", "2 two"]
    for page in planned.pages:
        notes = in_notes(page)
        assert page.lines[-len(notes) :] == tuple(notes)
        others = [one.y for one in page.lines if one not in notes]
        assert max(others) + 10 < min(one.y for one in notes)


def test_a_note_called_twice_stands_once_a_page_and_on_each_page(plan: PlanBlocks) -> None:
    planned = plan(
        words("a", "1"),
        words("b", "1"),
        words(LINE * 60),
        words("c", "1"),
        notes=(note("1", "one"),),
    )
    assert text_of_notes(planned) == ["1 one", "1 one"]


def test_the_mark_in_the_text_rises_and_the_note_hangs_from_the_same_mark(
    plan: PlanBlocks,
) -> None:
    planned = plan(words("Called.", "7"), notes=(note("7", LINE * 3),))
    mark = planned.pages[0].lines[0].line.fragments[-1]
    assert (mark.text, mark.sense.note) == ("7 ", "7")
    assert mark.look.rise > 0
    label, *lines = in_notes(planned.pages[0])
    assert label.line.text == "7 "
    assert {one.x for one in lines} == {lines[0].x}
    assert label.x < lines[0].x


def test_notes_are_called_from_cells_and_go_with_their_row(plan: PlanBlocks) -> None:
    rows = tuple(
        Row((Cell((words(LINE * 3, f"n{number}"),)), Cell((words("x"),)))) for number in range(40)
    )
    notes = tuple(note(f"n{number}", LINE) for number in range(40))
    planned = plan(Table((1, 1), (), rows), notes=notes)
    assert len(planned.pages) > 2
    for page in planned.pages:
        called = [
            fragment.sense.note
            for one in page.lines
            for fragment in one.line.fragments
            if fragment.sense.note
        ]
        printed = [
            one.line.text.strip() for one in in_notes(page) if one.line.element.kind == "label"
        ]
        assert called == printed


def test_notes_called_in_one_long_cell_follow_its_lines(plan: PlanBlocks) -> None:
    calls = tuple(
        inline for number in range(60) for inline in (Text(LINE), NoteReference(f"n{number}", "*"))
    )
    cell = Row((Cell((Paragraph(calls),)),))
    planned = plan(
        Table((1,), (), (cell,)), notes=tuple(note(f"n{n}", f"note{n}") for n in range(60))
    )
    for page, printed in zip(planned.pages, text_of_notes(planned), strict=True):
        called = [
            fragment.sense.note.replace("n", "note")
            for one in page.lines
            for fragment in one.line.fragments
            if fragment.sense.note
        ]
        assert printed.split()[1::2] == called


@pytest.mark.parametrize("pages_before", [0, 1])
def test_a_note_longer_than_a_page_starts_where_it_is_called_and_loses_nothing(
    plan: PlanBlocks, pages_before: int
) -> None:
    long = " ".join(f"w{number}" for number in range(4000))
    planned = plan(
        words(LINE * (40 * pages_before + 5)),
        words("Called.", "1"),
        *(words(LINE * 5) for _ in range(30)),
        notes=(note("1", long),),
    )
    printed = " ".join(text_of_notes(planned)).split()
    assert printed == ["1", *long.split()]
    (calls,) = (
        page.number
        for page in planned.pages
        for one in page.lines
        for fragment in one.line.fragments
        if fragment.sense.note
    )
    assert in_notes(planned.pages[calls - 1])
    for page in planned.pages:
        others = [one.y for one in page.lines if one not in in_notes(page)]
        assert not others or not in_notes(page) or max(others) < in_notes(page)[0].y


def test_a_note_that_fits_overleaf_takes_its_line_with_it(plan: PlanBlocks) -> None:
    for lines in range(44, 52):
        planned = plan(
            words(LINE * lines),
            words("Called.", "1"),
            words(LINE * 3),
            notes=(note("1", LINE * 5),),
        )
        for page in planned.pages:
            called = any(
                fragment.sense.note for one in page.lines for fragment in one.line.fragments
            )
            assert bool(in_notes(page)) == called


def test_notes_without_words_or_calls_are_no_trouble(plan: PlanBlocks) -> None:
    planned = plan(words("Called.", "1"), notes=(Note("1", "1", ()), note("2", "uncalled")))
    assert text_of_notes(planned) == ["1"]
