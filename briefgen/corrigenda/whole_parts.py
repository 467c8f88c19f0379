"""Chapters and table rows that came, went or moved whole, told once instead of by each passage.

Enters: the passages of two files, and the changes between them. Leaves: fewer changes: where all of
a chapter or of a row is told, its first passage stands for it, and for the notes that it calls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from briefgen.corrigenda.model import Change
    from briefgen.verify.model import Passage

_ALONE: Final = 1
"""Passages of a part that is told well enough as what it is."""
_CELL: Final = 3
"""Parts of the id of what stands in a table: document, row, column, and perhaps a bullet."""


def parts_together(
    found: Sequence[Change], before: Sequence[Passage], after: Sequence[Passage]
) -> list[Change]:
    """Tell of whole parts once; ``before`` and ``after`` are the passages of the two files."""
    removed = {one.old: one for one in found if one.kind == "removed" and one.old is not None}
    added = {one.new: one for one in found if one.kind == "added" and one.new is not None}
    instead: dict[Change, Change | None] = {}
    for passages, told in ((before, removed), (after, added)):
        parts: list[Collection[int]] = [*_whole(passages, told)]
        inside = {at for part in parts for at in part}
        parts += (one for one in _records(passages, told) if inside.isdisjoint(one))
        for part in parts:
            first, *others = (told[at] for at in part if at in told)
            notes = [told[at] for at in _called(passages, part) if at in told]
            instead[first] = _as_one((first, *others))
            instead |= dict.fromkeys((*others, *notes))
    for first, others in _moved(found, before, after):
        instead[first] = _as_one((first, *others))
        instead |= dict.fromkeys(others)
    kept = (instead.get(one, one) for one in found)
    return [one for one in kept if one is not None]


def _whole(passages: Sequence[Passage], told: Mapping[int, Change]) -> Iterator[range]:
    """Give the outermost chapters and rows of which every passage is told."""
    end = 0
    for at, first in enumerate(passages):
        if at < end or at not in told:
            continue
        part = range(
            at, _end_of_chapter(passages, at) if first.level else _end_of_row(passages, at)
        )
        if len(part) > _ALONE and all(one in told or not _said(passages[one]) for one in part):
            end = part.stop
            yield part


def _moved(
    found: Sequence[Change], before: Sequence[Passage], after: Sequence[Passage]
) -> Iterator[tuple[Change, list[Change]]]:
    """Give the headings of chapters that stand elsewhere with the same words, and what goes along.

    Of a chapter that moved, words that stand in many places are told as gone here, and new there.
    """
    told = {one.new: one for one in found if one.kind in {"moved", "added"}}
    gone = {one.old: one for one in found if one.kind in {"moved", "removed"}}
    end = 0
    for first in found:
        if first.kind != "moved" or first.new is None or first.old is None or first.new < end:
            continue
        if not after[first.new].level:
            continue
        there = range(first.new, _end_of_chapter(after, first.new))
        here = range(first.old, _end_of_chapter(before, first.old))
        if not _same(before, here, after, there):
            continue
        if all(at in told for at in there if _said(after[at])) and all(
            at in gone for at in here if _said(before[at])
        ):
            end = there.stop
            notes = [at for at in _called(after, there) if at in told]
            along = [told[at] for at in (*there, *notes) if at in told]
            along += [gone[at] for at in here if at in gone]
            yield first, [one for one in dict.fromkeys(along) if one is not first]


def _same(before: Sequence[Passage], here: range, after: Sequence[Passage], there: range) -> bool:
    """Tell whether two parts have the same words in the same order."""
    return [before[at].whole for at in here] == [after[at].whole for at in there]


def _records(passages: Sequence[Passage], told: Mapping[int, Change]) -> Iterator[tuple[int, ...]]:
    """Give the rows of which every passage is told where large print has each as a record.

    The heads of columns stand in each record again. Which of the same words came or went with it
    cannot be known: those count that are told beside it.
    """
    quoted = [one.units[0].split("/") if one.units else [] for one in passages]
    columns = {(one[0], one[-1]) for one in quoted if one[1:2] == ["head"]}
    rows: dict[tuple[str, str], list[int]] = {}
    for at, (unit, one) in enumerate(zip(quoted, passages, strict=True)):
        if len(unit) >= _CELL and (unit[0], unit[2]) in columns and not one.spot.cell:
            rows.setdefault((unit[0], unit[1]), []).append(at)
    for row in rows.values():
        if len(row) > _ALONE and all(at in told for at in row):
            beside = range(row[0] - 1, row[-1] + 2)
            heads = (at for at in beside if at in told and quoted[at][1:2] == ["head"])
            yield (*row, *heads)


def _end_of_chapter(passages: Sequence[Passage], heading: int) -> int:
    """Give the place behind the last passage below a heading; footnotes stand below none."""
    level = passages[heading].level
    later = range(heading + 1, len(passages))
    ends = (at for at in later if 0 < passages[at].level <= level or passages[at].spot.note)
    return next(ends, len(passages))


def _end_of_row(passages: Sequence[Passage], first: int) -> int:
    """Give the place behind the last passage of a table's row that begins there."""
    row = _row(passages[first])
    if row is None or (first and _row(passages[first - 1]) == row):
        return first + _ALONE
    later = range(first + 1, len(passages))
    return next((at for at in later if _row(passages[at]) != row), len(passages))


def _row(passage: Passage) -> tuple[int, int] | None:
    cell = passage.spot.cell
    return None if cell is None else cell[:2]


def _called(passages: Sequence[Passage], part: Collection[int]) -> Iterator[int]:
    """Give the passages of the footnotes that a part alone calls on its pages.

    All of a file without pages is one: where sheets count their marks anew, a mark does not tell
    there whose the note is, and what is not known to go with the part is told by itself.
    """
    pages = {page for at in part for page in _pages(passages[at])}
    inside, outside = set[str](), set[str]()
    for at, one in enumerate(passages):
        if at in part:
            inside.update(mark.label for mark in one.marks)
        elif pages & _pages(one):
            outside.update(mark.label for mark in one.marks)
    for at, one in enumerate(passages):
        if one.spot.note in inside - outside and one.spot.page in pages:
            yield at


def _pages(passage: Passage) -> set[int]:
    """Give the pages that a passage stands on, 0 for the whole of a file without."""
    return {passage.spot.page, *(turn.page for turn in passage.turns)}


def _said(passage: Passage) -> bool:
    """Tell whether a passage has words; the sign of an omission is no change by itself."""
    return any(sign.isalnum() for sign in passage.whole)


def _as_one(run: Sequence[Change]) -> Change:
    pages = dict.fromkeys(page for one in run for page in one.pages)
    lost = dict.fromkeys(page for one in run for page in one.lost)
    return replace(run[0], whole=True, pages=tuple(pages), lost=tuple(lost))
