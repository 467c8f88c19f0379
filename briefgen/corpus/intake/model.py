"""What a new source holds as its format states it: passages, tables, notes.

Enters: nothing. Leaves: frozen types that every way of taking in a file makes, and that the readers
of described documents turn into units. Knows formats by name only; knows nothing of labels,
sections or units: what a passage *is* in the document is declared by its description.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from briefgen.corpus.model import Span
    from briefgen.diagnostics import Diagnostic

FormatName = Literal["text", "markdown", "tab-separated", "html", "docx", "pdf"]


class Passage(Struct, frozen=True):
    """A paragraph or a line: what the format itself keeps together."""

    text: str
    """The words, white space folded to single spaces, without what the format generates."""
    line: int
    """From 1: the line of a text file, the paragraph of a DOCX, the line on a page of a PDF."""
    spans: tuple[Span, ...] = ()
    """Emphasis, strong, language, note (its value a note's key) and line-break, over ``text``."""
    mark: str = ""
    """The bullet or number that the format generates ("(a)", "1.", "•"), never one typed as text.

    Markdown's own list markers ("-", "1.") are such marks; a "•" typed in a cell is not.
    """
    level: int = 0
    """Nesting that the format states, from 0; for plain text the columns of indentation."""
    style: str = ""
    """Where the format says so, "heading-1" and so on; else the name of the style, lower case."""
    page: int = 0
    """From 1, in a PDF; 0 where the format has no pages."""
    blank_before: bool = False
    """Whether the format shows a gap before it: an empty line, or an empty paragraph."""


class GridCell(Struct, frozen=True):
    """One cell of a table, with the passages that stand in it (none when it is empty)."""

    passages: tuple[Passage, ...]
    line: int


class GridRow(Struct, frozen=True):
    """One row; ``header`` as the format states it, never by its place or its look."""

    cells: tuple[GridCell, ...]
    line: int
    header: bool = False


class Grid(Struct, frozen=True):
    """A table. Rows may differ in length; merged cells are expanded, and reported."""

    rows: tuple[GridRow, ...]
    line: int


class Note(Struct, frozen=True):
    """A footnote that the format keeps as one. Spans of kind ``note`` call it by its ``key``."""

    key: str
    mark: str
    passages: tuple[Passage, ...]


class Intake(Struct, frozen=True):
    """A source file, taken in. ``unread`` says what was left out, or could not be decided."""

    file: str
    format: FormatName
    parts: tuple[Passage | Grid, ...]
    notes: tuple[Note, ...] = ()
    unread: tuple[Diagnostic, ...] = ()


class Word(Struct, frozen=True):
    """A word of the raw file, and where it stands (counted as :attr:`Passage.line` is)."""

    text: str
    line: int
    page: int = 0
