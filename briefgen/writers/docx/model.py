"""What a DOCX file says, before it is XML: paragraphs, tables, notes, numbering, sections.

Enters: nothing. Leaves: frozen types that ``plan_document`` makes and the parts are written from.
Lengths are in twentieths of a point (``dxa``), as WordprocessingML has them, unless named so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import datetime

    from briefgen.writers.docx.numbering import Numbering
    from briefgen.writers.docx.style_sheet import StyleSheet


class RunLook(NamedTuple):
    """What holds for a run beside its words. ``style`` is the id of a character style.

    ``bold`` and ``italic`` are written on the run itself, and only where a style cannot say it:
    bold in a character style *undoes* bold in the paragraph's (ISO/IEC 29500-1, 17.7.3).
    ``link`` is ``#bookmark`` or a web address; ``unit`` the id of the unit that is quoted.
    """

    style: str = ""
    bold: bool | None = None
    italic: bool | None = None
    language: str = ""
    right_to_left: bool = False
    link: str = ""
    unit: str = ""
    change: Literal["", "ins", "del"] = ""


PLAIN_LOOK = RunLook()


class Words(Struct, frozen=True):
    """Literal characters."""

    text: str
    look: RunLook = PLAIN_LOOK


class Break(Struct, frozen=True):
    """A new line inside the paragraph."""

    look: RunLook = PLAIN_LOOK


class Tab(Struct, frozen=True):
    """A step to the next tab stop."""

    look: RunLook = PLAIN_LOOK


class Computed(Struct, frozen=True):
    """A field: the instruction that Word follows, and the result that stands there until then."""

    instruction: str
    result: str
    look: RunLook = PLAIN_LOOK


class NoteCall(Struct, frozen=True):
    """The mark in the text that calls footnote ``number`` of the file."""

    number: int
    mark: str
    look: RunLook = PLAIN_LOOK


class NoteMark(Struct, frozen=True):
    """The same mark, at the head of the footnote itself."""

    mark: str
    look: RunLook = PLAIN_LOOK


class Picture(Struct, frozen=True):
    """A vector picture; width and height in points, ``alternative`` what it says in words."""

    data: bytes
    width: float
    height: float
    alternative: str
    look: RunLook = PLAIN_LOOK


Piece = Words | Break | Tab | Computed | NoteCall | NoteMark | Picture


class SectionShape(Struct, frozen=True):
    """The paper, margins and running lines of a section; running lines by their number, or none."""

    width: int
    height: int
    landscape: bool
    top: int
    right: int
    bottom: int
    left: int
    header_distance: int
    footer_distance: int
    header: int | None = None
    footer: int | None = None
    first_header: int | None = None
    """The header of the first page, where it says something else than later ones."""
    back_header: int | None = None
    back_footer: int | None = None
    """The running lines of backs, where those are not like fronts."""
    on_front: bool = False
    """The section begins a sheet of paper, and counts its pages from there."""
    roman: bool = False
    """Its pages have small roman numerals."""
    first_number: int | None = None
    """The number of its first page, where it does not count on from the section before."""
    gutter: int = 0
    right_to_left: bool = False

    @property
    def text_width(self) -> int:
        """Width of the column that text is set in."""
        return self.width - self.left - self.right - self.gutter

    @property
    def text_height(self) -> int:
        """Height of that column, where header and footer are no higher than the margins."""
        return self.height - self.top - self.bottom


class Frame(NamedTuple):
    """The place of a paragraph at the right edge of its column, which what follows runs around.

    ``height`` is that of all in it, ``gap`` the least distance of what runs around it, ``down`` how
    far below the paragraph's place it begins.
    """

    width: int
    height: int
    gap: int
    down: int


class Para(Struct, frozen=True):
    """A paragraph. ``number`` is the list it counts in, and the level; ``ends`` its section.

    ``right_to_left`` says where its lines begin, if not where those of the whole file do; one in a
    ``frame`` stands beside what follows it.
    """

    style: str
    pieces: tuple[Piece, ...] = ()
    number: tuple[int, int] | None = None
    bookmarks: tuple[str, ...] = ()
    new_page: bool = False
    ends: SectionShape | None = None
    right_to_left: bool | None = None
    frame: Frame | None = None


class GridCell(Struct, frozen=True):
    """A table cell; ``shade`` is a colour that the table's style does not give it."""

    flow: Flow
    shade: str = ""


class GridRow(Struct, frozen=True):
    """A table row; a ``head`` repeats on every page."""

    cells: tuple[GridCell, ...]
    head: bool = False


class Grid(Struct, frozen=True):
    """A table of fixed layout."""

    style: str
    columns: tuple[int, ...]
    rows: tuple[GridRow, ...]
    indent: int = 0
    summary: str = ""
    row_heads: bool = False
    right_to_left: bool = False


class ContentsList(Struct, frozen=True):
    """The contents field with its entries in place; ``title`` names it for assistive software."""

    depth: int
    entries: tuple[Para, ...]
    closing: Para


Part = Para | Grid | ContentsList
Flow = tuple[Part, ...]


class Footnote(Struct, frozen=True):
    """A footnote of the file, by the number that its call has."""

    number: int
    flow: Flow


class Remark(Struct, frozen=True):
    """A comment of the file, on the first place that quotes ``unit``."""

    number: int
    unit: str
    paragraphs: tuple[str, ...]


class Watermark(NamedTuple):
    """Words across a page of this width and height, in dxa."""

    words: str
    width: int
    height: int

    @property
    def page(self) -> tuple[float, float]:
        """The page's width and height in points."""
        return self.width / 20, self.height / 20


class Running(Struct, frozen=True):
    """A header or footer part; without a paragraph it is an empty one, which ends an earlier."""

    kind: Literal["header", "footer"]
    line: Para
    watermark: Watermark | None = None


class Properties(Struct, frozen=True):
    """What the file says about itself."""

    title: str
    language: str
    date: datetime
    author: str
    subject: str
    keywords: tuple[str, ...]
    delegation: str = ""
    printed_date: str = ""
    marking: str = ""


class DocumentPlan(Struct, frozen=True):
    """A whole DOCX file. Word counts its notes from ``first_note`` on, or from 0: not at all."""

    body: Flow
    last_section: SectionShape
    footnotes: tuple[Footnote, ...]
    first_note: int
    running: tuple[Running, ...]
    numbering: Numbering
    styles: StyleSheet
    properties: Properties
    manifest: str = ""
    remarks: tuple[Remark, ...] = ()
    mirrored: bool = False
    """The margins of backs are those of fronts with left and right exchanged."""
    tells_backs: bool = False
    """Backs have running lines of their own."""
