"""A stamp goes where nothing else is, at best in line with the running head."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.corrigenda.model import Box, PrintedPage
from briefgen.corrigenda.stamping import place_stamp

WIDTH, HEIGHT = 120.0, 13.0
HEAD = Box(71, 789, 257, 798)
BOXES = st.builds(
    lambda x, y, w, h: Box(x, y, x + w, y + h),
    st.floats(0, 500),
    st.floats(0, 830),
    st.floats(5, 300),
    st.floats(2, 20),
)


def page(*taken: Box) -> PrintedPage:
    return PrintedPage(595, 842, "1", "", taken=taken, sides=(71, 530))


def test_the_head_shares_its_line() -> None:
    """At the right end if that is free, else before what stands there."""
    left, low = place_stamp(page(HEAD), WIDTH, HEIGHT) or (0, 0)
    assert left == 530 - WIDTH
    assert low + HEIGHT / 2 == (HEAD.low + HEAD.high) / 2
    marking = Box(501, 789, 530, 798)
    left, low = place_stamp(page(HEAD, marking), WIDTH, HEIGHT) or (0, 0)
    assert HEAD.right < left < left + WIDTH < marking.left
    assert low + HEIGHT / 2 == (HEAD.low + HEAD.high) / 2


def test_a_head_that_is_full_leaves_the_stamp_to_the_foot() -> None:
    """Rather than to a place that printers do not reach: 12 mm from the edge is white."""
    foot = Box(507, 38, 530, 46)
    full = (Box(71, 789, 529, 812), Box(71, 784, 530, 785), foot)
    left, low = place_stamp(page(*full), WIDTH, HEIGHT) or (0, 0)
    assert left + WIDTH < foot.left
    assert low + HEIGHT / 2 == (foot.low + foot.high) / 2


def test_a_page_without_a_head_is_stamped_where_printers_reach() -> None:
    """Twelve millimetres from the edge."""
    place = place_stamp(PrintedPage(595, 842, "1", ""), WIDTH, HEIGHT)
    assert place is not None
    assert 842 - place[1] - HEIGHT > 34


def test_a_page_that_is_full_to_its_edges_has_no_room() -> None:
    """Which is told, and no word is covered."""
    assert place_stamp(page(Box(0, 0, 595, 842)), WIDTH, HEIGHT) is None


@given(st.lists(BOXES, max_size=12))
def test_no_stamp_touches_anything_or_leaves_the_page(taken: list[Box]) -> None:
    """Whatever is drawn; a point and more stays white around the frame."""
    clear = 1.4
    place = place_stamp(page(*taken), WIDTH, HEIGHT)
    if place is None:
        return
    left, low = place
    assert 0 <= left <= 595 - WIDTH
    assert 0 <= low <= 842 - HEIGHT
    for one in taken:
        apart = one.right <= left - clear or one.left >= left + WIDTH + clear
        assert apart or one.high <= low - clear or one.low >= low + HEIGHT + clear
