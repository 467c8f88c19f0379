"""How runs become lines: where a line ends, and what is never lost at its end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.writers.pdf.fonts import UnprintableError, load_face
from briefgen.writers.pdf.lines import break_lines, segments_of
from briefgen.writers.pdf.plan import Element, Line, Look
from briefgen.writers.pdf.runs import Run

LOOK = Look("FiraGO-Regular", 10, 13.5, "#000000")
BOLD = Look("FiraGO-Bold", 10, 13.5, "#000000")
ELEMENT = Element("paragraph", "body", None)


REFERENCE = Look("FiraGO-Regular", 10, 13.5, "#000000", keeps_hyphens=True)


def fail(fault: UnprintableError, words: str) -> None:
    raise AssertionError(words) from fault


def broken(*runs: Run | str, width: float, first: float = 0.0) -> list[Line]:
    given_runs = [Run(run, LOOK) if isinstance(run, str) else run for run in runs]
    return break_lines(segments_of(given_runs, fail), width, ELEMENT, first=first)


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


@pytest.mark.parametrize("width", [95, 120, 200])
def test_a_reference_that_is_typed_off_is_broken_at_slashes_and_never_at_hyphens(
    width: float,
) -> None:
    words = "briefgen:gcm-rev2/para/42#sha256-of-all"
    found = texts(broken(Run(words, REFERENCE), width=width))
    assert "".join(found) == words + " "
    assert not any(line.endswith("-") for line in found)
    assert all(line.endswith("/") or found[at + 1][0] == "#" for at, line in enumerate(found[:-1]))
    assert any(line.endswith("-") for line in texts(broken("evidence-based", width=50)))


def test_a_line_takes_the_words_that_fit_and_keeps_the_space_at_its_end() -> None:
    width = load_face("FiraGO-Regular").width("safe and orderly") / 100
    assert texts(broken("safe and orderly migration", width=width)) == [
        "safe and orderly ",
        "migration ",
    ]
    assert texts(broken("safe and orderly migration", width=width - 0.1)) == [
        "safe and ",
        "orderly ",
        "migration ",
    ]


def test_a_line_may_end_after_a_hyphen_dash_or_slash_between_letters_and_adds_no_space() -> None:
    assert texts(broken("gender-responsive", width=50)) == ["gender-", "responsive "]
    assert texts(broken("qualifications/recognition", width=80)) == [
        "qualifications/",
        "recognition ",
    ]
    assert texts(broken("states\u2013regions", width=45)) == ["states\u2013", "regions "]


def test_numbers_and_symbols_of_documents_stay_in_one_piece() -> None:
    assert texts(broken("see 2015-2030", width=55)) == ["see ", "2015-2030 "]
    assert texts(broken("in A/RES/73/195", width=65)) == ["in ", "A/RES/73/195 "]


def test_a_no_break_space_holds_words_together() -> None:
    assert texts(broken("of 28\u00a0May", width=42)) == ["of ", "28\u00a0May "]


def test_a_word_longer_than_the_line_is_cut_by_characters() -> None:
    lines = broken("x" * 100, width=60)
    assert "".join(texts(lines)) == "x" * 100 + " "
    assert all(line.width <= 60 for line in lines)
    assert not any(line.text.endswith(" ") for line in lines[:-1])


def test_no_line_ends_between_a_word_and_its_note_mark() -> None:
    lines = broken("migrants refugees", Run("4", LOOK), width=46)
    assert texts(lines) == ["migrants ", "refugees4 "]


def test_words_of_another_look_start_a_fragment_where_the_space_before_them_ends() -> None:
    (line,) = broken("we ", Run("do", BOLD), " commit", width=200)
    space = load_face("FiraGO-Regular").space / 100
    first, second, third = line.fragments
    assert [one.text for one in line.fragments] == ["we ", "do ", "commit "]
    assert second.x == pytest.approx(first.width + space)
    assert third.x + third.width == pytest.approx(line.width)


def test_a_forced_line_end_ends_the_line_and_leaves_no_empty_one() -> None:
    lines = broken(
        "one", Run("", LOOK, ends_line=True), "two", Run("", LOOK, ends_line=True), width=200
    )
    assert [line.text.strip() for line in lines] == ["one", "two"]


def test_the_first_line_leaves_room_for_a_long_label() -> None:
    plain, shorter = (broken("a b c d e f g h", width=60, first=first) for first in (0.0, 30.0))
    assert plain[0].width > 30 >= shorter[0].width


@given(
    st.lists(st.text("abcdefg-/\u2013é", min_size=1, max_size=30), max_size=30),
    st.floats(8, 300),
)
def test_lines_hold_every_word_in_order_and_none_is_too_wide(
    words: list[str], width: float
) -> None:
    lines = broken(" ".join(words), width=width)
    assert "".join(texts(lines)).split() == words
    assert all(line.width <= width + 1e-6 for line in lines)
    assert all(line.fragments for line in lines)
