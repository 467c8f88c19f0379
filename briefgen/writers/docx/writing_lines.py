"""Lines for notes by hand below the words of a section, where its last page has room for them.

Enters: a section, and what it takes in another writer's layout. Leaves: one paragraph
without words, or none. Each line is the leader of a tab stop: nothing of it is read out, and
whoever edits the file deletes it at a stroke.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.writers.docx.looks import dxa
from briefgen.writers.docx.model import Break, Para, Tab
from briefgen.writers.docx.style_sheet import NOTES_LINE

if TYPE_CHECKING:
    from briefgen.blocks import Section
    from briefgen.writers.docx.column import Column
    from briefgen.writers.docx.model import Flow, SectionShape
    from briefgen.writers.docx.planning import Planning
    from briefgen.writers.extents import Extent

_LEAST_LINES = 3


def writing_lines(
    section: Section,
    extent: Extent | None,
    shape: SectionShape,
    column: Column,
    planning: Planning,
) -> Flow:
    """Give as many lines as there is room for; too few to write on are left out.

    They never begin a page: where Word may not need the last page of the other layout, they are
    left out too.
    """
    room = section.writing_room
    if not extent or not room or not room.ruled or NOTES_LINE not in planning.style.roles:
        return ()
    look = planning.styles.role(NOTES_LINE)
    leeway = extent.leeway(shape.text_height)
    if extent.pages > 1 and dxa(extent.free) > shape.text_height - leeway:
        return ()
    free = dxa(extent.free - look.space_before) - leeway
    count = int(free / dxa(look.leading))
    if count < _LEAST_LINES:
        return ()
    style = planning.styles.tabbed(NOTES_LINE, column.width)
    return (Para(style, (Tab(), *(Break(), Tab()) * (count - 1))),)
