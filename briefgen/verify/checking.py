"""The check: what a file has to say, held against what it says.

Enters: a delivered file as read, its manifest, and the corpus in the manifest's text mode. Leaves:
a ``Verdict``. Quoted words are compared character by character once both sides are normalised
(``briefgen.manifest.words``); the delegation's own words are counted and never judged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.manifest.model import Quoted
from briefgen.manifest.words import fingerprint, normalised
from briefgen.verify.alignment import align, shared
from briefgen.verify.contents_check import check_contents
from briefgen.verify.expected import Words
from briefgen.verify.findings import Counts, Finding, Verdict
from briefgen.verify.leftovers import Leftovers
from briefgen.verify.model import Spot
from briefgen.verify.note_pairing import listed_key, pair_notes, printed_key
from briefgen.verify.pair_check import check_pair, names
from briefgen.verify.place_check import check_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.corpus import Corpus
    from briefgen.manifest import Manifest
    from briefgen.verify.alignment import Alignment
    from briefgen.verify.expected import Expected
    from briefgen.verify.model import Delivered, Passage

_SAME_UNIT = 2.0
"""What it weighs that a file ascribes a passage to the unit that is expected."""
_ALIKE = 0.35
"""Words that two passages must share to be taken for one, if nothing else speaks for it."""
_SAME_LEVEL = 0.2
"""What it weighs that both are headings of one level: a heading may be renamed."""

_BOTH_OWN = 0.05
"""What it weighs that neither quotes anything: own words may have been rewritten."""


def check_file(file: Delivered, manifest: Manifest, corpus: Corpus) -> Verdict:
    """Hold a file against its manifest and the corpus."""
    words = Words(manifest, corpus)
    expected = words.expect(manifest.passages)
    findings: list[Finding] = []
    alignment = pair_up(expected, file.passages)
    for index, other in sorted(alignment.pairs.items()):
        findings += check_pair(expected[index], file.passages[other])
    findings += check_places(expected, file.passages, alignment)
    leftovers = Leftovers(corpus, tuple(manifest.identity.documents), file.kind == "pdf")
    findings += leftovers.check(expected, file.passages, alignment)
    if not manifest.identity.partial:  # entries name headings of sheets that are not here
        findings += check_contents(expected, file)
    findings += _check_notes(words, manifest, file, leftovers)
    for stray in file.strays:
        message = "words are drawn here that belong to nothing in the file"
        findings.append(Finding("added", stray.spot, message, found=stray.words))
        findings += leftovers.judge([stray])
    findings = [*words.findings, *findings]
    if not file.structured:
        message = "the file has lost its structure: nothing in it can be told apart"
        findings.insert(0, Finding("lost", Spot(), message))
    return Verdict(
        file,
        manifest.identity,
        _count(manifest, words, leftovers, file),
        tuple(dict.fromkeys(_with_pending(findings, file))),
        (*file.remarks, *_remarks(manifest)),
    )


def _with_pending(findings: Sequence[Finding], file: Delivered) -> Iterator[Finding]:
    """Say of findings that they are so only if tracked changes are accepted."""
    notes = (one for note in file.notes for one in note.passages)
    changed = {one.spot for one in (*file.passages, *notes) if one.tracked}
    for one in findings:
        is_whole = one.kind == "lost" and not one.found
        pending = one.expected in file.struck if is_whole else one.spot in changed
        yield replace(one, pending=True) if pending else one


def pair_up(expected: Sequence[Expected], found: Sequence[Passage]) -> Alignment:
    """Tell which found passage is which of those expected."""
    keys = [fingerprint(one.whole) for one in found]

    def likeness(index: int, other: int) -> float:
        one, passage = expected[index], found[other]
        weight = 0.0
        if any(names(unit, tag) for unit in one.passage.units for tag in passage.units):
            weight += _SAME_UNIT
        if one.text:
            alike = shared(one.text, passage.words)
            weight += alike if alike >= _ALIKE else 0.0
        if one.passage.level and one.passage.level == passage.level:
            weight += _SAME_LEVEL
        if one.is_own and not passage.units and one.passage.level == passage.level:
            weight += _BOTH_OWN
        if weight and one.passage.cell and passage.spot.cell:
            weight += _SAME_LEVEL * (one.passage.cell.column == passage.spot.cell.column)
        return weight

    return align([one.key for one in expected], keys, likeness)


def _check_notes(
    words: Words, manifest: Manifest, file: Delivered, leftovers: Leftovers
) -> list[Finding]:
    """Hold the notes against each other by their marks; a note may stand in a file twice."""
    findings: list[Finding] = []
    known = [words.expect(note.passages) for note in manifest.notes]
    partners = partners_of_notes(known, manifest, file)
    for number, expected in enumerate(known):
        if number not in partners:
            mark = manifest.notes[number].mark
            message = f"note {mark} is missing"
            unit = next((unit for one in expected for unit in one.passage.units), "")
            findings.append(Finding("note", Spot(note=mark), message, unit, _whole(expected)))
    for note, partner in zip(file.notes, partners, strict=True):
        if partner is None:
            findings += leftovers.judge(note.passages)
            continue
        expected = known[partner]
        alignment = pair_up(expected, note.passages)
        for index, other in alignment.pairs.items():
            findings += check_pair(expected[index], note.passages[other])
        findings += leftovers.check(expected, note.passages, alignment)
    return findings


def partners_of_notes(
    known: Sequence[Sequence[Expected]], manifest: Manifest, file: Delivered
) -> list[int | None]:
    """Give for each note of a file the number of its partner in the manifest, None for none."""

    def likeness(index: int, other: int) -> float:
        found = " ".join(one.words for one in file.notes[other].passages)
        return shared(_whole(known[index]), found)

    listed, printed = map(listed_key, manifest.notes), map(printed_key, file.notes)
    return pair_notes(list(listed), list(printed), likeness)


def _whole(note: Sequence[Expected]) -> str:
    return " ".join(one.text or "" for one in note)


def _count(manifest: Manifest, words: Words, leftovers: Leftovers, file: Delivered) -> Counts:
    passages = [*manifest.passages, *(one for note in manifest.notes for one in note.passages)]
    quoted = [part for one in passages for part in one.parts if isinstance(part, Quoted)]
    return Counts(
        passages=len(file.passages) + sum(len(note.passages) for note in file.notes),
        quotations=len(quoted),
        units=len({part.unit for part in quoted}),
        words=sum(
            len(normalised((words.of(part.unit) or "")[part.start : part.end]).split())
            for part in quoted
        ),
        notes=len(file.notes),
        headings=sum(1 for one in file.passages if one.level),
        cells=len({one.cell for one in manifest.passages if one.cell}),
        own_edited=leftovers.own_edited,
        own_added=leftovers.own_added,
        own_removed=leftovers.own_removed,
    )


def _remarks(manifest: Manifest) -> list[str]:
    known = {
        "the file was built with --no-verify": not manifest.identity.verified,
        "the file holds some sheets of its pack; only these were checked": (
            manifest.identity.partial
        ),
    }
    return [remark for remark, holds in known.items() if holds]
