"""A cell of partners taken apart: "civil society, migrant and diaspora groups" are two pieces.

Enters: the text of a partnerships cell, and the mentions in it. Leaves: its pieces, in order. A
name is never cut, whatever commas and conjunctions stand in it; what is no name stays a piece of
its own, so that nothing is lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.corpus.actors.model import Mention

_BORDER: Final = re.compile(
    r"(?:[;,.:]|\b(?:and|or|including|such as|especially|particularly|engagement with|with)\b"
    r"|\bdown to\b|\s|\bthe\b)+",
    re.IGNORECASE,
)
"""What may part two pieces; that it does, takes more than spaces and articles."""


class Piece(Struct, frozen=True):
    """The characters ``start`` to ``end`` (not included) of a cell, and the names in them."""

    start: int
    end: int
    names: tuple[str, ...]
    """The ids of the actors named there; none where the words name none."""


def split_cell(text: str, mentions: Sequence[Mention]) -> tuple[Piece, ...]:
    """Give the pieces of a cell, without the conjunctions and commas between them."""
    pieces: list[Piece] = []
    start = 0
    for border_start, border_end in (*_borders(text, mentions), (len(text), len(text))):
        if start < border_start:
            names = [one.name for one in mentions if start <= one.start and one.end <= border_start]
            pieces.append(Piece(start, border_start, tuple(names)))
        start = border_end
    return tuple(pieces)


def _borders(text: str, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Give the stretches that part pieces and touch no name."""
    found = []
    for match in _BORDER.finditer(text):
        start, end = match.span()
        inside = any(one.start < end and start < one.end for one in mentions)
        if not inside and match[0].lower().strip() not in ("", "the"):
            found.append((start, end))
    return found
