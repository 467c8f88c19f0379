"""The plan of a PDF: every page with all that stands on it, before a file exists.

Enters: nothing; these are the values that layout makes and that the emitter writes. Lengths are in
points; ``x`` runs from the paper's left edge, ``y`` from its top edge downwards. Every line knows
the element of the tree that it belongs to. A plan knows no PDF object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.blocks import Attachment, Field
    from briefgen.styles import Duplex
    from briefgen.writers.extents import Extent
    from briefgen.writers.pdf.page_labels import PageLabels

ElementKind: TypeAlias = Literal[
    "section",
    "heading",
    "paragraph",
    "list",
    "item",
    "label",
    "table",
    "head",
    "row",
    "cell",
    "box",
    "contents",
    "entry",
    "note",
    "figure",
    "header",
    "footer",
    "continued",
]
FURNITURE: frozenset[ElementKind] = frozenset({"header", "footer", "continued"})
"""What stands around the text, page for page."""

Align: TypeAlias = Literal["left", "centre", "right"]


class Element(Struct, frozen=True, eq=False):
    """A part of the logical structure; two are the same only if they are the same object.

    ``level`` is a heading's; ``header`` marks a column or row head; ``name`` is a heading's anchor,
    a note's id, a table's summary, how a list is numbered or what a figure says in words. ``unit``
    and ``language`` are what all words of it share: the unit that they quote, their language.

    An element is made after the one around it and before the ones inside it, so that ``parts`` are
    in reading order, also where a page shows them in another.
    """

    kind: ElementKind
    role: str
    parent: Element | None
    level: int = 0
    header: bool = False
    name: str = ""
    unit: str = ""
    language: str = ""
    parts: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Take the place after the parts made before."""
        if self.parent is not None:
            self.parent.parts.append(self)

    def ancestors(self) -> Iterator[Element]:
        """Give the elements around this one, innermost first."""
        around = self.parent
        while around is not None:
            yield around
            around = around.parent


class Look(Struct, frozen=True):
    """What glyphs look like: a face by name, size and leading in points, a colour, a rise.

    ``ground`` is the colour behind them, "" for the paper's. No line ends after a hyphen among
    those that keep theirs.
    """

    face: str
    size: float
    leading: float
    colour: str
    rise: float = 0.0
    underline: bool = False
    strike: bool = False
    ground: str = ""
    keeps_hyphens: bool = False


class Sense(NamedTuple):
    """What words are beside their look: quoted from a unit, a link, a note's mark, a field."""

    unit: str = ""
    link: str = ""
    note: str = ""
    language: str = ""
    field: Field | None = None


class Fragment(NamedTuple):
    """Words of one look and sense; ``x`` counts from the line's start.

    ``text`` may end in a space that takes no room (at the end of a line), so that the words of a
    page can be read out of the file; ``width`` is the advance of the visible glyphs.
    """

    x: float
    width: float
    text: str
    look: Look
    sense: Sense


class Line(Struct, frozen=True, eq=False):
    """Fragments on one baseline, set once and placed as often as a table's head repeats."""

    fragments: tuple[Fragment, ...]
    width: float
    element: Element
    align: Align = "left"
    plain: bool = True
    """No fragment links, counts pages, is underlined, struck out or on a ground of its own."""

    @property
    def text(self) -> str:
        """The line's words."""
        return "".join(fragment.text for fragment in self.fragments)


class PlacedLine(NamedTuple):
    """A line with its start on the baseline; ``repeated`` if it says again what stood before."""

    x: float
    y: float
    line: Line
    repeated: bool = False

    @property
    def is_furniture(self) -> bool:
        """Whether the line is no part of the text: a header, a footer, a table's head again."""
        return self.repeated or self.line.element.kind in FURNITURE


class Rectangle(NamedTuple):
    """A filled rectangle: backgrounds, and rules, which are thin rectangles.

    ``element`` is the figure that it is part of; what has none is decoration.
    """

    x: float
    y: float
    width: float
    height: float
    colour: str
    element: Element | None = None


class LinkArea(NamedTuple):
    """Where a click goes to ``target``: ``#anchor`` or an address; ``text`` says what it is.

    Where ``note`` is given, the click goes to that note instead. ``start`` is the first of the
    fragments that are clicked on.
    """

    x: float
    y: float
    width: float
    height: float
    target: str
    text: str
    start: Fragment
    note: str = ""


class Bookmark(NamedTuple):
    """A heading or an action as the outline shows it, at the top of its first line.

    Only what links may go to has an anchor.
    """

    title: str
    anchor: str
    level: int
    page: int
    y: float


class Page(Struct, frozen=True):
    """One side of paper; ``number`` counts from 1. Rectangles lie under the lines."""

    number: int
    width: float
    height: float
    rectangles: tuple[Rectangle, ...]
    lines: tuple[PlacedLine, ...]
    links: tuple[LinkArea, ...]

    @property
    def text(self) -> str:
        """The page's words in reading order, one line of the page a line."""
        return "\n".join(placed.line.text.rstrip(" ") for placed in self.lines)


class Stamps(NamedTuple):
    """What stands on every page, beside the text and no part of it, each a line set once.

    ``copies`` has a line for each copy; it stands ``edge`` points from the edges of the paper.
    """

    watermark: Line | None = None
    copies: tuple[Line, ...] = ()
    edge: float = 0.0


NO_STAMPS = Stamps()


class Plan(Struct, frozen=True):
    """A whole document, ready to be written.

    ``page_numbers`` gives the number of the page that an anchor stands on, counted from the first
    sheet of paper; ``labels`` what is printed on the pages; ``extents`` what each section takes.
    """

    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...]
    page_numbers: Mapping[str, int]
    labels: PageLabels
    title: str
    language: str
    date: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    manifest: str = ""
    duplex: Duplex | None = None
    attachments: tuple[Attachment, ...] = ()
    stamps: Stamps = NO_STAMPS
    extents: tuple[Extent, ...] = ()

    def lines(self) -> Iterator[Line]:
        """Give the lines of all pages, page by page, and then those of the stamps."""
        for page in self.pages:
            for placed in page.lines:
                yield placed.line
        if self.stamps.watermark:
            yield self.stamps.watermark
        yield from self.stamps.copies

    @property
    def printed_numbers(self) -> dict[str, str]:
        """The number that is printed on the page of each anchor."""
        return {anchor: self.labels.label(page) for anchor, page in self.page_numbers.items()}
