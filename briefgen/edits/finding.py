"""What was done to a file since it was built.

Enters: a Word file as read, its manifest, and a corpus. Leaves: ``Edits``. Tracked changes that
are pending were read as if accepted. Words of the corpus are never taken for the delegation's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from briefgen.edits.matching import is_intact, is_own
from briefgen.edits.model import UNPLACED, Addition, Change, Conflict, Edits
from briefgen.manifest.words import fingerprint
from briefgen.verify.quotes import QuoteFinder

if TYPE_CHECKING:
    from briefgen.corpus import Corpus
    from briefgen.edits.matching import Partners
    from briefgen.edits.model import Kind
    from briefgen.manifest import Manifest
    from briefgen.manifest.model import Passage as Listed
    from briefgen.verify.model import Delivered, Passage


def find_edits(file: Delivered, manifest: Manifest, partners: Partners, corpus: Corpus) -> Edits:
    """Find what was added, changed and taken out."""
    finding = _Finding(file, manifest, partners, corpus)
    for number in range(len(file.passages)):
        finding.look_at(number)
    finding.look_at_notes()
    found = frozenset(partners.base.values())
    removed = (
        number
        for number, one in enumerate(manifest.passages)
        if number not in found and is_own(one) and one.edited != ""
    )
    return Edits(
        tuple(finding.additions),
        tuple(finding.changes),
        tuple(removed),
        tuple(
            (one.passage, one.words, one.author)
            for one in file.comments
            if fingerprint(one.words) not in manifest.comments
        ),
        tuple(finding.conflicts),
    )


class _Finding(Struct):
    file: Delivered
    manifest: Manifest
    partners: Partners
    corpus: Corpus
    additions: list[Addition] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    finder: QuoteFinder | None = None

    def look_at(self, number: int) -> None:
        """Tell what was done to a passage of the file."""
        passage = self.file.passages[number]
        base = self.partners.base.get(number)
        if base is None:
            self._add(number, passage)
            return
        listed = self.manifest.passages[base]
        moved = number in self.partners.moved
        if is_own(listed):
            self._look_at_own(number, base, moved=moved)
        elif not is_intact(listed, passage):
            self._tell("quoted", passage, listed)
        if moved and listed.edited is None and not self._goes_on(number, base):
            self._tell("moved", passage, listed)

    def _goes_on(self, number: int, base: int) -> bool:
        """Tell whether a passage was moved together with the one before it."""
        before = number - 1
        return before in self.partners.moved and self.partners.base[before] == base - 1

    def _look_at_own(self, number: int, base: int, *, moved: bool) -> None:
        passage, listed = self.file.passages[number], self.manifest.passages[base]
        if listed.edited == "":
            self._add(number, passage, unplaced=listed.role == UNPLACED and not moved)
        elif listed.edited is not None or not is_intact(listed, passage):
            if self._quotes(passage):
                self._tell("quotes", passage, listed)
            else:
                words = passage.words if passage.label == listed.label else passage.whole
                self.changes.append(Change(base, number, words))

    def look_at_notes(self) -> None:
        """Tell of footnotes whose words no build made; a note added gives others a new mark."""
        known = [one for note in self.manifest.notes for one in note.passages]
        for note in self.file.notes:
            for passage in note.passages:
                if not any(is_intact(one, passage) for one in known):
                    self._tell("note", passage)

    def _add(self, number: int, passage: Passage, *, unplaced: bool = False) -> None:
        if self._quotes(passage):
            self._tell("quotes", passage)
        else:
            self.additions.append(Addition(number, passage.whole, unplaced))

    def _quotes(self, passage: Passage) -> bool:
        """Tell whether words of the corpus stand in words that were not built."""
        if self.finder is None:
            self.finder = QuoteFinder(self.corpus, tuple(self.manifest.identity.documents))
        return bool(self.finder.find(passage.words))

    def _tell(self, kind: Kind, passage: Passage, listed: Listed | None = None) -> None:
        unit = listed.units[0] if listed and listed.units else ""
        self.conflicts.append(
            Conflict(kind, passage.spot, passage.whole, unit, pending=passage.tracked)
        )
