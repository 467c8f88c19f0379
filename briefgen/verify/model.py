"""What a delivered file says, as a reader of it meets it: passages with their words and places.

Enters: nothing. Leaves: frozen types that the readers of files make and the checks consume. Which
format a file has can be seen by its places only.
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal, NamedTuple

from msgspec import Struct

from briefgen.manifest.model import Cell, Mark  # noqa: TC001 - files are passed on as JSON of these types
from briefgen.manifest.words import normalised


class Spot(NamedTuple):
    """Where in a file something stands; numbers count from 1, and 0 is unknown.

    A PDF has pages; a Word document, which has none before it is laid out, has paragraphs, counted
    as they follow each other in its main text. ``note`` is the mark of the footnote it stands in.
    """

    page: int = 0
    paragraph: int = 0
    cell: Cell | None = None
    note: str = ""

    def __str__(self) -> str:
        """Say it in words: ``page 12, table 1, row 3, column 2``."""
        parts = [f"page {self.page}"] if self.page else []
        if self.paragraph:
            parts.append(f"paragraph {self.paragraph}")
        if self.note:
            parts.append(f"note {self.note}")
        if self.cell:
            parts.append(f"table {self.cell[0]}, row {self.cell[1]}, column {self.cell[2]}")
        return ", ".join(parts)


class Run(NamedTuple):
    """Words in a row that the file ascribes to one unit, or to none."""

    words: str
    unit: str = ""


class Drawn(NamedTuple):
    """Where words are drawn: heights of lines over the page's foot, in points.

    ``height`` is that of the first line, ``low`` that of the first line of the last stretch of
    words, which stands on ``last_page``; ``in_order`` tells whether each stretch stands below the
    one before it.
    """

    height: float
    low: float
    last_page: int
    in_order: bool = True


class Turn(NamedTuple):
    """The number of a passage's run, from 0, from which on words stand on ``page``."""

    run: int
    page: int


class Passage(Struct, frozen=True, dict=True):
    """A paragraph, an item of a list or a heading (``level`` 1 to 6, else 0), with words.

    ``label`` is an item's number as it is shown, "" for a bullet. ``tracked`` tells that changes to
    it are pending; they were read as if accepted. ``drawn`` tells where its words stand on pages,
    and ``turns`` which of its runs begin a page, where the file says it.
    """

    runs: tuple[Run, ...]
    spot: Spot
    level: int = 0
    label: str = ""
    marks: tuple[Mark, ...] = ()
    tracked: bool = False
    drawn: Drawn | None = None
    turns: tuple[Turn, ...] = ()

    @cached_property
    def words(self) -> str:
        """All words, normalised, without the label."""
        return normalised("".join([run.words for run in self.runs]))

    @cached_property
    def whole(self) -> str:
        """The label and the words."""
        return f"{normalised(self.label)} {self.words}".strip() if self.label else self.words

    @property
    def units(self) -> tuple[str, ...]:
        """The units that the file ascribes words to, in their order."""
        return tuple(dict.fromkeys(run.unit for run in self.runs if run.unit))


class Note(Struct, frozen=True):
    """A footnote by its mark."""

    mark: str
    passages: tuple[Passage, ...]


class Remark(Struct, frozen=True):
    """A comment in the margin, on the passage of that number, from 0; "" for no author."""

    passage: int
    words: str
    author: str = ""


class Delivered(Struct, frozen=True):
    """A whole file as read.

    ``passages`` are those of the main text in reading order, ``contents`` the entries of its
    contents list, ``strays`` words that are drawn and belong to nothing.
    ``manifest`` is the text of what the file says of itself, None where it says
    nothing. ``structured`` tells whether paragraphs, lists and tables could be told apart.
    """

    name: str
    kind: Literal["docx", "pdf"]
    passages: tuple[Passage, ...]
    notes: tuple[Note, ...] = ()
    contents: tuple[Passage, ...] = ()
    strays: tuple[Passage, ...] = ()
    manifest: str | None = None
    structured: bool = True
    remarks: tuple[str, ...] = ()
    """What a person should know of how the file was read."""
    sha256: str = ""
    struck: tuple[str, ...] = ()
    """Passages that pending changes take out whole; they are not among ``passages``."""
    comments: tuple[Remark, ...] = ()
