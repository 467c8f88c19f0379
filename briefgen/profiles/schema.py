"""What a profile is: the typed form of a profile file.

Enters: nothing. Leaves: ``Profile`` and the kinds of entry. It does not know the corpus: that an
objective, a section or a unit exists is found out by the selection, which reports it at the place
that the profile gives.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, Field, PrivateAttr, model_validator

from briefgen.diagnostics import Place
from briefgen.print_looks import Printing
from briefgen.profiles.entries import (
    AnyEntry,
    Column,
    ContentsEntry,
    Model,
    NoteEntry,
    ObjectivePart,
    ObjectivesEntry,
    RowsEntry,
    SectionEntry,
    ThemeEntry,
    UnitsEntry,
)
from briefgen.profiles.paper_limits import OnPaper  # noqa: TC001 - pydantic reads it when it makes the model
from briefgen.profiles.ranges import Letters, Numbers
from briefgen.profiles.values import (
    Chosen,
    CodeTarget,
    Dates,
    Day,
    FilledLine,
    Line,
    MeetingDates,
    Paragraphs,
)
from briefgen.styles import Paper  # noqa: TC001 - pydantic reads it when it makes the model
from briefgen.yaml_reading import Unfit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.yaml_reading import Key, KeyPath

__all__ = [
    "Column",
    "Dates",
    "Entry",
    "Letters",
    "Meeting",
    "NoteEntry",
    "Numbers",
    "ObjectivePart",
    "ObjectivesEntry",
    "Profile",
    "RowsEntry",
    "SectionEntry",
    "ThemeEntry",
    "UnitsEntry",
    "profile_schema",
]

Entry: TypeAlias = AnyEntry

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?", re.ASCII)


def _language(tag: str) -> str:
    if not _LANGUAGE.fullmatch(tag):
        raise Unfit(f"'{tag}' is not a language tag", "write en, fr, es, ru, or such as en-GB")
    return tag


def _filled(contents: tuple[Entry, ...]) -> tuple[Entry, ...]:
    if not contents:
        raise Unfit("nothing is selected", "add an entry such as '- objectives: [5]'")
    return contents


Attachable = Literal["profile", "manifest"]

Format = Literal["docx", "pdf", "html", "markdown", "text", "csv", "xlsx", "json", "outline"]


class Meeting(Model):
    """The meeting that the pack is for."""

    name: FilledLine = Field(description="Its name: Fifth round of negotiations.")
    place: Line = Field("", description="Room and city.")
    dates: MeetingDates | None = Field(
        None, description="One day, or first and last: 2018-06-04/2018-06-08."
    )


class Handout(Model):
    """How sheets for the room are divided, if the layout is ``handout``."""

    each: Literal["item", "part"] = Field(
        default="item",
        description="What has a sheet of its own: each objective and row, or each entry.",
    )
    notes: Literal["none", "ruled", "blank"] = Field(
        default="none",
        description="Room for notes by hand below the text, where the page leaves some.",
    )
    files: Literal["one", "each"] = Field(
        default="one", description="One file for all sheets, or each in a file of its own."
    )
    fit: OnPaper = Field(
        default=None,
        description="What each may take, as far as the style can be tightened: 1 side, 1 sheet.",
    )


class Card(Model):
    """What a card shows, if the layout is ``card``, and what has a card of its own."""

    each: Literal["item", "part", "pack"] = Field(
        default="item",
        description="What has a card: each objective, each entry, or all of the contents.",
    )
    actions: Literal["full", "letters", "none"] = Field(
        default="letters",
        description="Actions in full, by their letters with their first words, or none.",
    )
    qr: CodeTarget = Field(
        default="text",
        description="The QR code: the text's place and fingerprint, none, or a web address, in "
        "which {unit} is the place.",
    )
    files: Literal["one", "each"] = Field(
        default="one", description="One file for all cards, or each in a file of its own."
    )


class Profile(Model):
    """What a pack is to hold and how it is to be presented."""

    extends: FilledLine | None = Field(
        None, description="The profile that this one takes everything from that it does not say."
    )
    title: FilledLine = Field(description="The title on the cover and in the header.")
    subtitle: Line = Field("", description="A line below the title.")
    delegation: Line = Field("", description="Who the pack is for.")
    meeting: Meeting | None = Field(None, description="The meeting that the pack is for.")
    date: Day | None = Field(None, description="The date of the pack: 2018-06-04.")
    marking: Line = Field("", description="How confidential it is, on every page: Internal.")
    language: Annotated[str, AfterValidator(_language)] = Field(
        "en", description="The language of headings, dates and column heads (en, fr, es, ru)."
    )
    layout: Literal["pack", "handout", "card"] = Field(
        "pack",
        description="One document, sheets for the room that each begin on a front, or cards.",
    )
    card: Card = Field(Card(), description="What a card shows.")
    handout: Handout = Field(Handout(), description="How the sheets of a handout are divided.")
    template: FilledLine = Field(
        "delegation-pack",
        description="How the pack is laid out; handout and card for those layouts.",
    )
    style: FilledLine = Field("standard", description="How it looks.")
    reference: Line = Field(
        "", description="Your Word document whose letterhead and styles the Word file takes."
    )
    printing: Printing = Field(
        Printing(), validation_alias="print", description="For which printer: sides, colours."
    )
    paper: Paper | None = Field(None, description="The paper; the style's own by default.")
    watermark: Line = Field(
        "", description="Words across every page of the PDF and the Word file: DRAFT."
    )
    attach: Chosen[Attachable] = Field(
        (), validate_default=False, description="What the PDF carries along: profile, manifest."
    )
    formats: Chosen[Format] = Field(("docx", "pdf"), description="The files to make.")
    text: Literal["verbatim", "corrected", "clean"] = Field(
        "corrected",
        description="The sources' words with their slips; with slips corrected, each with a mark "
        "and a note; or corrected without marks, each listed at the end.",
    )
    document: FilledLine | None = Field(
        None, validation_alias="from", description="The document of entries that name none."
    )
    new_page: Literal["document", "part", "objective"] = Field(
        "document",
        description="What starts on a new page: each document's texts, each entry, or objective.",
    )
    contents_depth: Annotated[int, Field(ge=1, le=4)] = Field(
        2, description="Levels of headings that the table of contents shows."
    )
    comments: dict[FilledLine, Paragraphs] = Field(
        default_factory=dict,
        description="Your notes on quoted units, by their ids: comments in the Word file.",
    )
    contents: Annotated[tuple[ContentsEntry, ...], AfterValidator(_filled)] = Field(
        description="What the pack holds, in this order."
    )

    _places: Mapping[KeyPath, Place] = PrivateAttr(default_factory=dict)
    _said: Mapping[str, object] = PrivateAttr(default_factory=dict)

    @model_validator(mode="after")
    def _fits_sheets_alone(self) -> Profile:
        if self.handout.fit and self.layout != "handout":
            message = f"'fit: {self.handout.fit}' is for handouts, and this pack is none"
            hint = "write 'layout: handout', or take 'fit' out"
            if self.layout == "card":
                message = (
                    f"'fit: {self.handout.fit}' is for handouts; a card always fits on one side"
                )
                hint = "take 'fit' out"
            raise Unfit(message, hint, ("handout", "fit"))
        return self

    def said(self) -> dict[str, object]:
        """Give what was said, as plain data: of all files that extend one another, and settings."""
        return {key: value for key, value in self._said.items() if key != "extends"}

    @property
    def template_name(self) -> str:
        """The template: a layout has its own, unless the profile names one."""
        if self.layout != "pack" and "template" not in self.model_fields_set:
            return self.layout
        return self.template

    def place(self, *path: Key) -> Place:
        """Give the place of what ``path`` leads to, or of the nearest thing around it.

        Keys are those of the file: ``place("contents", 2, "rows", 0)``. Objectives and letters go
        by their own names: ``place("contents", 2, "objectives", 9)`` is where Objective 9 was
        asked for, ``place("contents", 2, "objectives", 23, "a")`` where its letter (a) was.
        """
        while path and path not in self._places:
            path = path[:-1]
        return self._places.get(path, Place(""))

    def place_of(self, words: str) -> Place | None:
        """Give the place of the first value that holds ``words``, None if there is none."""
        if not words:
            return None
        paths = (
            path
            for path, text in _texts((), self.model_dump(by_alias=True, warnings=False))
            if words in text
        )
        return next((self.place(*path) for path in paths), None)

    def placed(self, places: Mapping[KeyPath, Place], said: Mapping[str, object]) -> Profile:
        """Give the same profile with its places, and with what was said as plain data."""
        profile = self.model_copy()
        profile._places = places  # noqa: SLF001 - its own, on a copy of itself
        profile._said = said  # noqa: SLF001 - the same
        return profile


def _texts(path: KeyPath, value: object) -> Iterator[tuple[KeyPath, str]]:
    """Give every text in plain data with the way to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts((*path, key), inner)
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _texts((*path, index), inner)


def profile_schema() -> dict[str, Any]:
    """Give the JSON Schema of a profile file, as a whole profile without ``extends`` has to be."""
    schema = Profile.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema
