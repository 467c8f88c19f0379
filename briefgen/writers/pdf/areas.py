"""Areas: the room that margins, header and footer leave on the pages of a section.

Enters: a section and a style, by way of the compositor. Leaves: an area for each kind of page: the
first and later ones, the fronts and backs of sheets. All areas of a section are equally wide and,
but for their headers, equally high.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.blocks import RunningLine, Text
from briefgen.errors import UnusableInput
from briefgen.styles import POINTS_PER_MM
from briefgen.writers.margins import LEAST_WIDTH, is_too_small, no_room, printable
from briefgen.writers.pdf.running import Furniture, on_side, set_running

if TYPE_CHECKING:
    from briefgen.blocks import Section
    from briefgen.styles import Page
    from briefgen.writers.pdf.compositor import Compositor

APART = 6.0
"""Least space between the text and the header or footer, in points."""


class Area(Struct, frozen=True):
    """Where on its pages the text of a section stands, and the furniture around it."""

    paper: tuple[float, float]
    x: float
    y: float
    width: float
    height: float
    furniture: tuple[Furniture, ...]


class Areas(Struct):
    """The areas of a section, each found when it is first asked for."""

    section: Section
    compositor: Compositor
    _found: dict[tuple[bool, bool, int], Area] = field(default_factory=dict)

    def area(self, number: int, place: int, *, goes_on: bool = True) -> Area:
        """Give the area of page ``number``, which is the ``place``-th of its section, from 0.

        ``goes_on`` says that the text does so on later pages.

        Raises:
            UnusableInput: the margins leave no room.
        """
        style = self.compositor.style
        back = style.duplex in {"long", "short"} and number % 2 == 0
        later = goes_on and place > 0 and bool(self.section.continued)
        side = place % style.sides
        key = (back, later, side)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._find(back=back, later=later, side=side)
        return found

    def _find(self, *, back: bool, later: bool, side: int) -> Area:
        style, section = self.compositor.style, self.section
        page = self._page(back=back)
        paper = style.paper(landscape=section.landscape)
        x = _margin(page.left_mm)
        width = paper[0] - x - _margin(page.right_mm)
        top, bottom = _margin(page.top_mm), paper[1] - _margin(page.bottom_mm)
        edges = (x, x + width)
        furniture: list[Furniture] = []
        mirrored = back and style.turned(landscape=section.landscape) == "book"
        header, footer = section.header, section.footer
        if header and later:
            header = replace(header, left=(*header.left, Text(" "), *section.continued))
        header, footer = (
            line
            and RunningLine(*(on_side(one, side, style.sides) for one in (line.left, line.right)))
            for line in (header, footer)
        )
        if width >= LEAST_WIDTH and header:
            y = _margin(page.header_mm)
            furniture.append(
                set_running(self.compositor, header, "header", edges, y, mirrored=mirrored)
            )
            top = max(top, furniture[-1].edge + APART)
        if width >= LEAST_WIDTH and footer:
            ends = paper[1] - _margin(page.footer_mm)
            furniture.append(
                set_running(self.compositor, footer, "footer", edges, ends, mirrored=mirrored)
            )
            bottom = min(bottom, furniture[-1].edge - APART)
        height = bottom - top
        if is_too_small(width, height):
            message, hint = no_room(section.role, width, height)
            raise UnusableInput.because(message, hint=hint)
        return Area(paper, x, top, width, height, tuple(furniture))

    def _page(self, *, back: bool) -> Page:
        """Give the margins, with what the binding takes at the edge that the sheet turns about."""
        style = self.compositor.style
        page, binding = printable(style.page(self.section.role)), style.binding_mm
        match style.turned(landscape=self.section.landscape), back:
            case "book", True:
                sides = {"left_mm": page.right_mm, "right_mm": page.left_mm + binding}
            case "calendar", True:
                sides = {
                    "bottom_mm": page.bottom_mm + binding,
                    "footer_mm": page.footer_mm + binding,
                }
            case "calendar", False:
                sides = {"top_mm": page.top_mm + binding, "header_mm": page.header_mm + binding}
            case _:
                sides = {"left_mm": page.left_mm + binding}
        return page.model_copy(update=sides) if binding or back else page


def _margin(millimetres: float) -> float:
    return millimetres * POINTS_PER_MM
