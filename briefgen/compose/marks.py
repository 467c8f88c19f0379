"""Raised marks among a unit's words: of the source's footnotes, and of corrections.

Enters: a unit. Leaves: marks with the place in its text at which each stands. A correction's mark
is ``c`` and a number, so that it cannot be taken for one of the source's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefgen.corpus.model import Unit


class Mark(NamedTuple):
    """A mark before the character at ``place``, which calls a note by its id."""

    place: int
    note: str
    label: str


def correction_note(unit: Unit, index: int) -> str:
    """Give the id of the note for the correction that is ``index`` in its unit, from 0."""
    return f"{unit.id}/correction/{index + 1}"


def correction_place(unit: Unit, index: int) -> int:
    """Give where the mark of a correction stands: after its word and the punctuation attached.

    A space that was put in belongs to the word before it; characters that were taken out are
    missed in the word that follows, or that they stood in.
    """
    start, place = unit.corrected_at[index]
    text = unit.text
    while place > start and text[place - 1] == " ":
        place -= 1
    while place < len(text) and text[place] != " ":
        place += 1
    return place
