"""Where quotations stand: under which heading, in which cell, and in which order on the pages.

Enters: expected and found passages, and which is which. Leaves: what stands where it must not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.verify.findings import Finding
from briefgen.verify.pair_check import unit_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.manifest.model import Cell
    from briefgen.verify.alignment import Alignment
    from briefgen.verify.expected import Expected
    from briefgen.verify.model import Passage

_SLACK = 0.5
"""Points by which a line may stand above the one before it: figures of a file are rounded."""


def check_places(
    expected: Sequence[Expected], found: Sequence[Passage], alignment: Alignment
) -> Iterator[Finding]:
    """Give the quotations that stand in a wrong place."""
    yield from _check_headings(expected, found, alignment)
    yield from _check_cells(expected, found, alignment)
    yield from _check_pages(expected, found, alignment)


def _check_headings(
    expected: Sequence[Expected], found: Sequence[Passage], alignment: Alignment
) -> Iterator[Finding]:
    """A quotation stands under the heading that the one expected stands under.

    Of quotations in a row under one wrong heading, the first is told of.
    """
    above: list[int | None] = []
    last: int | None = None
    for index, passage in enumerate(found):
        above.append(last)
        if passage.level:
            last = index
    told: tuple[int | None, int | None] | None = None
    for index, other in sorted(alignment.pairs.items()):
        one = expected[index]
        if not one.passage.units or one.passage.level:
            continue
        heading = one.passage.heading
        wanted = None if heading is None else alignment.pairs.get(heading)
        if wanted == above[other]:
            told = None
            continue
        if told == (heading, above[other]):
            continue
        told = (heading, above[other])
        shown = "" if told[1] is None else found[told[1]].words
        name = "no heading" if heading is None else expected[heading].name()
        message = f"it stands under {f'“{shown}”' if shown else 'no heading'}"
        yield Finding("heading", found[other].spot, message, unit_of(one), name, shown)


def _check_cells(
    expected: Sequence[Expected], found: Sequence[Passage], alignment: Alignment
) -> Iterator[Finding]:
    """Cells of a row stay in one row, each in its column; rows do not fall together."""
    rows: dict[tuple[int, int], tuple[int, int]] = {}
    back: dict[tuple[int, int], tuple[int, int]] = {}
    for index, other in sorted(alignment.pairs.items()):
        one, passage = expected[index], found[other]
        wanted, shown = one.passage.cell, passage.spot.cell
        if not one.passage.units or (wanted is None and shown is None):
            continue
        if wanted is None or shown is None:
            message = "it stands in no table" if wanted else "it stands in a table"
            yield _misplaced(one, passage, message, wanted)
            continue
        row = rows.setdefault((wanted.table, wanted.row), (shown.table, shown.row))
        first = back.setdefault((shown.table, shown.row), (wanted.table, wanted.row))
        if shown.column != wanted.column:
            message = f"it stands in column {shown.column}, not in column {wanted.column}"
            yield _misplaced(one, passage, message, wanted)
        elif row != (shown.table, shown.row) or first != (wanted.table, wanted.row):
            yield _misplaced(one, passage, "it stands in the row of other quotations", wanted)


def _misplaced(expected: Expected, found: Passage, message: str, wanted: Cell | None) -> Finding:
    place = f"table {wanted.table}, row {wanted.row}, column {wanted.column}" if wanted else ""
    return Finding("table", found.spot, message, unit_of(expected), place, str(found.spot))


def _check_pages(
    expected: Sequence[Expected], found: Sequence[Passage], alignment: Alignment
) -> Iterator[Finding]:
    """What is read later stands on a later page, or further down on the same.

    Cells of a row stand beside each other: only what is in one cell is compared by height, and a
    row as a whole begins no earlier than the one before it ends.
    """
    placed = [
        (expected[index], found[other], drawn)
        for index, other in sorted(alignment.pairs.items())
        if (drawn := found[other].drawn) is not None
    ]
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for _, passage, drawn in placed:
        if row := _row(passage):
            first, last = spans.get(row, (passage.spot.page, drawn.last_page))
            spans[row] = min(first, passage.spot.page), max(last, drawn.last_page)
    reached = 0
    before: Passage | None = None
    for one, passage, drawn in placed:
        row = _row(passage)
        first, last = spans[row] if row else (passage.spot.page, drawn.last_page)
        begins = before is None or row is None or row != _row(before)
        late = (begins and first < reached) or not drawn.in_order
        if late or (before is not None and _is_above(passage, before)):
            message = "on the pages it stands before what it comes after"
            yield Finding("order", passage.spot, message, unit_of(one), found=passage.words[:80])
        reached = max(reached, last)
        before = passage


def _row(passage: Passage) -> tuple[int, int] | None:
    cell = passage.spot.cell
    return (cell.table, cell.row) if cell else None


def _is_above(passage: Passage, before: Passage) -> bool:
    """Tell whether a passage stands above the one before it, where they share page and column."""
    if passage.spot.cell != before.spot.cell or passage.drawn is None or before.drawn is None:
        return False
    if passage.spot.page != before.drawn.last_page:
        return passage.spot.page < before.drawn.last_page
    return passage.drawn.height > before.drawn.low + _SLACK
