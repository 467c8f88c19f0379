"""The search for the loosest look in which every sheet has room.

Enters: a bench. Leaves: a step between the look as it is and the tightest. Every step that is given
was measured, sheet by sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.fitting.bench import Bench, SheetKey

TIGHTEST = 20
"""Steps from the look as it is, 0, to the tightest that the style allows."""


def loosest(bench: Bench) -> tuple[int, list[SheetKey]]:
    """Give the first step at which all sheets fit, and the sheets for which there is none.

    The fullest sheets come first: once they fit, the others are looked at once only.
    """
    step = 0
    order = sorted(bench.sheets, key=lambda sheet: bench.length(sheet, 0), reverse=True)
    while over := next((one for one in order if not bench.fits(one, step)), None):
        if step == TIGHTEST or not bench.fits(over, TIGHTEST):
            return TIGHTEST, [one for one in bench.sheets if not bench.fits(one, TIGHTEST)]
        step = _first_that_fits(bench, over, step + 1)
    return step, []


def _first_that_fits(bench: Bench, sheet: SheetKey, low: int) -> int:
    """Give a step at which a sheet that fits in the tightest look fits, near the first one."""
    high = TIGHTEST
    while low < high:
        middle = (low + high) // 2
        if bench.fits(sheet, middle):
            high = middle
        else:
            low = middle + 1
    return high
