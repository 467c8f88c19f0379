"""The form of a document in its YAML file, and the way from there to a document.

Enters: the bytes of ``documents/<id>.yaml``. Leaves: a typed ``Document``; marks that the file
anchors by words have become spans. What the file tells about its making is checked, not kept.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from briefgen.corpus.anchors import locate
from briefgen.corpus.forms import (
    FileName,
    IsoDate,
    LanguageTag,
    Sha256,
    Slug,
    Strict,
    UnitId,
    Words,
)
from briefgen.corpus.model import Document, Section, Source, Span, SpanKind, Status, Unit
from briefgen.yaml_reading import Unfit, check_model, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAK = re.compile(r"\n+")


class NotePlace(Strict):
    """A note mark, by the words that it follows."""

    note: UnitId
    after: Words
    nth: Annotated[int, Field(ge=1)] | None = None


class Stretch(Strict):
    """Words that are set apart."""

    words: Words
    nth: Annotated[int, Field(ge=1)] | None = None


class Tongue(Stretch):
    """Words in another language, by its BCP 47 tag."""

    language: LanguageTag


class UnitRow(Strict):
    """One unit. In ``text`` a line end is a line break, an empty line a new paragraph."""

    id: UnitId
    kind: Slug
    label: str = ""
    lines: tuple[int, int]
    text: Annotated[str, StringConstraints(pattern=r"^[^ \t\n\r]+(?:(?: |\n\n?)[^ \t\n\r]+)*$")]
    notes: tuple[NotePlace, ...] = ()
    emphasis: tuple[Stretch, ...] = ()
    strong: tuple[Stretch, ...] = ()
    languages: tuple[Tongue, ...] = ()

    @property
    def words(self) -> str:
        """The text with every break as one space."""
        return _BREAK.sub(" ", self.text)

    @model_validator(mode="after")
    def _find_anchors(self) -> UnitRow:
        lost = [
            Unfit(
                f"'{words}' does not stand exactly once in the text",
                "give the words as they stand there, or 'nth'",
                (key, index),
            )
            for key, index, words, nth in self._anchors()
            if locate(self.words, words, nth) is None
        ]
        if lost:
            raise Unfit.joined(lost)
        return self

    def _anchors(self) -> Iterator[tuple[str, int, str, int]]:
        for index, note in enumerate(self.notes):
            yield "notes", index, note.after, note.nth or 0
        for key in ("emphasis", "strong", "languages"):
            for index, stretch in enumerate(getattr(self, key)):
                yield key, index, stretch.words, stretch.nth or 0

    def unit(self) -> Unit:
        """Give the unit."""
        text = self.words
        spans: list[Span] = []
        shift = 0
        for found in _BREAK.finditer(self.text):
            at = found.start() - shift
            shift += len(found.group()) - 1
            kind: SpanKind = "line-break" if len(found.group()) == 1 else "paragraph-break"
            spans.append(Span(at, at + 1, kind))
        for note in self.notes:
            end = (locate(text, note.after, note.nth or 0) or 0) + len(note.after)
            spans.append(Span(end, end, "note", note.note))
        spans += _stretches(text, "emphasis", self.emphasis)
        spans += _stretches(text, "strong", self.strong)
        spans += _stretches(text, "language", self.languages)
        document = self.id.split("/", 1)[0]
        return Unit(
            self.id, document, self.kind, text, self.label, self.lines, tuple(sorted(spans))
        )


def _stretches(text: str, kind: SpanKind, stretches: tuple[Stretch, ...]) -> Iterator[Span]:
    for stretch in stretches:
        start = locate(text, stretch.words, stretch.nth or 0) or 0
        value = stretch.language if isinstance(stretch, Tongue) else ""
        yield Span(start, start + len(stretch.words), kind, value)


class SectionRow(Strict):
    """A part of the document, by the name that profiles ask for it."""

    name: Slug
    units: tuple[UnitRow, ...]


class SourceRow(Strict):
    """The untouched file, its hash, and the transcripts that bear it out."""

    file: FileName
    sha256: Sha256
    transcripts: tuple[FileName, ...] = ()


class AccountRow(Strict):
    """Where the words of the source went."""

    words: int
    in_units: Annotated[int, Field(alias="in-units")]
    explained: dict[str, int]


class RepairRow(Strict):
    """Something that the import mended."""

    line: int
    rule: Words
    unit: str = ""
    words: str = ""


class DocumentFile(Strict):
    """A document as it is stored."""

    id: Slug
    title: Words
    short_title: Annotated[Words, Field(alias="short-title")]
    date: IsoDate
    status: Status
    statement: Words
    language: LanguageTag
    page: Annotated[Literal["compact", "table"], Field(alias="layout")]
    source: SourceRow
    account: AccountRow
    repairs: tuple[RepairRow, ...]
    sections: tuple[SectionRow, ...]

    @model_validator(mode="after")
    def _check_ids(self) -> DocumentFile:
        places = {
            (at, index): unit.id
            for at, section in enumerate(self.sections)
            for index, unit in enumerate(section.units)
        }
        counts = Counter(places.values())
        faults = []
        for (at, index), name in places.items():
            path = ("sections", at, "units", index, "id")
            if not name.startswith(f"{self.id}/"):
                faults.append(Unfit(f"'{name}' is not of {self.id}", "correct the id", path))
            elif counts[name] > 1:
                faults.append(Unfit(f"'{name}' is given twice", "ids are unique", path))
        if faults:
            raise Unfit.joined(faults)
        return self

    def document(self) -> Document:
        """Give the document."""
        return Document(
            id=self.id,
            title=self.title,
            short_title=self.short_title,
            date=self.date,
            status=self.status,
            statement=self.statement,
            language=self.language,
            layout=self.page,
            source=Source(self.source.file, self.source.sha256, self.source.transcripts),
            sections=tuple(
                Section(section.name, tuple(row.unit() for row in section.units))
                for section in self.sections
            ),
        )


def document_schema() -> dict[str, object]:
    """Give the JSON Schema of a document's file."""
    return DocumentFile.model_json_schema(by_alias=True)


def read_document(data: bytes, file: str) -> Document:
    """Read a document from the bytes of its YAML file.

    Raises:
        UnusableInput: with every fault of the file and its place.
    """
    return check_model(DocumentFile, read_yaml(data, file)).document()
