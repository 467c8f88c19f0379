"""Columns as wide as suits their text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.blocks import Cell, Paragraph, Row, Text
from briefgen.compose.proportions import LEAST, proportions


def row(*lengths: int) -> Row:
    return Row(tuple(Cell((Paragraph((Text("x" * length),)),)) for length in lengths))


def test_the_column_with_most_text_is_the_widest() -> None:
    first, middle, last = proportions([row(60, 900, 120), row(40, 700, 150)])
    assert middle > last >= first


def test_columns_with_as_much_text_are_equally_wide() -> None:
    assert proportions([row(300, 300), row(500, 500)]) == (50, 50)


def test_two_rows_that_disagree_are_balanced_where_the_table_is_lowest() -> None:
    assert proportions([row(900, 100), row(100, 900)]) == (50, 50)


@given(st.lists(st.tuples(*[st.integers(0, 3000)] * 4), min_size=1, max_size=20))
def test_no_column_is_lost_and_all_of_the_width_is_given(lengths: list[tuple[int, ...]]) -> None:
    shares = proportions([row(*one) for one in lengths])
    assert sum(shares) == 100
    assert min(shares) >= int(LEAST * 25)


def test_a_table_without_rows_has_no_columns() -> None:
    assert proportions([]) == ()
