"""From lines to strips: where the baseline lies, what is called, which lines stay together.

Enters: lines of one block and the column that they stand in. Leaves: strips for a galley.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.writers.pdf.galley import Hold, Strip
from briefgen.writers.pdf.runs import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.writers.pdf.columns import Column
    from briefgen.writers.pdf.plan import Line

CAP_MIDDLE = 0.345
"""Half the height of capitals: they stand in the middle of the leading."""


def baseline(leading: float, size: float) -> float:
    """Give the distance from the top of a line to its baseline."""
    return leading / 2 + CAP_MIDDLE * size


def strips_of(lines: Sequence[Line], column: Column, leading: float) -> Iterator[Strip]:
    """Make one strip a line; no page begins or ends with a single line of a paragraph."""
    last = len(lines) - 1
    for index, line in enumerate(lines):
        height = leading
        notes: tuple[str, ...] = ()
        for fragment in line.fragments:
            height = max(height, fragment.look.leading)
            if fragment.sense is not PLAIN and fragment.sense.note:
                notes = (*notes, fragment.sense.note)
        room = column.width - (0.0 if index else column.first)
        x = column.x + (0.0 if index else column.first) + _shift(line, room)
        down = baseline(height, line.fragments[0].look.size)
        hold = Hold.LINES if index in {1, last} and index else Hold.FREE
        yield Strip(height, hold=hold, lines=((x, down, line),), notes=notes)


def _shift(line: Line, room: float) -> float:
    match line.align:
        case "left":
            return 0.0
        case "centre":
            return max(0.0, (room - line.width) / 2)
        case "right":
            return max(0.0, room - line.width)
