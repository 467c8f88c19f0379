"""What does not fit: by how much, and what would have to go.

Enters: a bench, and sheets that have no room on it. Leaves: one fault a sheet. Each cure that is
named was tried on the bench, which is of no more use then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefgen.diagnostics import error
from briefgen.fitting.cures import actions_to_leave_out, rows_to_leave_out
from briefgen.fitting.excess import excess
from briefgen.profiles.paper_limits import PaperLimit
from briefgen.selection import OwnPart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.diagnostics import Diagnostic
    from briefgen.fitting.bench import Bench
    from briefgen.fitting.search import SheetKey
    from briefgen.styles import Paper

_SERIES: Final[tuple[tuple[Paper, ...], ...]] = (
    ("A6", "A5", "A4", "A3"),
    ("Half-Letter", "Letter", "Legal"),
)
"""Papers that are larger from one to the next; who has one of them has the others rather."""


def refusals(bench: Bench, failing: Sequence[SheetKey]) -> list[Diagnostic]:
    """Tell of each sheet what it needs more than its limit, and what would let it fit."""
    messages = {sheet: _message(bench, sheet) for sheet in failing}
    elsewhere = {sheet: _more_paper(bench, sheet) for sheet in failing}
    cures = rows_to_leave_out(bench, failing)
    cures |= actions_to_leave_out(bench, [sheet for sheet in failing if sheet not in cures])
    place = bench.profile.place("handout", "fit")
    return [
        error(messages[sheet], place, ", or ".join([_less(bench, sheet, cures), *elsewhere[sheet]]))
        for sheet in failing
    ]


def _message(bench: Bench, sheet: SheetKey) -> str:
    sides, tight = bench.sides(sheet, bench.tightest), bench.look(bench.tightest)
    more = excess(sides, bench.limit.sides, tight)
    rows = " and without its rows" if bench.left_out.get(sheet) else ""
    return (
        f"'{bench.parts[sheet].name}' needs {more} more than {bench.limit}, "
        f"as tight as the style '{bench.style.name}' allows{rows}"
    )


def _less(bench: Bench, sheet: SheetKey, cures: dict[SheetKey, str]) -> str:
    if sheet in cures:
        return f"leave out {cures[sheet]}"
    own = any(isinstance(part, OwnPart) for part in bench.parts[sheet].parts)
    return "shorten it" if own else "choose less for it"


def _more_paper(bench: Bench, sheet: SheetKey) -> list[str]:
    """Give the limit that would do, and the smallest larger paper that the sheet fits on."""
    sides = len(bench.sides(sheet, bench.tightest))
    sheets, over = divmod(sides, bench.style.sides)
    enough = PaperLimit(sides, "side") if over else PaperLimit(sheets, "sheet")
    more = [f"say 'fit: {enough}'"]
    fitting = (one for one in _larger(bench.style.page_size) if bench.fits_on(sheet, one))
    if paper := next(fitting, None):
        more.append(f"take 'paper: {paper}'")
    return more


def _larger(paper: Paper) -> Iterator[Paper]:
    for series in _SERIES:
        if paper in series:
            yield from series[series.index(paper) + 1 :]
