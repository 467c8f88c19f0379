"""The compositor sets blocks to the width of a column.

Enters: blocks of the tree, a style. Leaves: galleys. Here are headings, paragraphs and boxes; lists,
tables and the contents list have modules of their own. The compositor knows no page; page numbers
are fields until the pages are made up.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, assert_never

from briefgen.blocks import Box, Contents, Heading, ListBlock, Paragraph, Table
from briefgen.diagnostics import error
from briefgen.errors import UnusableInput
from briefgen.walk import heading_text
from briefgen.writers.pdf.contents import set_contents
from briefgen.writers.pdf.fonts import name_of
from briefgen.writers.pdf.galley import Frame, Galley, Hold, Mark, Strip
from briefgen.writers.pdf.lines import break_lines, segments_of
from briefgen.writers.pdf.lists import set_list
from briefgen.writers.pdf.plan import Element, Rectangle
from briefgen.writers.pdf.runs import Run, runs_of
from briefgen.writers.pdf.strips import strips_of
from briefgen.writers.pdf.tables import set_table

if TYPE_CHECKING:
    from briefgen.blocks import Block, Blocks, Inlines
    from briefgen.diagnostics import Diagnostic
    from briefgen.styles import Role, Style
    from briefgen.writers.pdf.fonts import UnprintableError
    from briefgen.writers.pdf.looks import Looks
    from briefgen.writers.pdf.plan import Line, Look

DEEPEST = 80
"""Blocks and inlines nested deeper than this are refused."""

NARROWEST = 36.0
"""Indents never leave less width than this, in points, as long as the column has it."""

_AROUND = 24
"""Characters shown on each side of one that cannot be printed."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where blocks are set: left edge and width in the galley, and what they stand in.

    ``role`` is the role of words whose own role is only ``body``; ``first`` is the room that a long
    label takes from the first line; ``bullet`` is what a list of bullets in here draws, "" for its
    own; ``in_item`` says that the place of the words is already settled by a label.
    """

    x: float
    width: float
    element: Element
    role: str = "body"
    first: float = 0.0
    bullet: str = ""
    in_item: bool = False
    in_cell: bool = False
    depth: int = 0

    def indented(self, indent: float, **changes: object) -> Column:
        """Give the column further in, with as much width left as words need."""
        left = max(0.0, min(indent, self.width - NARROWEST))
        return replace(self, x=self.x + left, width=self.width - left, **changes)  # type: ignore[arg-type]

    def of_cell(self, width: float, element: Element, role: str) -> Column:
        """Give the column of a table cell, which is a galley of its own."""
        return Column(0.0, width, element, role, in_cell=True, depth=self.depth)


@dataclass
class Compositor:
    """Sets blocks in one style, and gathers what is wrong with them."""

    looks: Looks
    headings: tuple[Heading, ...] = ()
    """All headings of the Pack, for its contents lists."""
    faults: list[Diagnostic] = field(default_factory=list)

    @property
    def style(self) -> Style:
        """The style that blocks are set in."""
        return self.looks.style

    def set_blocks(self, blocks: Blocks, column: Column, galley: Galley) -> None:
        """Set blocks one below the other."""
        if column.depth > DEEPEST:
            raise UnusableInput.because(f"blocks are nested more than {DEEPEST} deep")
        inner = replace(column, depth=column.depth + 1)
        for block in blocks:
            start = len(galley.elements)
            self._set_block(block, inner, galley)
            if inner.first and len(galley.elements) > start:
                inner = replace(inner, first=0.0)

    def _set_block(self, block: Block, column: Column, galley: Galley) -> None:
        match block:
            case Paragraph():
                self.set_paragraph(block, column, galley)
            case Heading():
                self._set_heading(block, column, galley)
            case ListBlock():
                set_list(self, block, column, galley)
            case Table():
                set_table(self, block, column, galley)
            case Box():
                self._set_box(block, column, galley)
            case Contents():
                set_contents(self, block, column, galley)
            case _ as never:
                assert_never(never)

    # ------------------------------------------------------------ words

    def set_words(
        self, inlines: Inlines, look: Look, width: float, element: Element, **how: object
    ) -> list[Line]:
        """Set inlines into lines; ``how`` are the options of ``break_lines``."""
        segments = segments_of(runs_of(inlines, look, self.looks), self.report)
        return break_lines(segments, width, element, **how)  # type: ignore[arg-type]

    def report(self, fault: UnprintableError, words: str) -> None:
        """Note a character that cannot be printed, with the words around it."""
        at = words.find(fault.character)
        around = words[max(0, at - _AROUND) : at + _AROUND + 1]
        shown = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in around)
        found = error(
            f"{name_of(fault.character)} in '{shown.strip()}': {fault.reason}",
            hint="write it another way, or take it out",
        )
        if found not in self.faults:
            self.faults.append(found)

    # ------------------------------------------------------------ blocks

    def set_paragraph(self, block: Paragraph, column: Column, galley: Galley) -> None:
        """Set a paragraph; in a list item its words stand where the label puts them."""
        name = column.role if block.role == "body" else block.role
        role = self.style.role(name)
        element = Element("paragraph", block.role, column.element)
        start = len(galley.elements)
        with_frame = self.framed(role, column, galley, inside=column.in_item)
        inner = with_frame.column
        lines = self.set_words(
            block.inlines,
            self.looks.of_role(name),
            inner.width,
            element,
            first=inner.first,
            align=role.align,
        )
        for strip in strips_of(lines, inner, role.leading):
            galley.add(strip)
        if column.in_cell:
            galley.hold_together(start, Hold.BLOCK)
        self.close(role, with_frame, galley)

    def _set_heading(self, block: Heading, column: Column, galley: Galley) -> None:
        name = block.role or f"heading-{block.level}"
        role = self.style.role(name)
        element = Element("heading", name, column.element, level=block.level, name=block.anchor)
        start = len(galley.elements)
        with_frame = self.framed(role, column, galley)
        inner = with_frame.column
        if block.label:
            look = self.looks.of_role("heading-label")
            label = Element("label", "heading-label", element)
            segments = segments_of([Run(block.label, look)], self.report)
            lines = break_lines(segments, inner.width, label, align=role.align)
            for strip in strips_of(lines, inner, look.leading):
                galley.add(strip)
        lines = self.set_words(
            block.inlines, self.looks.of_role(name), inner.width, element, align=role.align
        )
        for strip in strips_of(lines, inner, role.leading):
            galley.add(strip)
        if len(galley.elements) == start:
            galley.add(Strip(0.0))
        first = galley.elements[start]
        if isinstance(first, Strip):
            first.marks = (Mark(block.anchor, block.level, heading_text(block)),)
            first.new_page = block.new_page
        galley.hold_together(start, Hold.HEADING)
        self.close(role, with_frame, galley)

    def _set_box(self, block: Box, column: Column, galley: Galley) -> None:
        role = self.style.role(block.role)
        element = Element("box", block.role, column.element)
        with_frame = self.framed(role, replace(column, element=element), galley)
        inner = replace(with_frame.column, role=block.role, in_item=False, bullet="")
        self.set_blocks(block.blocks, inner, galley)
        self.close(role, with_frame, galley)

    # ------------------------------------------------------------ what roles put around words

    def framed(self, role: Role, column: Column, galley: Galley, *, inside: bool = False) -> Framed:
        """Open what a role draws around a block; give the column that is left for its words.

        ``inside`` says that a label has settled where the words stand, so that the role's indent
        does not count.
        """
        galley.space = max(galley.space, role.space_before)
        start = len(galley.elements)
        frames: list[Frame] = []
        outer_x = column.x
        if role.background:
            frames.append(Frame(column.x, column.width, role.background, role.padding))
            column = replace(
                column,
                x=column.x + role.padding,
                width=max(1.0, column.width - 2 * role.padding),
            )
            galley.add(Strip(role.padding))
            galley.hold = Hold.HEADING
        indent = 0.0 if inside else role.indent
        rule = role.rule
        if rule and rule.side == "left" and not inside:
            indent = max(indent, role.hang + rule.gap + rule.width)
            bar = outer_x + indent - role.hang - rule.gap - rule.width
            frames.append(Frame(bar, rule.width, rule.colour))
        inner = column.indented(indent)
        if rule and rule.side == "above":
            line = Rectangle(column.x, 0.0, column.width, rule.width, rule.colour)
            galley.add(Strip(rule.width + rule.gap, rules=(line,)))
            galley.hold = Hold.HEADING
        return Framed(inner, column, start, tuple(frames))

    def close(self, role: Role, framed: Framed, galley: Galley) -> None:
        """Close what ``framed`` has opened, once the words are set."""
        rule, outer, start = role.rule, framed.outer, framed.start
        if rule and rule.side == "below" and len(galley.elements) > start:
            line = Rectangle(outer.x, rule.gap, outer.width, rule.width, rule.colour)
            galley.space = 0.0
            galley.add(Strip(rule.width + rule.gap, hold=Hold.HEADING, rules=(line,)))
        if role.background:
            galley.space = 0.0
            galley.add(Strip(role.padding, hold=Hold.HEADING))
        if framed.frames:
            for element in galley.elements[start:]:
                element.frames = framed.frames + element.frames
        if role.keep_together:
            galley.hold_together(start, Hold.LINES)
        if len(galley.elements) > start:
            galley.space = max(galley.space, role.space_after)
            if role.keep_with_next:
                galley.hold = Hold.HEADING


@dataclass(frozen=True, slots=True)
class Framed:
    """The column inside and outside of what a role draws, and where in the galley it starts."""

    column: Column
    outer: Column
    start: int
    frames: tuple[Frame, ...]
