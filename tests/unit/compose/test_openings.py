"""The first words of a passage are its own, end at the end of a word, and are short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.openings import LONGEST, opening_end

WORDS = st.lists(st.text("abcdefg,-;.", min_size=1, max_size=15), min_size=1, max_size=40)


@given(WORDS.map(" ".join))
def test_an_opening_is_short_and_ends_with_a_word(text: str) -> None:
    end = opening_end(text)
    assert end <= max(len(text), 0)
    assert end == len(text) or end <= LONGEST
    assert text[end : end + 1] in set(" ,;.-:") | {""}


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Promote the rights of all", "Promote the rights of all"),
        (
            "Harmonize remittance market regulations and increase the interoperability of all",
            "Harmonize remittance market regulations and increase the interoperability of all",
        ),
        (
            "Involve local authorities and stakeholders in the identification, referral and aid "
            + "x" * 9,
            "Involve local authorities and stakeholders",
        ),
        (
            "Develop, together with all relevant stakeholders, the toolkits; share them with "
            + "x" * 20,
            "Develop, together with all relevant stakeholders, the toolkits",
        ),
        ("x" * 200, "x" * 200),
        ("It is so, for all that is in it as it was to be and as it is to be for now", ""),
    ],
)
def test_it_ends_where_no_little_word_hangs(text: str, opening: str) -> None:
    assert text[: opening_end(text)] == (opening or text)
