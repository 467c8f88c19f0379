"""Rows of the three-column tables as plain data: cells, bullets, and signs of what is left out.

Enters: a part of a selection. Leaves: its table, as a template prints it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.locators import rows_locator
from briefgen.compose.omissions import in_runs, mark_gaps, with_gaps
from briefgen.selection import weak_ties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.template_data import Data, TemplateData, Ties
    from briefgen.corpus.model import Unit
    from briefgen.selection import RowChoice, TablePart

_CELL_DEPTH = 3
"""Parts of the id of a cell: document, row, column; its bullets have more."""


def table(shared: TemplateData, part: TablePart, level: int) -> Data:
    """Give the rows of a part with their heads and locator."""
    document = part.document
    return {
        "kind": "table",
        "heading": shared.heading(part.heading or document.title, document.id, level),
        "locator": rows_locator(document, part.rows, part.objectives, shared.furniture),
        "columns": part.columns,
        "heads": [shared.unit(unit) for unit in part.heads],
        "rows": [_row(shared, row, part.columns) for row in part.rows],
        "summary": document.title,
    }


def _row(shared: TemplateData, row: RowChoice, columns: Sequence[str]) -> Data:
    """Give a row's cells; those of columns left out are empty, for what is quoted calls notes."""
    everyone = shared.quoting.corpus.under(f"{row.id}/partnerships")
    ties = weak_ties(row, columns)
    head = row.recommendation if "recommendation" in columns else None
    data: Data = {
        "recommendation": shared.unit(head, ties) if head else None,
        "means": [],
        "partnerships": [],
        "partners_listed": any(len(unit.path) > _CELL_DEPTH for unit in everyone),
    }
    if "means" in columns:
        data["means"] = _nested(shared, row.all_means, row.means, ties)
    if "partnerships" in columns:
        data["partnerships"] = _nested(shared, everyone, row.partnerships, ties)
    return data


def _nested(
    shared: TemplateData, everything: Sequence[Unit], units: Sequence[Unit], ties: Ties
) -> list[Data]:
    """Give a cell's units, nested bullets below their parents, with signs of omission."""
    items = {unit.id: shared.unit(unit, ties) for unit in units}
    ids = [unit.id for unit in everything]
    nested = {unit.id for unit in everything if unit.id.rpartition("/")[0] in ids}
    for unit in units:
        if unit.id in nested:
            items[unit.id.rpartition("/")[0]]["children"].append(items[unit.id])
    top = [one for one in ids if one not in nested]
    for one in top:
        if one in items:
            mark_gaps(items[one], ids)
    return in_runs(with_gaps(top, items))
