"""The pack's own words: labels, statuses and dates in the pack's language.

Enters: a language file of ``templates/languages``. Leaves: ``Furniture``. Quoted words never pass
through here.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from babel.core import Locale
from babel.dates import format_date, format_skeleton
from msgspec import Struct

from briefgen.diagnostics import Place, did_you_mean
from briefgen.errors import UnusableInput
from briefgen.yaml_reading import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

_LOCALES = {"en": "en_GB"}
"""Babel locales that differ from the language's own tag: the UN writes 28 May 2018."""
_GAP = re.compile(r"\{(\w+)\}")
_BEFORE_MARKS = re.compile(r" (?=[:;?!])")
_INSIDE_QUOTES = re.compile("(?<=\u00ab) | (?=\u00bb)")
_NO_BREAK_SPACE, _NARROW_SPACE = "\u00a0", "\u202f"
_WHOLE = "en"
"""The language that has every word."""


class Furniture(Struct, frozen=True):
    """The words of one language."""

    language: str
    strings: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        """Give a word of the pack's own by its key."""
        return self.strings[key]

    def fill(self, key: str, **values: str | int) -> str:
        """Give the words of a key with each ``{name}`` in them replaced by the value of that name.

        Braces within values stay what they are, and so does a name that has no value.
        """
        return _GAP.sub(lambda gap: str(values.get(gap[1], gap[0])), self[key])

    @property
    def _locale(self) -> Locale:
        return Locale.parse(_LOCALES.get(self.language, self.language).replace("-", "_"))

    def date(self, iso: str) -> str:
        """Give an ISO date as printed: ``28 May 2018``; or as much of it as is known."""
        match iso.split("-"):
            case [year, month, day]:
                return format_date(dt.date(int(year), int(month), int(day)), "long", self._locale)
            case [year, month]:
                return format_skeleton(
                    "yMMMM", dt.date(int(year), int(month), 1), locale=self._locale
                )
            case _:
                return iso

    def dates(self, first: dt.date, last: dt.date) -> str:
        """Give a span of days as printed: ``4 to 8 June 2018``."""
        if first == last:
            return self.date(last.isoformat())
        same_month = (first.year, first.month) == (last.year, last.month)
        start = str(first.day) if same_month else self.date(first.isoformat())
        return self.fill("span", first=start, last=self.date(last.isoformat()))

    def all_of(self, things: Sequence[str]) -> str:
        """Join with commas and a last ``and``."""
        if len(things) < 2:  # noqa: PLR2004 - nothing to join
            return "".join(things)
        return f"{', '.join(things[:-1])} {self['and']} {things[-1]}"

    def listed(self, things: Iterable[str]) -> str:
        """Join with semicolons, as what has commas itself."""
        return self["semicolon"].join(things)

    def said_of(self, name: str, words: str) -> str:
        """Give ``name: words``."""
        return f"{name}{self['colon']}{words}"

    def objectives(self, numbers: Sequence[int]) -> str:
        """Give ``Objective 5`` or ``Objectives 5, 9 and 10``."""
        key = "objective" if len(numbers) == 1 else "objectives"
        listed = self.all_of([str(number) for number in numbers])
        return self.fill(key, number=listed, numbers=listed)


def load_furniture(language: str, folders: Sequence[Path], place: Place | None = None) -> Furniture:
    """Read the words of ``language``; of two folders that have a word, the first one's stands.

    What no file of the language has is taken from English, so that a file of one's own serves on
    when a new release has more to say. ``place`` is where the language was asked for.

    Raises:
        UnusableInput: no folder has the language, or a file is wrong.
    """
    files = _files(language, folders)
    if not files:
        known = {path.stem for one in folders for path in (one / "languages").glob("*.yaml")}
        message = f"there are no words for the language '{language}'"
        raise UnusableInput.because(message, place, did_you_mean(language, sorted(known)))
    strings: dict[str, str] = {}
    for path in reversed(dict.fromkeys((*files, *_files(_WHOLE, folders)))):
        strings |= _strings(path)
    if language.partition("-")[0] == "fr":
        strings = {key: _spaced(words) for key, words in strings.items()}
    return Furniture(language, strings)


def _spaced(words: str) -> str:
    """Give French words with no line's end before ``:`` and the like, and inside ``« »``."""
    return _INSIDE_QUOTES.sub(_NARROW_SPACE, _BEFORE_MARKS.sub(_NO_BREAK_SPACE, words))


def _files(language: str, folders: Sequence[Path]) -> list[Path]:
    paths = (folder / "languages" / f"{language}.yaml" for folder in folders)
    return [path for path in paths if path.is_file()]


def _strings(path: Path) -> dict[str, str]:
    found = read_yaml(path.read_bytes(), str(path)).value
    if not (isinstance(found, dict) and all(isinstance(one, str) for one in found.values())):
        raise UnusableInput.because("a language file is a list of key: words", Place(str(path)))
    return {str(key): str(value) for key, value in found.items()}
