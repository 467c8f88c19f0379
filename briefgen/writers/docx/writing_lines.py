"""Lines for notes by hand: below the words of a section, where there is room, and on an empty back.

Enters: a section, and what it takes in another writer's layout. Leaves: a title and one paragraph
without words, for the page, its back, or both. Each line is the leader of a tab stop: nothing of it
is read out, and whoever edits the file deletes it at a stroke.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.writers.docx.inline_plan import plan_inlines
from briefgen.writers.docx.looks import dxa
from briefgen.writers.docx.model import Break, Para, Tab
from briefgen.writers.docx.style_sheet import NOTES_LINE

if TYPE_CHECKING:
    from briefgen.blocks import Section, WritingRoom
    from briefgen.writers.docx.column import Column
    from briefgen.writers.docx.model import Flow, SectionShape
    from briefgen.writers.docx.planning import Planning
    from briefgen.writers.extents import Extent

_LEAST_LINES = 3
_TITLE = "notes-title"


def writing_lines(
    section: Section,
    extent: Extent | None,
    shape: SectionShape,
    column: Column,
    planning: Planning,
) -> Flow:
    """Give as many lines as there is room for; too few to write on are left out.

    They never begin a sheet: where Word may not need the last page of the other layout, they are
    left out too. Where Word may need a bit of the back, what is for the back comes after the words,
    too high for what is left of the front and low enough for what is left of the back.
    """
    if not extent or not section.writing_room or NOTES_LINE not in planning.style.roles:
        return ()
    writing = _Writing(section.writing_room, column.width, planning)
    page, free = shape.text_height, dxa(extent.free)
    leeway = extent.leeway(page, free)
    ends_surely = free >= leeway
    on_page: Flow = ()
    if extent.pages == 1 or free <= page - leeway:
        on_page = writing.fill(free - leeway)
    if not extent.notes_back:
        return on_page
    back = dxa(extent.notes_back - planning.styles.role(NOTES_LINE).leading)
    if ends_surely:
        return (*on_page, *writing.fill(back, new_page=True))
    return writing.fill(back - leeway) if section.writing_room.ruled else ()


class _Writing(Struct, frozen=True):
    """Room for notes in a column; lengths are in dxa."""

    room: WritingRoom
    width: int
    planning: Planning

    def fill(self, height: float, *, new_page: bool = False) -> Flow:
        """Give the title and the lines that have room in a height; too few are nothing."""
        styles = self.planning.styles
        title, line = styles.role(_TITLE), styles.role(NOTES_LINE)
        above = (title.space_before + title.leading, title.space_after, line.space_before)
        count = int((height - sum(map(dxa, above))) / dxa(line.leading))
        if count < _LEAST_LINES:
            return ()
        style = styles.paragraph(_TITLE)
        head = Para(style, plan_inlines(self.room.title, style, self.planning), new_page=new_page)
        if not self.room.ruled:
            return (head,)
        tabbed = styles.tabbed(NOTES_LINE, self.width)
        return (head, Para(tabbed, (Tab(), *(Break(), Tab()) * (count - 1))))
