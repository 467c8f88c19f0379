"""The makeup of pages: galleys go onto sheets, with notes at the foot, header and footer.

Enters: a Pack and a compositor. Leaves: sheets in order. Each section is set once and each page
filled once; page numbers are still fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.errors import UnusableInput
from briefgen.styles import POINTS_PER_MM
from briefgen.writers.pdf.columns import Column
from briefgen.writers.pdf.filling import Terms, fill
from briefgen.writers.pdf.footnotes import BELOW_RULE, RULE_LENGTH, RULE_WIDTH, Foot
from briefgen.writers.pdf.galley import Galley
from briefgen.writers.pdf.parts import START, notes_in
from briefgen.writers.pdf.plan import Element, Rectangle
from briefgen.writers.pdf.running import Furniture, set_running
from briefgen.writers.pdf.sheets import Sheet

if TYPE_CHECKING:
    from briefgen.blocks import Section
    from briefgen.styles import Style
    from briefgen.writers.pdf.compositor import Compositor
    from briefgen.writers.pdf.footnotes import Notes
    from briefgen.writers.pdf.parts import Cursor, Part

SAFE_EDGE_MM = 12.0
"""Printers may not reach nearer to the paper's edge: nothing stands there."""

LEAST_HEIGHT = 120.0
LEAST_WIDTH = 72.0
"""A page with less room for text than this, in points, is refused."""

APART = 6.0
"""Least space between the text and the header or footer, in points."""


@dataclass(frozen=True, slots=True)
class Area:
    """Where on its pages the text of a section stands, and the furniture around it."""

    paper: tuple[float, float]
    x: float
    y: float
    width: float
    height: float
    furniture: tuple[Furniture, ...]


def make_up(section: Section, compositor: Compositor, notes: Notes, first: int) -> list[Sheet]:
    """Make the sheets of a section, numbered from ``first``; none if it has no blocks."""
    if not section.blocks:
        return []
    area = _area(section, compositor)
    galley = Galley()
    element = Element("section", section.role, None)
    compositor.set_blocks(section.blocks, Column(0.0, area.width, element), galley)
    ink = compositor.style.role("table").colour
    sheets: list[Sheet] = []
    start = START
    carried: list[tuple[str, Cursor]] = []
    while carried or start.at < len(galley.elements) or not sheets:
        sheet = Sheet(first + len(sheets), *area.paper, ink)
        foot = Foot(notes, area.width, area.height, carried)
        part = fill(galley, start, area.height, Terms(area.height, foot=foot))
        sheet.lay(part, area.x, area.y)
        carried = _lay_notes(sheet, part, foot, area)
        _lay_furniture(sheet, area)
        sheets.append(sheet)
        start = part.end
    return sheets


def _lay_notes(sheet: Sheet, part: Part, foot: Foot, area: Area) -> list[tuple[str, Cursor]]:
    """Lay the notes at the foot of the page; give what goes on overleaf."""
    called = notes_in((part,))
    if not called and not foot.carried:
        return []
    parts, over = foot.place(called, area.height - part.height, alone=not part.slots)
    spaces = [one.galley.space for _, one in parts]
    height = sum(one.height for _, one in parts) + sum(spaces[:-1])
    y = area.y + area.height - height
    if parts:
        rule_y = y - BELOW_RULE - RULE_WIDTH
        sheet.rectangles.append(Rectangle(area.x, rule_y, RULE_LENGTH, RULE_WIDTH, sheet.ink))
    printed = foot.notes.printed
    for (note, one), below in zip(parts, spaces, strict=True):
        sheet.lay(one, area.x, y, repeated=note in printed)
        if one.done:
            printed.add(note)
        y += one.height + below
    return over


def _lay_furniture(sheet: Sheet, area: Area) -> None:
    for furniture in area.furniture:
        sheet.rectangles.extend(furniture.rectangles)
        sheet.lines.extend(furniture.lines)


def _area(section: Section, compositor: Compositor) -> Area:
    """Find the room that margins, header and footer leave."""
    style: Style = compositor.style
    page = style.page(section.role)
    paper = style.paper(landscape=section.landscape)
    x = _margin(page.left_mm)
    width = paper[0] - x - _margin(page.right_mm)
    top, bottom = _margin(page.top_mm), paper[1] - _margin(page.bottom_mm)
    edges = (x, x + width)
    furniture: list[Furniture] = []
    if width >= LEAST_WIDTH and section.header:
        header = set_running(compositor, section.header, "header", edges, _margin(page.header_mm))
        furniture.append(header)
        top = max(top, header.edge + APART)
    if width >= LEAST_WIDTH and section.footer:
        ends = paper[1] - _margin(page.footer_mm)
        footer = set_running(compositor, section.footer, "footer", edges, ends)
        furniture.append(footer)
        bottom = min(bottom, footer.edge - APART)
    height = bottom - top
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        raise UnusableInput.because(
            f"margins, header and footer leave {max(width, 0) / POINTS_PER_MM:.0f} by "
            f"{max(height, 0) / POINTS_PER_MM:.0f} mm of a page '{section.role}' for its text",
            hint="shorten the header and footer, or choose smaller margins or larger paper",
        )
    return Area(paper, x, top, width, height, tuple(furniture))


def _margin(millimetres: float) -> float:
    return max(millimetres, SAFE_EDGE_MM) * POINTS_PER_MM
