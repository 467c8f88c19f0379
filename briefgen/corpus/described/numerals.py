"""Kinds of numerals that official labels count with, and the part of an id that each label gives.

Enters: the characters of a label ("c", "iii", "8 bis"). Leaves: its place in the count, or nothing
if it is no such numeral. Which kind a document uses is declared, never told from a glyph.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable  # noqa: TC003 - pydantic reads the fields of a scheme
from functools import partial
from typing import Final, NamedTuple

from msgspec import Struct

from briefgen.roman import roman, roman_value

_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_ABJAD: Final = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
"""The order of the old numerals, which Arabic documents letter their lists by."""
_HIJAI: Final = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
"""The order of the dictionary."""
_CYRILLIC: Final = "абвгдежзиклмнопрстуфхцчшщэюя"
"""Russian lists pass over ё, й, ъ, ы and ь."""
_TATWEEL: Final = "\u0640"
_ALEF: Final = "\u0627"
"""The first letter without its hamza, as it is often typed."""
_ROMAN_SIGNS: Final = {"i", "v", "x"}
"""Lists do not count to 40: "l", "c" and "d" are letters."""
_LATE: Final = ("bis", "ter", "quater", "quinquies")
"""What a paragraph put in between is called: 8 bis comes after 8."""
_NUMBER: Final = re.compile(rf"(\d{{1,4}})(?:[ .]?({'|'.join(_LATE)}))?")
LONGEST: Final = 14
"""Characters of a label, at most."""


class Ordinal(NamedTuple):
    """A place in a count: ``(8, 0)`` is 8, ``(8, 1)`` is 8 bis."""

    number: int
    late: int = 0

    def follows(self, before: Ordinal) -> bool:
        """Say whether this is what comes right after another."""
        return self in (Ordinal(before.number + 1), Ordinal(before.number, before.late + 1))


START: Final = Ordinal(0)
"""Before the first of a count."""


class Numerals(Struct, frozen=True):
    """A kind of numerals; ``read`` gives the place of a label, ``id_part`` its part of an id."""

    name: str
    first: str
    read: Callable[[str], Ordinal | None]
    id_part: Callable[[Ordinal], str]


def number_id(label: str) -> str:
    """Give the part of an id for a number in any script's digits: ``٨`` is "8", "8 bis" "8-bis"."""
    place = read_number(label)
    return _number_part(place) if place else ""


def read_number(label: str, one: str = "") -> Ordinal | None:
    """Read a number in the digits of one script, that of ``one``, with "bis" and so on after it."""
    found = _NUMBER.fullmatch(label)
    if not found or len({_zero(sign) for sign in (*found[1], *one)}) != 1:
        return None
    return Ordinal(int(found[1]), _LATE.index(found[2]) + 1 if found[2] else 0)


def _zero(sign: str) -> int:
    """Give the code of the zero of a digit's script."""
    return ord(sign) - unicodedata.decimal(sign)


def _number_part(place: Ordinal) -> str:
    return f"{place.number}-{_LATE[place.late - 1]}" if place.late else str(place.number)


def _letter_part(place: Ordinal) -> str:
    """Give the Latin letter at a place: the third item is "c" in the ids of every language."""
    times, index = divmod(place.number - 1, len(_LATIN))
    return _LATIN[index] * (times + 1)


def _letters(alphabet: str) -> Callable[[str], Ordinal | None]:
    """Read letters: after the last come aa, bb, cc, as the United Nations has it."""

    def read(label: str) -> Ordinal | None:
        signs = label.replace(_TATWEEL, "").replace(_ALEF, _ABJAD[0])
        if not signs or set(signs) != {signs[0]} or signs[0] not in alphabet:
            return None
        return Ordinal(alphabet.index(signs[0]) + 1 + len(alphabet) * (len(signs) - 1))

    return read


def _read_roman(label: str) -> Ordinal | None:
    value = roman_value(label) if set(label) <= _ROMAN_SIGNS else 0
    return Ordinal(value) if value else None


def _roman_part(place: Ordinal) -> str:
    return roman(place.number)


def _upper(read: Callable[[str], Ordinal | None]) -> Callable[[str], Ordinal | None]:
    return lambda label: read(label.lower()) if label.isupper() else None


def _numerals() -> tuple[Numerals, ...]:
    latin = _letters(_LATIN)
    numbers = tuple(
        Numerals(f"{name} digits", one, partial(read_number, one=one), _number_part)
        for name, one in (
            ("Western", "1"),
            ("Arabic-Indic", "\u0661"),
            ("extended Arabic-Indic", "\u06f1"),
            ("Devanagari", "\u0967"),
            ("Bengali", "\u09e7"),
        )
    )
    return (
        Numerals("letters", "a", latin, _letter_part),
        Numerals("capital letters", "A", _upper(latin), _letter_part),
        Numerals("roman", "i", _read_roman, _roman_part),
        Numerals("capital roman", "I", _upper(_read_roman), _roman_part),
        Numerals("abjad", _ABJAD[0], _letters(_ABJAD), _letter_part),
        Numerals("hijai", _HIJAI[0], _letters(_HIJAI), _letter_part),
        Numerals("Cyrillic", _CYRILLIC[0], _letters(_CYRILLIC), _letter_part),
        Numerals(
            "capital Cyrillic", _CYRILLIC[0].upper(), _upper(_letters(_CYRILLIC)), _letter_part
        ),
        *numbers,
    )


KINDS: Final = _numerals()
"""All kinds; the two that begin with the same letter are told apart by ``order``."""
