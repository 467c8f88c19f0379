"""The makeup of pages: galleys go onto sheets, with notes at the foot, header and footer.

Enters: a Pack and a compositor. Leaves: sheets in order. Each section is set once and each page
filled once; page numbers are still fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.blocks import Paragraph, Section
from briefgen.writers.pdf.areas import Areas
from briefgen.writers.pdf.columns import Column
from briefgen.writers.pdf.filling import Terms, fill
from briefgen.writers.pdf.footnotes import BELOW_RULE, RULE_LENGTH, RULE_WIDTH, Foot
from briefgen.writers.pdf.galley import Galley
from briefgen.writers.pdf.parts import START, notes_in
from briefgen.writers.pdf.plan import Element, Rectangle
from briefgen.writers.pdf.sheets import Sheet
from briefgen.writers.pdf.writing_room import lay_writing_room

if TYPE_CHECKING:
    from briefgen.writers.pdf.areas import Area
    from briefgen.writers.pdf.compositor import Compositor
    from briefgen.writers.pdf.footnotes import Notes
    from briefgen.writers.pdf.parts import Cursor, Part


def make_up(section: Section, compositor: Compositor, notes: Notes, first: int) -> list[Sheet]:
    """Make the sheets of a section, numbered from ``first``; none if it has no blocks."""
    if not section.blocks:
        return []
    areas = Areas(section, compositor)
    area = areas.area(first, 0)
    galley = Galley()
    element = Element("section", section.role, None)
    compositor.set_blocks(section.blocks, Column(0.0, area.width, element), galley)
    ink = compositor.style.role("table").colour
    sheets: list[Sheet] = []
    start, free = START, (0.0, 0.0)
    carried: list[tuple[str, Cursor]] = []
    while carried or start.at < len(galley.elements) or not sheets:
        number, place = first + len(sheets), len(sheets)
        area = areas.area(number, place)
        sheet = Sheet(number, *area.paper, ink, place)
        foot = Foot(notes, area.width, area.height, carried)
        part = fill(galley, start, area.height, Terms(area.height, foot=foot))
        sheet.lay(part, area.x, area.y)
        carried, ends = _lay_notes(sheet, part, foot, area)
        _lay_furniture(sheet, area)
        sheet.room, sheet.free = area.height, ends - area.y - part.height
        sheets.append(sheet)
        start = part.end
        free = (area.y + part.height, ends)
    if section.writing_room:
        lay_writing_room(sheets[-1], area, free, section.writing_room, compositor)
    for sheet in sheets:
        sheet.together = len(sheets)
    return sheets


def notes_back(section: Section, compositor: Compositor, number: int, place: int) -> Sheet:
    """Make the back of a sheet whose text ends on the front: all of it is room for notes."""
    area = Areas(section, compositor).area(number, place, goes_on=False)
    sheet = Sheet(number, *area.paper, "", place, place + 1, room=area.height)
    _lay_furniture(sheet, area)
    if section.writing_room:
        free = (area.y, area.y + area.height)
        lay_writing_room(sheet, area, free, section.writing_room, compositor)
    return sheet


def blank_sheet(section: Section, compositor: Compositor, notes: Notes, number: int) -> Sheet:
    """Make the side that is left empty so that a section starts on a front; it says so.

    What it says is about the paper, and no part of the text.
    """
    words = Section((Paragraph(section.blank, "blank-page"),), "blank")
    sheet = make_up(words, compositor, notes, number)[0]
    sheet.lines = [placed._replace(repeated=True) for placed in sheet.lines]
    return sheet


def _lay_notes(
    sheet: Sheet, part: Part, foot: Foot, area: Area
) -> tuple[list[tuple[str, Cursor]], float]:
    """Lay the notes at the foot of the page; give what goes on overleaf, and where they begin."""
    ends = area.y + area.height
    called = notes_in((part,))
    if not called and not foot.carried:
        return [], ends
    parts, over = foot.place(called, area.height - part.height, alone=not part.slots)
    spaces = [one.galley.space for _, one in parts]
    height = sum(one.height for _, one in parts) + sum(spaces[:-1])
    y = ends - height
    if parts:
        ends = rule_y = y - BELOW_RULE - RULE_WIDTH
        sheet.rectangles.append(Rectangle(area.x, rule_y, RULE_LENGTH, RULE_WIDTH, sheet.ink))
    printed = foot.notes.printed
    for (note, one), below in zip(parts, spaces, strict=True):
        sheet.lay(one, area.x, y, repeated=note in printed)
        if one.done:
            printed.add(note)
        y += one.height + below
    return over, ends


def _lay_furniture(sheet: Sheet, area: Area) -> None:
    for furniture in area.furniture:
        sheet.rectangles.extend(furniture.rectangles)
        sheet.lines.extend(furniture.lines)
