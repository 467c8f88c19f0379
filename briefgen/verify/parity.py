"""Parity: two files of one pack say the same, in the same order, under the same headings.

Enters: two files as read. Leaves: where they differ. Neither is held against the corpus here: a
fault that both have is none of parity's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.corpus.changes import word_difference
from briefgen.manifest.words import normalised
from briefgen.verify.alignment import align, shared
from briefgen.verify.findings import Finding
from briefgen.verify.note_pairing import pair_notes, printed_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.verify.model import Delivered, Passage

_ALIKE = 0.35


def compare(one: Delivered, other: Delivered) -> list[Finding]:
    """Give where two files differ; places are those of the second, where it has the passage."""
    findings = list(_compare(one.passages, other.passages, one.name, other.name))
    findings += _compare(one.strays, other.strays, one.name, other.name)
    findings += _compare_notes(one, other)
    return findings


def _compare_notes(one: Delivered, other: Delivered) -> Iterator[Finding]:
    """Compare notes by their marks and words; a file may print one on each page that calls it."""
    first = {printed_key(note): note.passages for note in one.notes}
    second = {printed_key(note): note.passages for note in other.notes}
    known, found = list(first), list(second)

    def likeness(index: int, place: int) -> float:
        return shared(
            *(_words(passages) for passages in (first[known[index]], second[found[place]]))
        )

    partners = pair_notes(known, found, likeness)
    for index, key in enumerate(known):
        if index not in partners:
            yield from _compare(first[key], (), one.name, other.name)
    for place, partner in enumerate(partners):
        left = () if partner is None else first[known[partner]]
        yield from _compare(left, second[found[place]], one.name, other.name)


def _words(passages: Sequence[Passage]) -> str:
    return " ".join(passage.words for passage in passages)


def _compare(
    left: Sequence[Passage], right: Sequence[Passage], one: str, other: str
) -> Iterator[Finding]:
    def likeness(index: int, place: int) -> float:
        weight = shared(left[index].words, right[place].words)
        return weight if weight >= _ALIKE else 0.0

    alignment = align([_key(passage) for passage in left], [_key(p) for p in right], likeness)
    rows: dict[tuple[int, int], tuple[int, int]] = {}
    for index, place in sorted(alignment.pairs.items()):
        yield from _differences(left[index], right[place], rows)
    for index in alignment.missing:
        passage = left[index]
        message = f"it stands in {one} at {passage.spot}, and not in {other}"
        yield Finding("parity", passage.spot, message, _unit(passage), passage.whole)
    for place in alignment.extra:
        passage = right[place]
        message = f"it stands in {other} at {passage.spot}, and not in {one}"
        yield Finding("parity", passage.spot, message, _unit(passage), "", passage.whole)


def _differences(
    left: Passage, right: Passage, rows: dict[tuple[int, int], tuple[int, int]]
) -> Iterator[Finding]:
    unit = _unit(left) or _unit(right)
    if left.whole != right.whole:
        message = f"the words differ: {word_difference(left.whole, right.whole)}"
        yield Finding("parity", right.spot, message, unit, left.whole, right.whole)
    if left.level != right.level:
        levels = _level(left), _level(right)
        yield Finding("parity", right.spot, "one is a heading of another level", unit, *levels)
    cells = left.spot.cell, right.spot.cell
    if cells != (None, None):
        row = None
        if cells[0] and cells[1]:
            here = cells[1].table, cells[1].row
            row = rows.setdefault((cells[0].table, cells[0].row), here) == here
        if not row or cells[0] is None or cells[1] is None or cells[0].column != cells[1].column:
            message = "it stands in another cell"
            yield Finding("parity", right.spot, message, unit, str(left.spot), str(right.spot))
    if [one.label for one in left.marks] != [one.label for one in right.marks]:
        yield Finding("parity", right.spot, "the marks of notes differ", unit)


def _key(passage: Passage) -> str:
    return f"{passage.level}\t{passage.whole}"


def _level(passage: Passage) -> str:
    return f"heading of level {passage.level}" if passage.level else "no heading"


def _unit(passage: Passage) -> str:
    return normalised(passage.units[0]) if passage.units else ""
