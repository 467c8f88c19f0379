"""``schema``: what the files of a person's own may hold, as JSON Schema."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.options import ONE_OF, one_of

if TYPE_CHECKING:
    from collections.abc import Callable


class Schema(StrEnum):
    """What has a JSON Schema."""

    PROFILE = "profile"
    DOCUMENT = "document"
    CORRECTIONS = "corrections"
    DESCRIPTION = "description"
    STYLE = "style"


def schema(
    what: Annotated[str, typer.Argument(metavar="WHAT", help=ONE_OF.format(", ".join(Schema)))],
) -> None:
    """Print a JSON Schema on standard output."""
    from briefgen.cli.reporting import answer_json

    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    answer_json(dialect | _SCHEMAS[Schema(one_of(what, list(Schema)))]())


def _profile_schema() -> dict[str, object]:
    from briefgen.profiles import profile_schema

    return profile_schema()


def _style_schema() -> dict[str, object]:
    from briefgen.style_files import style_schema

    return style_schema()


def _document_schema() -> dict[str, object]:
    from briefgen.corpus.document_file import document_schema

    return document_schema()


def _description_schema() -> dict[str, object]:
    from briefgen.corpus.described import description_schema

    return description_schema()


def _corrections_schema() -> dict[str, object]:
    from briefgen.corpus.corrections import corrections_schema

    return corrections_schema()


_SCHEMAS: dict[Schema, Callable[[], dict[str, object]]] = {
    Schema.PROFILE: _profile_schema,
    Schema.STYLE: _style_schema,
    Schema.DOCUMENT: _document_schema,
    Schema.CORRECTIONS: _corrections_schema,
    Schema.DESCRIPTION: _description_schema,
}
