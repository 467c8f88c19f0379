"""The proof that an import lost, added and doubled no word.

Enters: the account of a reading, and the document made from it (or read back from its file).
Leaves: counts, and an error for every character of the source that stands nowhere, or twice, and
for every unit whose text is not exactly the words it was given.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.diagnostics import Diagnostic, Place, error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.corpus.model import Document
    from briefgen.corpus.readers.reading import Piece, Reading

_WORD = re.compile(r"\S+")


class Account(Struct, frozen=True):
    """Where the words of a source went; a word is what stands between blanks."""

    words: int
    """Words of the source file, markup included."""
    in_units: int
    """Words of all units."""
    explained: tuple[tuple[str, int], ...]
    """By rule, in the order of their names: words that stand whole outside every unit."""


def account(reading: Reading, document: Document) -> tuple[Account, list[Diagnostic]]:
    """Balance a source against its document."""
    by_line: dict[int, list[Piece]] = defaultdict(list)
    for piece in reading.pieces:
        by_line[piece.line].append(piece)
    faults = [*_coverage(reading, by_line), *_unit_words(reading, document)]
    explained: Counter[str] = Counter()
    for number, line in enumerate(reading.lines, start=1):
        explained.update(_outside(line, by_line[number]))
    words = sum(len(line.split()) for line in reading.lines)
    in_units = sum(len(unit.text.split()) for unit in document.units)
    return Account(words, in_units, tuple(sorted(explained.items()))), faults


def _coverage(reading: Reading, by_line: dict[int, list[Piece]]) -> Iterator[Diagnostic]:
    """Find the words that stand nowhere and the words that were taken twice."""
    for number, line in enumerate(reading.lines, start=1):
        end = 0
        gaps = []
        for piece in sorted(by_line[number], key=lambda one: (one.start, one.end)):
            if piece.start < end:
                twice = line[piece.start : min(end, piece.end)].strip()
                if twice:
                    yield _fault(reading, number, piece.start, f"taken twice: '{twice}'")
            elif line[end : piece.start].strip():
                gaps.append((end, piece.start))
            end = max(end, piece.end)
        if line[end:].strip():
            gaps.append((end, len(line)))
        for start, stop in gaps:
            yield _fault(
                reading, number, start, f"no rule explains '{line[start:stop].strip()[:60]}'"
            )


def _unit_words(reading: Reading, document: Document) -> Iterator[Diagnostic]:
    """Rebuild each unit's words from the source alone, and compare."""
    pieces: dict[str, list[Piece]] = defaultdict(list)
    marks: dict[int, list[Piece]] = defaultdict(list)
    for piece in reading.pieces:
        if piece.unit:
            pieces[piece.unit].append(piece)
        else:
            marks[piece.line].append(piece)
    for unit in document.units:
        given = pieces.pop(unit.id, [])
        if _words(reading, given, marks) != unit.text.split():
            line = unit.lines[0]
            yield _fault(
                reading, line, 0, f"{unit.id} does not hold exactly the words it was given"
            )
    for name, lost in pieces.items():
        yield _fault(reading, lost[0].line, lost[0].start, f"words of {name}, which does not exist")


def _words(reading: Reading, given: list[Piece], marks: dict[int, list[Piece]]) -> list[str]:
    """Give the words of pieces in reading order; what a mark parts without a blank is one word."""
    words = ""
    last: Piece | None = None
    for piece in given:
        if last is not None:
            line = reading.line(piece.line)
            between = list(line[last.end : piece.start])
            for mark in marks[piece.line]:
                for at in range(max(mark.start, last.end), min(mark.end, piece.start)):
                    between[at - last.end] = ""
            new_line = last.line != piece.line
            words += ("" if piece.glued else " ") if new_line else "".join(between)
        words += reading.line(piece.line)[piece.start : piece.end]
        last = piece
    return words.split()


def _outside(line: str, pieces: list[Piece]) -> Iterator[str]:
    """Give the rule for each word of a line of which no character stands in a unit."""
    inside = bytearray(len(line))
    for piece in pieces:
        if piece.unit:
            inside[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
    rules = sorted(piece for piece in pieces if piece.rule)
    for word in _WORD.finditer(line):
        start, end = word.span()
        if 1 not in inside[start:end]:
            touching = (piece.rule for piece in rules if piece.start < end and piece.end > start)
            yield from islice(touching, 1)


def _fault(reading: Reading, line: int, start: int, message: str) -> Diagnostic:
    hint = "the reader of this format has to learn the case"
    return error(message, Place(reading.file, line, start + 1 if line else 0), hint)
