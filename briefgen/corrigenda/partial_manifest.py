"""What a file of some sheets says of itself: the manifest of the whole, cut to what stands there.

Enters: the manifest of a pack, its passages as the file prints them, and the pages that are kept.
Leaves: a ``Manifest`` that is marked as partial. Of a passage that goes on over a page that is not
kept, what stands on the others is listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from briefgen.corrigenda.changes import pages_of
from briefgen.diagnostics import Place, error
from briefgen.errors import UnusableInput
from briefgen.manifest.model import Mark, NotePassages, Own, Quoted, Said
from briefgen.manifest.words import fingerprint, normalised
from briefgen.verify.note_pairing import listed_key, pair_notes, printed_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from briefgen.manifest import Manifest
    from briefgen.manifest.model import Part, Passage
    from briefgen.verify.model import Delivered, Note
    from briefgen.verify.model import Passage as Printed


def partial_manifest(manifest: Manifest, file: Delivered, pages: Collection[int]) -> Manifest:
    """Cut a manifest to pages, counted from 1.

    Raises:
        UnusableInput: the file does not print what it says of itself.
    """
    notes: list[NotePassages] = []
    for told, printed in zip(manifest.notes, _printed_notes(manifest, file), strict=True):
        if not printed:
            raise _changed(file.name)
        for note in printed:  # one that several pages call is printed on each
            left = _cut(told.passages, note.passages, pages, file.name)
            if left:
                notes.append(NotePassages(told.mark, left))
                break
    return replace(
        manifest,
        identity=replace(manifest.identity, partial=True),
        passages=_cut(manifest.passages, file.passages, pages, file.name),
        notes=tuple(notes),
        comments=(),
    )


def _printed_notes(manifest: Manifest, file: Delivered) -> list[list[Note]]:
    """Give for each note that a manifest lists where the file prints it."""
    listed, found = map(listed_key, manifest.notes), map(printed_key, file.notes)
    partners = pair_notes(list(listed), list(found), lambda *_: 0.0)
    printed: list[list[Note]] = [[] for _ in manifest.notes]
    for note, partner in zip(file.notes, partners, strict=True):
        if partner is not None:
            printed[partner].append(note)
    return printed


def _changed(name: str) -> UnusableInput:
    message = "the file does not print what it says of itself: it was changed after it was built"
    hint = "build the pack again; 'briefgen verify' tells what is wrong with this file"
    return UnusableInput([error(message, Place(name), hint)])


def _cut(
    passages: Sequence[Passage],
    printed: Sequence[Printed],
    pages: Collection[int],
    name: str,
) -> tuple[Passage, ...]:
    left: list[Passage] = []
    heading: int | None = None
    if len(passages) != len(printed):
        raise _changed(name)
    for told, seen in zip(passages, printed, strict=True):
        here = [page for page in pages_of(seen) if page in pages]
        if not here:
            continue
        whole = len(here) == len(pages_of(seen))
        one = told if whole else _cut_passage(told, seen, pages)
        one = replace(one, heading=heading)
        if one.level:
            heading = len(left)
        left.append(one)
    return tuple(left)


class _Stretch(NamedTuple):
    """Words in a row of one unit, or of none, and where they begin among all words of it."""

    unit: str
    words: str
    start: int


def _cut_passage(told: Passage, seen: Printed, pages: Collection[int]) -> Passage:
    """Give the part of a passage that stands on some pages."""
    kept = _kept_runs(seen, pages)
    label = told.label if seen.turns[0].page in pages else ""
    words = normalised("".join(seen.runs[at].words for at in kept))
    before = normalised("".join(one.words for one in seen.runs[: kept[0]]))
    offset = len(before) + 1 if before else 0
    marks = tuple(
        Mark(one.place - offset, one.label)
        for one in told.marks
        if 0 <= one.place - offset <= len(words)
    )
    parts = tuple(_part(told, one) for one in _stretches(seen, kept))
    return replace(
        told, parts=parts, whole=fingerprint(f"{label} {words}"), label=label, marks=marks
    )


def _kept_runs(seen: Printed, pages: Collection[int]) -> list[int]:
    ends = [turn.run for turn in seen.turns[1:]] + [len(seen.runs)]
    return [
        run
        for turn, end in zip(seen.turns, ends, strict=True)
        if turn.page in pages
        for run in range(turn.run, end)
    ]


def _stretches(seen: Printed, kept: Sequence[int]) -> Iterator[_Stretch]:
    groups: list[list[int]] = []
    for run in kept:
        if groups and groups[-1][-1] == run - 1 and seen.runs[run - 1].unit == seen.runs[run].unit:
            groups[-1].append(run)
        else:
            groups.append([run])
    for group in groups:
        unit = seen.runs[group[0]].unit
        words = normalised("".join(seen.runs[at].words for at in group))
        before = "".join(one.words for one in seen.runs[: group[0]] if one.unit == unit)
        start = len(normalised(before))
        if words:
            yield _Stretch(unit, words, start + 1 if start and before[-1:].isspace() else start)


def _part(told: Passage, stretch: _Stretch) -> Part:
    """Say what words are: part of the quotation that the whole has there, said, or own."""
    quoted = next(
        (one for one in told.parts if isinstance(one, Quoted) and one.unit == stretch.unit), None
    )
    if quoted is not None:
        start = quoted.start + stretch.start
        return Quoted(stretch.unit, fingerprint(stretch.words), start, start + len(stretch.words))
    if any(isinstance(one, Own) for one in told.parts):
        return Own(fingerprint(stretch.words))
    return Said(stretch.words)
