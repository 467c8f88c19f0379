"""From tables of the tree to Word's: fixed columns, a head that repeats, cells that hold a flow.

Enters: a ``Table`` and the column that it stands in. Leaves: a ``Grid``. Its look is that of one
table style; only a second row of heads is shaded directly, which a table style cannot say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.blocks import Heading, Paragraph
from briefgen.walk import blocks_within
from briefgen.writers.docx.column import Column
from briefgen.writers.docx.column_widths import column_widths
from briefgen.writers.docx.looks import dxa, paper_colour
from briefgen.writers.docx.model import Grid, GridCell, GridRow
from briefgen.writers.docx.style_sheet import TABLE
from briefgen.writers.roles import cell_role

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.blocks import Blocks, Row, Table
    from briefgen.writers.docx.model import Flow
    from briefgen.writers.docx.planning import Planning

_NARROWEST = 200


def plan_table(
    table: Table,
    column: Column,
    planning: Planning,
    plan_cell: Callable[[Blocks, Column], Flow],
) -> Grid:
    """Give a table as wide as the column; ``plan_cell`` plans what a cell holds."""
    room = max(0, column.width - column.left - column.right)
    widths = column_widths(table, room, planning)
    padding = dxa(planning.styles.table.padding)
    shade = paper_colour(planning.styles.table.head_background or "")
    rows: list[GridRow] = []
    for place, row in enumerate((*table.head, *table.body)):
        if len(row.cells) != len(widths):
            planning.faults.add(
                f"row {place + 1} of a table has {len(row.cells)} cells for {len(widths)} columns"
            )
        head = place < len(table.head)
        cells = (
            GridCell(
                plan_cell(
                    cell.blocks,
                    Column(
                        max(_NARROWEST, width - 2 * padding),
                        role=cell_role(cell, table.role, planning.style.roles, is_head=head),
                        around=column.around,
                        in_note=column.in_note,
                    ),
                ),
                shade if head and place else "",
            )
            for cell, width in zip(row.cells, widths, strict=False)
        )
        rows.append(GridRow(tuple(cells), head))
    turned = _direction(table, planning)
    return Grid(
        TABLE,
        widths,
        tuple(rows),
        indent=column.left,
        summary=planning.faults.checked(table.summary),
        row_heads=_has_row_heads(table.body),
        right_to_left=planning.right_to_left if turned is None else turned,
    )


def _direction(table: Table, planning: Planning) -> bool | None:
    """Tell whether columns run from the right: as the words of the head do, or of the first row."""
    cells = [cell for row in (*table.head, *table.body)[:1] for cell in row.cells]
    words = [
        inline
        for cell in cells
        for block in blocks_within(cell.blocks)
        if isinstance(block, Paragraph | Heading)
        for inline in block.inlines
    ]
    return planning.direction(words)


def _has_row_heads(rows: tuple[Row, ...]) -> bool:
    return bool(rows) and all(row.cells and row.cells[0].header for row in rows)
