"""Footnotes: set once for a width, placed at the foot of each page that calls them.

Enters: the notes of the Pack. Leaves: the foot of a page, which tells its height for the notes
called so far, and what of it stands on this page. A note that finds no room goes on at the foot of
the next page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from briefgen.writers.pdf.columns import Column
from briefgen.writers.pdf.filling import Terms, fill
from briefgen.writers.pdf.galley import Galley
from briefgen.writers.pdf.lists import Hanging, set_labelled
from briefgen.writers.pdf.parts import START
from briefgen.writers.pdf.plan import Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefgen.blocks import Note
    from briefgen.writers.pdf.compositor import Compositor
    from briefgen.writers.pdf.parts import Cursor, Part

ROLE = "footnote"

RULE_LENGTH = 56.0
RULE_WIDTH = 0.5
ABOVE_RULE = 10.0
"""Least space between the text and the rule over the notes, in points."""
BELOW_RULE = 4.0
OVER = ABOVE_RULE + RULE_WIDTH + BELOW_RULE

CARRIED_SHARE = 0.6
"""Notes carried over from the page before take at most this part of a page that has text."""

LEAST_STRIPS = 2
"""A note that goes on overleaf begins with at least so many lines."""


class Notes(Struct):
    """The notes of a Pack, each set once for each width that it is needed in."""

    compositor: Compositor
    notes: Mapping[str, Note]
    _galleys: dict[tuple[str, float], Galley] = field(default_factory=dict)
    _heights: dict[tuple[str, float], float] = field(default_factory=dict)
    printed: set[str] = field(default_factory=set)
    """The notes that stand whole on the pages made so far; called again, they are printed again."""

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
        whole = Column(0.0, width, element, ROLE, in_item=True, in_note=True)
        column = whole.indented(role.indent)
        x = max(0.0, column.x - role.hang)
        hanging = Hanging(note.mark, ROLE, x, column.x - x)
        set_labelled(self.compositor, hanging, note.blocks, column, galley)
        return galley


class Foot(Struct):
    """The foot of one page: what was carried over to it, and the notes that its text calls.

    ``page`` is the height of the whole page's text, in points.
    """

    notes: Notes
    width: float
    page: float
    carried: list[tuple[str, Cursor]] = field(default_factory=list)
    _carried_height: float = 0.0

    def __post_init__(self) -> None:
        """Measure what was carried over, once."""
        rest = sum(self._rest(note, start) for note, start in self.carried)
        self._carried_height = min(rest, CARRIED_SHARE * self.page)

    def height(self, notes: Iterable[str]) -> float:
        """Give the height that these notes take, with the rule and the space over them."""
        if not notes and not self.carried:
            return 0.0
        fresh = sum(self.notes.height(one, self.width) for one in self._fresh(notes))
        return OVER + self._carried_height + fresh

    def least_height(self, notes: Iterable[str]) -> float:
        """Give the height of these notes with only the first lines of the last one."""
        fresh = self._fresh(notes)
        if not fresh:
            return self.height(())
        begun = self.notes.galley(fresh[-1], self.width).elements[:LEAST_STRIPS]
        whole = sum(self.notes.height(one, self.width) for one in fresh[:-1])
        return OVER + self._carried_height + whole + sum(one.height for one in begun)

    def place(
        self, notes: Iterable[str], room: float, *, alone: bool
    ) -> tuple[list[tuple[str, Part]], list[tuple[str, Cursor]]]:
        """Fill ``room`` with notes; give their parts, and what is carried over to the next page.

        ``alone`` says that the page has no text, so that something must be placed.
        """
        waiting = [*self.carried, *((note, START) for note in self._fresh(notes))]
        parts: list[tuple[str, Part]] = []
        over: list[tuple[str, Cursor]] = []
        left = room - OVER
        for note, start in waiting:
            if over:
                over.append((note, start))
                continue
            galley = self.notes.galley(note, self.width)
            part = fill(galley, start, left, Terms(self.page, force=alone and not parts))
            if not part.stuck:
                parts.append((note, part))
                left -= part.height + galley.space
            if not part.done:
                over.append((note, part.end))
        return parts, over

    def _fresh(self, notes: Iterable[str]) -> list[str]:
        here = {note for note, _ in self.carried}
        return [note for note in notes if note not in here]

    def _rest(self, note: str, start: Cursor) -> float:
        """Give the height of the rest of a note; of a long one, no more than a page of it."""
        galley = self.notes.galley(note, self.width)
        height = galley.space
        for one in galley.elements[start.at : start.at + int(self.page)]:
            height += one.above + one.height
            if height > self.page:
                break
        return height
