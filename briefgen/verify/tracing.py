"""Where the words of a file come from: document, place in it, lines of the source, corrections.

Enters: a file as read, with or without a manifest, and a corpus. Leaves: origins, passage by
passage. A file that was edited since it was built is traced all the same: by its manifest where
that still fits, and by its words where it does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from briefgen.corpus.changes import word_difference
from briefgen.manifest.model import Quoted
from briefgen.verify.checking import pair_up, partners_of_notes
from briefgen.verify.expected import Words
from briefgen.verify.quotes import QuoteFinder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.corpus import Corpus
    from briefgen.corpus.model import Document, Unit
    from briefgen.manifest import Manifest
    from briefgen.verify.expected import Expected
    from briefgen.verify.model import Delivered, Passage, Spot

_OF_OBJECTIVE: Final = frozenset({"objective-title", "commitment", "chapeau", "action", "sub-item"})


class Origin(Struct, frozen=True):
    """A unit that words come from. ``difference`` is "" where they are still the unit's.

    ``part`` tells that only some words of the unit stand there.
    """

    unit: Unit
    document: Document
    difference: str = ""
    part: bool = False

    @property
    def place(self) -> str:
        """Give the place in the document in words: ``Objective 5, action (g)``."""
        return place_of(self.unit)

    def as_data(self) -> dict[str, Any]:
        """Give the same as plain data."""
        unit, source = self.unit, self.document.source
        return {
            "unit": unit.id,
            "document": self.document.id,
            "title": self.document.title,
            "place": self.place,
            "source": {"file": source.file, "lines": list(unit.lines)},
            "verbatim": not self.difference,
            "difference": self.difference or None,
            "part": self.part,
            "corrections": [
                {
                    "as-is": one.as_is,
                    "corrected": one.corrected,
                    "cause": one.cause,
                    "evidence": one.evidence,
                }
                for one in unit.corrections
            ],
        }


class Traced(Struct, frozen=True):
    """A passage of a file and where its words come from; nowhere, if they are its author's."""

    spot: Spot
    words: str
    origins: tuple[Origin, ...]

    def as_data(self) -> dict[str, Any]:
        """Give the same as plain data."""
        return {
            "page": self.spot.page or None,
            "paragraph": self.spot.paragraph or None,
            "note": self.spot.note or None,
            "words": self.words,
            "origins": [one.as_data() for one in self.origins],
        }


def trace(file: Delivered, manifest: Manifest | None, corpus: Corpus) -> list[Traced]:
    """Trace every passage of a file, then those of its notes."""
    finder = QuoteFinder(corpus, tuple(manifest.identity.documents) if manifest else ())
    tracing = _Tracing(corpus, finder)
    if manifest is None:
        flow = (*file.passages, *(one for note in file.notes for one in note.passages))
        return [Traced(one.spot, one.whole, tuple(tracing.by_words(one))) for one in flow]
    words = Words(manifest, corpus)
    traced = list(tracing.follow(words.expect(manifest.passages), file.passages))
    known = [words.expect(note.passages) for note in manifest.notes]
    partners = partners_of_notes(known, manifest, file)
    for note, partner in zip(file.notes, partners, strict=True):
        expected = () if partner is None else known[partner]
        traced += tracing.follow(expected, note.passages)
    return traced


class _Tracing(Struct):
    corpus: Corpus
    finder: QuoteFinder

    def follow(self, expected: Sequence[Expected], found: Sequence[Passage]) -> Iterator[Traced]:
        """Trace passages by what was expected, the others by their words."""
        partners = {
            place: expected[index] for index, place in pair_up(expected, found).pairs.items()
        }
        for place, passage in enumerate(found):
            one = partners.get(place)
            quotes = one is not None and bool(one.passage.units)
            origins = self.by_list(one, passage) if quotes and one else self.by_words(passage)
            yield Traced(passage.spot, passage.whole, tuple(origins))

    def by_list(self, expected: Expected, passage: Passage) -> Iterator[Origin]:
        """Give the units that the manifest names for a passage."""
        for part, words in zip(expected.passage.parts, expected.words, strict=True):
            if isinstance(part, Quoted) and words and (unit := self.corpus.find(part.unit)):
                same = words in passage.words
                difference = "" if same else word_difference(words, passage.words)
                yield self._origin(unit, difference, part=part.end is not None)

    def by_words(self, passage: Passage) -> Iterator[Origin]:
        """Give the units whose words stand in a passage of which nothing is known."""
        for quote in self.finder.find(passage.words):
            if unit := self.corpus.find(quote.unit):
                difference = "" if quote.exact else quote.difference
                yield self._origin(unit, difference, part=not quote.whole)

    def _origin(self, unit: Unit, difference: str, *, part: bool) -> Origin:
        return Origin(unit, self.corpus.document(unit.document), difference, part)


def place_of(unit: Unit) -> str:
    """Give the place of a unit in its document, in words: ``paragraph 42 (a) (i)``."""
    _, group, *rest = (*unit.path, "")
    inner = [one for one in rest if one]
    kind = unit.kind.removeprefix("objective-").replace("-", " ")
    if unit.kind in _OF_OBJECTIVE and group.isdigit():
        if unit.kind == "commitment" and unit.label:
            kind = f"commitment (paragraph {unit.label})"
        elif unit.kind in {"action", "sub-item"}:
            kind = f"action {_letters(inner)}"
        return f"Objective {group}, {kind}"
    if group == "para":
        return f"paragraph {inner[0]} {_letters(inner[1:])}".strip()
    if group.isdigit():
        return f"row {group}, {' '.join([kind, *inner[1:2]])} {_letters(inner[2:])}".strip()
    return f"{kind} {unit.label}".strip()


def _letters(labels: Sequence[str]) -> str:
    return " ".join(f"({one})" for one in labels)
