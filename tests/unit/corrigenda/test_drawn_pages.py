"""What a page shows does not depend on how its words are cut, only on what is seen."""

from __future__ import annotations

import pytest

from briefgen.corrigenda.drawn_pages import Drawn, Page, Words, rounded
from briefgen.corrigenda.model import Box

PLAIN, BOLD = ("Fira", 10), ("Fira-Bold", 10)


def words(
    text: str, x: float, end: float, y: float = 400, look: tuple[object, ...] = PLAIN
) -> Words:
    return Words(x, y, end, 10, look, text)


def drawn(*shown: Words, running: tuple[Words, ...] = ()) -> Drawn:
    return Page(842, words=list(shown), running=list(running)).drawn()


WHOLE = words("We commit to it", 60, 140)


def test_words_cut_in_pieces_are_the_same_page() -> None:
    """A typeface may be cut into subsets, and words with it."""
    pieces = (words("We com", 60, 95), words("mit ", 95.4, 118), words("to it", 118, 140))
    assert drawn(*pieces).body == drawn(WHOLE).body


@pytest.mark.parametrize(
    "other",
    [
        (words("We commit to them", 60, 140),),
        (WHOLE._replace(x=61),),
        (WHOLE._replace(y=401),),
        (WHOLE._replace(look=BOLD),),
        (words("We commit ", 60, 118), words("to it", 125, 147)),
        (words("We commit ", 60, 118), words("to it", 118, 140, y=388)),
        (words("We commit ", 60, 118), words("to it", 118, 140, look=BOLD)),
    ],
)
def test_other_words_places_and_looks_are_another_page(other: tuple[Words, ...]) -> None:
    assert drawn(*other).body != drawn(WHOLE).body


def test_running_lines_are_words_line_by_line_whatever_they_look_like() -> None:
    """From above downwards; they are no part of the page's body."""
    foot, head = words("Sheet 1", 60, 90, y=30), words("For the ", 60, 95, y=800)
    room = words("room", 95, 120, y=800, look=BOLD)
    page = drawn(WHOLE, running=(foot, head, room))
    assert page.furniture == ("For the room", "Sheet 1")
    assert (page.size, page.body) == (10, drawn(WHOLE).body)


def test_what_stands_where_a_stamp_might_is_noted() -> None:
    """Within 80 points of the upper or lower edge; once each."""
    page = Page(842)
    foot, head = Box(60, 79, 90, 99), Box(60, 750, 90, 763)
    for box in (foot, head, foot, Box(60, 81, 90, 99), Box(60, 700, 90, 761)):
        page.near_edge(box)
    assert page.drawn().taken == (foot, head)


def test_words_take_what_all_of_them_take() -> None:
    page = Page(842, upright=[Box(60, 30, 90, 40), Box(50, 700, 80, 712), Box(70, 90, 99, 95)])
    assert page.drawn().words == Box(50, 30, 99, 712)
    assert page.drawn().sides == (50, 99)
    assert (drawn().words, drawn().sides) == (None, (0, 0))


def test_less_than_a_tenth_of_a_point_is_not_seen() -> None:
    assert [repr(rounded(one)) for one in (-0.04, 0.04, 7.26)] == ["0.0", "0.0", "7.3"]


def _footer(*lines: tuple[float, float, str]) -> tuple[str, ...]:
    """Give the running lines of a page, each from left, height and words, in a type of 8 points."""
    page = Page(842)
    page.running += [Words(x, y, x + 5 * len(text), 8, (), text) for x, y, text in lines]
    return page.drawn().furniture


def test_a_footer_is_the_same_wherever_its_lines_end() -> None:
    """Left and right in the foot are two; what stands elsewhere goes on below neither."""
    quoted = "Text quoted: Draft Rev 2, not agreed"
    beside = (480.0, 40.0, "3 of 12"), (60.0, 800.0, "Internal")
    whole = _footer((60, 40, quoted), *beside)
    broken = _footer((60, 40, quoted[:25]), (60, 30, quoted[26:]), *beside)
    assert whole == broken == ("Internal", quoted, "3 of 12")
