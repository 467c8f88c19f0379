"""Headers and footers of sections as Word has them: parts, of which equal ones are one.

Enters: the running lines of each section, and the width of its page. Leaves: the numbers of the
parts that its fronts, its backs and its first page have. Where both sides of a line do not go
beside each other, the second stands below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from msgspec.structs import replace

from briefgen.blocks import Field, RunningLine, Text
from briefgen.walk import inlines_within, plain_words
from briefgen.writers.docx.block_plan import CLOSING_LINE
from briefgen.writers.docx.inline_plan import plan_inlines
from briefgen.writers.docx.looks import dxa
from briefgen.writers.docx.model import Break, Para, Running, Tab, Watermark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.blocks import Inlines, Section
    from briefgen.styles import Style
    from briefgen.writers.docx.column import Column
    from briefgen.writers.docx.model import SectionShape
    from briefgen.writers.docx.planning import Planning
    from briefgen.writers.docx.reference.frame import Frame
    from briefgen.writers.extents import Extent

_SIDES = 2
"""Pages of a sheet of paper."""
_PER_CHARACTER = 0.53
"""Ems that a character takes in office typefaces, with some to spare."""
_FIELD, _GAP = 2, 3
"""Characters of a page number that is not known yet, and of the space between the two sides."""


class SectionLines(NamedTuple):
    """The numbers of a section's parts, None for none; those of backs only where they differ."""

    header: int | None = None
    footer: int | None = None
    first_header: int | None = None
    back_header: int | None = None
    back_footer: int | None = None


def is_mirrored(sections: Sequence[Section], style: Style, frame: Frame | None) -> bool:
    """Tell whether backs are fronts with left and right exchanged; a frame's pages are its own.

    Word says it of a whole document.
    """
    return frame is None and any(
        style.turned(landscape=one.landscape) == "book" for one in sections
    )


def tells_backs(sections: Sequence[Section], style: Style, frame: Frame | None) -> bool:
    """Tell whether backs have lines of their own: mirrored ones, or ones that say "continued".

    LibreOffice 7 gives the second page of a section that begins on a front the header of its first;
    what is said on all backs stands there all the same.
    """
    return is_mirrored(sections, style, frame) or (
        frame is None
        and not style.is_one_sided
        and any(one.starts == "front" and one.continued for one in sections)
    )


class RunningLines:
    """The header and footer parts met so far, by their lines.

    A ``frame`` leaves out the lines that it has itself. Where backs are mirrored, what is for the
    left stands at the right there.
    """

    def __init__(
        self, planning: Planning, sections: Sequence[Section], frame: Frame | None
    ) -> None:
        self._planning = planning
        self._has_header = frame is None or not frame.has_header
        self._has_footer = frame is None or not frame.has_footer
        self._tells_backs = tells_backs(sections, planning.style, frame)
        self._mirrored = is_mirrored(sections, planning.style, frame)
        self._numbers: dict[Running, int] = {}

    @property
    def parts(self) -> tuple[Running, ...]:
        """All parts, by their numbers."""
        return tuple(self._numbers)

    def of_section(
        self, section: Section, extent: Extent | None, shape: SectionShape, column: Column
    ) -> SectionLines:
        """Give the parts of a section; sections come in their order."""
        header = section.header if self._has_header else None
        footer = section.footer if self._has_footer else None
        later = _continued(header, section)
        fronts = header if self._is_one_sheet(section, extent, shape) else later
        mark = self._watermark(shape)
        lines = SectionLines(
            header=self._number("header", fronts, column, mark),
            footer=self._number("footer", footer, column),
        )
        if fronts is not header:
            lines = lines._replace(first_header=self._number("header", header, column, mark))
        if not self._tells_backs:
            return lines
        if extent and extent.notes_back and extent.pages == 1 and _ends_surely(extent, shape):
            later = header  # the back is for notes: no words go on there
        return lines._replace(
            back_header=self._number("header", later, column, mark, back=self._mirrored),
            back_footer=self._number("footer", footer, column, back=self._mirrored),
        )

    def _watermark(self, shape: SectionShape) -> Watermark | None:
        """Give what stands across a section's pages; a frame's headers are left as they are."""
        words = self._planning.watermark
        if not (words and self._has_header):
            return None
        return Watermark(self._planning.faults.checked(words), shape.width, shape.height)

    def _is_one_sheet(self, section: Section, extent: Extent | None, shape: SectionShape) -> bool:
        """Tell whether a section has one front alone, whose header need not differ from others'."""
        if extent is None or not self._tells_backs or section.starts != "front":
            return False
        return extent.pages == 1 or (extent.pages == _SIDES and _ends_surely(extent, shape))

    def _number(
        self,
        kind: Literal["header", "footer"],
        line: RunningLine | None,
        column: Column,
        mark: Watermark | None = None,
        *,
        back: bool = False,
    ) -> int | None:
        """Give the number of the part with a line and a watermark, from 0.

        A section takes over the line of the one before, so that none has to be an empty part;
        before the first line there is nothing to take over.
        """
        if not (line or mark) and not any(part.kind == kind for part in self._numbers):
            return None
        para = self._para(kind, line, column, back=back) if line else CLOSING_LINE
        part = Running(kind, para, mark)
        return self._numbers.setdefault(part, len(self._numbers))

    def _para(self, kind: str, line: RunningLine, column: Column, *, back: bool) -> Para:
        style = self._planning.styles.tabbed(kind, column.width)
        left, right = (plan_inlines(one, style, self._planning) for one in (line.left, line.right))
        if not right:
            return Para(style, (Tab(), *left) if back and self._fits(kind, line, column) else left)
        if self._fits(kind, line, column):
            left, right = (right, left) if back else (left, right)
            return Para(style, (*left, Tab(), *right))
        return Para(style, (*left, Break(), *(() if back else (Tab(),)), *right))

    def _fits(self, kind: str, line: RunningLine, column: Column) -> bool:
        """Reckon whether both sides share a line, so that none ends in the middle of the other."""
        length = _length(line.left) + _length(line.right) + _GAP
        return length * _PER_CHARACTER * dxa(self._planning.styles.role(kind).size) < column.width


def _ends_surely(extent: Extent, shape: SectionShape) -> bool:
    """Tell whether the text ends on the page on which it does in the other layout, or before."""
    free = dxa(extent.free)
    return free >= extent.leeway(shape.text_height, free)


def _length(inlines: Inlines) -> int:
    fields = sum(isinstance(one, Field) for one in inlines_within(inlines))
    return len(plain_words(inlines)) + _FIELD * fields


def _continued(header: RunningLine | None, section: Section) -> RunningLine | None:
    """Give the header of a section's later pages."""
    if header is None or not section.continued:
        return header
    return replace(header, left=(*header.left, Text(" "), *section.continued))
