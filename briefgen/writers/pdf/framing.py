"""What a role puts around a block: space, indent, background, rules, and how it holds together.

Enters: a role and the column and galley that the block is set in. Leaves: the column for the words,
then, when they are set, the galley with the frame closed around them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.writers.pdf.galley import Frame, Hold, Strip
from briefgen.writers.pdf.plan import Rectangle

if TYPE_CHECKING:
    from briefgen.styles import Role
    from briefgen.writers.pdf.columns import Column
    from briefgen.writers.pdf.galley import Galley


class Framed(Struct, frozen=True):
    """A frame that is open: the column inside it, the one between its edges, and its start."""

    column: Column
    outer: Column
    start: int
    frames: tuple[Frame, ...] = ()
    is_drawn: bool = True


def open_frame(
    role: Role, column: Column, galley: Galley, *, heading: bool = False, again: bool = False
) -> Framed:
    """Open what a role puts around a block.

    ``heading`` says that the block starts a part of the text; ``again``, that the frame of this
    role stands around already (a box, a list), so that only its words are set here.
    """
    start = len(galley.elements)
    if again:
        if column.in_item:  # each item keeps its distance, while a box keeps it once
            galley.space = max(galley.space, role.space_before)
        return Framed(column, column, start, is_drawn=False)
    galley.space = max(galley.space, role.space_before)
    frames: list[Frame] = []
    outer = column
    if role.background:
        frames.append(Frame(column.x, column.width, role.background, role.padding))
        outer = column.padded(role.padding)
        galley.add(Strip(role.padding))
        galley.hold = Hold.HEADING
    indent = 0.0 if column.in_item and not heading else role.indent
    rule = role.rule
    if rule and rule.side == "left" and not column.in_item:
        beside = role.hang + rule.gap + rule.width
        indent = max(indent, beside)
        frames.append(Frame(outer.x + indent - beside, rule.width, rule.colour))
    if rule and rule.side == "above":
        line = Rectangle(outer.x, 0.0, outer.width, rule.width, rule.colour)
        galley.add(Strip(rule.width + rule.gap, rules=(line,)))
        galley.hold = Hold.HEADING
    return Framed(outer.indented(indent), outer, start, tuple(frames))


def close_frame(role: Role, framed: Framed, galley: Galley) -> None:
    """Close a frame, once what stands in it is set."""
    if len(galley.elements) == framed.start:
        return
    if framed.is_drawn:
        _draw_end(role, framed.outer, galley)
    if framed.frames:
        for element in galley.elements[framed.start :]:
            element.frames = framed.frames + element.frames
    if role.keep_together:
        galley.hold_together(framed.start, Hold.LINES)
    galley.space = max(galley.space, role.space_after)
    if role.keep_with_next:
        galley.hold = Hold.HEADING


def _draw_end(role: Role, column: Column, galley: Galley) -> None:
    rule = role.rule
    if rule and rule.side == "below":
        line = Rectangle(column.x, rule.gap, column.width, rule.width, rule.colour)
        galley.space = 0.0
        galley.add(Strip(rule.width + rule.gap, hold=Hold.HEADING, rules=(line,)))
    if role.background:
        galley.space = 0.0
        galley.add(Strip(role.padding, hold=Hold.HEADING))
