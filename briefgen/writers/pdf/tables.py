"""Tables: rows of cells, each cell a galley of its own.

Enters: a table block and its column. Leaves: table rows in the galley, which the makeup of pages
may end a page in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.errors import UnusableInput
from briefgen.styles import POINTS_PER_MM
from briefgen.writers.pdf.column_widths import NARROWEST_CELL, column_edges
from briefgen.writers.pdf.framing import close_frame, open_frame
from briefgen.writers.pdf.galley import Galley, Hold, Strip, TableRow, TableShape
from briefgen.writers.pdf.lines import break_lines
from briefgen.writers.pdf.plan import Element
from briefgen.writers.pdf.runs import Run
from briefgen.writers.pdf.strips import strips_of
from briefgen.writers.roles import cell_role

if TYPE_CHECKING:
    from briefgen.blocks import Row, Table
    from briefgen.writers.pdf.columns import Column
    from briefgen.writers.pdf.compositor import Compositor
    from briefgen.writers.pdf.plan import Line

CONTINUED_ROLE = "header"
"""The line that says that a table goes on looks like the running header: small and grey."""

CONTINUED_GAP = 2.5
"""Space between that line and the head below it, in points."""

SPACE_AFTER = 10.0
"""Least space between the last rule of a table and what follows it, in points."""


def set_table(compositor: Compositor, block: Table, column: Column, galley: Galley) -> None:
    """Set a table: its head holds to its first row and comes again on each page.

    Raises:
        UnusableInput: a row has not as many cells as the table columns, or a cell is too narrow.
    """
    role = compositor.style.role(block.role)
    element = Element("table", block.role, column.element, name=block.summary)
    framed = open_frame(role, column._replace(in_item=False), galley)
    shape = TableShape(
        framed.column.x,
        column_edges(compositor, block, framed.column.width),
        compositor.style.table,
        element,
    )
    if block.continued:
        shape.continued = _continued(compositor, block.continued, framed.column, element)
    rows = (*block.head, *block.body)
    for index, row in enumerate(rows):
        is_head = index < len(block.head)
        made = _row(compositor, row, shape, framed.column, is_head=is_head)
        made.is_first, made.is_last = index == 0, index == len(rows) - 1
        if is_head:
            shape.head.append(made)
        if 0 < index <= len(block.head):
            made.hold = Hold.HEADING
        galley.add(made)
    close_frame(role, framed, galley)
    if rows:
        galley.space = max(galley.space, SPACE_AFTER)


def _row(
    compositor: Compositor, row: Row, shape: TableShape, column: Column, *, is_head: bool
) -> TableRow:
    columns = len(shape.edges) - 1
    if len(row.cells) != columns:
        raise UnusableInput.because(
            f"a table row has {len(row.cells)} cells, and the table {columns} columns"
        )
    role = shape.element.role
    element = Element("head" if is_head else "row", role, shape.element)
    cells: list[Galley] = []
    for index, cell in enumerate(row.cells):
        name = cell_role(cell, role, compositor.style.roles, is_head=is_head)
        place = Element("cell", name, element, header=cell.header or is_head)
        inside = column.of_cell(_cell_width(shape, index), place, name)
        galley = Galley()
        compositor.set_blocks(cell.blocks, inside, galley)
        if place.header:  # what a row is about is read at once, where that wastes little
            galley.hold_together(0, Hold.LINES)
        cells.append(galley)
    return TableRow(tuple(cells), shape, element, is_head=is_head)


def _cell_width(shape: TableShape, index: int) -> float:
    """Give the width for the words of a cell."""
    width = shape.edges[index + 1] - shape.edges[index] - 2 * shape.look.padding
    if width < NARROWEST_CELL:
        raise UnusableInput.because(
            f"column {index + 1} of a table leaves {max(width, 0) / POINTS_PER_MM:.1f} mm "
            "for its words",
            hint="give it a larger share, or the table fewer columns, or a landscape section",
        )
    return width


def _continued(compositor: Compositor, words: str, column: Column, table: Element) -> Strip:
    """Set the line that stands over the head on later pages."""
    look = compositor.looks.of_role(CONTINUED_ROLE)
    element = Element("continued", CONTINUED_ROLE, table)
    segments = compositor.cut([Run(words, look)])
    lines = break_lines(segments, column.width, element)
    placed: list[tuple[float, float, Line]] = []
    height = 0.0
    for strip in strips_of(lines, column, look.leading):
        placed.extend((x, height + y, line) for x, y, line in strip.lines)
        height += strip.height
    return Strip(height + CONTINUED_GAP, lines=tuple(placed))
