"""What every description says of its document, whatever its layout.

Enters: plain values. Leaves: the typed keys that both kinds of description share.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, PlainValidator, WithJsonSchema

from briefgen.corpus.described.patterns import Pattern, read_pattern
from briefgen.corpus.described.schemes import Scheme, read_scheme
from briefgen.corpus.forms import IsoDate, LanguageTag, Slug, Strict, Words

_TEXT = {"type": "string", "minLength": 1}

Line = Annotated[
    Pattern, PlainValidator(lambda value: read_pattern(value, may=_FREE)), WithJsonSchema(_TEXT)
]
"""A line, with ``{number}`` and ``{text}`` where it varies."""
Entry = Annotated[
    Pattern,
    PlainValidator(lambda value: read_pattern(value, needs=("name", "text"))),
    WithJsonSchema(_TEXT),
]
Titled = Annotated[
    Pattern,
    PlainValidator(lambda value: read_pattern(value, needs=("number", "title"))),
    WithJsonSchema(_TEXT),
]
Labels = Annotated[
    Scheme,
    PlainValidator(read_scheme),
    WithJsonSchema(
        {
            "anyOf": [
                _TEXT,
                {
                    "type": "object",
                    "required": ["label", "order"],
                    "additionalProperties": False,
                    "properties": {"label": _TEXT, "order": {"enum": ["abjad", "hijai"]}},
                },
            ]
        }
    ),
]
"""The first label of a level, as it is printed."""

_FREE = ("number", "text", "more")


class Identity(Strict):
    """Who the document is, and which file it is in."""

    id: Slug = Field(description="Short and lasting: the first part of every unit's id.")
    title: Words
    short_title: Annotated[Words, Field(alias="short-title", description="As packs cite it.")]
    date: IsoDate
    status: Literal["negotiating draft", "agreed text", "adopted text", "input"]
    statement: Words = Field(description="What the text is and is not, in a sentence.")
    language: LanguageTag
    source: Annotated[str | None, Field(min_length=1, description="The file, beside this one.")] = (
        None
    )
    format: Literal["text", "markdown", "tab-separated", "html", "docx", "pdf"] | None = Field(
        None, description="By default what the file's name says."
    )
    leave_out: Annotated[
        tuple[Line, ...],
        Field(alias="leave-out", description="Lines that are no part of the text: running heads."),
    ] = ()
    expected: dict[Slug, int] = Field(
        default_factory=dict, description="How many units of each kind a whole reading gives."
    )
