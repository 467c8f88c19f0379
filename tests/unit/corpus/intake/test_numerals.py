"""Numbers are written as lists print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.corpus.intake.numerals import numeral


@pytest.mark.parametrize(
    ("way", "number", "printed"),
    [
        ("decimal", 14, "14"),
        ("decimalZero", 4, "04"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 26, "Z"),
        ("lowerRoman", 49, "xlix"),
        ("upperRoman", 2018, "MMXVIII"),
        ("arabicAbjad", 4, "د"),
        ("arabicAlpha", 4, "ث"),
        ("arabicIndic", 12, "\u0661\u0662"),
        ("hindiNumbers", 10, "\u0967\u0966"),
        ("russianLower", 3, "в"),
        ("none", 3, ""),
    ],
)
def test_each_way(way: str, number: int, printed: str) -> None:
    assert numeral(number, way) == printed


@pytest.mark.parametrize(("way", "number"), [("lowerRoman", 0), ("upperLetter", -1), ("other", 1)])
def test_what_cannot_be_written_is_not_made_up(way: str, number: int) -> None:
    assert numeral(number, way) is None


@given(st.lists(st.integers(1, 3999), min_size=2, max_size=9, unique=True))
@pytest.mark.parametrize("way", ["lowerRoman", "decimal", "arabicIndic", "lowerLetter"])
def test_different_numbers_are_written_differently(way: str, numbers: list[int]) -> None:
    assert len({numeral(one, way) for one in numbers}) == len(numbers)
