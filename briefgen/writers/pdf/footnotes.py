"""Footnotes: set once for a width, placed at the foot of each page that calls them.

Enters: the notes of the Pack. Leaves: the foot of a page, which tells its height for the notes
called so far, and what of it stands on this page. A note that finds no room goes on at the foot of
the next page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.writers.pdf.compositor import Column
from briefgen.writers.pdf.filling import START, fill
from briefgen.writers.pdf.galley import Galley
from briefgen.writers.pdf.lists import Hanging, set_labelled
from briefgen.writers.pdf.plan import Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefgen.blocks import Note
    from briefgen.writers.pdf.compositor import Compositor
    from briefgen.writers.pdf.filling import Cursor, Part

ROLE = "footnote"

RULE_LENGTH = 56.0
RULE_WIDTH = 0.5
ABOVE_RULE = 10.0
"""Least space between the text and the rule over the notes."""
BELOW_RULE = 4.0

CARRIED_SHARE = 0.6
"""Notes carried over from the page before take at most this part of a page that has text."""

LEAST_LINES = 2
"""A note that goes on overleaf begins with at least so many lines."""


@dataclass
class Notes:
    """The notes of a Pack, set for the widths that they are needed in."""

    compositor: Compositor
    notes: Mapping[str, Note]
    _galleys: dict[tuple[str, float], Galley] = field(default_factory=dict)
    _heights: dict[tuple[str, float], float] = field(default_factory=dict)

    def galley(self, note: str, width: float) -> Galley:
        """Give a note set to ``width``."""
        key = (note, width)
        if key not in self._galleys:
            self._galleys[key] = self._set(self.notes[note], width)
        return self._galleys[key]

    def height(self, note: str, width: float) -> float:
        """Give the height of a whole note, with the space after it."""
        key = (note, width)
        if key not in self._heights:
            galley = self.galley(note, width)
            self._heights[key] = galley.height() + galley.space
        return self._heights[key]

    def _set(self, note: Note, width: float) -> Galley:
        role = self.compositor.style.role(ROLE)
        galley = Galley()
        element = Element("note", ROLE, None, name=note.id)
        whole = Column(0.0, width, element, role=ROLE, in_item=True)
        column = whole.indented(role.indent)
        hanging = Hanging(max(0.0, column.x - role.hang), min(role.hang, column.x), ROLE)
        set_labelled(self.compositor, note.mark, note.blocks, hanging, column, galley)
        return galley


@dataclass
class Foot:
    """The foot of one page: what was carried over to it, and the notes that its text calls."""

    notes: Notes
    width: float
    page: float
    """Height of the whole page's text, in points."""
    carried: list[tuple[str, Cursor]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._carried_height = sum(self._rest(note, start) for note, start in self.carried)

    def height(self, notes: Iterable[str]) -> float:
        """Give the height that these notes take, with the rule and the space over them."""
        fresh = self._fresh(notes)
        if not fresh and not self.carried:
            return 0.0
        carried = min(self._carried_height, CARRIED_SHARE * self.page)
        return self._over() + carried + sum(self.notes.height(one, self.width) for one in fresh)

    def least_height(self, notes: Iterable[str]) -> float:
        """Give the height of these notes with only the first lines of the last one."""
        fresh = self._fresh(notes)
        if not fresh:
            return self.height(())
        last = self.notes.galley(fresh[-1], self.width).elements[:LEAST_LINES]
        begun = sum(one.height for one in last)
        whole = self.height(fresh[:-1]) or self._over()
        return whole + begun

    def place(
        self, notes: Iterable[str], room: float
    ) -> tuple[list[Part], list[tuple[str, Cursor]]]:
        """Fill ``room`` with notes; give the parts, and what is carried over to the next page."""
        waiting = [*self.carried, *((note, START) for note in self._fresh(notes))]
        parts: list[Part] = []
        over: list[tuple[str, Cursor]] = []
        left = room - self._over()
        for note, start in waiting:
            if over:
                over.append((note, start))
                continue
            galley = self.notes.galley(note, self.width)
            part = fill(galley, start, left, self.page, force=not parts)
            if part.end != start or part.done:
                parts.append(part)
                left -= part.height + galley.space
            if not part.done:
                over.append((note, part.end))
        return parts, over

    def _fresh(self, notes: Iterable[str]) -> list[str]:
        here = {note for note, _ in self.carried}
        return [note for note in notes if note not in here]

    def _over(self) -> float:
        return ABOVE_RULE + RULE_WIDTH + BELOW_RULE

    def _rest(self, note: str, start: Cursor) -> float:
        galley = self.notes.galley(note, self.width)
        rest = galley.elements[start.index :]
        return sum(one.above + one.height for one in rest) + galley.space
