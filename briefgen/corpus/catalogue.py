"""What must be known of each source before it is read: identity, status, layout, what to expect.

Enters: ``catalogue.yaml``, written by the corpus's editor, or by the import of a described
document. Leaves: typed entries. Knows no reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Discriminator, Field, PrivateAttr, StringConstraints, Tag, model_validator

from briefgen.corpus.forms import FileName, IsoDate, LanguageTag, Sha256, Slug, Strict, Words
from briefgen.corpus.model import Status  # noqa: TC001 - pydantic reads it
from briefgen.yaml_reading import Unfit, check_model, read_yaml

if TYPE_CHECKING:
    from briefgen.corpus.described import Description


class SourceFile(Strict):
    """A file of the corpus, and the hash of the bytes that are meant."""

    file: FileName
    sha256: Sha256


class MarkdownObjectives(Strict):
    """Objectives under ``# Objective 5``, actions as ``- a. …``."""

    format: Literal["markdown-objectives"]


class BulletTable(Strict):
    """Three columns parted by tabs, one bullet a line."""

    format: Literal["bullet-table"]


class HtmlTable(Strict):
    """Three columns parted by tabs, cells in HTML."""

    format: Literal["html-table"]


class TitleLine(Strict):
    """A line of the title block, and the last part of its unit's id."""

    line: Words
    id: Slug


class HeadingLine(Strict):
    """A heading as it is printed, and the section that it opens."""

    line: Words
    section: Slug


class DraftText(Strict):
    """Letters, title, numbered paragraphs, objectives with commitments and ``a)`` actions."""

    format: Literal["draft-text"]
    letters: tuple[Words, ...]
    """The line that opens each covering letter."""
    images: tuple[Words, ...]
    """Lines that describe an image and are no words of the letter."""
    languages: dict[LanguageTag, Words]
    """Lines in another language, by BCP 47 tag."""
    title: Annotated[tuple[TitleLine, ...], Field(min_length=1)]
    opening: Words
    """How the text between title and first heading begins."""
    headings: tuple[HeadingLine, ...]
    sub_headings: Annotated[tuple[Words, ...], Field(alias="sub-headings")]
    principles: Annotated[str, StringConstraints(pattern=r"^\d+$")]
    """The paragraph that the guiding principles stand under."""
    chapeau: Words
    """The line above each objective's actions."""


Layout = Annotated[
    MarkdownObjectives | DraftText | BulletTable | HtmlTable, Field(discriminator="format")
]


class Transcript(SourceFile):
    """A second transcript that a document is checked against, word for word.

    With a ``reading`` it is laid out in that format; with a ``title``, which is its first line, it
    is plain text in which the columns of a table may run together.
    """

    title: Words = ""
    reading: Layout | None = None

    @model_validator(mode="after")
    def _check_kind(self) -> Transcript:
        if (self.reading is None) == (not self.title):
            raise Unfit("a transcript has a 'title' or a 'reading'", "give one of them", ("file",))
        return self


class Expected(Strict):
    """How many units of each kind, and repairs of each rule, a complete reading gives."""

    units: dict[str, int]
    repairs: Annotated[dict[str, int], Field(default_factory=dict)]


class Entry(Strict):
    """One document of the corpus."""

    id: Slug
    title: Words
    short_title: Annotated[Words, Field(alias="short-title")]
    date: IsoDate
    status: Status
    statement: Words
    language: LanguageTag
    page: Annotated[Literal["compact", "table"], Field(alias="layout")]
    source: SourceFile
    transcripts: tuple[Transcript, ...] = ()
    reading: Layout
    expected: Expected


class DescribedEntry(Strict):
    """A document that a description says all of: ``descriptions/<file>`` of the same folder."""

    id: Slug
    description: SourceFile
    source: SourceFile
    _layout: Description | None = PrivateAttr(None)

    @property
    def transcripts(self) -> tuple[Transcript, ...]:
        """None: a described document has one source."""
        return ()

    @property
    def layout(self) -> Description:
        """The description, once it was read."""
        assert self._layout is not None, "load_catalogue reads it"
        return self._layout

    def with_layout(self, layout: Description) -> DescribedEntry:
        """Give the entry with its description."""
        entry = self.model_copy()
        entry._layout = layout  # noqa: SLF001 - its own
        return entry


def _kind(value: object) -> str:
    if isinstance(value, DescribedEntry):
        return "<described>"
    return "<described>" if isinstance(value, dict) and "description" in value else "<written>"


AnyEntry = Annotated[
    Annotated[Entry, Tag("<written>")] | Annotated[DescribedEntry, Tag("<described>")],
    Discriminator(_kind),
]


class Catalogue(Strict):
    """All documents, in the order in which they are listed and printed."""

    documents: Annotated[tuple[AnyEntry, ...], Field(min_length=1)]


def read_catalogue(data: bytes, file: str) -> Catalogue:
    """Read the catalogue.

    Raises:
        UnusableInput: with every fault of the file and its place.
    """
    return check_model(Catalogue, read_yaml(data, file))
