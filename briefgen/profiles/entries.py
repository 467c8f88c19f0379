"""The entries of a profile's contents: what each kind of entry may say.

Enters: plain values. Leaves: typed entries, of exactly one kind each. Whether a document has such
an objective, section, row or unit is found out later, by the selection.
"""

from __future__ import annotations

from typing import Annotated, Literal, NoReturn, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainValidator,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema

from briefgen.diagnostics import did_you_mean
from briefgen.profiles.ranges import Numbers, read_objectives
from briefgen.profiles.values import (
    Chosen,
    FilledLine,
    Line,
    Paragraphs,
    Point,
    refuse_doubles,
)
from briefgen.yaml_reading import Unfit

ObjectivePart = Literal["title", "commitment", "chapeau", "actions"]
Column = Literal["recommendation", "means", "partnerships"]

TABLES = ("iom-human", "iom-governance")
"""The documents whose rows are meant where a profile does not say which."""

_NAME = {"type": "string", "minLength": 1}
_LETTERS = {"type": "string", "description": "letters: a, c-e, or all"}
_NUMBER = {"type": "integer", "minimum": 1, "maximum": 99}
_RANGE = r"[1-9][0-9]?([-\u2013][1-9][0-9]?)?"
_NUMBERS = {"anyOf": [_NUMBER, {"type": "string", "pattern": f"^({_RANGE}|all)$"}]}
_PLAIN_NUMBERS = [_NUMBER, {"type": "string", "pattern": f"^{_RANGE}$"}]
_OBJECTIVES = {
    "anyOf": [
        *_NUMBERS["anyOf"],
        {"type": "array", "items": _NUMBERS, "minItems": 1},
        {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": {
                "anyOf": [_LETTERS, {"type": "array", "items": _LETTERS, "minItems": 1}]
            },
        },
    ]
}


class Model(BaseModel):
    """What every part of a profile has in common: unknown keys are errors, values never change."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        defer_build=True,  # one validator for all, when it is needed, not one for each part
        alias_generator=lambda name: name.replace("_", "-"),
        populate_by_name=True,
    )


class Entry(Model):
    """What every entry may have."""

    heading: Line = Field("", description="A heading of the delegation's own above the entry.")


def _names(value: object) -> object:
    """Let a single name stand for a list of one."""
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


_NAME_OR_NAMES = {
    "anyOf": [_NAME, {"type": "array", "items": _NAME, "minItems": 1, "uniqueItems": True}]
}

Names = Annotated[Chosen[FilledLine], BeforeValidator(_names), WithJsonSchema(_NAME_OR_NAMES)]
"""One name, or a list of names."""


def _named(document: str) -> str:
    if not document:
        hint = "add 'from: gcm-rev2' to it, or at the top of the profile for all entries"
        raise Unfit("the entry does not say which document it is from", hint)
    return document


Document = Annotated[
    Line,
    AfterValidator(_named),
    Field(
        validate_default=True,
        validation_alias="from",
        description="The document; by default the one that the profile names at its top.",
    ),
]


class ObjectivesEntry(Entry):
    """Objectives of one document, whole or in part."""

    numbers: Annotated[Numbers, PlainValidator(read_objectives), WithJsonSchema(_OBJECTIVES)] = (
        Field(
            validation_alias="objectives",
            description="Which: 5, [5, 9-10], all, or letters of some: {23: [a, c-e], 5: all}.",
        )
    )
    document: Document = ""
    parts: Chosen[ObjectivePart] = Field(
        ("title", "commitment", "chapeau", "actions"),
        description="Which parts of each objective; the title is always printed.",
    )
    draft: bool = Field(
        default=False,
        description="Where the document's own text is faulty, print the draft's, marked as such.",
    )


class UnitsEntry(Entry):
    """Single units of any documents, by their ids."""

    units: Names = Field(description="One id or a list of ids, such as gcm-rev2/5/g.")


class SectionEntry(Entry):
    """Whole sections of one document."""

    names: Names = Field(
        validation_alias="section", description="The name of a section, or a list of names."
    )
    document: Document = ""


def _rows(value: object) -> str | tuple[str, ...]:
    """Give ``related``, ``all`` or the ids of rows, cells and bullets."""
    hint = "write related, all, or a list of ids such as [iom-human/2, iom-governance/2/means/1]"
    if isinstance(value, tuple) or value in ("related", "all"):  # a list has no hash
        return value
    if isinstance(value, str):
        near = did_you_mean(value, ["related", "all"]) if "/" not in value else ""
        raise Unfit(f"'{value}' is not a choice of rows", near if "mean" in near else hint)
    if not isinstance(value, list):
        raise Unfit("expected related, all or a list of ids", hint)
    wrong = [index for index, item in enumerate(value) if not isinstance(item, str) or not item]
    if wrong:
        message = "expected the id of a row, cell or bullet"
        raise Unfit.joined(Unfit(message, hint, (index,)) for index in wrong)
    return refuse_doubles(tuple(value))


Rows = Annotated[
    Literal["related", "all"] | tuple[str, ...],
    PlainValidator(_rows),
    WithJsonSchema(
        {
            "anyOf": [
                {"enum": ["related", "all"]},
                {"type": "array", "items": _NAME, "minItems": 1, "uniqueItems": True},
            ]
        }
    ),
]


_GOES_WITH = (
    ("links", "links", ("related",)),
    ("bullets", "bullets", ("related",)),
    ("documents", "from", ("related", "all")),
)
"""Keys that mean something with some values of ``rows`` only."""


def _objective_numbers(value: object) -> tuple[int, ...]:
    """Give the numbers of the key ``related-to``: 5, or [5, 9-10]."""
    if isinstance(value, tuple):  # not from a file
        return value
    if isinstance(value, dict) or value == "all":
        raise Unfit("expected the numbers of objectives", "write 5, or [5, 9-10]")
    return tuple(number for number, _ in read_objectives(value))


Objectives = Annotated[
    tuple[int, ...],
    PlainValidator(_objective_numbers),
    WithJsonSchema(
        {"anyOf": [*_PLAIN_NUMBERS, {"type": "array", "items": {"anyOf": _PLAIN_NUMBERS}}]}
    ),
]
"""Numbers of objectives, as ``objectives`` has them, without letters."""


class RowsEntry(Entry):
    """Rows of the three-column tables, or bullets and cells of them."""

    rows: Rows = Field(
        description="related (to the objectives above), all, or ids of rows, cells and bullets."
    )
    columns: Chosen[Column] = Field(
        ("recommendation", "means", "partnerships"), description="Which columns."
    )
    links: Literal["primary", "all"] = Field(
        "primary", description="With related: rows mainly about an objective, or all that touch it."
    )
    bullets: Literal["all", "related"] = Field(
        "all", description="With related: whole rows, or only the bullets that are related."
    )
    related_to: Objectives = Field(
        (), description="The objectives they are to belong to, if not those above the entry."
    )
    documents: Names = Field(
        TABLES, validation_alias="from", description="With related and all: which tables."
    )

    @model_validator(mode="after")
    def _says_nothing_in_vain(self) -> RowsEntry:
        if self.related_to and self.rows == "all":
            hint = "it goes with 'rows: related' and with ids; take it out"
            raise Unfit("'related-to' means nothing here", hint, ("related-to",), of_key=True)
        vain = [
            Unfit(
                f"'{key}' means nothing here",
                f"it goes with 'rows: {' or '.join(kinds)}'; take it out",
                (key,),
                of_key=True,
            )
            for name, key, kinds in _GOES_WITH
            if name in self.model_fields_set and self.rows not in kinds
        ]
        if vain:
            raise Unfit.joined(vain)
        return self


class ThemeEntry(Entry):
    """What the documents say on a theme."""

    names: Names = Field(
        validation_alias="theme", description="The id, title or synonym of a theme, or a list."
    )
    documents: Annotated[
        tuple[FilledLine, ...],
        BeforeValidator(_names),
        AfterValidator(refuse_doubles),
        WithJsonSchema(_NAME_OR_NAMES),
    ] = Field((), validation_alias="from", description="The documents to look in; by default all.")


class NoteEntry(Entry):
    """Words of the delegation's own: paragraphs, talking points, or both."""

    paragraphs: Paragraphs = Field(
        (), validation_alias="note", description="Paragraphs, with blank lines between them."
    )
    points: Chosen[Point] = Field((), description="Talking points, one item each.")

    @model_validator(mode="after")
    def _says_something(self) -> NoteEntry:
        if not self.paragraphs and not self.points:
            raise Unfit("a heading with nothing below it", "add 'note:' or 'points:'")
        return self


_KINDS: dict[str, tuple[str, ...]] = {
    "<objectives>": ("objectives",),
    "<units>": ("units",),
    "<section>": ("section",),
    "<rows>": ("rows",),
    "<theme>": ("theme",),
    "<note>": ("note", "points"),
}
"""The key, or keys, that tell what kind of entry it is; the brackets keep tags from keys apart."""

_CLASSES: dict[type[Entry], str] = {
    ObjectivesEntry: "<objectives>",
    UnitsEntry: "<units>",
    SectionEntry: "<section>",
    RowsEntry: "<rows>",
    ThemeEntry: "<theme>",
    NoteEntry: "<note>",
}


def _kind(value: object) -> str:
    """Tell the kind of an entry by its keys; ``<unclear>`` if they tell none or several."""
    if isinstance(value, Entry):
        return _CLASSES[type(value)]
    if not isinstance(value, dict):
        return "<unclear>"
    kinds = [kind for kind, keys in _KINDS.items() if any(key in value for key in keys)]
    if not kinds and value.keys() == {"heading"}:
        return "<note>"
    return kinds[0] if len(kinds) == 1 else "<unclear>"


def _explain(value: object) -> NoReturn:
    """Say why an entry is of no kind, or of several."""
    telling = [key for keys in _KINDS.values() for key in keys]
    choice = "begin it with objectives, units, section, rows, theme, note or points"
    if not isinstance(value, dict):
        raise Unfit("expected an entry such as 'objectives: [5]'", choice)
    present = [key for key in value if key in telling]
    if present:
        message = f"one entry cannot have both '{present[0]}' and '{present[1]}'"
        hint = "make two entries of it, each starting with '- '"
        raise Unfit(message, hint, (present[1],), of_key=True)
    for key in value:
        near = did_you_mean(str(key), telling, otherwise="")
        if near and key not in {"heading", "from"}:
            raise Unfit(f"unknown key '{key}'", near, (key,), of_key=True)
    raise Unfit("the entry does not say what it selects", choice)


AnyEntry: TypeAlias = (
    ObjectivesEntry | UnitsEntry | SectionEntry | RowsEntry | ThemeEntry | NoteEntry
)

ContentsEntry = Annotated[
    Annotated[ObjectivesEntry, Tag("<objectives>")]
    | Annotated[UnitsEntry, Tag("<units>")]
    | Annotated[SectionEntry, Tag("<section>")]
    | Annotated[RowsEntry, Tag("<rows>")]
    | Annotated[ThemeEntry, Tag("<theme>")]
    | Annotated[NoteEntry, Tag("<note>")]
    | Annotated[SkipJsonSchema[NoteEntry], PlainValidator(_explain), Tag("<unclear>")],
    Discriminator(_kind),
]
