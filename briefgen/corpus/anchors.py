"""Places in a text told by words instead of numbers, so that a person can write and review them.

Enters: a text, and words or offsets. Leaves: offsets or words. Words mean the one place where they
occur; ``nth`` tells which, where they occur more than once.
"""

from __future__ import annotations

_CONTEXT = 5
"""Words that lead up to a note mark, at least; fewer read badly, more are seldom needed."""


def occurrences(text: str, words: str) -> list[int]:
    """Give every offset at which the words occur, overlaps included."""
    places: list[int] = []
    at = text.find(words) if words else -1
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    return places


def locate(text: str, words: str, nth: int = 0) -> int | None:
    """Give the offset of the words: their only occurrence, or the ``nth``, from 1."""
    places = occurrences(text, words)
    if nth:
        return places[nth - 1] if nth <= len(places) else None
    return places[0] if len(places) == 1 else None


def anchor_stretch(text: str, start: int, end: int) -> tuple[str, int]:
    """Give the words from ``start`` to ``end``, and ``nth`` (0 where they occur once)."""
    words = text[start:end]
    places = occurrences(text, words)
    return words, 0 if len(places) == 1 else places.index(start) + 1


def anchor_end(text: str, end: int) -> tuple[str, int]:
    """Give the words that lead up to ``end``: a few, or as many as make them unmistakable."""
    words = text[:end].split(" ")
    tail = ""
    for count in range(min(_CONTEXT, len(words)), len(words) + 1):
        tail = " ".join(words[-count:])
        if len(occurrences(text, tail)) == 1:
            return tail, 0
    return tail, occurrences(text, tail).index(end - len(tail)) + 1
