"""Sheets: parts of galleys laid down on a page.

Enters: parts, with the place of their top left corner. Leaves: lines and rectangles with their
place on the paper, and the headings that stand there. Decides nothing about where pages end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from briefgen.writers.pdf.galley import Strip, TableRow
from briefgen.writers.pdf.plan import PlacedLine, Rectangle

if TYPE_CHECKING:
    from briefgen.writers.pdf.galley import Frame, Mark
    from briefgen.writers.pdf.parts import Part, Slot


class Sheet(Struct):
    """A page under way; ``ink`` is the colour of the rules that open and close a table.

    ``place`` counts the pages of its section from 0, ``together`` is their number. ``room`` is the
    height for words and notes, ``free`` what they leave of it.
    """

    number: int
    width: float
    height: float
    ink: str
    place: int = 0
    together: int = 1
    room: float = 0.0
    free: float = 0.0
    rectangles: list[Rectangle] = field(default_factory=list)
    lines: list[PlacedLine] = field(default_factory=list)
    marks: list[tuple[Mark, float]] = field(default_factory=list)

    def lay(self, part: Part, x: float, y: float, *, repeated: bool = False) -> None:
        """Lay down a part with its top left corner at ``x``, ``y``."""
        self._lay_frames(part, x, y)
        for index, slot in enumerate(part.slots):
            again = repeated or slot.repeated
            if isinstance(slot.element, Strip):
                self._lay_strip(slot.element, x, y + slot.y, repeated=again)
            else:
                followed = part.slots[index + 1].element if index + 1 < len(part.slots) else None
                self._lay_rules(slot, slot.element, followed, x, y + slot.y, uppermost=not index)
                self._lay_cells(slot, slot.element, x, y + slot.y, repeated=again)

    def _lay_strip(self, strip: Strip, x: float, y: float, *, repeated: bool) -> None:
        for right, down, line in strip.lines:
            self.lines.append(PlacedLine(x + right, y + down, line, repeated))
        for rule in strip.rules:
            self.rectangles.append(rule._replace(x=x + rule.x, y=y + rule.y))
        if not repeated:
            self.marks.extend((mark, y) for mark in strip.marks)

    def _lay_cells(self, slot: Slot, row: TableRow, x: float, y: float, *, repeated: bool) -> None:
        table = row.table
        padding = table.look.padding
        for edge, cell in zip(table.edges, slot.cells, strict=False):
            self.lay(cell, x + table.x + edge + padding, y + padding, repeated=repeated)

    # ------------------------------------------------------------ what is drawn around words

    def _lay_frames(self, part: Part, x: float, y: float) -> None:
        """Draw each frame from the first to the last of its strips that stand here."""
        spans: dict[Frame, tuple[float, float]] = {}
        for slot in part.slots:
            for frame in slot.element.frames:
                top, _ = spans.get(frame, (slot.y, 0.0))
                spans[frame] = (top, slot.y + slot.height)
        if not spans:
            return
        before, after = _neighbours(part)
        for frame, (top, bottom) in spans.items():
            above = frame.bleed if frame in before else 0.0
            below = frame.bleed if frame in after else 0.0
            height = above + bottom - top + below
            self.rectangles.append(
                Rectangle(x + frame.x, y + top - above, frame.width, height, frame.colour)
            )

    def _lay_rules(
        self,
        slot: Slot,
        row: TableRow,
        followed: Strip | TableRow | None,
        x: float,
        y: float,
        *,
        uppermost: bool,
    ) -> None:
        """Draw the background and the rules of a row."""
        table, look = row.table, row.table.look
        left, width = x + table.x, table.edges[-1]
        if row.is_head and look.head_background:
            self.rectangles.append(Rectangle(left, y, width, slot.height, look.head_background))
        if look.rules == "grid":
            for edge in table.edges:
                at = left + edge - look.rule_width / 2
                self.rectangles.append(
                    Rectangle(at, y, look.rule_width, slot.height, look.rule_colour)
                )
        heavy = look.head_rule_width
        if uppermost or (row.is_first and slot.opens) or (row.is_head and row is table.head[0]):
            self._rule(left, y, width, heavy, self.ink)
        head_ends = row.is_head and not (isinstance(followed, TableRow) and followed.is_head)
        if head_ends or (row.is_last and slot.closes):
            self._rule(left, y + slot.height, width, heavy, self.ink)
        else:
            self._rule(left, y + slot.height, width, look.rule_width, look.rule_colour)

    def _rule(self, x: float, y: float, width: float, thickness: float, colour: str) -> None:
        self.rectangles.append(Rectangle(x, y - thickness / 2, width, thickness, colour))


def _neighbours(part: Part) -> tuple[tuple[Frame, ...], tuple[Frame, ...]]:
    """Give the frames that stood just before this part and that go on just after it."""
    elements = part.galley.elements
    start = part.start
    before: tuple[Frame, ...] = ()
    if start.cells:
        before = elements[start.at].frames
    elif start.at:
        before = elements[start.at - 1].frames
    after = () if part.done else elements[part.end.at].frames
    return before, after
