"""Words are compared as words: old and changes make new, and long texts show what is near."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.corrigenda.wording import (
    BEGINNING,
    CONTEXT,
    ELLIPSIS,
    END,
    Piece,
    compare_words,
    shortened,
)

WORDS = st.lists(st.sampled_from(["of", "the", "migrants", "States", "a", "(g)", "…"]), max_size=40)


def told(pieces: tuple[Piece, ...], *parts: str) -> list[str]:
    return [word for piece in pieces if piece.part in parts for word in piece.words.split()]


@given(WORDS, WORDS)
def test_what_stayed_and_is_gone_is_the_old_and_with_what_was_added_the_new(
    old: list[str], new: list[str]
) -> None:
    """For any two texts; and none of the pieces is empty."""
    pieces = compare_words(" ".join(old), " ".join(new))
    assert told(pieces, "kept", "gone") == old
    assert told(pieces, "kept", "added") == new
    assert all(piece.words for piece in pieces)
    assert (old == new) == all(piece.part == "kept" for piece in pieces)


@given(WORDS, WORDS)
def test_shortening_leaves_every_short_change_whole(old: list[str], new: list[str]) -> None:
    """Words that stayed are left out, words that changed are not."""
    pieces = compare_words(" ".join(old[:20]), " ".join(new[:20]))
    short = shortened(pieces)
    assert [one for one in short if one.part != "kept"] == [
        one for one in pieces if one.part != "kept"
    ]
    assert [one.part for one in short] == [one.part for one in pieces]


def test_a_change_shows_the_words_around_it() -> None:
    """Seven on each side; a sign stands for the rest."""
    around = " ".join(f"w{number}" for number in range(20))
    pieces = shortened(compare_words(f"{around} no {around}", f"{around} two {around}"))
    assert pieces[0].words == " ".join([ELLIPSIS, *(f"w{at}" for at in range(20 - CONTEXT, 20))])
    assert pieces[1:3] == (Piece("gone", "no"), Piece("added", "two"))
    assert pieces[3].words == " ".join([*(f"w{at}" for at in range(CONTEXT)), ELLIPSIS])


def test_changes_with_a_word_or_two_between_are_told_as_one() -> None:
    """“of the” between two other words is not worth two changes."""
    pieces = compare_words("the rights of the child here", "the duties of the State here")
    assert pieces == (
        Piece("kept", "the"),
        Piece("gone", "rights of the child"),
        Piece("added", "duties of the State"),
        Piece("kept", "here"),
    )


def test_changes_that_are_apart_are_told_apart() -> None:
    """Three words that stayed are enough to show both."""
    pieces = compare_words("no one has any right here", "all of them has any right there")
    assert [one.part for one in pieces] == ["gone", "added", "kept", "gone", "added"]
    assert pieces[2].words == "has any right"


def test_what_is_wholly_new_is_shown_by_its_beginning_and_end() -> None:
    """So much is enough to know a paragraph by."""
    words = [f"w{number}" for number in range(500)]
    (piece,) = shortened(compare_words("", " ".join(words)))
    assert piece.words.split() == [*words[:BEGINNING], ELLIPSIS, *words[-END:]]


def test_texts_without_end_are_compared_in_time() -> None:
    """More pairs of words than can be weighed are told as replaced."""
    old = " ".join(f"a{number}" for number in range(5000))
    new = " ".join(f"b{number}" for number in range(5000))
    assert [one.part for one in compare_words(f"x {old} y", f"x {new} y")] == [
        *("kept", "gone", "added", "kept")
    ]
