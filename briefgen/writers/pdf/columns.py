"""Columns: where blocks are set.

Enters: a width and the element that blocks belong to. Leaves: the same, further in. Knows no style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefgen.writers.pdf.plan import Element

NARROWEST = 36.0
"""Indents and paddings never leave less width than this, in points, where the column has it."""


class Column(NamedTuple):
    """Left edge and width in the galley, in points, and what the blocks stand in."""

    x: float
    width: float
    element: Element
    role: str = "body"
    """The role of words whose own role is only ``body``."""
    framed: str = ""
    """The role whose frame stands around: words in that role get none of their own."""
    first: float = 0.0
    """The room that a long label takes from the first line."""
    bullet: str = ""
    """What a list of bullets in here draws; "" for its own bullet."""
    in_item: bool = False
    """A label has settled where the words stand, so that their role's indent does not count."""
    in_cell: bool = False
    in_note: bool = False

    def indented(self, indent: float) -> Column:
        """Give the column with its left edge further in."""
        left = max(0.0, min(indent, self.width - NARROWEST))
        return self._replace(x=self.x + left, width=self.width - left) if left else self

    def padded(self, padding: float) -> Column:
        """Give the column with both edges further in."""
        inset = max(0.0, min(padding, (self.width - NARROWEST) / 2))
        return self._replace(x=self.x + inset, width=self.width - 2 * inset)

    def of_cell(self, width: float, element: Element, role: str) -> Column:
        """Give the column of a table cell, which is a galley of its own."""
        return Column(0.0, width, element, role, in_cell=True, in_note=self.in_note)

    def of_item(self, element: Element, role: str, bullet: str) -> Column:
        """Give the column of a list item's words; ``bullet`` is what a list inside it draws."""
        return self._replace(
            element=element, role=role, framed=role, bullet=bullet, in_item=True, first=0.0
        )

    def of_box(self, element: Element, role: str) -> Column:
        """Give the column of a box, before its frame is opened."""
        return self._replace(
            element=element, role=role, framed=role, bullet="", in_item=False, first=0.0
        )
