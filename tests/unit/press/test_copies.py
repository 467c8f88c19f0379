"""Copies by room are read as a clerk writes them, and refused with the cure."""

from __future__ import annotations

import pytest

from briefgen.errors import UnusableInput
from briefgen.press import read_copies


def test_rooms_keep_their_order_and_presets_stand_alone() -> None:
    """Several options add up; spaces do not matter."""
    assert read_copies(["main=30, interpreters", "full", "press room = 5"]) == {
        "main": 30,
        "interpreters": 10,
        "full": 350,
        "press room": 5,
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("main=0", "0 copies for main"),
        ("main=1000000", "1000000 copies for main"),
        ("main=99999999999", "'main=99999999999' gives no number of copies"),
        ("main=-3", "'main=-3' gives no number of copies"),
        ("main", "'main' gives no number of copies"),
        ("=3", "'=3' names no room"),
        ("", "'' names no room"),
        ("a=1,a=2", "a is named twice"),
        (",".join(f"r{number}=1" for number in range(13)), "13 rooms do not go on one sheet"),
    ],
)
def test_what_is_no_number_of_copies_is_refused_with_the_cure(text: str, message: str) -> None:
    """Zero, a million, no room, a room twice."""
    with pytest.raises(UnusableInput) as caught:
        read_copies([text])
    (one,) = caught.value.diagnostics
    assert one.message.startswith(message)
    assert "main=30" in one.hint


def test_all_faults_are_told_at_once() -> None:
    """Not the first alone."""
    with pytest.raises(UnusableInput) as caught:
        read_copies(["a=0", "b=x"])
    assert len(caught.value.diagnostics) == 2
