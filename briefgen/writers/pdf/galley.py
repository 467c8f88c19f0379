"""Galleys: blocks set to a width, not yet cut into pages.

A galley is a row of strips, which are never divided, and of table rows, whose cells are galleys
again. Enters: strips, in reading order, from the compositor. Leaves: a column that the makeup of
pages takes its fill from. Lengths in points, from the galley's left edge and each strip's top.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from briefgen.styles import TableLook
    from briefgen.writers.pdf.plan import Element, Line, Rectangle


class Hold(IntEnum):
    """How strongly a strip holds to the one before it, when a page wants to end between them."""

    FREE = 0
    ITEM = 1
    """Between the blocks of a list item, which stays whole where that wastes little."""
    WORDS = 2
    """Between the lines of a paragraph in a list item or a cell."""
    LINES = 3
    """Next to the first or last line of a paragraph; inside what the style keeps together."""
    HEADING = 4
    """Between a heading and what it heads."""


class Mark(Struct, frozen=True):
    """A heading or an action that starts here: what bookmarks and links go to.

    Only a heading has an anchor; the level of an action lies below those of all headings.
    """

    anchor: str
    level: int
    title: str


class Frame(Struct, frozen=True, eq=False):
    """A colour behind strips or a bar beside them, as long as they run on.

    ``bleed`` is how far it reaches over the edge where a page cuts it.
    """

    x: float
    width: float
    colour: str
    bleed: float = 0.0


class Strip(Struct):
    """A piece of a column that is never divided: as a rule one line.

    ``above`` is the space before it, which falls away at the top of a page. ``lines`` are lines
    with the place of their start on the baseline; ``rules`` are rectangles placed likewise.
    """

    height: float
    above: float = 0.0
    hold: Hold = Hold.FREE
    lines: tuple[tuple[float, float, Line], ...] = ()
    rules: tuple[Rectangle, ...] = ()
    notes: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    frames: tuple[Frame, ...] = ()
    new_page: bool = False


class TableRow(Struct):
    """Cells side by side; a page may end inside it, in each cell at another strip."""

    cells: tuple[Galley, ...]
    table: TableShape
    element: Element
    is_head: bool = False
    is_first: bool = False
    is_last: bool = False
    above: float = 0.0
    hold: Hold = Hold.FREE
    frames: tuple[Frame, ...] = ()
    new_page: bool = False
    height: float = 0.0
    """Of the whole row, with its padding."""
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Measure the row and gather what its cells call, once."""
        padding = self.table.look.padding
        self.height = 2 * padding + max((cell.height() for cell in self.cells), default=0.0)
        called = (note for cell in self.cells for one in cell.elements for note in one.notes)
        self.notes = tuple(dict.fromkeys(called))


class TableShape(Struct):
    """What the rows of a table share: its edges, its look, and the head that comes again."""

    x: float
    edges: tuple[float, ...]
    """Left edges of the columns and the right edge of the last, from the table's left edge."""
    look: TableLook
    element: Element
    head: list[TableRow] = field(default_factory=list)
    continued: Strip | None = None

    def head_height(self) -> float:
        """Give the height of what later pages repeat."""
        above = self.continued.height if self.continued else 0.0
        return above + sum(row.height for row in self.head)


class Galley(Struct):
    """A column of strips and table rows under way; the space and the hold owed to the next one."""

    elements: list[Strip | TableRow] = field(default_factory=list)
    space: float = 0.0
    hold: Hold = Hold.FREE

    def add(self, element: Strip | TableRow) -> None:
        """Add at the end; the larger of the neighbours' spaces counts."""
        element.above = max(element.above, self.space) if self.elements else element.above
        element.hold = max(element.hold, self.hold)
        self.space = 0.0
        self.hold = Hold.FREE
        self.elements.append(element)

    def hold_together(self, start: int, hold: Hold) -> None:
        """Let what stands from ``start`` on hold together; its first element stays free."""
        for element in self.elements[start + 1 :]:
            element.hold = max(element.hold, hold)

    def height(self) -> float:
        """Give the height of all of it in one piece."""
        inner = sum(element.above + element.height for element in self.elements)
        return inner - (self.elements[0].above if self.elements else 0.0)
