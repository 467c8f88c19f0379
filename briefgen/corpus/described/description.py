"""A description: how a new document is laid out, written by an editor without code.

Enters: the bytes of ``descriptions/<id>.yaml``. Leaves: a typed description, or every fault with
its line and column. Knows no file format and reads no source.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec.structs import replace
from pydantic import Field, PlainValidator, TypeAdapter, WithJsonSchema, model_validator

from briefgen.corpus.described.identity import Entry, Identity, Labels, Line, Titled
from briefgen.corpus.described.patterns import Pattern, read_pattern
from briefgen.corpus.forms import Slug, Strict, Words
from briefgen.diagnostics import did_you_mean, error
from briefgen.errors import UnusableInput
from briefgen.yaml_reading import Unfit, check_model, read_yaml

Lines = Literal["wrapped", "paragraphs"]
Style = Annotated[str, Field(pattern=r"^\S+(?: \S+)*$")]


class FrontMatter(Strict):
    """What stands before the text: a covering letter, a masthead."""

    ends_before: Annotated[
        Line, Field(alias="ends-before", description="The first line of the text itself.")
    ]
    keep: Literal["letters", "nothing"] = "nothing"
    letters: tuple[Line, ...] = Field((), description="The first line of each letter.")


class Heading(Strict):
    """A heading, by its words or by the format's own style."""

    line: Line | None = None
    style: Style | None = Field(None, description="heading-1, or the style's name in lower case.")
    section: Slug | None = Field(None, description="The section it opens; by default its words.")
    sub: bool = Field(default=False, description="A sub-heading, which opens no section.")

    @model_validator(mode="after")
    def _say_which(self) -> Heading:
        if self.line is None and self.style is None:
            raise Unfit(
                "neither line nor style", "say how the heading is told: line, style or both"
            )
        if self.sub and self.section:
            raise Unfit(
                "a sub-heading opens no section", "take 'section' or 'sub' out", ("section",)
            )
        return self


class Objectives(Strict):
    """Objectives: a title line, the commitment, the line above the actions."""

    title: Titled = Field(description="Such as: Objective {number}: {title}")
    style: Style | None = Field(None, description="The style that title lines have as well.")
    commitment: Literal["numbered", "first", "none"] = Field(
        "numbered", description="The numbered, or the first, paragraph under the title."
    )
    chapeau: Line | None = None


class Principles(Strict):
    """Named principles, one paragraph each, in a section of their own."""

    section: Slug
    entry: Entry = Field(description="Such as: {name}: {text}")


class Notes(Strict):
    """Notes typed as lines of the text; footnotes that the format keeps need no key."""

    entry: Annotated[
        Pattern,
        PlainValidator(lambda value: read_pattern(value, needs=("text",), may=_NUMBERS)),
        WithJsonSchema({"type": "string"}),
    ] = Field(description="Such as: [{number}] {text}")
    call: Annotated[
        Pattern,
        PlainValidator(lambda value: read_pattern(value, may=_NUMBERS)),
        WithJsonSchema({"type": "string"}),
    ] = Field(description="Such as: [{number}], or {superscript}")


_NUMBERS = ("number", "superscript")


class OutlineDescription(Identity):
    """A compact, a resolution, a draft: headings, numbered paragraphs, objectives, lists."""

    kind: Literal["outline"]
    lines: Lines = Field("paragraphs", description="wrapped: a line end is no paragraph's end.")
    front_matter: Annotated[FrontMatter | None, Field(alias="front-matter")] = None
    title_lines: Annotated[
        tuple[Line, ...],
        Field(alias="title-lines", description="The lines of the title, in their order."),
    ] = ()
    opening: Line | None = Field(None, description="The line before the first heading.")
    headings: tuple[Heading, ...] = ()
    paragraphs: Labels | None = Field(None, description="The first numbered paragraph's label.")
    unnumbered: bool = Field(default=False, description="Whether paragraphs without number occur.")
    objectives: Objectives | None = None
    principles: Principles | None = None
    lists: tuple[Labels, ...] = Field((), description="The first label of each level.")
    notes: Notes | None = None
    tables: Literal["refuse", "leave-out"] = "refuse"

    @model_validator(mode="after")
    def _tell_labels_apart(self) -> OutlineDescription:
        schemes = [*self.lists, *((self.paragraphs,) if self.paragraphs else ())]
        for at, scheme in enumerate(schemes):
            if any(scheme.same_labels(other) for other in schemes[:at]):
                key = ("lists", at) if at < len(self.lists) else ("paragraphs",)
                message = f"'{scheme.sample}' is declared for two levels"
                raise Unfit(message, "each level needs labels of its own", key)
        if self.paragraphs and self.paragraphs.numerals is None:
            raise Unfit("a bullet numbers nothing", "see 'unnumbered'", ("paragraphs",))
        if self.objectives and self.objectives.commitment == "numbered" and not self.paragraphs:
            message = "no label of numbered paragraphs is declared"
            raise Unfit(message, "add 'paragraphs', or say 'commitment: first'", ("objectives",))
        return self


Holds = Literal["recommendation", "means", "partnerships", "nothing"]


class Column(Strict):
    """A column of the table, by its head or its place."""

    holds: Holds = Field(description="What it is; nothing leaves it out.")
    head: Words | None = Field(None, description="The words at its head.")
    bullets: tuple[Labels, ...] | None = Field(None, description="Where they differ: as for all.")


class TableDescription(Identity):
    """A table of recommendations, means of implementation and partnerships."""

    kind: Literal["table"]
    table: Annotated[int, Field(ge=1)] | None = Field(
        None, description="Which of the file's tables; by default all, one after another."
    )
    title_lines: Annotated[
        tuple[Line, ...],
        Field(alias="title-lines", description="Lines above the table that are its title."),
    ] = ()
    columns: Annotated[tuple[Column, ...], Field(min_length=1)]
    head_rows: Annotated[int, Field(alias="head-rows", ge=0)] = 1
    bullets: tuple[Labels, ...] = Field(
        (), description="Bullets or first labels typed in cells, by level."
    )
    items: Literal["bullets", "paragraphs"] = Field(
        "bullets", description="paragraphs: each paragraph of a cell is an item."
    )
    continued: Literal["never", "empty-first-cell"] = Field(
        "never", description="Whether a row without recommendation goes on with the one above."
    )

    @model_validator(mode="after")
    def _have_one_of_each(self) -> TableDescription:
        held = [column.holds for column in self.columns if column.holds != "nothing"]
        for at, column in enumerate(self.columns):
            if column.holds != "nothing" and held.count(column.holds) > 1:
                message = f"two columns hold '{column.holds}'"
                raise Unfit(message, "say 'nothing' for one of them", ("columns", at, "holds"))
        if "recommendation" not in held:
            raise Unfit("no column holds 'recommendation'", "it names the rows", ("columns",))
        return self


Description: TypeAlias = OutlineDescription | TableDescription

_KINDS: dict[str, type[OutlineDescription | TableDescription]] = {
    "outline": OutlineDescription,
    "table": TableDescription,
}


def read_description(data: bytes, file: str) -> Description:
    """Read a description.

    Raises:
        UnusableInput: with every fault of the file and its place.
    """
    text = read_yaml(data, file)
    if not isinstance(text.value, dict):
        return check_model(OutlineDescription, text)  # which says what is wrong
    if "kind" not in text.value:
        fault = error("the key 'kind' is missing", text.place(), "write kind: outline, or table")
        raise UnusableInput([fault])
    kind = str(text.value["kind"])
    if kind not in _KINDS:
        fault = error(f"there is no kind of layout '{kind}'", text.place("kind"))
        raise UnusableInput([replace(fault, hint=did_you_mean(kind, _KINDS))])
    return check_model(_KINDS[kind], text)


def description_schema() -> dict[str, object]:
    """Give the JSON Schema of a description."""
    adapter: TypeAdapter[Description] = TypeAdapter(
        Annotated[Description, Field(discriminator="kind")]
    )
    return adapter.json_schema(by_alias=True)
