"""The look as data: what each role of the tree looks like, for every writer alike.

Enters: the plain data of a style file (``load_style`` reads it). Leaves: a ``Style``. Lengths are
in points unless the name says millimetres; colours are ``#rrggbb`` once the palette is applied.
A style knows neither formats nor texts.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Points = Annotated[float, Field(ge=0, le=400)]
Millimetres = Annotated[float, Field(ge=0, le=150)]
Colour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]

Paper = Literal["A3", "A4", "A5", "A6", "Letter", "Legal", "Half-Letter"]

Duplex = Literal["none", "long", "short"]

PAGE_SIZES_MM: dict[Paper, tuple[float, float]] = {
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "A6": (105.0, 148.0),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
    "Half-Letter": (139.7, 215.9),
}
"""Width and height of the upright page (ISO 216; ANSI/ASME Y14.1)."""

POINTS_PER_MM = 72 / 25.4

PRINTABLE_MM = 12.0
"""The margin that every printer leaves: nothing stands nearer to the edge of the paper."""


class Model(BaseModel):
    """What every part of a style has in common: unknown keys are errors, values never change."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        defer_build=True,  # one validator for all, when it is needed, not one for each part
        alias_generator=lambda name: name.replace("_", "-"),  # as the keys of a style file
        populate_by_name=True,
    )


class Rule(Model):
    """A line beside or around a block; ``gap`` is the space between it and the words."""

    side: Literal["left", "above", "below"] = "left"
    width: Points = 1.5
    colour: Colour = "#000000"
    gap: Points = 8


class Role(Model):
    """How one role looks. What a style file leaves out comes from the role it is ``based-on``."""

    size: Annotated[float, Field(ge=5, le=72)] = 10
    leading: Annotated[float, Field(ge=5, le=100)] = 13.5
    lines: Literal["at-least", "exact"] = "at-least"
    """In Word files, whose typefaces want more: ``exact`` sets lines no further apart than said."""
    bold: bool = False
    italic: bool = False
    colour: Colour = "#000000"
    align: Literal["left", "centre", "right"] = "left"
    space_before: Points = 0
    space_after: Points = 4
    indent: Points = 0
    """Left edge of the text, from the left edge of the column it stands in."""
    hang: Points = 0
    """Width of the column for labels or bullets; it lies to the left of the text, inside indent."""
    label_bold: bool = False
    label_colour: Colour | None = None
    bullet: str = "\u2022"
    """The bullet that a list in this role draws."""
    nested_bullet: str = "\u2013"
    """The bullet of a list inside a list in this role."""
    hyphenate: bool = False
    """Divide long words at the ends of lines, where their language has patterns."""
    keep_hyphens: bool = False
    """End no line after a hyphen: in what is typed off or pasted, one would seem to be no part.

    PDFs have ends of lines after slashes and before ``#`` instead.
    """
    keep_with_next: bool = False
    keep_together: bool = False
    rule: Rule | None = None
    background: Colour | None = None
    padding: Points = 0
    """Space between the edge of a background and the words."""


class Page(Model):
    """The margins of a kind of page, and how far header and footer lie from the paper's edge."""

    top_mm: Millimetres = 26
    bottom_mm: Millimetres = 25
    left_mm: Millimetres = 25
    right_mm: Millimetres = 23
    header_mm: Millimetres = 15
    footer_mm: Millimetres = 13
    numbers: Literal["arabic", "roman"] = "arabic"
    """``roman``: i, ii, iii, as for what stands before the text, which then begins with page 1."""
    one_sided: bool = False
    """Whether a printer is told to leave backs empty, where the style says no ``duplex``."""


class TableLook(Model):
    """How tables look."""

    rules: Literal["un", "grid"] = "un"
    """``un``: horizontal rules only, as the UN Editorial Manual has it; ``grid``: all of them."""
    head_background: Colour | None = None
    rule_colour: Colour = "#000000"
    rule_width: Points = 0.4
    head_rule_width: Points = 1.0
    padding: Points = 5


class Family(Model):
    """A typeface: what the PDF embeds, and what the DOCX asks the reader's machine for."""

    pdf: Literal["FiraGO", "Noto Sans"] = "FiraGO"
    office: str = "Calibri"
    office_scale: Annotated[float, Field(ge=0.5, le=2)] = 1.0
    """Sizes in the DOCX are multiplied by this, so that both typefaces look equally large."""


class Typography(Model):
    """How quoted words are shown: characters for characters, never other words.

    ``verbatim`` packs show the source's own characters, whatever is said here.
    """

    quotes: Literal["source", "curly"] = "source"
    """``curly``: quotation marks and apostrophes as the document's language has them."""
    dashes: Literal["source", "typographic"] = "source"
    """``typographic``: an en dash in ranges of numbers and between spaces."""
    titles: Literal["source", "sentence-case"] = "source"
    """``sentence-case``: a capital on the first word and on names, as in titles of the UN."""
    labels: Literal["(a)", "a)"] = "(a)"
    """``(a)``: the official form in English; ``a)``: that in French and Spanish."""


class Marks(Model):
    """How links and the marks of notes stand out from the words around them."""

    links: Literal["underlined", "plain"] = "underlined"
    """In Word files; a PDF shows links by their colour alone."""
    notes: Literal["raised", "full-size"] = "raised"
    """``full-size``: as large as the words, for readers who see little."""


class CardSizes(Model):
    """The sizes of a card's text: the largest of them that lets all cards of a pack fit is taken.

    Nothing on a card is smaller than ``smallest``. Below the style's own size of text lines come
    closer, to ``leading`` sizes of their type at the smallest.
    """

    largest: Annotated[float, Field(ge=6, le=36)] = 13
    smallest: Annotated[float, Field(ge=6, le=36)] = 7.5
    leading: Annotated[float, Field(ge=1, le=2)] = 1.25

    @model_validator(mode="after")
    def _has_sizes(self) -> CardSizes:
        if self.smallest > self.largest:
            message = f"the smallest size, {self.smallest:g}, is above the largest"
            raise ValueError(message)
        return self


class Fit(Model):
    """How far sheets of a handout may be set tighter so that they fit on a side or a sheet."""

    smallest: Annotated[float, Field(ge=5, le=72)] = 9
    """No type is made smaller than this; what is smaller already stays as it is."""
    leading: Annotated[float, Field(ge=1, le=2)] = 1.2
    """The least distance from line to line, in sizes of the type."""
    spacing: Annotated[float, Field(ge=0, le=1)] = 0.5
    """The least part of the space around blocks that is kept."""
    margin_mm: Annotated[float, Field(ge=PRINTABLE_MM, le=150)] = 15
    """The narrowest margin."""
    optional: tuple[Literal["rows"], ...] = ()
    """What may be left out, with a line that says so: rows of tables below an objective."""


class Style(Model):
    """A whole look. ``roles`` holds at least the roles in ``REQUIRED_ROLES``."""

    name: str
    title: str = ""
    page_size: Paper = "A4"
    duplex: Duplex | None = None
    """The edge that sheets printed on both sides turn about; ``none``: one side is printed.

    None leaves it to the printer: handouts are made for both sides, and all pages are alike."""
    binding_mm: Millimetres = 0
    """What is added to the margin at the edge that sheets turn about."""
    family: Family = Family()
    table: TableLook = TableLook()
    typography: Typography = Typography()
    marks: Marks = Marks()
    card: CardSizes = CardSizes()
    fit: Fit | None = None
    """How far handouts may be tightened; nothing can be made to fit in a style that has none."""
    pages: dict[str, Page]
    roles: dict[str, Role]

    @model_validator(mode="after")
    def _has_what_writers_need(self) -> Style:
        missing = [name for name in REQUIRED_ROLES if name not in self.roles]
        if missing:
            message = f"roles are missing: {', '.join(missing)}"
            raise ValueError(message)
        if "body" not in self.pages:
            message = "pages must have 'body'"
            raise ValueError(message)
        return self

    def role(self, name: str) -> Role:
        """Give the look of a role; a role that the style does not know looks like ``body``."""
        return self.roles.get(name) or self.roles["body"]

    def page(self, name: str) -> Page:
        """Give the margins of a kind of page; one that the style does not know is ``body``."""
        return self.pages.get(name) or self.pages["body"]

    @property
    def is_one_sided(self) -> bool:
        """Tell whether each page is a sheet of its own, with an empty back."""
        return self.duplex == "none"

    @property
    def sides(self) -> int:
        """Give how many sides of a sheet of paper are printed."""
        return 1 if self.is_one_sided else 2

    def turned(self, *, landscape: bool = False) -> Literal["none", "book", "calendar"]:
        """Tell how pages are turned: at the side as in a book, or over the top as in a calendar.

        The long edge of the paper is at the side of an upright page, and above one that lies.
        """
        if self.duplex is None or self.is_one_sided:
            return "none"
        return "book" if (self.duplex == "long") != landscape else "calendar"

    def paper(self, *, landscape: bool = False) -> tuple[float, float]:
        """Give the paper's width and height in points."""
        width, height = PAGE_SIZES_MM[self.page_size]
        if landscape:
            width, height = height, width
        return width * POINTS_PER_MM, height * POINTS_PER_MM


REQUIRED_ROLES = (
    "body",
    "heading-1",
    "heading-2",
    "heading-3",
    "heading-4",
    "heading-label",
    "list",
    "table",
    "table-head",
    "footnote",
    "note-mark",
    "header",
    "footer",
    "contents-1",
    "contents-2",
    "contents-3",
    "contents-4",
    "link",
    "highlight",
    "box",
)
"""Roles that a writer itself asks for; every other role is named by a template."""

WELCOME_ROLES = ("notes-title", "notes-line", "record-first", "record-label")
"""Roles that a writer asks for too, and does without where a style lacks them."""
