"""Two texts compared word by word, and what of a long one is shown.

Enters: texts whose spaces are normalised. Leaves: pieces, of which those that stayed and those that
are gone make the old text again, those that stayed and those that are new the new one.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

CONTEXT: Final = 7
"""Words shown on each side of a change."""
BEGINNING: Final = 16
END: Final = 8
"""Words shown of what is wholly new or gone; what stands between is left out."""
_ISLAND: Final = 2
"""So few words that stayed between changes are told as changed with them: it reads better."""
_MOST: Final = 4_000_000
"""Pairs of words that are weighed at most; longer texts are told as replaced."""
ELLIPSIS: Final = "\u2026"

Part = Literal["kept", "gone", "added"]


class Piece(NamedTuple):
    """Words in a row that stayed, are gone, or were added."""

    part: Part
    words: str


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """Compare two texts; the same texts give the same pieces always."""
    before, after = old.split(), new.split()
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    pieces = [Piece("kept", " ".join(before[:start]))]
    middle = before[start : len(before) - end], after[start : len(after) - end]
    pieces += _compared(*middle)
    pieces.append(Piece("kept", " ".join(before[len(before) - end :])))
    return tuple(piece for piece in pieces if piece.words)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Give how many words two texts begin with in common."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        count += 1
    return count


def _compared(before: Sequence[str], after: Sequence[str]) -> list[Piece]:
    if not before or not after or len(before) * len(after) > _MOST:
        return [Piece("gone", " ".join(before)), Piece("added", " ".join(after))]
    pieces: list[Piece] = []
    gone: list[str] = []
    added: list[str] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, low, high, start, end in matcher.get_opcodes():
        if what == "equal" and high - low > _ISLAND:
            pieces += [Piece("gone", " ".join(gone)), Piece("added", " ".join(added))]
            pieces.append(Piece("kept", " ".join(before[low:high])))
            gone, added = [], []
        else:
            gone += before[low:high]
            added += after[start:end]
    return [*pieces, Piece("gone", " ".join(gone)), Piece("added", " ".join(added))]


def shortened(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Leave out of words that stayed what is far from any change, and of long ones their middle."""
    return tuple(
        Piece(piece.part, _short(piece, first=at == 0, last=at == len(pieces) - 1))
        for at, piece in enumerate(pieces)
    )


def _short(piece: Piece, *, first: bool, last: bool) -> str:
    words = piece.words.split(" ")
    if piece.part != "kept":
        return _ends(words, BEGINNING, END)
    return _ends(words, 0 if first else CONTEXT, 0 if last else CONTEXT)


def _ends(words: Sequence[str], head: int, tail: int) -> str:
    """Give the first and the last words, and a sign for those between if there are several."""
    if len(words) <= head + tail + 1:
        return " ".join(words)
    return " ".join([*words[:head], ELLIPSIS, *words[len(words) - tail :]])
