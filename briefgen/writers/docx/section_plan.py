"""From sections of the tree to Word's: paper, margins, headers and footers.

Enters: the sections of a Pack. Leaves: one flow whose paragraphs end the sections, the shape of
the last section, and the header and footer parts. Equal lines share a part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.writers.docx.block_plan import CLOSING_LINE, at_page_top, closed, plan_blocks
from briefgen.writers.docx.column import Column
from briefgen.writers.docx.looks import DXA_PER_MM, DXA_PER_POINT, dxa
from briefgen.writers.docx.model import Para, SectionShape
from briefgen.writers.docx.page_numerals import END_OF_TEXT, PageNumerals, has_roman
from briefgen.writers.docx.running_lines import RunningLines
from briefgen.writers.docx.watermark_xml import size_across
from briefgen.writers.docx.writing_lines import writing_lines
from briefgen.writers.margins import is_too_small, no_room, printable
from briefgen.writers.watermarks import LARGEST, too_long

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.blocks import Section
    from briefgen.styles import Style
    from briefgen.writers.docx.model import Flow, Part, Running
    from briefgen.writers.docx.planning import Planning
    from briefgen.writers.docx.reference.frame import Frame


def text_width(style: Style, frame: Frame | None = None) -> int:
    """Give the width of the column of text on most pages, in dxa."""
    return _shape(style, "body", frame, landscape=False).text_width


def plan_sections(
    sections: tuple[Section, ...], planning: Planning, frame: Frame | None = None
) -> tuple[Flow, SectionShape, tuple[Running, ...]]:
    """Give the body, the shape of its last section, and the header and footer parts.

    A ``frame`` has pages of its own, and leaves out the lines that it has itself.
    """
    running = RunningLines(planning, sections, frame)
    body: list[Part] = []
    numerals = PageNumerals(planning.style, planning.pages)
    text_ends = _end_of_text(sections, planning)
    shape = _shape(planning.style, "body", frame, landscape=False)
    for place, section in enumerate(sections):
        if place:
            body = _end_section(body, shape)
        shape = _shape(planning.style, section.role, frame, landscape=section.landscape)
        room = (shape.text_width / DXA_PER_POINT, shape.text_height / DXA_PER_POINT)
        if is_too_small(*room):
            planning.faults.add(*no_room(section.role, *room))
        column = Column(shape.text_width, top=True)
        flow = plan_blocks(section.blocks, column, planning) or (CLOSING_LINE,)
        extent = planning.extents[place] if place < len(planning.extents) else None
        flow = (
            at_page_top(flow[0], planning),
            *flow[1:],
            *writing_lines(section, extent, shape, column, planning),
        )
        body += closed(flow) if place in {len(sections) - 1, text_ends} else flow
        if place == text_ends:
            body[-1] = _marked(body[-1])
        lines = running.of_section(section, extent, shape, column)
        shape = replace(
            shape,
            **lines._asdict(),
            on_front=_begins_sheet(section, planning.style) and place > 0,
            roman=has_roman(section, planning.style),
            first_number=numerals.first_number(section),
            right_to_left=planning.right_to_left,
        )
    _check_watermark(planning, running.parts)
    return tuple(body), shape, running.parts


def _begins_sheet(section: Section, style: Style) -> bool:
    """Tell whether a page may have to be left empty before a section; a document needs none."""
    return section.starts == "front" and not style.is_one_sided


def _check_watermark(planning: Planning, parts: Iterable[Running]) -> None:
    """Find fault with a watermark that would be too small on the smallest of its pages."""
    marks = [one.watermark for one in parts if one.watermark]
    size = min((size_across(one.words, *one.page) for one in marks), default=LARGEST)
    if wrong := too_long(planning.watermark, size):
        planning.faults.add(*wrong)


def _end_of_text(sections: tuple[Section, ...], planning: Planning) -> int | None:
    """Give the place of the last section that "page 1 of 5" counts, where others are roman."""
    if not planning.has_both_numerals:
        return None
    return max(at for at, one in enumerate(sections) if not has_roman(one, planning.style))


def _marked(part: Part) -> Part:
    """Set a bookmark at the end of the text, so that a field can say on which page that is."""
    if not isinstance(part, Para):
        return part
    return replace(part, bookmarks=(*part.bookmarks, END_OF_TEXT))


def _end_section(body: list[Part], shape: SectionShape) -> list[Part]:
    """Let the last paragraph end a section, or a line as good as invisible after a table."""
    last = body[-1]
    if isinstance(last, Para) and last.ends is None:
        return [*body[:-1], replace(last, ends=shape)]
    return [*body, replace(CLOSING_LINE, ends=shape)]


def _shape(style: Style, role: str, frame: Frame | None, *, landscape: bool) -> SectionShape:
    """Give the paper and margins of a page.

    Pages that are turned like a calendar's are bound above on fronts and below on backs; Word has
    no margins for that, so that all of them leave room at both.
    """
    if frame is not None:
        return frame.turned(landscape=landscape)
    page = printable(style.page(role))
    width, height = style.paper(landscape=landscape)
    above = style.binding_mm if style.turned(landscape=landscape) == "calendar" else 0.0
    return SectionShape(
        width=dxa(width),
        height=dxa(height),
        landscape=landscape,
        top=round((page.top_mm + above) * DXA_PER_MM),
        right=round(page.right_mm * DXA_PER_MM),
        bottom=round((page.bottom_mm + above) * DXA_PER_MM),
        left=round(page.left_mm * DXA_PER_MM),
        header_distance=round((page.header_mm + above) * DXA_PER_MM),
        footer_distance=round((page.footer_mm + above) * DXA_PER_MM),
        gutter=round((style.binding_mm - above) * DXA_PER_MM),
    )
