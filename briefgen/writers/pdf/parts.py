"""Parts: what of a galley goes into one height, and where the next part starts.

Enters: slots, from the filling of a page or cell. Leaves: the same, for the sheet that it is laid
down on. Lengths in points, from the part's top.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from briefgen.writers.pdf.galley import Strip, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.writers.pdf.galley import Galley


class Cursor(NamedTuple):
    """A place in a galley: an element and, inside a table row, a place in each cell."""

    at: int = 0
    cells: tuple[Cursor, ...] = ()


START = Cursor()


class Slot(NamedTuple):
    """An element of a part; for a row, ``cells`` is what of each cell stands here.

    ``opens`` and ``closes`` say whether the row starts and ends here; ``repeated`` that it stood on
    an earlier page.
    """

    element: Strip | TableRow
    y: float
    height: float
    cells: tuple[Part, ...] = ()
    opens: bool = True
    closes: bool = True
    repeated: bool = False


class Part(Struct, frozen=True):
    """What of a galley goes into one height, from ``start`` to ``end``."""

    galley: Galley
    start: Cursor
    end: Cursor
    slots: tuple[Slot, ...]
    height: float

    @property
    def done(self) -> bool:
        """Whether the galley ends here."""
        return self.end.at >= len(self.galley.elements)

    @property
    def stuck(self) -> bool:
        """Whether nothing of a galley that goes on was placed."""
        return not self.done and self.end == self.start


def notes_in(parts: Iterable[Part]) -> dict[str, None]:
    """Give the notes called in these parts, in order, each once."""
    called: dict[str, None] = {}
    for part in parts:
        for slot in part.slots:
            if isinstance(slot.element, Strip):
                notes: Iterable[str] = slot.element.notes
            else:
                notes = notes_in(slot.cells)
            if notes and not slot.repeated:
                called.update(dict.fromkeys(notes))
    return called


def height_of(row: TableRow, cells: Iterable[Part]) -> float:
    """Give the height of what of a row stands here."""
    tallest = max((part.height for part in cells), default=0.0)
    return 2 * row.table.look.padding + tallest
