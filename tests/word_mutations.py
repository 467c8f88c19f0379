"""Single-word mutations: every way in which one word of a text can go wrong, for the proofs.

Enters: words in rows (the lines of a file, the cells of a table). Leaves: the same rows with one
word lost, doubled, altered, swapped or moved, and the rows that were touched. Nothing is drawn by
chance: a place and a kind give one mutation.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KINDS: Final = ("lost", "doubled", "altered", "swapped", "exchanged", "moved", "moved back")
"""``swapped`` is with the next word, ``exchanged`` with a word of the next unit; ``moved`` is to
the start of the next unit (from the last one: to the end of the one before), ``moved back`` to the
end of the unit before (from the first one: to the start of the next)."""

EXHAUSTIVE: Final = bool(os.environ.get("BRIEFGEN_EXHAUSTIVE"))

Item = TypeVar("Item")
Row = tuple[str, ...]
Place = tuple[int, int]
"""Row and word within it, from 0."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """Rows with one word changed; ``touched`` are the places of the words that it is about."""

    kind: str
    rows: tuple[Row, ...]
    touched: tuple[Place, ...]


def sampled(places: Sequence[Item], every: int, offset: int) -> Sequence[Item]:
    """Give all places, or every so many-th of them where the suite is to be quick."""
    return places if EXHAUSTIVE else places[offset % every :: every]


def mutate(
    rows: Sequence[Row], kind: str, at: Place, after: Place | None, other: Place, back: Place
) -> Mutation | None:
    """Change the word at a place; None where that gives the same rows.

    ``after`` is the next word, ``other`` a word of the next unit, ``back`` one of the unit before.
    """
    if kind in ("lost", "doubled", "altered"):
        changed = {
            "lost": [],
            "doubled": [rows[at[0]][at[1]]] * 2,
            "altered": [alter(rows[at[0]][at[1]])],
        }
        return _result(kind, rows, _with(rows, {at: changed[kind]}), (at,))
    if kind == "moved":
        place = other
        front = place > at
    elif kind == "moved back":
        place = back
        front = place > at
    else:
        partner = after if kind == "swapped" else other
        if partner is None:
            return None
        swap = {at: [rows[partner[0]][partner[1]]], partner: [rows[at[0]][at[1]]]}
        return _result(kind, rows, _with(rows, swap), (at, partner))
    word, target = rows[at[0]][at[1]], rows[place[0]][place[1]]
    pair = [word, target] if front else [target, word]
    return _result(kind, rows, _with(rows, {at: [], place: pair}), (at, place))


def in_cells(cells: Sequence[Row], kind: str, at: Place) -> Mutation | None:
    """Change the word at a place of a table whose rows are its cells."""
    cell, word = at
    after = (cell, word + 1) if word + 1 < len(cells[cell]) else None
    following = cell + 1 if cell + 1 < len(cells) else cell - 1
    before = cell - 1 if cell else cell + 1
    if kind == "exchanged":
        other = (following, min(word, len(cells[following]) - 1))
    else:
        other = (following, 0 if following > cell else len(cells[following]) - 1)
    back = (before, len(cells[before]) - 1 if before < cell else 0)
    return mutate(cells, kind, at, after, other, back)


def places_of(rows: Sequence[Row]) -> list[Place]:
    """Give the places of all words, in their order."""
    return [(row, word) for row, words in enumerate(rows) for word in range(len(words))]


def alter(word: str) -> str:
    """Change a letter in the middle of a word, so that marks around it stay as they are."""
    letters = [index for index, character in enumerate(word) if character.isalnum()]
    if not letters:
        return word + "x"
    middle = letters[len(letters) // 2]
    return word[:middle] + ("x" if word[middle] != "x" else "y") + word[middle + 1 :]


def _with(rows: Sequence[Row], changes: dict[Place, list[str]]) -> tuple[Row, ...]:
    touched = {row for row, _ in changes}
    return tuple(
        tuple(_words(row, words, changes)) if row in touched else words
        for row, words in enumerate(rows)
    )


def _words(row: int, words: Row, changes: dict[Place, list[str]]) -> Iterator[str]:
    for index, word in enumerate(words):
        yield from changes.get((row, index), [word])


def _result(
    kind: str, before: Sequence[Row], rows: tuple[Row, ...], touched: tuple[Place, ...]
) -> Mutation | None:
    return None if rows == tuple(before) else Mutation(kind, rows, touched)


TEXT_KINDS: Final = ("lost", "doubled", "altered", "swapped", "moved")
_WORD: Final = re.compile(r"\S+")


def spans_of(text: str) -> list[tuple[int, int]]:
    """Give where the words of a text stand: whatever is between blanks, markup included."""
    return [match.span() for match in _WORD.finditer(text)]


def in_text(text: str, kind: str, spans: Sequence[tuple[int, int]], index: int) -> str | None:
    """Change a word of a text, blanks around it kept; None where that gives the same text.

    ``moved`` is to the end of the next line that has words, from the last to that before it.
    """
    start, end = spans[index]
    word, before, after = text[start:end], text[:start], text[end:]
    if kind == "doubled":
        changed = f"{before}{word} {word}{after}"
    elif kind == "altered":
        changed = f"{before}{alter(word)}{after}"
    elif kind == "swapped":
        if index + 1 == len(spans):
            return None
        other = slice(*spans[index + 1])
        changed = before + text[other] + text[end : other.start] + word + text[other.stop :]
    else:
        changed = before + after[1:] if after[:1] == " " else before.rstrip(" ") + after
        if kind == "moved":
            changed = _with_moved(text, changed, word, start)
    return None if changed == text else changed


def _with_moved(text: str, rest: str, word: str, start: int) -> str:
    lines = rest.split("\n")
    here = text.count("\n", 0, start)
    order = [*range(here + 1, len(lines)), *range(here - 1, -1, -1)]
    target = next(line for line in order if lines[line].strip())
    lines[target] += f" {word}"
    return "\n".join(lines)
