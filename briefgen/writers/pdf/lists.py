"""Lists: labels and bullets hang in a column of their own, left of the words.

Enters: a list block and its column. Leaves: strips in the galley. The words stand at the role's
``indent``; the label at ``indent`` less ``hang``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.writers.pdf.galley import Galley, Hold, Strip
from briefgen.writers.pdf.lines import break_lines, segments_of
from briefgen.writers.pdf.plan import Element
from briefgen.writers.pdf.runs import Run
from briefgen.writers.pdf.strips import strips_of

if TYPE_CHECKING:
    from briefgen.blocks import Blocks, ListBlock
    from briefgen.writers.pdf.compositor import Column, Compositor

LABEL_GAP = 4.0
"""The least space between a label and the words after it."""

WIDEST_RUN_IN = 0.4
"""A label wider than this part of the column stands on lines of its own."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """Where labels stand: ``x`` in the galley, and ``hang`` before the words begin."""

    x: float
    hang: float
    role: str
    """The role whose label look is taken."""


def set_list(compositor: Compositor, block: ListBlock, column: Column, galley: Galley) -> None:
    """Set a list, item by item; each item holds together where that wastes little."""
    role = compositor.style.role(block.role)
    element = Element("list", block.role, column.element)
    framed = compositor.framed(role, column, galley)
    bullet = ""
    if block.kind == "bullets":
        bullet = column.bullet or role.bullet
    for item in block.items:
        inner = replace(
            framed.column,
            element=Element("item", block.role, element),
            role=block.role,
            in_item=True,
            bullet=role.nested_bullet if block.kind == "bullets" else "",
        )
        hanging = Hanging(max(0.0, inner.x - role.hang), min(role.hang, inner.x), block.role)
        set_labelled(compositor, item.label or bullet, item.blocks, hanging, inner, galley)
    compositor.close(role, framed, galley)


def set_labelled(
    compositor: Compositor,
    label: str,
    blocks: Blocks,
    hanging: Hanging,
    column: Column,
    galley: Galley,
) -> None:
    """Set blocks with a label hanging at their left, on the baseline of their first line."""
    start = len(galley.elements)
    look = compositor.looks.of_label(hanging.role)
    element = Element("label", hanging.role, column.element)
    segments = segments_of([Run(label, look)], compositor.report)
    lines = break_lines(segments, hanging.hang + column.width, element)
    width = lines[0].width if lines else 0.0
    over = width + LABEL_GAP - hanging.hang
    apart = len(lines) > 1 or over > WIDEST_RUN_IN * column.width
    if apart:
        _set_apart(lines, hanging, column, galley)
    elif over > 0:
        column = replace(column, first=over)
    first = len(galley.elements)
    compositor.set_blocks(blocks, column, galley)
    if lines and not apart:
        head = galley.elements[first] if len(galley.elements) > first else None
        if isinstance(head, Strip) and head.lines:
            down = head.lines[0][1]
            head.lines = ((hanging.x, down, lines[0]), *head.lines)
            head.height = max(head.height, look.leading)
        else:
            _set_apart(lines, hanging, column, galley, before=first)
    galley.hold_together(start, Hold.BLOCK)


def _set_apart(
    lines: list[Line],
    hanging: Hanging,
    column: Column,
    galley: Galley,
    before: int | None = None,
) -> None:
    """Set a label on lines of its own: it is too wide, or nothing stands beside it."""
    own = replace(column, x=hanging.x, width=hanging.hang + column.width, first=0.0)
    leading = lines[0].fragments[0].look.leading
    strips = list(strips_of(lines, own, leading))
    if before is None or before == len(galley.elements):
        for strip in strips:
            galley.add(strip)
        galley.hold = Hold.HEADING
        return
    follower = galley.elements[before]
    strips[0].above, follower.above = follower.above, 0.0
    strips[0].hold, follower.hold = follower.hold, Hold.HEADING
    galley.elements[before:before] = strips
