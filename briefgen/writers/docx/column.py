"""Where blocks stand: in a section, a cell, a list item, a box or a note.

Enters: nothing. Leaves: ``Column`` and ``ListAround``, which planners pass down to inner blocks.
Lengths are in dxa.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from briefgen.writers.docx.looks import PLAIN, Setting

if TYPE_CHECKING:
    from briefgen.writers.docx.numbering import Level


class ListAround(Struct, frozen=True):
    """The list around: its levels down to itself, and those of its definition further down."""

    role: str
    kind: Literal["labelled", "bullets"]
    levels: tuple[Level, ...] = ()
    definition: tuple[Level, ...] = ()
    letters: bool = False


class Column(Struct, frozen=True):
    """A column of text; ``left`` is the edge of the text in its ``width``.

    ``role`` is the role of paragraphs that name none of their own ("body"); ``box`` that of the
    box around, whose padding is ``right``. ``around`` is the nearest list, and ``in_item`` says
    that nothing else stands between. ``top`` says that a new page has just begun.
    """

    width: int
    left: int = 0
    right: int = 0
    role: str = "body"
    box: str = ""
    around: ListAround | None = None
    in_item: bool = False
    in_note: bool = False
    top: bool = False

    def setting(self, indent: int = 0, hang: int = 0) -> Setting:
        """Give the setting of a paragraph whose text is ``indent`` from this column's edge."""
        if not self.left and not self.box and not hang:
            return PLAIN
        return Setting(left=self.edge(indent), hang=hang, box=self.box)

    def edge(self, indent: int) -> int:
        """Give the text edge of what is indented here.

        However deep lists are nested, half of the column stays for the words.
        """
        return max(self.left, min(self.left + indent, self.width // 2))
