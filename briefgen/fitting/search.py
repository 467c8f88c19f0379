"""The search for the loosest look in which every sheet, or every card, has room.

Enters: what is measured step by step. Leaves: a step between the look as it is and the tightest.
Every step that is given was measured, sheet by sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class SheetKey(NamedTuple):
    """A sheet or card: the file that it is in, by what its name has of its own, and its place."""

    file: str
    place: int


class Stepwise(Protocol):
    """Sheets in looks that are tighter from step to step; at step 0 they are as they would be."""

    @property
    def sheets(self) -> Sequence[SheetKey]:
        """All sheets, in their order."""

    @property
    def tightest(self) -> int:
        """The last step."""

    def fits(self, sheet: SheetKey, step: int) -> bool:
        """Tell whether a sheet is within its limit at a step."""

    def length(self, sheet: SheetKey, step: int) -> tuple[int, float]:
        """Give what a sheet takes at a step: its sides, and the height of the text on the last."""


def loosest(looks: Stepwise) -> tuple[int, list[SheetKey]]:
    """Give the first step at which all sheets fit, and the sheets for which there is none.

    The fullest sheets come first: once they fit, the others are looked at once only.
    """
    step, tightest = 0, looks.tightest
    order = sorted(looks.sheets, key=lambda sheet: looks.length(sheet, 0), reverse=True)
    while over := next((one for one in order if not looks.fits(one, step)), None):
        if step == tightest or not looks.fits(over, tightest):
            return tightest, [one for one in looks.sheets if not looks.fits(one, tightest)]
        step = _first_that_fits(looks, over, step + 1)
    return step, []


def _first_that_fits(looks: Stepwise, sheet: SheetKey, low: int) -> int:
    """Give a step at which a sheet that fits in the tightest look fits, near the first one."""
    high = looks.tightest
    while low < high:
        middle = (low + high) // 2
        if looks.fits(sheet, middle):
            high = middle
        else:
            low = middle + 1
    return high
