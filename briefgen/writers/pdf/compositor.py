"""The compositor sets blocks to the width of a column.

Enters: blocks of the tree, a style. Leaves: galleys. Here are headings, paragraphs and boxes;
lists, tables and the contents list have modules of their own. The compositor knows no page; page
numbers are fields until the pages are made up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from msgspec import Struct, field

from briefgen.blocks import (
    Box,
    Contents,
    Heading,
    HeatMap,
    ListBlock,
    Paragraph,
    ScanCode,
    Table,
)
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.walk import heading_text
from briefgen.writers.pdf.contents import set_contents
from briefgen.writers.pdf.figures import set_code, set_figure
from briefgen.writers.pdf.fonts import name_of
from briefgen.writers.pdf.framing import close_frame, open_frame
from briefgen.writers.pdf.galley import Hold, Mark, Strip
from briefgen.writers.pdf.lines import break_lines, segments_of
from briefgen.writers.pdf.lists import set_list
from briefgen.writers.pdf.plan import Element
from briefgen.writers.pdf.runs import Run, runs_of, shared_sense
from briefgen.writers.pdf.strips import strips_of
from briefgen.writers.pdf.tables import set_table
from briefgen.writers.roles import heading_level, heading_role, role_inside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.blocks import Block, Blocks
    from briefgen.styles import Style
    from briefgen.writers.pdf.columns import Column
    from briefgen.writers.pdf.fonts import UnprintableError
    from briefgen.writers.pdf.galley import Galley
    from briefgen.writers.pdf.lines import Segment
    from briefgen.writers.pdf.looks import Looks

_AROUND = 24
"""Characters shown on each side of one that cannot be printed."""


class Compositor(Struct):
    """Sets blocks in one style, and gathers what is wrong with them.

    ``headings`` are all those of the Pack, for its contents lists; ``language`` is the Pack's.
    """

    looks: Looks
    headings: tuple[Heading, ...] = ()
    language: str = ""
    faults: list[Diagnostic] = field(default_factory=list)

    @property
    def style(self) -> Style:
        """The style that blocks are set in."""
        return self.looks.style

    def set_blocks(self, blocks: Blocks, column: Column, galley: Galley) -> None:
        """Set blocks one below the other."""
        inner = column
        for block in blocks:
            start = len(galley.elements)
            self._set_block(block, inner, galley)
            if inner.first and len(galley.elements) > start:
                inner = inner._replace(first=0.0)

    def _set_block(self, block: Block, column: Column, galley: Galley) -> None:
        match block:
            case Paragraph():
                self._set_paragraph(block, column, galley)
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
            case HeatMap():
                set_figure(self, block, column, galley)
            case ScanCode():
                set_code(self, block, column, galley)
            case _ as never:
                assert_never(never)

    def cut(self, runs: Sequence[Run]) -> list[Segment]:
        """Cut runs into segments; characters that cannot be printed become faults."""
        return segments_of(runs, self._report)

    def _report(self, fault: UnprintableError, words: str) -> None:
        at = words.find(fault.character)
        around = words[max(0, at - _AROUND) : at + _AROUND + 1]
        shown = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in around)
        found = Diagnostic(
            Severity.ERROR,
            f"{name_of(fault.character)} in '{shown.strip()}': {fault.reason}",
            hint="write it another way, or take it out",
            about=fault.character,
        )
        if found not in self.faults:
            self.faults.append(found)

    # ------------------------------------------------------------ blocks

    def _set_paragraph(self, block: Paragraph, column: Column, galley: Galley) -> None:
        name = role_inside(block.role, column.role)
        role = self.style.role(name)
        runs = runs_of(block.inlines, self.looks.of_role(name), self.looks)
        shared = shared_sense(runs)
        element = Element(
            "paragraph", name, column.element, unit=shared.unit, language=shared.language
        )
        start = len(galley.elements)
        framed = open_frame(role, column, galley, again=name == column.framed)
        inner = framed.column
        segments = self.cut(runs)
        lines = break_lines(
            segments,
            inner.width,
            element,
            first=inner.first,
            align=role.align,
            language=self.language if role.hyphenate else "",
        )
        for strip in strips_of(lines, inner, role.leading):
            galley.add(strip)
        if column.in_cell or column.in_item:
            galley.hold_together(start, Hold.WORDS)
        close_frame(role, framed, galley)

    def _set_heading(self, block: Heading, column: Column, galley: Galley) -> None:
        """Set the label on a line of its own, then the words; all of it holds to what follows."""
        level, name = heading_level(block), heading_role(block)
        role = self.style.role(name)
        runs = runs_of(block.inlines, self.looks.of_role(name), self.looks)
        shared = shared_sense(runs)
        element = Element(
            "heading",
            name,
            column.element,
            level=level,
            name=block.anchor,
            unit=shared.unit,
            language=shared.language,
        )
        framed = open_frame(role, column._replace(first=0.0), galley, heading=True)
        start = len(galley.elements)
        if block.label:
            look = self.looks.of_role("heading-label")
            label = Element("label", "heading-label", element)
            segments = self.cut([Run(block.label, look)])
            lines = break_lines(segments, framed.column.width, label, align=role.align)
            for strip in strips_of(lines, framed.column, look.leading):
                galley.add(strip)
        segments = self.cut(runs)
        lines = break_lines(segments, framed.column.width, element, align=role.align)
        for strip in strips_of(lines, framed.column, role.leading):
            galley.add(strip)
        if len(galley.elements) == start:
            galley.add(Strip(0.0))
        first = galley.elements[framed.start]
        first.new_page = block.new_page
        if isinstance(first, Strip) and not column.in_note:
            first.marks = (Mark(block.anchor, level, heading_text(block)),)
        galley.hold_together(framed.start, Hold.HEADING)
        close_frame(role, framed, galley)

    def _set_box(self, block: Box, column: Column, galley: Galley) -> None:
        role = self.style.role(block.role)
        element = Element("box", block.role, column.element)
        own = column.of_box(element, block.role)
        framed = open_frame(role, own, galley)
        self.set_blocks(block.blocks, framed.column, galley)
        close_frame(role, framed, galley)
