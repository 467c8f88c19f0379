"""Tables: rows of cells, each cell a galley of its own.

Enters: a table block and its column. Leaves: table rows in the galley, which the makeup of pages
may end a page in. Column widths are the table's proportions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.errors import UnusableInput
from briefgen.writers.pdf.galley import Galley, Hold, Strip, TableRow, TableShape
from briefgen.writers.pdf.lines import break_lines, segments_of
from briefgen.writers.pdf.plan import Element
from briefgen.writers.pdf.runs import Run
from briefgen.writers.pdf.strips import strips_of

if TYPE_CHECKING:
    from briefgen.blocks import Row, Table
    from briefgen.writers.pdf.compositor import Column, Compositor

CONTINUED_ROLE = "header"
"""The line that says that a table goes on looks like the running header: small and grey."""


def set_table(compositor: Compositor, block: Table, column: Column, galley: Galley) -> None:
    """Set a table: its head holds to its first row and comes again on each page."""
    role = compositor.style.role(block.role)
    element = Element("table", block.role, column.element, name=block.summary)
    framed = compositor.framed(role, column, galley)
    shape = TableShape(
        framed.column.x,
        _edges(block.widths, framed.column.width),
        compositor.style.table,
        element,
    )
    if block.continued:
        shape.continued = _continued(compositor, block.continued, framed.column, element)
    rows = [*block.head, *block.body]
    for index, row in enumerate(rows):
        is_head = index < len(block.head)
        made = _row(compositor, block, row, shape, framed.column, is_head=is_head)
        made.is_first, made.is_last = index == 0, index == len(rows) - 1
        if is_head:
            shape.head.append(made)
        if 0 < index <= len(block.head):
            made.hold = Hold.HEADING
        galley.add(made)
    compositor.close(role, framed, galley)


def _edges(widths: tuple[float, ...], width: float) -> tuple[float, ...]:
    """Give the edges of columns; proportions that say nothing make columns of equal width."""
    shares = [max(share, 0.0) for share in widths]
    total = sum(shares)
    if not total:
        shares, total = [1.0] * len(shares), float(len(shares) or 1)
    edges = [0.0]
    for share in shares:
        edges.append(edges[-1] + width * share / total)
    return tuple(edges)


def _row(
    compositor: Compositor,
    block: Table,
    row: Row,
    shape: TableShape,
    column: Column,
    *,
    is_head: bool,
) -> TableRow:
    if len(row.cells) != len(block.widths):
        raise UnusableInput.because(
            f"a table row has {len(row.cells)} cells, and the table {len(block.widths)} columns"
        )
    element = Element("head" if is_head else "row", block.role, shape.element)
    padding = shape.look.padding
    cells: list[Galley] = []
    for index, cell in enumerate(row.cells):
        role = block.role
        if cell.header or is_head:
            role = "table-head" if is_head else "table-row-head"
        place = Element("cell", role, element, level=index, header=cell.header or is_head)
        width = shape.edges[index + 1] - shape.edges[index]
        inside = column.of_cell(max(1.0, width - 2 * padding), place, role)
        galley = Galley()
        compositor.set_blocks(cell.blocks, inside, galley)
        cells.append(galley)
    return TableRow(tuple(cells), shape, element, is_head=is_head)


def _continued(compositor: Compositor, words: str, column: Column, table: Element) -> Strip:
    """Set the line that stands over the head on later pages."""
    look = compositor.looks.of_role(CONTINUED_ROLE)
    element = Element("continued", CONTINUED_ROLE, table)
    segments = segments_of([Run(words, look)], compositor.report)
    lines = break_lines(segments, column.width, element)
    strips = list(strips_of(lines, column, look.leading))
    placed = []
    down = 0.0
    for strip in strips:
        placed.extend((x, down + y, line) for x, y, line in strip.lines)
        down += strip.height
    return Strip(down + shape_gap(look.leading), lines=tuple(placed))


def shape_gap(leading: float) -> float:
    """Give the space between the continued line and the head below it."""
    return leading / 4
