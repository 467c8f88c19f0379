"""Sheets of a handout: each begins on a front, says which it is, and leaves room for a pen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from briefgen.blocks import Field, Pack, Paragraph, RunningLine, Section, Text, WritingRoom
from briefgen.errors import UnusableInput
from briefgen.print_looks import Printing, for_print
from briefgen.writers.pdf import plan_pdf, write_pdf

if TYPE_CHECKING:
    from briefgen.styles import Style
    from briefgen.writers.pdf import Plan
    from briefgen.writers.pdf.plan import Page

SIDES = ("Sheet {sheet} of {sheets}, front", "Sheet {sheet} of {sheets}, back", "Page {page}")
SHEET = Field("sheet", words=SIDES, alone="Sheet {sheet} of {sheets}!")
LINES = 60
"""Paragraphs on a page and a bit of the next, with room for notes below."""


def _sheet(name: str, paragraphs: int, room: WritingRoom | None = None) -> Section:
    return Section(
        tuple(Paragraph((Text(f"{name} {number}"),)) for number in range(paragraphs)),
        "handout",
        header=RunningLine((Text(name),), (Text("Internal"),)),
        footer=RunningLine((Text("Draft"),), (SHEET,)),
        continued=(Text("(continued)"),),
        starts="front",
        blank=(Text("Intentionally blank"),),
        writing_room=room,
    )


def _plan(style: Style, *sections: Section) -> Plan:
    return plan_pdf(Pack("Handouts", "en", "", sections), style)


def _top(page: Page) -> str:
    return page.text.split("\n")[-4:][0]


def test_each_sheet_begins_on_a_front_and_blanks_say_so(style: Style) -> None:
    """A handout of one page is followed by a blank back, one of two pages is not."""
    plan = _plan(style, _sheet("A", 1), _sheet("B", LINES), _sheet("C", 1))
    firsts = [page.text.split("\n")[0] for page in plan.pages]
    assert firsts[0] == "A 0"
    assert plan.pages[1].text == "Intentionally blank"
    assert firsts[2] == "B 0"
    assert firsts[4] == "C 0"
    assert len(plan.pages) == 5


def test_running_lines_name_the_sheet_the_side_and_what_goes_on(style: Style) -> None:
    """Sheets are counted in each handout anew; only later pages are continued ones."""
    plan = _plan(style, _sheet("A", 1), _sheet("B", 3 * LINES))
    words = [page.text for page in plan.pages]
    assert "Sheet 1 of 1, front" in words[0]
    assert "continued" not in words[0]
    told = [f"Sheet {sheet} of 3, {side}" for sheet in (1, 2, 3) for side in ("front", "back")]
    assert [line in page for line, page in zip(told, words[2:], strict=False)] == [True] * 5
    assert ["B (continued)" in one for one in words[2:]] == [False, True, True, True, True]


def test_where_one_side_is_printed_each_page_is_a_sheet(style: Style) -> None:
    """No side is named, no page is left blank or mirrored, and the printer is told."""
    single = style.model_copy(update={"duplex": "none", "binding_mm": 10.0})
    plan = _plan(single, _sheet("A", 1), _sheet("B", 3 * LINES))
    words = [page.text for page in plan.pages]
    told = ["Sheet 1 of 1", *(f"Sheet {sheet} of {len(words) - 1}" for sheet in range(1, 10))]
    assert all(f"{line}!" in page for line, page in zip(told, words, strict=False))
    assert not any("front" in page or "back" in page or "blank" in page for page in words)
    assert len({page.lines[0].x for page in plan.pages}) == 1
    assert b"/Simplex" in _unpacked(single)
    assert b"/Duplex" not in _unpacked(style)


def test_backs_are_mirrored_where_sheets_turn_on_the_long_edge(style: Style) -> None:
    """The wider margin and the title stand at the fold; the type is set alike."""
    bound = style.model_copy(update={"duplex": "long", "binding_mm": 10.0})
    front, back, *_ = _plan(bound, _sheet("A", 2 * LINES)).pages
    mm = 72 / 25.4
    page = style.page("handout")
    assert front.lines[0].x == pytest.approx((page.left_mm + 10) * mm)
    assert back.lines[0].x == pytest.approx(page.right_mm * mm)
    title = {
        one.number: placed
        for one in (front, back)
        for placed in one.lines
        if placed.line.text.startswith("A") and placed.line.element.kind == "header"
    }
    assert title[1].x == pytest.approx((page.left_mm + 10) * mm)
    line = title[2]
    assert line.x + line.line.width == pytest.approx(back.width - (page.left_mm + 10) * mm)
    assert b"/DuplexFlipLongEdge" in _unpacked(bound)


def test_the_binding_of_the_short_edge_is_above_on_fronts_and_below_on_backs(style: Style) -> None:
    """As in a calendar."""
    plain = style.model_copy(update={"duplex": "short"})
    bound = plain.model_copy(update={"binding_mm": 10.0})
    before, after = (_plan(one, _sheet("A", 2 * LINES)).pages for one in (plain, bound))
    shift = 10 * 72 / 25.4
    assert after[0].lines[0].y == pytest.approx(before[0].lines[0].y + shift)
    assert after[1].lines[0].y == pytest.approx(before[1].lines[0].y)


def test_a_page_that_lies_is_bound_at_the_edge_of_its_paper(style: Style) -> None:
    """The long edge is above it: its back is bound below, and nothing of it is mirrored."""
    section = replace(_sheet("A", 3 * LINES), landscape=True)
    plain = style.model_copy(update={"duplex": "long"})
    bound = plain.model_copy(update={"binding_mm": 10.0})
    before, after = (_plan(one, section).pages for one in (plain, bound))
    shift = 10 * 72 / 25.4
    assert after[0].lines[0].y == pytest.approx(before[0].lines[0].y + shift)
    assert after[1].lines[0].y == pytest.approx(before[1].lines[0].y)
    assert after[1].lines[0].x == after[0].lines[0].x == pytest.approx(22 * 72 / 25.4)
    short = bound.model_copy(update={"duplex": "short"})
    assert _plan(short, section).pages[0].lines[0].x == pytest.approx(32 * 72 / 25.4)


def _unpacked(style: Style) -> bytes:
    import io  # noqa: PLC0415 - only here

    import pikepdf  # noqa: PLC0415 - the same

    data = write_pdf(Pack("Handouts", "en", "", (_sheet("A", 1),)), style)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return bytes(pdf.Root.ViewerPreferences.unparse())


@pytest.mark.parametrize("duplex", [None, "long"])
def test_sides_of_a_line_stand_below_each_other_where_that_saves_room(
    style: Style, duplex: str | None
) -> None:
    """In large type on small paper a long footer would be a narrow column beside a short one."""
    large = for_print(style, Printing.model_validate({"size": 24, "duplex": duplex}), "A5")
    section = replace(_sheet("A", 40), footer=RunningLine((Text("Text quoted " * 8),), (SHEET,)))
    front, back, *_ = _plan(large, section).pages
    for page, at_right in ((front, True), (back, duplex is None)):
        lines = [one for one in page.lines if one.line.element.kind == "footer"]
        last = lines[-1]
        assert last.line.text.startswith("Sheet 1 of ")
        assert all(one.y < last.y for one in lines[:-1])
        assert "Text quoted Text quoted" in lines[0].line.text
        assert (last.x > lines[0].x + 20) == at_right


@pytest.mark.parametrize("ruled", [True, False])
def test_room_for_notes_is_where_the_page_leaves_it(style: Style, ruled: bool) -> None:  # noqa: FBT001 - a case
    """Below the last words, inside the margins, never over a footer, and never a page more."""
    room = WritingRoom((Text("Notes"),), ruled=ruled)
    (page,) = _plan(style, _sheet("A", 3, room)).pages
    (bare,) = _plan(style, _sheet("A", 3)).pages
    (title,) = [placed for placed in page.lines if placed.line.text.strip() == "Notes"]
    assert title.is_furniture
    assert title.y > max(placed.y for placed in page.lines if not placed.is_furniture)
    drawn = [one for one in page.rectangles if one not in bare.rectangles]
    assert bool(drawn) == ruled
    bottom = page.height - style.page("handout").bottom_mm * 72 / 25.4
    assert all(title.y < one.y <= bottom for one in drawn)


def test_a_full_page_has_no_room_for_notes(style: Style) -> None:
    """Whatever the number of paragraphs, the pages are as many as without."""
    room = WritingRoom((Text("Notes"),))
    for paragraphs in range(34, 44):
        with_room = _plan(style, _sheet("A", paragraphs, room)).pages
        without = _plan(style, _sheet("A", paragraphs)).pages
        assert len(with_room) == len(without)


@pytest.mark.parametrize("ruled", [True, False])
def test_a_back_that_would_be_blank_is_for_notes(style: Style, ruled: bool) -> None:  # noqa: FBT001 - a case
    """It is the back of its sheet, nothing of the text goes on there, and all of it is room."""
    room = WritingRoom((Text("Notes"),), ruled=ruled)
    sections = [_sheet("A", 1, room), _sheet("B", LINES, room), _sheet("C", 3, room)]
    for duplex, pages in (("long", 6), (None, 5), ("none", 4)):
        plan = _plan(style.model_copy(update={"duplex": duplex}), *sections)
        assert len(plan.pages) == pages
        assert not any("blank" in page.text for page in plan.pages)
        if duplex == "none":
            continue
        back = plan.pages[1]
        assert all(placed.is_furniture for placed in back.lines)
        assert "Notes" in back.text
        assert "Sheet 1 of 1, back" in back.text
        assert "continued" not in back.text
        rules = [one for one in back.rectangles if one.width > 300]
        assert (len(rules) > 25) == ruled
        assert [one.notes_back > 0 for one in plan.extents] == [True, False, duplex == "long"]


def test_margins_larger_than_the_page_are_refused(style: Style) -> None:
    """With the room that they would leave."""
    wide = style.model_copy(update={"duplex": "long", "binding_mm": 150.0})
    with pytest.raises(UnusableInput, match="leave 18 by"):
        _plan(wide, _sheet("A", 1))


def test_a_section_that_continues_without_a_header_is_laid_out(style: Style) -> None:
    """There is nothing to say it in."""
    sheet = replace(_sheet("A", LINES), header=None)
    assert len(_plan(style, sheet).pages) == 2
