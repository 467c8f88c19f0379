"""What is expected and not there, and what is there and not expected.

Enters: the passages that have no partner. Leaves: quotations that are missing, that stand somewhere
else, or that are printed once more; words of the corpus that the pack did not quote. What is the
delegation's own is counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.manifest.words import fingerprint
from briefgen.verify.findings import Finding
from briefgen.verify.model import Spot
from briefgen.verify.pair_check import names, unit_of
from briefgen.verify.quotes import QuoteFinder

UNREADABLE = "\ufffd"
"""What stands for words that no reader can make out."""

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.corpus import Corpus
    from briefgen.verify.alignment import Alignment
    from briefgen.verify.expected import Expected
    from briefgen.verify.model import Passage


class Leftovers(Struct, dict=True):
    """Judges what has no partner, and counts the changes to own words."""

    corpus: Corpus
    documents: tuple[str, ...]
    final: bool
    """A PDF is not edited: own words are as they were built."""
    own_edited: int = 0
    own_added: int = 0
    own_removed: int = 0

    def __post_init__(self) -> None:
        """Wait with the search for quotes until there is something to look for."""
        self._finder: QuoteFinder | None = None

    def check(
        self, expected: Sequence[Expected], found: Sequence[Passage], alignment: Alignment
    ) -> Iterator[Finding]:
        """Judge what alignment left over on both sides."""
        for index, other in alignment.pairs.items():
            one, passage = expected[index], found[other]
            if one.is_own and one.key != fingerprint(passage.whole):
                self.own_edited += 1
                yield from self._fixed(one, passage.spot, passage.words)
                yield from self._judge_own(passage)
            elif one.text is None and self.final and one.key != fingerprint(passage.whole):
                yield from self._fixed(one, passage.spot, passage.words)
        extra = list(alignment.extra)
        for index in alignment.missing:
            one = expected[index]
            if one.is_own:
                self.own_removed += 1
                yield from self._fixed(one, _near(index, alignment, found), "")
                continue
            moved = next((other for other in extra if _is_same(one, found[other])), None)
            if moved is not None:
                extra.remove(moved)
            yield _missing(
                one, None if moved is None else found[moved], _near(index, alignment, found)
            )
        known = {one.key: one for one in expected if not one.is_own}
        for other in extra:
            passage = found[other]
            twin = known.get(fingerprint(passage.whole))
            if twin is not None:
                message = "it is printed once more than the pack has it"
                yield Finding("added", passage.spot, message, unit_of(twin), found=passage.words)
            else:
                self.own_added += 1
                if self.final:
                    message = "words were added since the file was built"
                    yield Finding("own", passage.spot, message, found=passage.words)
                yield from self.judge([passage])

    def _fixed(self, expected: Expected, spot: Spot, shown: str) -> Iterator[Finding]:
        """Give the fault that own words were changed which no one may change any more."""
        if expected.is_about_sources:
            message = "what the pack says of its texts was changed"
            yield Finding("locator", spot, message, found=shown)
        elif self.final:
            message = "words were changed since the file was built"
            yield Finding("own", spot, message, found=shown)

    def judge(self, passages: Iterable[Passage]) -> Iterator[Finding]:
        """Give the words of the corpus in passages that should have none."""
        for passage in passages:
            if UNREADABLE in passage.words:
                message = "something is drawn here that cannot be read, such as words over words"
                yield Finding("added", passage.spot, message, found=passage.words)
            for tag in passage.units:
                if self.corpus.find(tag) is not None or "~" in tag:
                    message = "the manifest does not list this quotation"
                    yield Finding("unlisted", passage.spot, message, tag, found=passage.words)
            if not passage.units:
                yield from self._judge_own(passage)

    def _judge_own(self, passage: Passage) -> Iterator[Finding]:
        if self._finder is None:
            self._finder = QuoteFinder(self.corpus, self.documents)
        for quote in self._finder.find(passage.words):
            message = "words of the corpus that the manifest does not list" + (
                "" if quote.exact else f", not quite: {quote.difference}"
            )
            yield Finding("unlisted", passage.spot, message, quote.unit, quote.source, quote.text)


def _is_same(expected: Expected, found: Passage) -> bool:
    return expected.key == fingerprint(found.whole) or any(
        names(unit, tag) for unit in expected.passage.units for tag in found.units
    )


def _missing(expected: Expected, moved: Passage | None, near: Spot) -> Finding:
    unit = unit_of(expected)
    words = expected.name()
    if moved is not None:
        message = "it does not stand in its order"
        if expected.key != fingerprint(moved.whole):
            message += ", and its words were changed"
        return Finding("order", moved.spot, message, unit, words, moved.words)
    if unit:
        return Finding("lost", near, "the quotation is missing", unit, words)
    return Finding("locator", near, "what the pack says of its quotations is missing", "", words)


def _near(index: int, alignment: Alignment, found: Sequence[Passage]) -> Spot:
    """Give where something missing should have stood: at what stands before it."""
    for before in range(index - 1, -1, -1):
        if before in alignment.pairs:
            return found[alignment.pairs[before]].spot
    return Spot()
