"""From sections of the tree to Word's: paper, margins, headers and footers.

Enters: the sections of a Pack. Leaves: one flow whose paragraphs end the sections, the shape of
the last section, and the header and footer parts. Equal lines share a part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from briefgen.blocks import Field, RunningLine, Text
from briefgen.walk import inlines_within, plain_words
from briefgen.writers.docx.block_plan import CLOSING_LINE, at_page_top, closed, plan_blocks
from briefgen.writers.docx.column import Column
from briefgen.writers.docx.inline_plan import plan_inlines
from briefgen.writers.docx.looks import DXA_PER_MM, dxa
from briefgen.writers.docx.model import Break, Para, Running, SectionShape, Tab
from briefgen.writers.docx.page_numerals import END_OF_TEXT, PageNumerals, has_roman

if TYPE_CHECKING:
    from briefgen.blocks import Section
    from briefgen.styles import Style
    from briefgen.writers.docx.model import Flow, Part
    from briefgen.writers.docx.planning import Planning
    from briefgen.writers.docx.reference.frame import Frame


_PER_CHARACTER = 0.53
"""Ems that a character takes in office typefaces, with some to spare."""
_FIELD, _GAP = 2, 3
"""Characters of a page number that is not known yet, and of the space between the two sides."""


def text_width(style: Style, frame: Frame | None = None) -> int:
    """Give the width of the column of text on most pages, in dxa."""
    return _shape(style, "body", frame, landscape=False).text_width


def plan_sections(
    sections: tuple[Section, ...], planning: Planning, frame: Frame | None = None
) -> tuple[Flow, SectionShape, tuple[Running, ...]]:
    """Give the body, the shape of its last section, and the header and footer parts.

    A ``frame`` has pages of its own, and leaves out the lines that it has itself.
    """
    running = _RunningLines(planning)
    heads, feet = (frame.has_header, frame.has_footer) if frame else (False, False)
    body: list[Part] = []
    numerals = PageNumerals(planning.style, planning.pages)
    text_ends = _end_of_text(sections, planning)
    shape = _shape(planning.style, "body", frame, landscape=False)
    for place, section in enumerate(sections):
        if place:
            body = _end_section(body, shape)
        shape = _shape(planning.style, section.role, frame, landscape=section.landscape)
        column = Column(shape.text_width, top=True)
        flow = plan_blocks(section.blocks, column, planning) or (CLOSING_LINE,)
        flow = (at_page_top(flow[0], planning), *flow[1:])
        body += closed(flow) if place in {len(sections) - 1, text_ends} else flow
        if place == text_ends:
            body[-1] = _marked(body[-1])
        header = None if heads else section.header
        first = running.number("header", header, column)
        shape = replace(
            shape,
            header=running.number("header", _continued(header, section), column),
            footer=running.number("footer", None if feet else section.footer, column),
            first_header=first if header and section.continued else None,
            on_front=section.starts == "front" and place > 0,  # a document begins on a front
            roman=has_roman(section, planning.style),
            first_number=numerals.first_number(section),
            right_to_left=planning.right_to_left,
        )
    return tuple(body), shape, running.parts


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


def _continued(header: RunningLine | None, section: Section) -> RunningLine | None:
    """Give the header of a section's later pages."""
    if header is None or not section.continued:
        return header
    return RunningLine((*header.left, Text(" "), *section.continued), header.right)


def _end_section(body: list[Part], shape: SectionShape) -> list[Part]:
    """Let the last paragraph end a section, or a line as good as invisible after a table."""
    last = body[-1]
    if isinstance(last, Para) and last.ends is None:
        return [*body[:-1], replace(last, ends=shape)]
    return [*body, replace(CLOSING_LINE, ends=shape)]


class _RunningLines:
    """The header and footer parts met so far, by their lines."""

    def __init__(self, planning: Planning) -> None:
        self._planning = planning
        self._numbers: dict[Running, int] = {}

    @property
    def parts(self) -> tuple[Running, ...]:
        return tuple(self._numbers)

    def number(
        self, kind: Literal["header", "footer"], line: RunningLine | None, column: Column
    ) -> int | None:
        """Give the number of the part with a line, from 0.

        A section takes over the line of the one before, so that none has to be an empty part;
        before the first line there is nothing to take over.
        """
        if line is None and not any(part.kind == kind for part in self._numbers):
            return None
        part = Running(kind, self._para(kind, line, column) if line else CLOSING_LINE)
        return self._numbers.setdefault(part, len(self._numbers))

    def _para(self, kind: str, line: RunningLine, column: Column) -> Para:
        style = self._planning.styles.tabbed(kind, column.width)
        left = plan_inlines(line.left, style, self._planning)
        right = plan_inlines(line.right, style, self._planning)
        if not right:
            return Para(style, left)
        apart = () if self._fits(kind, line, column) else (Break(),)
        return Para(style, (*left, *apart, Tab(), *right))

    def _fits(self, kind: str, line: RunningLine, column: Column) -> bool:
        """Reckon whether both sides share a line, so that none ends in the middle of the other."""
        fields = sum(isinstance(one, Field) for one in inlines_within(line.right))
        length = len(plain_words((*line.left, *line.right))) + _FIELD * fields + _GAP
        return length * _PER_CHARACTER * dxa(self._planning.styles.role(kind).size) < column.width


def _shape(style: Style, role: str, frame: Frame | None, *, landscape: bool) -> SectionShape:
    if frame is not None:
        return frame.turned(landscape=landscape)
    page = style.page(role)
    width, height = style.paper(landscape=landscape)
    return SectionShape(
        width=dxa(width),
        height=dxa(height),
        landscape=landscape,
        top=round(page.top_mm * DXA_PER_MM),
        right=round(page.right_mm * DXA_PER_MM),
        bottom=round(page.bottom_mm * DXA_PER_MM),
        left=round(page.left_mm * DXA_PER_MM),
        header_distance=round(page.header_mm * DXA_PER_MM),
        footer_distance=round(page.footer_mm * DXA_PER_MM),
        gutter=round(style.binding_mm * DXA_PER_MM),
    )
