"""Room for handwriting below the last words of a section, and on the back of its last sheet.

Enters: a page under way and the height that is free on it. Leaves: a title and lines on the page.
They are there for a pen: nothing of them is read out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.writers.pdf.lines import break_lines
from briefgen.writers.pdf.plan import Element, PlacedLine, Rectangle
from briefgen.writers.pdf.runs import runs_of
from briefgen.writers.pdf.strips import baseline

if TYPE_CHECKING:
    from briefgen.blocks import Section, WritingRoom
    from briefgen.styles import Style
    from briefgen.writers.pdf.areas import Area
    from briefgen.writers.pdf.compositor import Compositor
    from briefgen.writers.pdf.sheets import Sheet

LEAST_LINES = 3
"""With room for fewer lines than these, nothing is drawn."""

_TITLE, _LINE = "notes-title", "notes-line"
_RULE_WIDTH = 0.5


def is_back_for_notes(section: Section, after: Section | None, pages: int, style: Style) -> bool:
    """Tell whether notes have the back of a section's last sheet, which its text leaves empty.

    They have where a style says that sheets are printed on both sides; where it leaves that to the
    printer, only in place of a page that would be left blank before the section ``after``.
    """
    if not section.writing_room or section.starts != "front" or style.is_one_sided:
        return False
    is_blank = style.duplex is not None or (after is not None and after.starts == "front")
    return is_blank and pages % style.sides == 1


def lay_writing_room(
    sheet: Sheet, area: Area, free: tuple[float, float], room: WritingRoom, compositor: Compositor
) -> None:
    """Lay the title and as many lines as there is room for between two heights of the page."""
    top, bottom = free
    title, line = compositor.style.role(_TITLE), compositor.style.role(_LINE)
    top += title.space_before
    ends = top + title.leading + LEAST_LINES * line.leading
    if ends > bottom:
        return
    element = Element("footer", _TITLE, None)
    runs = runs_of(room.title, compositor.looks.of_role(_TITLE), compositor.looks)
    for words in break_lines(compositor.cut(runs), area.width, element)[:1]:
        y = top + baseline(title.leading, title.size)
        sheet.lines.append(PlacedLine(area.x, y, words))
    if not room.ruled:
        return
    y = top + title.leading + line.leading
    while y <= bottom:
        sheet.rectangles.append(Rectangle(area.x, y, area.width, _RULE_WIDTH, line.colour))
        y += line.leading
