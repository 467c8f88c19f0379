"""Roman numerals are written as usual, and read only so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.roman import roman, roman_value


@given(st.integers(1, 4999))
def test_what_is_written_is_read_back(number: int) -> None:
    assert roman_value(roman(number)) == number


@pytest.mark.parametrize(
    ("number", "letters"), [(4, "iv"), (9, "ix"), (14, "xiv"), (49, "xlix"), (1994, "mcmxciv")]
)
def test_smaller_before_larger_is_taken_off(number: int, letters: str) -> None:
    assert roman(number) == letters


@pytest.mark.parametrize("letters", ["", "iiii", "vx", "iix", "ic", "XIV", "a"])
def test_letters_that_no_number_is_written_with_have_no_value(letters: str) -> None:
    assert roman_value(letters) == 0
