"""Numbers and letters as authors write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.profiles.ranges import read_objectives, trace_objectives
from briefgen.yaml_reading import Unfit


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        (5, ((5, None),)),
        ("9-10", ((9, None), (10, None))),
        ("9 \u2013 10", ((9, None), (10, None))),
        (["7", 3], ((7, None), (3, None))),
        ("all", ()),
        ({23: ["a", "c-e"], "5-6": "all"}, ((23, ("a", "c", "d", "e")), (5, None), (6, None))),
        ({1: "b"}, ((1, ("b",)),)),
    ],
)
def test_objectives_come_in_the_authors_order(value: object, numbers: object) -> None:
    assert read_objectives(value) == numbers


@given(st.sets(st.integers(1, 99), min_size=1))
def test_writing_numbers_as_ranges_changes_nothing(chosen: set[int]) -> None:
    ranges: list[list[int]] = []
    for number in sorted(chosen):
        if ranges and ranges[-1][-1] == number - 1:
            ranges[-1].append(number)
        else:
            ranges.append([number])
    written = [f"{run[0]}-{run[-1]}" if run[1:] else run[0] for run in ranges]
    assert [number for number, _ in read_objectives(written)] == sorted(chosen)


def test_every_bad_item_is_told_with_its_path() -> None:
    with pytest.raises(Unfit) as caught:
        read_objectives({5: ["a", "b-a"], "x": "all", 200: ["?"]})
    assert [one.at for one in caught.value.every] == [(5, 1), ("x",), (200, 0), (200,)]


def test_numbers_and_letters_lead_back_to_where_they_stand() -> None:
    assert trace_objectives(["5", "9-10"]).paths == {(5,): (0,), (9,): (1,), (10,): (1,)}
    assert trace_objectives({23: ["a", "c-d"]}).paths == {
        (23, "a"): (23, 0),
        (23, "c"): (23, 1),
        (23, "d"): (23, 1),
        (23,): (23,),
    }
