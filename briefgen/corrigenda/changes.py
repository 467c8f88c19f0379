"""What of the words of a pack has changed, passage by passage.

Enters: two files as read. Leaves: changes in the order of the new file, what is gone where it
stood. How a passage is cited is not known here.
"""

from __future__ import annotations

from bisect import bisect_left
from difflib import SequenceMatcher
from functools import partial
from typing import TYPE_CHECKING

from briefgen.corrigenda.model import Change
from briefgen.corrigenda.passages import pair_passages
from briefgen.corrigenda.running_lines import unnumbered
from briefgen.corrigenda.whole_parts import parts_together
from briefgen.corrigenda.wording import Piece, compare_words
from briefgen.verify.alignment import shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.compose.furniture import Furniture
    from briefgen.corrigenda.model import PrintedFile
    from briefgen.corrigenda.passages import Pairing
    from briefgen.corrigenda.wording import Part
    from briefgen.verify.model import Delivered, Passage

_ALIKE = 0.4
"""Words that running lines share if one became the other; others came or went with their pages."""


def passages_of(file: Delivered) -> tuple[Passage, ...]:
    """Give the passages of a file, those of its footnotes last."""
    return (*file.passages, *(one for note in file.notes for one in note.passages))


def pages_of(passage: Passage) -> tuple[int, ...]:
    """Give the pages that a passage stands on."""
    pages = [turn.page for turn in passage.turns] or [passage.spot.page]
    return tuple(dict.fromkeys(page for page in pages if page))


def find_changes(old: PrintedFile, new: PrintedFile, furniture: Furniture) -> tuple[Change, ...]:
    """Give all changes: those of running lines first, then by passages, then of the contents."""
    before, after = passages_of(old.delivered), passages_of(new.delivered)
    pairing = pair_passages(before, after)
    stays = {one: other for one, other in pairing.pairs.items() if one not in pairing.moved}
    found = sorted(
        (one for one in _changes(before, after, pairing) if _has_words(one)),
        key=partial(_place, places=list(stays.values()), stays=list(stays)),
    )
    return (
        *_running(old, new, furniture),
        *_labels_together(parts_together(found, before, after), after),
        *_contents(old.delivered, new.delivered),
    )


def _has_words(change: Change) -> bool:
    """Tell whether anything can be read of a change: the sign of an omission alone cannot."""
    changed = (one.words for one in change.pieces if one.part != "kept" or change.kind == "moved")
    return any(sign.isalnum() for words in changed for sign in words)


def _changes(
    before: Sequence[Passage], after: Sequence[Passage], pairing: Pairing
) -> Iterator[Change]:
    pieces: tuple[Piece, ...]
    left = partial(_left, before=before, after=after, pairing=pairing)
    for index, other in pairing.pairs.items():
        one, two = before[index], after[other]
        pages = pages_of(two)
        if index in pairing.moved:
            pieces = (Piece("kept", two.whole),)
            yield Change("moved", pieces, index, other, pages, left(index))
        elif one.words == two.words and one.label != two.label:
            labels = (Piece("gone", one.label), Piece("added", two.label))
            pieces = tuple(piece for piece in labels if piece.words)
            yield Change("labels", pieces, index, other, pages)
        elif one.words != two.words:
            pieces = compare_words(one.whole, two.whole)
            yield Change("changed", pieces, index, other, pages)
    for index in pairing.gone:
        one = before[index]
        pieces = (Piece("gone", one.whole),)
        yield Change("removed", pieces, index, None, pages_of(one), left(index))
    for other in pairing.added:
        one = after[other]
        yield Change("added", (Piece("added", one.whole),), None, other, pages_of(one))


def _left(
    index: int, before: Sequence[Passage], after: Sequence[Passage], pairing: Pairing
) -> tuple[int, ...]:
    """Give the new pages that a passage has left: those of its neighbours on its old page."""
    stays = sorted(one for one in pairing.pairs if one not in pairing.moved)
    at = bisect_left(stays, index)
    neighbours = [(one, -1) for one in stays[:at][-1:]] + [(one, 0) for one in stays[at:][:1]]
    old = set(pages_of(before[index]))
    found = (
        pages_of(after[pairing.pairs[one]])[end:][:1]
        for one, end in neighbours
        if old.intersection(pages_of(before[one]))
    )
    return tuple(dict.fromkeys(page for pages in found for page in pages))


def _place(change: Change, stays: Sequence[int], places: Sequence[int]) -> tuple[int, int, int]:
    """Give what orders changes: the new passage; what is gone, behind the one before it.

    ``stays`` are the old numbers of the passages that keep their order, ``places`` their new ones.
    """
    if change.new is not None:
        return change.new, 0, 0
    index = change.old or 0
    before = bisect_left(stays, index)
    return (places[before - 1] if before else -1), 1, index


def _labels_together(found: Sequence[Change], after: Sequence[Passage]) -> Iterator[Change]:
    """Tell of labels that moved on in a row, under one heading, as one change."""
    run: list[Change] = []
    for one in found:
        if run and not (one.kind == "labels" and _same_chapter(run[-1], one, after)):
            yield _as_one(run)
            run = []
        if one.kind == "labels":
            run.append(one)
        else:
            yield one
    if run:
        yield _as_one(run)


def _same_chapter(one: Change, other: Change, after: Sequence[Passage]) -> bool:
    first, last = one.new or 0, other.new or 0
    return not any(passage.level for passage in after[first:last])


def _as_one(run: Sequence[Change]) -> Change:
    pieces: list[Piece] = []
    for part in _PARTS:
        labels = [piece.words for one in run for piece in one.pieces if piece.part == part]
        if labels:
            pieces.append(Piece(part, _span(labels)))
    pages = tuple(dict.fromkeys(page for one in run for page in one.pages))
    return Change("labels", tuple(pieces), run[0].old, run[0].new, pages)


_PARTS: tuple[Part, ...] = ("gone", "added")


def _span(labels: Sequence[str]) -> str:
    return labels[0] if len(labels) == 1 else f"{labels[0]}\u2013{labels[-1]}"


def _running(old: PrintedFile, new: PrintedFile, furniture: Furniture) -> Iterator[Change]:
    """Tell which running lines became others."""
    plain = unnumbered(furniture)
    lines: list[dict[str, list[int]]] = []
    for file in (old, new):
        found: dict[str, list[int]] = {}
        for number, page in enumerate(file.pages, 1):
            for line in page.furniture:
                dated = file.date and furniture.date(file.date)
                found.setdefault(plain(line.replace(dated, "") if dated else line), []).append(
                    number
                )
        lines.append(found)
    before, after = ([*one] for one in lines)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, low, high, start, end in matcher.get_opcodes():
        if what != "replace":
            continue
        alone = high - low == end - start == 1  # a marking that is another need share no word
        for one, other in zip(before[low:high], after[start:end], strict=False):
            if (alone or shared(one, other) >= _ALIKE) and one not in lines[1]:
                pages = tuple(lines[1][other])
                yield Change("running", compare_words(one, other), None, None, pages)


def _contents(old: Delivered, new: Delivered) -> Iterator[Change]:
    """Tell that the contents list is another, as its page numbers may be."""
    before, after = ([one.words for one in file.contents] for file in (old, new))
    if before != after and after:
        pages = tuple(dict.fromkeys(page for one in new.contents for page in pages_of(one)))
        yield Change("contents", (), None, None, pages)
