"""The form of a file of names, and the way from its YAML to plain rows.

Enters: the bytes of one file of ``actors/``. Leaves: rows with their places, as plain data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, model_validator

from briefgen.corpus.folding import fold_name
from briefgen.corpus.forms import Slug, Strict, Words
from briefgen.yaml_reading import Unfit, check_model, read_yaml

if TYPE_CHECKING:
    from briefgen.corpus.compiled import Plain


class NameRow(Strict):
    """One actor, body or instrument, or more variants of one that is named before."""

    id: Slug | None = None
    extends: Slug | None = None
    name: Words | None = None
    kind: Literal["actor", "body", "instrument"] | None = None
    variants: tuple[Words, ...] = ()
    exceptions: tuple[Words, ...] = ()
    broader: Slug | None = None
    translations: dict[Literal["ar", "es", "fr", "ru", "zh"], Words] = Field(default_factory=dict)
    remark: str = ""

    @model_validator(mode="after")
    def _check(self) -> NameRow:
        if (self.id is None) == (self.extends is None):
            raise Unfit("a row has either 'id' or 'extends'", "give one of them", ("variants",))
        if self.id and not (self.name and self.kind):
            raise Unfit("a name and a kind are needed", "add 'name' and 'kind'", ("id",))
        if self.extends and (self.name or self.kind or self.broader or self.translations):
            raise Unfit("only variants and exceptions can be added", "leave it out", ("extends",))
        for key in ("variants", "exceptions"):
            for index, words in enumerate(getattr(self, key)):
                if not fold_name(words):
                    raise Unfit("there is no word in it", "give words", (key, index))
        return self


class NamesFile(Strict):
    """Names, in the order in which they are listed."""

    names: tuple[NameRow, ...]


def read_names(data: bytes, file: str) -> Plain:
    """Give the rows as plain data.

    Raises:
        UnusableInput: with every fault of the file and its place.
    """
    text = read_yaml(data, file)
    rows = check_model(NamesFile, text).names
    places = [
        text.place("names", index, "id" if row.id else "extends") for index, row in enumerate(rows)
    ]
    return [
        {
            "id": row.id or row.extends,
            "extends": row.id is None,
            "name": row.name or "",
            "kind": row.kind or "",
            "variants": list(row.variants),
            "exceptions": list(row.exceptions),
            "broader": row.broader or "",
            "remark": row.remark,
            "at": [place.line, place.column],
        }
        | ({"translations": dict(row.translations)} if row.translations else {})
        for row, place in zip(rows, places, strict=True)
    ]
