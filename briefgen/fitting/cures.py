"""What would have to go so that a sheet fits: its rows, or its last actions or units.

Enters: a bench, and sheets that do not fit in the tightest look. Leaves: for each, in words, what
is enough to leave out. All sheets are tried at once, since a pack is composed as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.fitting.rows import optional_rows
from briefgen.selection import ObjectiveChoice, TextPart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.compose.sheets import SheetParts
    from briefgen.fitting.bench import Bench
    from briefgen.fitting.search import SheetKey


def rows_to_leave_out(bench: Bench, failing: Sequence[SheetKey]) -> dict[SheetKey, str]:
    """Give the sheets that fit without their rows; all of them are without on the bench then."""
    rows = {
        sheet: ids
        for sheet in failing
        if sheet not in bench.left_out and (ids := optional_rows(bench.parts[sheet]))
    }
    if rows:
        bench.leave_out(rows)
    return {sheet: "its rows" for sheet in rows if bench.fits(sheet, bench.tightest)}


def actions_to_leave_out(bench: Bench, failing: Sequence[SheetKey]) -> dict[SheetKey, str]:
    """Give the fewest last actions or units without which each sheet fits.

    Of an objective all actions may go, for its commitment is left; of units the first one stays.
    Rows that the style does not let go of are said to go too; all sheets are without theirs by now.
    """
    items = {sheet: tuple(_items(bench.parts[sheet])) for sheet in failing}
    rows = {sheet: bench.left_out.get(sheet, ()) for sheet in failing}
    stay = "rows" not in bench.limits.optional
    kept = {sheet: _first_beyond(bench, sheet, items[sheet]) for sheet in failing}
    least = {sheet: 0 if bench.parts[sheet].objective else 1 for sheet in failing}
    found: dict[SheetKey, str] = {}
    while tried := [one for one in failing if one not in found and kept[one] >= least[one]]:
        bench.leave_out({one: (*rows[one], *items[one][kept[one] :]) for one in tried})
        for sheet in tried:
            if bench.fits(sheet, bench.tightest):
                also = "its rows and " if rows[sheet] and stay else ""
                found[sheet] = also + _named(bench.parts[sheet], items[sheet][kept[sheet] :])
            kept[sheet] -= 1
    return found


def _items(sheet: SheetParts) -> Iterator[str]:
    for part in sheet.parts:
        for item in part.items if isinstance(part, TextPart) else ():
            if isinstance(item, ObjectiveChoice):
                drafts = item.draft.actions if item.draft else ()
                yield from (action.id for action in (*item.actions, *drafts))
            else:
                yield item.id


def _first_beyond(bench: Bench, sheet: SheetKey, items: Sequence[str]) -> int:
    """Give the first of the items that stands, with some of its words, beyond the limit."""
    sides = bench.sides(sheet, bench.tightest)[bench.limit.sides :]
    units = {unit for side in sides for unit in side.units}
    return next(
        (
            at
            for at, item in enumerate(items)
            if any(unit == item or unit.startswith(f"{item}/") for unit in units)
        ),
        len(items) - 1,
    )


def _named(sheet: SheetParts, ids: Sequence[str]) -> str:
    """Name a run of actions by their letters, of other units by their ids."""
    first, last = ids[0], ids[-1]
    if not sheet.objective:
        return first if len(ids) == 1 else f"{first} to {last}"
    letters = [one.rpartition("/")[2] for one in (first, last)]
    return (
        f"action ({letters[0]})" if len(ids) == 1 else f"actions ({letters[0]}) to ({letters[1]})"
    )
