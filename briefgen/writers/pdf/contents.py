"""The contents list: labels in a column, titles, and page numbers at the right edge.

Enters: the headings of the Pack and a column. Leaves: strips in the galley. The number of lines
does not depend on the page numbers, which are fields until the pages are made up; so the pages are
made up once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.blocks import Field
from briefgen.writers.pdf.framing import close_frame, open_frame
from briefgen.writers.pdf.galley import Hold
from briefgen.writers.pdf.lines import break_lines
from briefgen.writers.pdf.plan import Element, Sense
from briefgen.writers.pdf.runs import FIELD_DIGITS, Run, runs_of
from briefgen.writers.pdf.strips import strips_of
from briefgen.writers.roles import contents_role, is_listed

if TYPE_CHECKING:
    from briefgen.blocks import Contents, Heading
    from briefgen.writers.pdf.columns import Column
    from briefgen.writers.pdf.compositor import Compositor
    from briefgen.writers.pdf.galley import Galley
    from briefgen.writers.pdf.plan import Look

NUMBER_COLUMN = 26.0
"""Width kept at the right for page numbers, in points; in a narrow column, less."""

WIDEST_NUMBERS = 0.25
"""Page numbers take at most this part of the column."""

LABEL_GAP = 12.0
"""Space between the column of labels and the titles, in points."""

WIDEST_LABELS = 0.35
"""Labels wider than this part of the column are set before their titles instead."""


def set_contents(compositor: Compositor, block: Contents, column: Column, galley: Galley) -> None:
    """Set an entry for each heading down to the depth asked for."""
    listed = [heading for heading in compositor.headings if is_listed(heading, block)]
    element = Element("contents", "contents", column.element)
    hangs = {
        role: _label_column(
            compositor, [one for one in listed if contents_role(one) == role], column
        )
        for role in {contents_role(heading) for heading in listed}
    }
    for heading in listed:
        place = Element("entry", contents_role(heading), element)
        entry = column._replace(element=place, first=0.0)
        _set_entry(compositor, heading, hangs[contents_role(heading)], entry, galley)


def _label_column(compositor: Compositor, headings: list[Heading], column: Column) -> float:
    """Give the width of the column for the labels of one level; 0 if there is none."""
    widest = 0.0
    for heading in headings:
        look = compositor.looks.of_role(contents_role(heading))
        segments = compositor.cut([Run(heading.label, look)])
        widest = max(widest, sum(one.gap + one.width for one in segments))
    if not widest or widest > WIDEST_LABELS * column.width:
        return 0.0
    return widest + LABEL_GAP


def _set_entry(
    compositor: Compositor, heading: Heading, hang: float, column: Column, galley: Galley
) -> None:
    """Set an entry; every part of it links to its heading."""
    role = compositor.style.role(contents_role(heading))
    look = compositor.looks.of_role(contents_role(heading))
    sense = Sense(link=f"#{heading.anchor}")
    framed = open_frame(role, column, galley)
    label = [Run(heading.label, look, sense)] if heading.label else []
    words = _words(compositor, heading, look, sense)
    if not any(run.text.strip(" ") for run in words):
        label, words = [], label
    inset = hang if label else 0.0
    if label and not hang:
        label, words = [], [*label, Run(" ", look, sense), *words]
    at_right = min(NUMBER_COLUMN, WIDEST_NUMBERS * framed.column.width)
    width = max(1.0, framed.column.width - inset - at_right)
    inner = framed.column._replace(x=framed.column.x + inset, width=width)
    lines = break_lines(compositor.cut(words), width, column.element)
    strips = list(strips_of(lines, inner, role.leading))
    if not strips:
        return
    for strip in strips:
        galley.add(strip)
    galley.hold_together(framed.start, Hold.HEADING)
    down = strips[0].lines[0][1]
    for mark in break_lines(compositor.cut(label), hang, column.element):
        strips[0].lines = ((framed.column.x, down, mark), *strips[0].lines)
    field = Run(FIELD_DIGITS, look, sense._replace(field=Field("page-of", heading.anchor)))
    (number,) = break_lines(compositor.cut([field]), NUMBER_COLUMN, column.element, align="right")
    x = framed.column.x + framed.column.width - number.width
    strips[-1].lines = (*strips[-1].lines, (x, strips[-1].lines[-1][1], number))
    close_frame(role, framed, galley)


def _words(compositor: Compositor, heading: Heading, look: Look, sense: Sense) -> list[Run]:
    """Give a heading's words for one entry: no note marks, no forced line ends."""
    return [
        Run(" " if run.ends_line else run.text, run.look, run.sense._replace(link=sense.link))
        for run in runs_of(heading.inlines, look, compositor.looks)
        if not run.sense.note
    ]
