"""Places on a sheet: cells of a grid, and the matrix that lays a page into one.

Enters: sizes in points. Leaves: rectangles and matrices in PDF's coordinates, whose origin is the
lower left corner (ISO 32000-1, 8.3). Which page lies where is not known.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from briefgen.styles import PAGE_SIZES_MM, POINTS_PER_MM

if TYPE_CHECKING:
    from briefgen.press.scheme import Scheme
    from briefgen.styles import Paper

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Size: TypeAlias = tuple[float, float]

_ALIKE = 3.0
"""Pages that differ by fewer points than this have the same size."""

_AMERICAN: tuple[Paper, ...] = ("Letter", "Legal")
_SMALLEST_MARK, _LARGEST_MARK = 5 * POINTS_PER_MM, 8 * POINTS_PER_MM
"""Marks for cutting begin where any printer prints, and end outside the words."""


class Cell(Struct, frozen=True):
    """A place for one page on a side of a sheet."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> Size:
        """The middle of the place."""
        return self.x + self.width / 2, self.y + self.height / 2


class Grid(Struct, frozen=True):
    """A sheet of paper divided into equal cells, from left to right and from above downwards."""

    paper: Paper
    width: float
    height: float
    columns: int
    rows: int

    @property
    def centre(self) -> Size:
        """The middle of the sheet."""
        return self.width / 2, self.height / 2

    @property
    def is_landscape(self) -> bool:
        """Whether the sheet lies on its long edge."""
        return self.width > self.height

    @property
    def cells(self) -> list[Cell]:
        """The cells, in order."""
        width, height = self.width / self.columns, self.height / self.rows
        return [
            Cell(column * width, self.height - (row + 1) * height, width, height)
            for row in range(self.rows)
            for column in range(self.columns)
        ]

    @property
    def cut_marks(self) -> list[tuple[float, float, float, float]]:
        """Short lines at the edges of the sheet that show where to cut: from x, y to x, y."""
        low, high = _SMALLEST_MARK, _LARGEST_MARK
        marks: list[tuple[float, float, float, float]] = []
        for at in (self.width * column / self.columns for column in range(1, self.columns)):
            marks += [(at, low, at, high), (at, self.height - low, at, self.height - high)]
        for at in (self.height * row / self.rows for row in range(1, self.rows)):
            marks += [(low, at, high, at), (self.width - low, at, self.width - high, at)]
        return marks


def grid_for(scheme: Scheme, page: Size) -> Grid:
    """Choose the paper's kind and direction, and divide it; ``page`` is what most pages measure."""
    paper = scheme.paper or _paper_like(page)
    short, long = (side * POINTS_PER_MM for side in PAGE_SIZES_MM[paper])
    upright = page[0] <= page[1] or scheme.kind == "booklet"
    divided = {2: (2, 1), 4: (2, 2), 8: (4, 2)}[scheme.per_side]
    columns, rows = divided if upright else divided[::-1]
    lies = (columns > rows) if columns != rows else not upright
    width, height = (long, short) if lies else (short, long)
    return Grid(paper, width, height, columns, rows)


def _paper_like(page: Size) -> Paper:
    """Give Letter for pages of American sizes and their halves, A4 for all others."""
    short, long = sorted(page)
    for paper in _AMERICAN:
        width, height = (side * POINTS_PER_MM for side in PAGE_SIZES_MM[paper])
        whole = abs(short - width) < _ALIKE and abs(long - height) < _ALIKE
        if whole or (abs(short - height / 2) < _ALIKE and abs(long - width) < _ALIKE):
            return "Letter"
    return "A4"


def scale_into(cell: Cell, page: Size) -> float:
    """Give by how much a page is made smaller to go into a cell; none is made larger."""
    width, height = _turned(cell, page)
    return min(1.0, cell.width / width, cell.height / height)


def lay_into(cell: Cell, page: Size, shift: float = 0.0) -> Matrix:
    """Give the matrix that lays a page, with its lower left corner at 0, 0, into a cell's middle.

    A page that lies the other way than the cell is turned to the left. ``shift`` moves it to the
    right.
    """
    scale = scale_into(cell, page)
    width, height = (side * scale for side in _turned(cell, page))
    x = cell.x + (cell.width - width) / 2 + shift
    y = cell.y + (cell.height - height) / 2
    if lies_across(cell, page):
        return (0.0, scale, -scale, 0.0, x + width, y)
    return (scale, 0.0, 0.0, scale, x, y)


def _turned(cell: Cell, page: Size) -> Size:
    return (page[1], page[0]) if lies_across(cell, page) else page


def lies_across(cell: Cell, page: Size) -> bool:
    """Tell whether a page lies the other way than a cell, and is turned."""
    alike = math.isclose(page[0], page[1], rel_tol=0.01)
    return not alike and (page[0] > page[1]) != (cell.width > cell.height)


def turned_round(matrix: Matrix, centre: Size) -> Matrix:
    """Give the place of a page after half a turn about a point."""
    a, b, c, d, e, f = matrix
    x, y = centre
    return (-a, -b, -c, -d, 2 * x - e, 2 * y - f)


def box_after(box: tuple[float, ...], matrix: tuple[float, ...]) -> tuple[float, ...]:
    """Give the rectangle around a rectangle that a matrix was applied to (8.3.4)."""
    a, b, c, d, e, f = matrix
    corners = [(box[i], box[j]) for i in (0, 2) for j in (1, 3)]
    across = [a * x + c * y + e for x, y in corners]
    upwards = [b * x + d * y + f for x, y in corners]
    return (min(across), min(upwards), max(across), max(upwards))
