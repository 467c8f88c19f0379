"""Lists: labels and bullets hang in a column of their own, left of the words.

Enters: a list block and its column. Leaves: strips in the galley. The words stand at the role's
``indent``; the label at ``indent`` less ``hang``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.blocks import ListBlock, Paragraph, Quotation
from briefgen.walk import inlines_within, plain_words
from briefgen.writers.pdf.framing import close_frame, open_frame
from briefgen.writers.pdf.galley import Hold, Mark, Strip
from briefgen.writers.pdf.lines import SLACK, break_lines
from briefgen.writers.pdf.plan import Element
from briefgen.writers.pdf.runs import Run
from briefgen.writers.pdf.strips import strips_of
from briefgen.writers.pdf.syntax import shortened

if TYPE_CHECKING:
    from briefgen.blocks import Blocks, ListItem
    from briefgen.writers.pdf.columns import Column
    from briefgen.writers.pdf.compositor import Compositor
    from briefgen.writers.pdf.galley import Galley
    from briefgen.writers.pdf.plan import Line

LABEL_GAP = 4.0
"""The least space between a label and the words after it, in points."""

WIDEST_RUN_IN = 0.4
"""A label that takes more than this part of the first line stands on lines of its own."""


ACTION_LEVEL = 5
"""The level of an item in the outline: below every heading; an item inside an item lies deeper."""

TITLE_LENGTH = 40
"""Characters of an item that the outline shows."""

PUNCTUATION = " ().:[]\u2013-"
"""What stands around the number or letter of a label."""

NUMBERINGS = {
    "LowerRoman": re.compile(r"[ivxl]+"),
    "UpperRoman": re.compile(r"[IVXL]+"),
    "LowerAlpha": re.compile(r"[a-z]{1,2}"),
    "UpperAlpha": re.compile(r"[A-Z]{1,2}"),
}
"""Kinds of numbering by what all labels of a list look like; any other one counts as numbers."""


class Hanging(Struct, frozen=True):
    """A label, the role whose label look it takes, and its place: ``hang`` before the words."""

    label: str
    role: str
    x: float
    hang: float


def set_list(compositor: Compositor, block: ListBlock, column: Column, galley: Galley) -> None:
    """Set a list, item by item; each item holds together where that wastes little."""
    role = compositor.style.role(block.role)
    element = Element("list", block.role, column.element, name=numbering(block))
    # What a label outside has settled counts for the words beside it, not for a list below them.
    framed = open_frame(role, column._replace(in_item=False), galley)
    inner = framed.column
    x = max(framed.outer.x, inner.x - role.hang)
    bullets = block.kind == "bullets"
    bullet = (column.bullet or role.bullet) if bullets else ""
    for item in block.items:
        inside = inner.of_item(
            Element("item", block.role, element),
            block.role,
            role.nested_bullet if bullets else "",
        )
        hanging = Hanging(item.label or bullet, block.role, x, inner.x - x)
        start = len(galley.elements)
        set_labelled(compositor, hanging, item.blocks, inside, galley)
        if isinstance(item.blocks[-1] if item.blocks else None, ListBlock):
            # The next item is as far from a list inside this one as from this one's own words.
            galley.space = max(galley.space, role.space_after)
        if item.label and not (column.in_cell or column.in_note):
            _mark(item, galley, start, ACTION_LEVEL + column.in_item)
    close_frame(role, framed, galley)


def _mark(item: ListItem, galley: Galley, start: int, level: int) -> None:
    """Let the outline show a quoted item by its label and its first words."""
    words = item.blocks[0] if item.blocks else None
    if not isinstance(words, Paragraph) or not _is_quoted(words):
        return
    title = shortened(f"{item.label} {plain_words(words.inlines)}", TITLE_LENGTH)
    first = galley.elements[start] if start < len(galley.elements) else None
    if isinstance(first, Strip):
        first.marks = (*first.marks, Mark("", level, title))


def _is_quoted(words: Paragraph) -> bool:
    return any(isinstance(inline, Quotation) for inline in inlines_within(words.inlines))


def numbering(block: ListBlock) -> str:
    """Tell how a list is numbered, in the words of ISO 32000-1, table 347."""
    if block.kind == "bullets":
        return "Disc"
    labels = [label for item in block.items if (label := item.label.strip(PUNCTUATION))]
    if not labels:
        return "None"
    fits = (kind for kind, looks in NUMBERINGS.items() if all(map(looks.fullmatch, labels)))
    return next(fits, "Decimal")


def set_labelled(
    compositor: Compositor, hanging: Hanging, blocks: Blocks, column: Column, galley: Galley
) -> None:
    """Set blocks with a label hanging at their left, on the baseline of their first line."""
    start = len(galley.elements)
    lines = _label_lines(compositor, hanging, column)
    over = lines[0].width + LABEL_GAP - hanging.hang if lines else 0.0
    apart = len(lines) > 1 or over > WIDEST_RUN_IN * column.width
    if apart:
        _set_apart(lines, hanging, column, galley)
    elif over > 0:
        column = column._replace(first=over)
    first = len(galley.elements)
    compositor.set_blocks(blocks, column, galley)
    if len(galley.elements) == first:
        # An item without words: its label stands alone, with the space that words would have.
        if not apart:
            _set_apart(lines, hanging, column, galley)
        galley.hold = Hold.FREE
        galley.space = compositor.style.role(hanging.role).space_after
    elif lines and not apart:
        _attach(lines[0], hanging, column, galley, first)
    galley.hold_together(start, Hold.ITEM)


def _label_lines(compositor: Compositor, hanging: Hanging, column: Column) -> list[Line]:
    look = compositor.looks.of_label(hanging.role)
    element = Element("label", hanging.role, column.element)
    segments = compositor.cut([Run(hanging.label, look)])
    return break_lines(segments, hanging.hang + column.width, element)


def _attach(line: Line, hanging: Hanging, column: Column, galley: Galley, first: int) -> None:
    """Put a label beside the first line of its item, or above what has no room beside it."""
    head = galley.elements[first]
    if isinstance(head, Strip) and head.lines and _goes_before(line, hanging, head):
        head.lines = ((hanging.x, head.lines[0][1], line), *head.lines)
        head.height = max(head.height, line.fragments[0].look.leading)
        return
    (strip,) = _strips_apart([line], hanging, column)
    strip.above, head.above = head.above, 0.0
    strip.hold, head.hold = head.hold, Hold.HEADING
    galley.elements.insert(first, strip)


def _goes_before(line: Line, hanging: Hanging, head: Strip) -> bool:
    """Say whether the label ends before the first line of its item begins."""
    begins = min(x for x, _, _ in head.lines)
    return hanging.x + line.width + LABEL_GAP <= begins + SLACK


def _set_apart(lines: list[Line], hanging: Hanging, column: Column, galley: Galley) -> None:
    """Set a label on lines of its own, which hold to what follows."""
    for strip in _strips_apart(lines, hanging, column):
        galley.add(strip)
    galley.hold = Hold.HEADING


def _strips_apart(lines: list[Line], hanging: Hanging, column: Column) -> list[Strip]:
    if not lines:
        return []
    own = column._replace(x=hanging.x, width=hanging.hang + column.width, first=0.0)
    return list(strips_of(lines, own, lines[0].fragments[0].look.leading))
