"""A heat map is one drawing in every format, told in words to those who do not see it."""

from __future__ import annotations

from itertools import pairwise
from struct import unpack_from
from typing import TYPE_CHECKING

import pytest
from lxml import html

from briefgen.blocks import HeatMap, Pack, Section
from briefgen.resources import shipped
from briefgen.style_files import load_style
from briefgen.writers import write
from briefgen.writers.docx.metafile import UNITS, metafile
from briefgen.writers.heat_maps import HIGHEST, NONE, draw, shade

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.styles import Role, Style

FIGURE = HeatMap(
    ("5", "9", "10"),
    (("Trade unions", (2, 0, 1)), ("Employers' organizations & others", (0, 11, 3))),
    "Two actors and three objectives.",
)


@pytest.fixture(scope="module")
def style() -> Style:
    return load_style(shipped("templates") / "styles" / "standard.yaml")


@pytest.fixture(scope="module")
def role(style: Style) -> Role:
    return style.role("heat-map")


def test_every_number_has_a_square_and_a_zero_has_no_words(role: Role) -> None:
    drawing = draw(FIGURE, 480, role)
    assert len(drawing.squares) == 6
    assert [one.text for one in drawing.letterings] == [
        *("5", "9", "10"),
        *("Trade unions", "2", "1"),
        *("Employers' organizations & others", "11", "3"),
    ]
    assert [one.colour == NONE for one in drawing.squares] == [
        False,
        True,
        False,
        True,
        False,
        False,
    ]


def test_squares_stand_side_by_side_within_the_drawing(role: Role) -> None:
    drawing = draw(FIGURE, 480, role)
    for left, right in pairwise(drawing.squares[:3]):
        assert left.x + left.width < right.x
    for one in drawing.squares:
        assert 0 <= one.x < one.x + one.width <= drawing.width + 0.001
        assert 0 <= one.y < one.y + one.height <= drawing.height + 0.001


def test_the_larger_the_number_the_darker_the_square(role: Role) -> None:
    """So that it can be told in black and white too."""
    lightness = [sum(bytes.fromhex(shade(one, 11, role.colour)[1:])) for one in range(12)]
    assert lightness == sorted(lightness, reverse=True)
    assert len(set(lightness)) == 12


def test_numbers_can_be_read_on_their_squares(role: Role) -> None:
    """At least 4.5 to 1 (WCAG 2.1, 1.4.3)."""
    many = HeatMap(tuple(map(str, range(1, 12))), (("A", tuple(range(1, 12))),), "Counts.")
    drawing = draw(many, 480, role)
    for square, words in zip(drawing.squares, drawing.letterings[12:], strict=True):
        darker, lighter = sorted(map(_luminance, (square.colour, words.colour)))
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_many_rows_are_drawn_small_enough_for_a_page(role: Role) -> None:
    rows = tuple((f"Actor {number}", (1, 2)) for number in range(200))
    drawing = draw(HeatMap(("1", "2"), rows, "Many."), 480, role)
    assert drawing.height == pytest.approx(HIGHEST)


def test_a_name_longer_than_its_room_is_cut_short(role: Role) -> None:
    drawing = draw(HeatMap(("1",), (("x" * 200, (1,)),), "Long."), 480, role)
    assert drawing.letterings[1].text.endswith("x\u2026")
    assert len(drawing.letterings[1].text) < 60


def test_a_web_page_draws_it_and_tells_it(style: Style) -> None:
    page = html.fromstring(write(_pack(), style, ["html"])["html"])
    (picture,) = page.iter("svg")
    assert picture.get("role") == "img"
    assert picture.get("aria-label") == FIGURE.alternative
    assert len(picture.findall("rect")) == 6
    assert picture.findall("text")[3].text == "Trade unions"


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_what_has_no_pictures_says_what_it_shows(style: Style, form: str) -> None:
    assert FIGURE.alternative in write(_pack(), style, [form])[form].decode()


def test_the_metafile_holds_what_its_header_says(role: Role) -> None:
    """Records one after the other, as many and as long as told; each square and word is one."""
    drawing = draw(FIGURE, 480, role)
    data = metafile(drawing)
    records = list(_records(data))
    signature, version, length, count = unpack_from("<4I", data, 40)
    assert (signature, version, length, count) == (0x464D4520, 0x10000, len(data), len(records))
    assert unpack_from("<4i", data, 8) == (0, 0, 480 * UNITS, round(drawing.height * UNITS))
    kinds = [kind for kind, _ in records]
    assert (kinds[0], kinds[-1]) == (1, 14)
    assert kinds.count(43) == len(drawing.squares)
    assert sorted(_text(record) for kind, record in records if kind == 84) == sorted(
        one.text for one in drawing.letterings
    )


def test_the_metafile_is_the_same_every_time(role: Role) -> None:
    assert metafile(draw(FIGURE, 480, role)) == metafile(draw(FIGURE, 480, role))


def _pack() -> Pack:
    return Pack("A pack", "en", "", (Section((FIGURE,)),))


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        kind, size = unpack_from("<2I", data, at)
        assert size % 4 == 0
        yield kind, data[at : at + size]
        at += size
    assert at == len(data)


def _text(record: bytes) -> str:
    count, start = unpack_from("<2I", record, 44)
    (advances,) = unpack_from("<I", record, 72)
    assert advances + 4 * count == len(record)
    return record[start : start + 2 * count].decode("utf-16-le")


def _luminance(colour: str) -> float:
    parts = [one / 255 for one in bytes.fromhex(colour[1:])]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
