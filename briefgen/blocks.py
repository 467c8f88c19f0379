"""The tree between the texts and the formats: a closed set of blocks and inlines, frozen.

A template makes a ``Pack``; every writer renders a ``Pack`` and knows nothing else. The tree says
what a thing *is* (its ``role``); the style says what a role looks like. Words that are quoted
stand inside a ``Quotation``, which carries the id of the unit that they come from.

Writers match over ``Block`` and ``Inline``; a kind added here must be added to each of them (the
type checker tells where, by ``assert_never``).
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

# ---------------------------------------------------------------- inlines


class Text(Struct, frozen=True):
    """Literal characters; never markup. Holds no line feed."""

    text: str


class Strong(Struct, frozen=True):
    """Strong words: bold."""

    children: Inlines


class Emphasis(Struct, frozen=True):
    """Emphasised words: italic."""

    children: Inlines


class Span(Struct, frozen=True):
    """A run with a role of its own (a character style) or in another language (BCP 47 tag)."""

    children: Inlines
    role: str = ""
    language: str = ""


class Link(Struct, frozen=True):
    """A link to ``#anchor`` in the Pack, or to an http(s) or mailto address."""

    children: Inlines
    target: str


class Quotation(Struct, frozen=True):
    """Words of the source, exactly; ``unit`` is the id of the unit that they belong to."""

    children: Inlines
    unit: str


class NoteReference(Struct, frozen=True):
    """The mark of a footnote; ``note`` is the ``Note.id`` that is to stand at the page's foot."""

    note: str
    mark: str


class Insertion(Struct, frozen=True):
    """Words added, in a comparison of two texts."""

    children: Inlines


class Deletion(Struct, frozen=True):
    """Words taken out, in a comparison of two texts."""

    children: Inlines


class Highlight(Struct, frozen=True):
    """Words that were looked for, marked where they stand and left as they were."""

    children: Inlines


class Field(Struct, frozen=True):
    """A number that only the page knows: this page, the number of pages, the page of ``anchor``.

    ``sheet`` counts the sheets of paper of a section. Its ``words`` say it with ``{sheet}`` and
    ``{sheets}`` on the front of a sheet, then on its back, then with ``{page}`` for a format that
    can count the pages of a section alone. ``alone`` are the words where one side is printed.
    """

    kind: Literal["page", "pages", "page-of", "sheet"]
    anchor: str = ""
    words: tuple[str, str, str] = ("", "", "")
    alone: str = ""

    def on_side(self, place: int, sides: int) -> str:
        """Give the words for the page at a ``place`` in its section, from 0, of sheets printed."""
        if sides == 1:
            return self.alone or self.words[0]
        return self.words[place % 2]


class LineBreak(Struct, frozen=True):
    """A new line inside a paragraph."""


Inline = (
    Text
    | Strong
    | Emphasis
    | Span
    | Link
    | Quotation
    | NoteReference
    | Insertion
    | Deletion
    | Highlight
    | Field
    | LineBreak
)
Inlines = tuple[Inline, ...]

# ---------------------------------------------------------------- blocks


class Heading(Struct, frozen=True):
    """A heading of level 1 to 4 that the contents list, the outline and bookmarks show.

    ``label`` is what stands on a line of its own above the words ("Objective 9") and before
    them in the contents list; it belongs to the heading. ``anchor`` is unique in the Pack.
    """

    level: int
    inlines: Inlines
    anchor: str
    label: str = ""
    role: str = ""
    new_page: bool = False


class Paragraph(Struct, frozen=True):
    """A paragraph in a role of the style ("body", "locator", "chapeau" ...)."""

    inlines: Inlines
    role: str = "body"


class ListItem(Struct, frozen=True):
    """One item; ``label`` is the official label as printed ("(a)", "24."), "" for a bullet."""

    blocks: Blocks
    label: str = ""


class ListBlock(Struct, frozen=True):
    """Items with official labels (``labelled``) or with bullets, which the style draws.

    The role is a role of the style for the items' text and the place of their labels.
    """

    items: tuple[ListItem, ...]
    kind: Literal["labelled", "bullets"] = "bullets"
    role: str = "list"


class Cell(Struct, frozen=True):
    """A table cell; ``header`` marks a column head (in the head) or a row head (in the body)."""

    blocks: Blocks
    header: bool = False


class Row(Struct, frozen=True):
    """A table row, with as many cells as the table has columns."""

    cells: tuple[Cell, ...]


class Table(Struct, frozen=True):
    """A table whose head repeats on each page and whose rows may break between blocks.

    ``widths`` are proportions, one a column; ``summary`` describes the table for those who hear
    it; ``continued`` is what the head says on later pages, "" for nothing. ``sheet`` names
    the sheet that a spreadsheet has it on; tables of one name stand on one sheet.
    """

    widths: tuple[float, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    role: str = "table"
    summary: str = ""
    continued: str = ""
    sheet: str = ""


class Box(Struct, frozen=True):
    """Blocks that belong together, set off from the rest (a notice, a summary)."""

    blocks: Blocks
    role: str = "box"


class Contents(Struct, frozen=True):
    """The list of the headings down to ``depth``, with their page numbers."""

    depth: int = 2


class HeatMap(Struct, frozen=True):
    """Numbers as shades, one square for each row and column: the darker, the larger the number.

    ``columns`` are the heads; each row is its name and as many numbers. ``alternative`` says in
    words what the picture shows, for those who do not see it; the numbers stand in a table too.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    alternative: str
    role: str = "heat-map"


LONGEST_PAYLOAD = 300
"""Bytes in a code: with more, its squares are many and small."""


class ScanCode(Struct, frozen=True):
    """A QR code that says ``payload`` to whoever scans it, and the blocks that stand beside it.

    ``alternative`` says in words what the code holds, for those who cannot see or scan it.
    """

    payload: str
    alternative: str
    blocks: Blocks = ()
    role: str = "scan-code"


Block = Heading | Paragraph | ListBlock | Table | Box | Contents | HeatMap | ScanCode
Blocks = tuple[Block, ...]

# ---------------------------------------------------------------- the whole


class RunningLine(Struct, frozen=True):
    """The header or footer of a section: what stands at the left and at the right."""

    left: Inlines = ()
    right: Inlines = ()


class Section(Struct, frozen=True):
    """Blocks that start on a new page and share page shape, header and footer.

    ``role`` names a page of the style ("cover", "body"); ``anchor`` may be linked to. ``continued``
    stands after the left of the header from the second page on. One that ``starts`` on a "front"
    begins a sheet of paper; ``blank`` is what the side before it says if nothing else is on it.
    ``writing_room`` is for notes by hand, below the last words, where the page leaves room for it.
    """

    blocks: Blocks
    role: str = "body"
    header: RunningLine | None = None
    footer: RunningLine | None = None
    landscape: bool = False
    continued: Inlines = ()
    starts: Literal["page", "front"] = "page"
    blank: Inlines = ()
    writing_room: WritingRoom | None = None


class WritingRoom(Struct, frozen=True):
    """Room for handwriting, with or without lines to write on; ``title`` stands above it."""

    title: Inlines
    ruled: bool = True


class Note(Struct, frozen=True):
    """A footnote, printed at the foot of the page that calls it."""

    id: str
    mark: str
    blocks: Blocks


class Comment(Struct, frozen=True):
    """A note of the delegation's on a unit that is quoted: beside the text, and no part of it."""

    unit: str
    paragraphs: tuple[str, ...]


class Attachment(Struct, frozen=True):
    """A file that goes along inside another, where the format can hold one.

    ``media_type`` is its MIME type; ``relation`` says what it is to the pack: what it was made
    from, or data about it.
    """

    name: str
    media_type: str
    about: str
    relation: Literal["source", "data"]
    data: bytes


class Pack(Struct, frozen=True):
    """A whole briefing pack, ready for any writer.

    ``language`` is a BCP 47 tag, ``date`` the pack's date as ISO 8601 (metadata only; the printed
    date is in the blocks), ``author`` the delegation; both are "" where none is given.
    ``printed_date`` and ``marking`` are for a letterhead that asks for them. ``comments`` are for
    formats that have comments; the others leave them out. ``sources`` are the documents quoted, as
    a file's properties name them. ``watermark`` stands across every page, and ``copy_words``, with
    numbers for ``{copy}`` and ``{copies}``, on every page of numbered copies.
    """

    title: str
    language: str
    date: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...] = ()
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    printed_date: str = ""
    marking: str = ""
    comments: tuple[Comment, ...] = ()
    sources: tuple[str, ...] = ()
    watermark: str = ""
    copy_words: str = "{copy} / {copies}"
    attachments: tuple[Attachment, ...] = ()
    manifest: str = ""
    """What a file is to say of itself (``briefgen.manifest``); writers put it in unread."""


UNDATED = "1980-01-01"
"""The date in the properties of a file whose Pack has none: formats want one, no clock is read."""
