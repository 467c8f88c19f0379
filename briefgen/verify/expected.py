"""What a file has to say: its manifest, filled with the words of the corpus.

Enters: a manifest and a corpus that was loaded in its text mode. Leaves: expected passages, and
what the corpus no longer bears out. The words are the corpus's, never the manifest's.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from pydantic import ValidationError

from briefgen.display.typography import Display, folded
from briefgen.manifest.model import Own, Quoted, Said
from briefgen.manifest.words import fingerprint, normalised
from briefgen.styles import Typography
from briefgen.verify.findings import Finding
from briefgen.verify.model import Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.corpus import Corpus
    from briefgen.manifest import Manifest
    from briefgen.manifest.model import Part, Passage

_ABOUT = ("box-", "source")
"""How the roles begin in which a pack tells what its texts are worth."""


class Expected(Struct, frozen=True, dict=True):
    """A passage that has to be in the file. ``words`` are those of each part, None if its own."""

    passage: Passage
    words: tuple[str | None, ...]

    @cached_property
    def text(self) -> str | None:
        """All the words, where they are known: quoted ones, and what the pack says of them."""
        if any(one is None for one in self.words):
            return None
        return " ".join(one for one in self.words if one)

    @cached_property
    def key(self) -> str:
        """The fingerprint of the label and all the words."""
        return self.passage.whole or fingerprint(f"{self.passage.label} {self.text or ''}")

    @property
    def is_own(self) -> bool:
        """Tell whether the delegation may change all of it."""
        return all(isinstance(part, Own) for part in self.passage.parts)

    @property
    def is_about_sources(self) -> bool:
        """Tell whether the pack speaks of its texts here: what they are, and of what date."""
        return self.passage.role.startswith(_ABOUT)

    def name(self) -> str:
        """Give what it is called in a message."""
        return self.text or next((one for one in self.words if one), "") or "(own words)"


class Words:
    """The words of units as a pack of a manifest's kind shows them."""

    def __init__(self, manifest: Manifest, corpus: Corpus) -> None:
        try:
            typography = Typography.model_validate(dict(manifest.identity.typography))
        except ValidationError:  # wishes of another version: the words are held against them
            typography = Typography()
        self._display = Display(typography, corpus)
        self._corpus = corpus
        self._partial = manifest.identity.partial
        self._shown: dict[str, str] = {}
        self.findings: list[Finding] = []

    def of(self, unit: str) -> str | None:
        """Give the words of a unit, None where the corpus has no such unit."""
        if unit not in self._shown:
            found = self._corpus.find(unit)
            if found is None:
                return None
            shown = self._display.text(found)
            if folded(shown) != folded(found.text):
                # the display may change characters, never words: it is not believed either
                shown = found.text
            self._shown[unit] = normalised(shown)
        return self._shown[unit]

    def expect(self, passages: Iterable[Passage]) -> list[Expected]:
        """Fill passages with words."""
        expected: list[Expected] = []
        for one in passages:
            filled = Expected(one, tuple([self._part(part) for part in one.parts]))
            self._check_label(filled)
            expected.append(filled)
        if not self._partial:
            self._check_pieces(expected)
        return expected

    def _part(self, part: Part) -> str | None:
        match part:
            case Own():
                return None
            case Said(text):
                return text
            case Quoted(unit, words, start, end):
                known = self.of(unit)
                if known is None:
                    message = "the corpus at hand has no such unit"
                    self.findings.append(Finding("corpus", Spot(), message, unit))
                    return ""
                text = known[start:end]
                if fingerprint(text) != words:
                    message = "the pack was made from other words than the corpus has"
                    self.findings.append(Finding("corpus", Spot(), message, unit, text))
                return text

    def _check_label(self, expected: Expected) -> None:
        """Hold a label against the unit's own; the signs around it are the style's."""
        passage = expected.passage
        quoted = [part for part in passage.parts if isinstance(part, Quoted)]
        if not passage.label or not quoted or passage.parts[0] is not quoted[0]:
            return
        unit = self._corpus.find(quoted[0].unit)
        if unit and unit.label and unit.label.casefold() != _bare(passage.label):
            message = "the manifest gives the unit another label than the corpus"
            self.findings.append(
                Finding("label", Spot(), message, unit.id, unit.label, passage.label)
            )

    def _check_pieces(self, expected: Sequence[Expected]) -> None:
        """See that of a unit that stands in pieces, those in a row follow each other."""
        last: Quoted | None = None
        for one in expected:
            for part in one.passage.parts:
                if not isinstance(part, Quoted):
                    continue
                goes_on = last is not None and last.unit == part.unit and last.end is not None
                if goes_on and last is not None and last.end is not None:
                    gap = (self.of(part.unit) or "")[last.end : part.start]
                    if part.start and (part.start < last.end or gap.strip()):
                        message = "a piece between two pieces of the unit is not quoted"
                        self.findings.append(Finding("lost", Spot(), message, part.unit, gap))
                last = part


def _bare(label: str) -> str:
    return label.strip(" ()[].:\u00a7\u00b0").casefold()
