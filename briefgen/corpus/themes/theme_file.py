"""The form of a file of themes, and the way from its YAML to plain rows.

Enters: the bytes of one file of ``themes/``. Leaves: rows with their places, as plain data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import model_validator

from briefgen.corpus.forms import Slug, Strict, UnitId, Words
from briefgen.yaml_reading import Unfit, check_model, read_yaml

if TYPE_CHECKING:
    from briefgen.corpus.compiled import Plain
    from briefgen.yaml_reading import YamlText


class MemberRow(Strict):
    """A unit of a theme, words of it that show why, and how sure that is."""

    unit: UnitId
    quote: Words
    confidence: Literal["high", "medium", "low"] = "high"
    remark: str = ""


class ThemeRow(Strict):
    """A theme of its own, or more for one that stands in a folder before this."""

    id: Slug | None = None
    extends: Slug | None = None
    title: Words | None = None
    kind: Literal["objective", "principle", "round table", "cross-cutting"] = "cross-cutting"
    synonyms: tuple[Words, ...] = ()
    description: Words | None = None
    source: str = ""
    units: tuple[MemberRow, ...] = ()
    without: tuple[UnitId, ...] = ()
    """Units of the extended theme that are not to belong to it."""

    @model_validator(mode="after")
    def _check(self) -> ThemeRow:
        if (self.id is None) == (self.extends is None):
            raise Unfit("a theme has either 'id' or 'extends'", "give one of them", ("units",))
        if self.id and not (self.title and self.units):
            raise Unfit("a theme needs a title and units", "add them", ("id",))
        if self.id and self.without:
            raise Unfit("'without' goes with 'extends'", "leave the units out", ("without",))
        if self.extends and (self.title or self.description or self.source):
            hint = "give 'id' in place of 'extends' for a theme of your own"
            raise Unfit("what is extended keeps its title and description", hint, ("extends",))
        seen: set[str] = set()
        for index, row in enumerate(self.units):
            if row.unit in seen:
                raise Unfit(f"'{row.unit}' is given twice", "join the rows", ("units", index))
            seen.add(row.unit)
        return self


class ThemesFile(Strict):
    """Themes, in the order in which they are listed."""

    themes: tuple[ThemeRow, ...]


def read_themes(data: bytes, file: str) -> Plain:
    """Give the rows as plain data.

    Raises:
        UnusableInput: with every fault of the file and its place.
    """
    text = read_yaml(data, file)
    rows = check_model(ThemesFile, text).themes
    return [_plain(row, index, text) for index, row in enumerate(rows)]


def _plain(row: ThemeRow, index: int, text: YamlText) -> Plain:
    at = ("themes", index)
    head = text.place(*at, "id" if row.id else "extends")
    places = [text.place(*at, "units", one, "unit") for one in range(len(row.units))]
    return {
        "id": row.id or row.extends,
        "extends": row.id is None,
        "title": row.title or "",
        "kind": row.kind,
        "synonyms": list(row.synonyms),
        "description": row.description or "",
        "source": row.source,
        "without": list(row.without),
        "at": [head.line, head.column],
        "members": [
            [one.unit, one.quote, one.confidence, one.remark, [place.line, place.column]]
            for one, place in zip(row.units, places, strict=True)
        ],
    }
