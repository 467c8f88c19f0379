"""Numbers in few words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.corrigenda.spans import spans


@pytest.mark.parametrize(
    ("numbers", "labels", "said"),
    [
        ([4], [], "4"),
        ([1, 2], [], "1_2"),
        ([1, 3, 4, 5, 9], [], "1, 3_5, 9"),
        ([3, 4, 7], ["i", "ii", "1"], "i_ii, 1"),
    ],
)
def test_numbers_in_a_row_are_said_by_the_first_and_the_last(
    numbers: list[int], labels: list[str], said: str
) -> None:
    assert spans(numbers, labels) == said.replace("_", "\N{EN DASH}")


@given(st.sets(st.integers(1, 30), min_size=1))
def test_no_number_is_lost_or_added(numbers: set[int]) -> None:
    found: set[int] = set()
    for part in spans(sorted(numbers)).split(", "):
        first, _, last = part.partition("\N{EN DASH}")
        found.update(range(int(first), int(last or first) + 1))
    assert found == numbers
