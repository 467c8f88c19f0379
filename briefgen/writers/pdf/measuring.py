"""How much paper a section takes, before anything is numbered or written.

Enters: a Pack and a style. Leaves, for each section that is asked for, its sides of paper with what
stands on them. The sides are those that the plan of the whole Pack would have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.walk import headings
from briefgen.writers.pdf.compositor import Compositor
from briefgen.writers.pdf.footnotes import Notes
from briefgen.writers.pdf.looks import Looks
from briefgen.writers.pdf.makeup import make_up
from briefgen.writers.pdf.writing_room import is_back_for_notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.blocks import Pack
    from briefgen.styles import Style
    from briefgen.writers.pdf.plan import Line
    from briefgen.writers.pdf.sheets import Sheet


class Side(NamedTuple):
    """One side of paper: the height of its text and its notes, in points, and what it quotes.

    ``free`` is the height that they leave, ``has_writing_room`` tells whether there is room for
    notes by hand in it, or on its back.
    """

    height: float
    free: float
    units: tuple[str, ...]
    has_writing_room: bool = False


class Measure:
    """A Pack in a style, whose sections are laid out one by one."""

    def __init__(self, pack: Pack, style: Style) -> None:
        self._sections = pack.sections
        self._compositor = Compositor(Looks(style), tuple(headings(pack)), pack.language)
        self._notes = Notes(self._compositor, {note.id: note for note in pack.notes})
        self._sides: dict[int, tuple[Side, ...]] = {}

    def sides(self, section: int) -> tuple[Side, ...]:
        """Lay out one section, counted from 0, as if it began on the first front; once only.

        Raises:
            UnusableInput: the margins leave no room.
        """
        if section not in self._sides:
            own, style = self._sections[section], self._compositor.style
            sheets = make_up(own, self._compositor, self._notes, 1)
            sides = list(map(_side, sheets))
            after = next(iter(self._sections[section + 1 :]), None)
            if is_back_for_notes(own, after, len(sides), style):
                sides[-1] = sides[-1]._replace(has_writing_room=True)
            self._sides[section] = tuple(sides)
        return self._sides[section]


def _side(sheet: Sheet) -> Side:
    text = [one for one in sheet.lines if not (one.is_furniture or _is_note(one.line))]
    units = dict.fromkeys(unit for one in text for unit in _units(one.line))
    room = any(one.line.element.role == "notes-title" for one in sheet.lines)
    return Side(sheet.room - sheet.free, sheet.free, tuple(units), room)


def _is_note(line: Line) -> bool:
    """Tell a line of a footnote, which stands apart at the foot of the page."""
    return any(one.kind == "note" for one in (line.element, *line.element.ancestors()))


def _units(line: Line) -> Iterator[str]:
    if line.element.unit:
        yield line.element.unit
    for fragment in line.fragments:
        if fragment.sense.unit:
            yield fragment.sense.unit
