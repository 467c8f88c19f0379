"""Passages are paired by their words first; what left one place and came to another was moved."""

from __future__ import annotations

from briefgen.corrigenda.passages import pair_passages
from briefgen.verify.model import Passage, Run, Spot


def passages(*texts: str, unit: str = "") -> list[Passage]:
    """Make paragraphs; one that begins with # is a heading."""
    return [
        Passage((Run(text.lstrip("# "), unit),), Spot(1), level=int(text.startswith("#")))
        for text in texts
    ]


def test_a_rewritten_passage_is_paired_by_the_words_it_shares() -> None:
    """And not with the one beside it."""
    old = passages("States cooperate on borders in good faith", "Migrants have rights everywhere")
    new = passages("States cooperate on borders in full faith", "Migrants have rights everywhere")
    found = pair_passages(old, new)
    assert found.pairs == {0: 0, 1: 1}
    assert (found.gone, found.added, found.moved) == ((), (), frozenset())


def test_a_new_item_does_not_shift_the_others() -> None:
    """Letters move on, words do not."""
    old = passages("alpha beta gamma delta", "one two three four")
    new = passages("alpha beta gamma delta", "something entirely else here", "one two three four")
    found = pair_passages(old, new)
    assert found.pairs == {0: 0, 1: 2}
    assert found.added == (1,)


def test_words_that_stand_elsewhere_were_moved() -> None:
    """Few words, such as a column's head, are not looked for afar."""
    long = "this paragraph has words enough to be known"
    old = passages(long, "a b c d e", "f g h i j", "Head")
    new = passages("Head", "a b c d e", "f g h i j", long)
    found = pair_passages(old, new)
    assert found.pairs[0] == 3
    assert found.moved == {0}
    assert found.gone == (3,)
    assert found.added == (0,)


def test_a_heading_is_not_paired_with_a_paragraph() -> None:
    """Not even with the same words."""
    found = pair_passages(passages("# Points for the room"), passages("Points for the room"))
    assert found.pairs == {}
    assert (found.gone, found.added) == ((0,), (0,))
