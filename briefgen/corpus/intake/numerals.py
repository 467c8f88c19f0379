"""Numbers as lists print them: roman, letters, Arabic letters, other digits.

Enters: a number from 1 and the name that ECMA-376 gives the way of writing it (Part 1, 17.18.59).
Leaves: the characters. HTML's names for the same are translated by who reads HTML.
"""

from __future__ import annotations

import string
from typing import Final

from briefgen.roman import roman

_ALPHABETS: Final = {
    "lowerLetter": string.ascii_lowercase,
    "upperLetter": string.ascii_uppercase,
    "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
}
_ZEROS: Final = {
    "decimal": "0",
    "arabicIndic": "\u0660",  # HTML only; ECMA-376 has no name for it
    "decimalFullWidth": "\uff10",
    "hindiNumbers": "\u0966",
    "thaiNumbers": "\u0e50",
}
_LONGEST: Final = 60_000
"""The largest number that is written in letters or roman numerals; a list is never so long."""


def numeral(number: int, way: str) -> str | None:
    """Write a number; None where this way of writing is not known here, or cannot write it."""
    if way in _ZEROS:
        zero = ord(_ZEROS[way])
        return "".join(chr(zero + int(digit)) for digit in str(max(number, 0)))
    if way == "decimalZero":
        return f"{number:02d}"
    if way == "none":
        return ""
    if not 0 < number < _LONGEST:
        return None
    if way in {"lowerRoman", "upperRoman"}:
        return roman(number) if way == "lowerRoman" else roman(number).upper()
    if way in _ALPHABETS:
        # after the last letter Word doubles them: z, aa, bb
        rounds, place = divmod(number - 1, len(_ALPHABETS[way]))
        return _ALPHABETS[way][place] * (rounds + 1)
    return None
