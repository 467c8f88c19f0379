"""What mutations of both formats share: another letter for a letter."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random


def other_letter(one: str, chance: Random) -> str:
    """Give another character of the same sort."""
    sort = (
        string.digits
        if one.isdigit()
        else string.ascii_uppercase
        if one.isupper()
        else string.ascii_lowercase
    )
    return chance.choice([letter for letter in sort if letter != one])
