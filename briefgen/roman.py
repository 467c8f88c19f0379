"""Roman numerals, in lower case.

Enters: a number, or letters. Leaves: the other. What they number is not known here.
"""

from __future__ import annotations

from typing import Final

_DIGITS: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_VALUES: Final = {letters: value for value, letters in _DIGITS if len(letters) == 1}


def roman(number: int) -> str:
    """Write a number from 1; beyond 3,999 with as many "m" as it takes."""
    digits: list[str] = []
    for value, letters in _DIGITS:
        times, number = divmod(number, value)
        digits.append(times * letters)
    return "".join(digits)


def roman_value(letters: str) -> int:
    """Give the value of a numeral; 0 where the letters are none, or not as ``roman`` writes it."""
    if not set(letters) <= _VALUES.keys():
        return 0
    values = [_VALUES[letter] for letter in letters]
    total = sum(
        -value if value < max(values[place:]) else value for place, value in enumerate(values)
    )
    return total if total > 0 and roman(total) == letters else 0
