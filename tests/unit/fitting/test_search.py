"""The search finds the loosest step at which all fit, and names those for which there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from briefgen.fitting.search import SheetKey, loosest

if TYPE_CHECKING:
    from collections.abc import Sequence

TIGHTEST = 20


class Steps(Struct):
    """Sheets that fit from a step on; beyond the tightest, never."""

    first: Sequence[int]
    tightest: int = TIGHTEST
    asked: int = 0

    @property
    def sheets(self) -> Sequence[SheetKey]:
        return [SheetKey("", at) for at in range(len(self.first))]

    def fits(self, sheet: SheetKey, step: int) -> bool:
        self.asked += 1
        return step >= self.first[sheet.place]

    def length(self, sheet: SheetKey, step: int) -> tuple[int, float]:
        return max(0, self.first[sheet.place] - step), 0.0


@given(st.lists(st.integers(0, TIGHTEST), max_size=30))
def test_the_first_step_at_which_all_fit_is_found(first: list[int]) -> None:
    """After one search for the fullest, and one look at each of the others."""
    steps = Steps(first)
    assert loosest(steps) == (max(first, default=0), [])
    assert steps.asked <= 2 * len(first) + 10


@given(
    st.lists(st.integers(0, TIGHTEST + 3)).filter(lambda steps: max(steps, default=0) > TIGHTEST)
)
def test_all_that_fit_nowhere_are_named_in_their_order(first: list[int]) -> None:
    step, failing = loosest(Steps(first))
    assert step == TIGHTEST
    assert [one.place for one in failing] == [at for at, one in enumerate(first) if one > TIGHTEST]


def test_where_there_is_one_step_it_fits_or_not() -> None:
    """As in large print, whose type stays as it is."""
    assert loosest(Steps([0, 0], tightest=0)) == (0, [])
    assert loosest(Steps([0, 1], tightest=0)) == (0, [SheetKey("", 1)])
