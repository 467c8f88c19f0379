"""Rows that a sheet has no room for: the fewest, from its end.

Enters: a bench, and sheets that do not fit in the tightest look. Leaves: a bench on which those
sheets lack some rows, where the style allows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.selection import TablePart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.sheets import SheetParts
    from briefgen.fitting.bench import Bench
    from briefgen.fitting.search import SheetKey


def optional_rows(parts: SheetParts) -> tuple[str, ...]:
    """Give the ids of the rows that go with the text of a sheet; none where they are its text."""
    first, *others = parts.parts
    if isinstance(first, TablePart):
        return ()
    return tuple(row.id for part in others if isinstance(part, TablePart) for row in part.rows)


def leave_out_rows(bench: Bench, failing: Sequence[SheetKey]) -> list[SheetKey]:
    """Leave out as few rows of each sheet as needed; give the sheets for which none are enough."""
    if "rows" not in bench.limits.optional:
        return list(failing)
    rows = {sheet: optional_rows(bench.parts[sheet]) for sheet in failing}
    bench.leave_out(rows)
    without_any = [sheet for sheet in failing if not bench.fits(sheet, bench.tightest)]
    if without_any:
        return without_any
    # All sheets are tried at once, since a pack is composed as a whole.
    fewest = dict.fromkeys(failing, 1)
    enough = {sheet: len(rows[sheet]) for sheet in failing}
    while open_ones := [one for one in failing if fewest[one] < enough[one]]:
        tried = {one: (fewest[one] + enough[one]) // 2 for one in open_ones}
        bench.leave_out({one: rows[one][-count:] for one, count in tried.items()})
        for one, count in tried.items():
            if bench.fits(one, bench.tightest):
                enough[one] = count
            else:
                fewest[one] = count + 1
    bench.leave_out({one: rows[one][-enough[one] :] for one in failing})
    return []
