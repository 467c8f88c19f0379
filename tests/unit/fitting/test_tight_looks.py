"""A tighter look stays within the limits of its style, and shrinks first what is empty."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.fitting.tight_looks import SHEET, tightened
from briefgen.print_looks import in_size
from briefgen.resources import shipped
from briefgen.style_files import load_style
from briefgen.styles import Fit, Style

STYLE = load_style(shipped("templates") / "styles" / "standard.yaml")
LIMITS = Fit(smallest=8.5, leading=1.2, spacing=0.5, margin_mm=16)


def _sizes(style: Style) -> dict[str, float]:
    return {name: role.size for name, role in style.roles.items()}


def test_a_look_that_is_not_tight_is_the_style_itself() -> None:
    assert tightened(STYLE, LIMITS, 0) == STYLE


@given(
    tightness=st.floats(0, 1),
    smallest=st.floats(5, 12),
    leading=st.floats(1, 1.6),
    spacing=st.floats(0, 1),
    margin=st.floats(12, 40),
    large=st.booleans(),
)
def test_no_limit_is_ever_passed(
    *, tightness: float, smallest: float, leading: float, spacing: float, margin: float, large: bool
) -> None:
    """No type below the smallest, or below itself; the same for lines, spaces and margins."""
    limits = Fit(smallest=smallest, leading=leading, spacing=spacing, margin_mm=margin)
    loose = in_size(STYLE, 18) if large else STYLE
    tight = tightened(loose, limits, tightness, type_stays=large)
    for name, role in tight.roles.items():
        was = loose.roles[name]
        assert min(was.size, smallest) <= role.size <= was.size
        assert role.leading <= was.leading
        assert role.leading / role.size >= min(was.leading / was.size, leading) - 0.01
        assert was.space_before >= role.space_before >= was.space_before * spacing - 0.01
        assert was.space_after >= role.space_after >= was.space_after * spacing - 0.01
        assert (role.bold, role.colour, role.hang) == (was.bold, was.colour, was.hang)
    page, page_was = tight.page(SHEET), loose.page(SHEET)
    for side in ("top_mm", "bottom_mm", "left_mm", "right_mm"):
        widest = getattr(page_was, side)
        assert min(margin, widest) - 0.01 <= getattr(page, side) <= widest
    assert page.header_mm >= 12
    assert page.footer_mm >= 12
    assert tight.pages | {SHEET: page_was} == loose.pages | {SHEET: page_was}


@given(first=st.floats(0, 1), second=st.floats(0, 1))
def test_what_is_tighter_has_no_larger_type(first: float, second: float) -> None:
    loose, tight = (tightened(STYLE, LIMITS, one) for one in sorted((first, second)))
    assert all(role.size <= loose.roles[name].size for name, role in tight.roles.items())


def test_each_step_leaves_room_for_more_words() -> None:
    """So that a search may halve what is left: by the words of the text on a sheet."""
    looks = [tightened(STYLE, LIMITS, step / 20) for step in range(21)]
    rooms = [_room(look) for look in looks]
    assert rooms == sorted(rooms)
    assert rooms[-1] > 1.5 * rooms[0]


def _room(style: Style) -> float:
    """Give about how many letters of the text go on a sheet."""
    page, role = style.page(SHEET), style.role("list")
    width = 210 - page.left_mm - page.right_mm
    height = 297 - page.top_mm - page.bottom_mm
    paragraph = 3 * role.leading + role.space_after
    return width / role.size * 3 * height / paragraph


def test_the_type_shrinks_only_when_all_that_is_empty_has() -> None:
    empty = tightened(STYLE, LIMITS, 0.4)
    assert _sizes(empty) == _sizes(STYLE)
    assert empty.page(SHEET).left_mm == 16
    assert empty.role("list").space_after == STYLE.role("list").space_after / 2
    whole = tightened(STYLE, LIMITS, 1)
    assert 8.5 <= whole.role("body").size < 8.7
    assert whole.page(SHEET) == empty.page(SHEET)
    smaller = tightened(STYLE, LIMITS, 0.45)
    assert 8.5 < smaller.role("body").size < 10
    assert smaller.role("list").space_after > empty.role("list").space_after


def test_headings_stay_larger_than_text_and_notes_as_large_as_they_are() -> None:
    tight = tightened(STYLE, LIMITS, 1)
    assert tight.role("heading-1").size > tight.role("heading-2").size > tight.role("body").size
    assert tight.role("footnote").size == STYLE.role("footnote").size


def test_sizes_are_such_as_word_has() -> None:
    """Half-points, after the scale of its typeface: else it would round some of them up."""
    half = 2 * STYLE.family.office_scale
    for step in range(21):
        for role in tightened(STYLE, LIMITS, step / 20).roles.values():
            if role.size not in _sizes(STYLE).values():
                assert role.size * half == pytest.approx(round(role.size * half), abs=0.01)


def test_large_print_keeps_its_type_and_the_distance_of_its_lines() -> None:
    large = in_size(STYLE, 18)
    tight = tightened(large, LIMITS, 1, type_stays=True)
    assert _sizes(tight) == _sizes(large)
    assert all(role.leading == large.roles[name].leading for name, role in tight.roles.items())
    assert tight.role("list").space_after < large.role("list").space_after


def test_lines_for_a_pen_stay_as_far_apart() -> None:
    assert tightened(STYLE, LIMITS, 1).role("notes-line") == STYLE.role("notes-line")
