"""The contents list: labels in a column, titles, and page numbers at the right edge.

Enters: the headings of the Pack and a column. Leaves: strips in the galley. The number of lines
does not depend on the page numbers, which are fields until the pages are made up; so the pages are
made up once.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.blocks import Field
from briefgen.writers.pdf.galley import Galley, Hold
from briefgen.writers.pdf.lines import break_lines, segments_of
from briefgen.writers.pdf.plan import Element, Sense
from briefgen.writers.pdf.runs import FIELD_DIGITS, Run, runs_of
from briefgen.writers.pdf.strips import strips_of

if TYPE_CHECKING:
    from briefgen.blocks import Contents, Heading
    from briefgen.writers.pdf.compositor import Column, Compositor

UNLISTED = "contents-heading"
"""The role of the heading over the contents list, which does not list itself."""

NUMBER_COLUMN = 34.0
"""Width kept at the right for page numbers."""

LABEL_GAP = 12.0
"""Space between the column of labels and the titles."""

WIDEST_LABELS = 0.35
"""Labels wider than this part of the column are set before their titles instead."""


def set_contents(compositor: Compositor, block: Contents, column: Column, galley: Galley) -> None:
    """Set an entry for each heading down to the depth asked for."""
    listed = [
        heading
        for heading in compositor.headings
        if heading.level <= block.depth and heading.role != UNLISTED
    ]
    element = Element("contents", "contents", column.element)
    hangs = {
        level: _label_column(compositor, [one for one in listed if one.level == level], column)
        for level in range(1, block.depth + 1)
    }
    for heading in listed:
        entry = replace(column, element=Element("entry", "", element))
        _set_entry(compositor, heading, hangs[heading.level], entry, galley)


def _label_column(compositor: Compositor, headings: list[Heading], column: Column) -> float:
    """Give the width of the column for the labels of one level; 0 if there are none."""
    widest = 0.0
    for heading in headings:
        if heading.label:
            look = compositor.looks.of_role(f"contents-{heading.level}")
            segments = segments_of([Run(heading.label, look)], compositor.report)
            widest = max(widest, sum(one.gap + one.width for one in segments))
    if not widest or widest > WIDEST_LABELS * column.width:
        return 0.0
    return widest + LABEL_GAP


def _set_entry(
    compositor: Compositor, heading: Heading, hang: float, column: Column, galley: Galley
) -> None:
    name = f"contents-{heading.level}"
    role = compositor.style.role(name)
    look = compositor.looks.of_role(name)
    element = replace_role(column.element, name)
    sense = Sense(link=f"#{heading.anchor}")
    framed = compositor.framed(role, column, galley)
    start = len(galley.elements)
    label = [Run(heading.label, look, sense)] if heading.label else []
    words = [
        Run(" " if run.ends_line else run.text, run.look, replace(run.sense, link=sense.link))
        for run in runs_of(heading.inlines, look, compositor.looks)
        if not run.sense.note
    ]
    if not words:
        label, words = [], label
    inset = hang if label and hang else 0.0
    inner = replace(
        framed.column,
        x=framed.column.x + inset,
        width=framed.column.width - inset - NUMBER_COLUMN,
    )
    if label and not hang:
        words = [*label, Run(" ", look, sense), *words]
    segments = segments_of(words, compositor.report)
    lines = break_lines(segments, inner.width, element)
    for strip in strips_of(lines, inner, role.leading):
        galley.add(strip)
    strips = galley.elements[start:]
    if not strips:
        return
    galley.hold_together(start, Hold.HEADING)
    if inset:
        (mark,) = break_lines(segments_of(label, compositor.report), hang, element)
        first = strips[0]
        first.lines = ((framed.column.x, first.lines[0][1], mark), *first.lines)
    field = Run(FIELD_DIGITS, look, replace(sense, field=Field("page-of", heading.anchor)))
    (number,) = break_lines(
        segments_of([field], compositor.report), NUMBER_COLUMN, element, align="right"
    )
    last = strips[-1]
    right = framed.column.x + framed.column.width - number.width
    last.lines = (*last.lines, (right, last.lines[0][1], number))
    compositor.close(role, framed, galley)


def replace_role(element: Element, role: str) -> Element:
    """Give an element like this one in another role."""
    return Element(element.kind, role, element.parent)
