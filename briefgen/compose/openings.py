"""The first words of a passage, as they are: where a card names an action and does not print it.

Enters: a text. Leaves: where its opening ends. That something is left out is for others to say.
"""

from __future__ import annotations

from typing import Final

LONGEST: Final = 64
"""Characters of an opening: about a line of a card."""

_LITTLE: Final = 4
"""Words as short as these (of, the, with, and) want another after them."""
_FEWEST: Final = 3
_POINTS: Final = ",;:.\u2013\u2014-("


def opening_end(text: str) -> int:
    """Give where the opening of a text ends: at the end of a word that can end one, or the text's.

    A few words more than there is room for are printed rather than left out.
    """
    if len(text) <= LONGEST + LONGEST // 4:
        return len(text)
    words = text[: LONGEST + 1].split(" ")
    if len(words) == 1:  # a word without end is no opening
        return len(text)
    words.pop()
    while len(words) > _FEWEST and len(words[-1].strip(_POINTS)) <= _LITTLE:
        words.pop()
    return len(" ".join(words).rstrip(_POINTS))
