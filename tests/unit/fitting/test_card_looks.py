"""The look of a card grows and shrinks as a whole, and never below what the style allows."""

from __future__ import annotations

import pytest

from briefgen.fitting.card_looks import card_sizes, in_card_size
from briefgen.resources import shipped
from briefgen.style_files import load_style
from briefgen.styles import CardSizes

STYLE = load_style(shipped("templates") / "styles" / "standard.yaml")


def test_sizes_run_from_the_smallest_to_the_largest() -> None:
    style = STYLE.model_copy(update={"card": CardSizes(smallest=8, largest=8.6)})
    assert card_sizes(style) == [8, 8.25, 8.5, 8.6]
    alone = STYLE.model_copy(update={"card": CardSizes(smallest=9, largest=9)})
    assert card_sizes(alone) == [9]


@pytest.mark.parametrize("size", card_sizes(STYLE))
def test_nothing_is_smaller_than_the_style_allows(size: float) -> None:
    look = in_card_size(STYLE, size)
    assert look.role("body").size == size
    for name, role in look.roles.items():
        assert role.size >= STYLE.card.smallest, name
        own = STYLE.role(name)
        least = min(STYLE.card.leading, own.leading / own.size)
        assert role.leading >= least * role.size - 0.01, name


def test_headings_keep_their_rank() -> None:
    look = in_card_size(STYLE, STYLE.card.smallest)
    assert look.role("card-title").size > look.role("card-objective").size > look.role("body").size


def test_lines_that_hold_a_picture_may_be_higher() -> None:
    """In Word a line of exact height would cut the code off."""
    look = in_card_size(STYLE, 9)
    assert look.role("scan-code").lines == "at-least"
    assert look.role("commitment").lines == "exact"
