"""Looks for words of the corpus in any text, whole units or parts, exact or nearly so.

Enters: text of which nothing is known. Leaves: the passages in it that are, or nearly are, words of
a unit, with the difference. Words are looked up five in a row, by letters and digits alone, so that
neither case nor punctuation hides a quotation; the comparison then counts every character.
"""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec import Struct

from briefgen.corpus.changes import word_difference
from briefgen.manifest.words import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.corpus import Corpus

ROW: Final = 5
"""Words in a row that must be the corpus's for a text to be looked at more closely."""
SHORTEST: Final = 8
"""Words of a quotation; fewer are phrases that anyone may use, unless they are a whole unit."""
_SLIP: Final = 6
"""Words by which two rows of one quotation may have drifted apart."""
_EDGE: Final = 4
"""Words at the ends of a unit that are taken along though they were changed."""
_MOST_OF_IT: Final = 0.7
"""The part of a unit that must stand there for changed words at its ends to be its own."""
_ALIKE: Final = 0.6
"""The part of the words that must be the unit's; below, more is changed than kept."""
_WORD: Final = re.compile(r"\S+")
_BARE: Final = re.compile(r"[\W_]+")


class Quote(Struct, frozen=True):
    """Words of a text that are, or nearly are, a unit's; places count characters of the text.

    ``source`` are the unit's own words for them, ``whole`` tells whether these are all it has.
    """

    unit: str
    text: str
    source: str
    start: int
    end: int
    whole: bool

    @property
    def exact(self) -> bool:
        """Tell whether they are the same, character by character."""
        return self.text == self.source

    @property
    def difference(self) -> str:
        """Give the difference, in words: ``the [-old-] {+new+} words``."""
        return word_difference(self.source, self.text)


class _Hit(NamedTuple):
    unit: int
    there: int
    here: int


class _Stretch(Struct):
    """Rows of one unit that follow each other here as there; ends are not included."""

    unit: int
    there: int
    here: int
    there_end: int
    here_end: int


class QuoteFinder:
    """Finds words of some documents of a corpus, of all by default."""

    def __init__(self, corpus: Corpus, documents: Iterable[str] = ()) -> None:
        self._corpus = corpus
        self._documents = tuple(documents)

    @cached_property
    def _units(self) -> list[tuple[str, list[str], list[str]]]:
        names = [one for one in self._documents if one in self._corpus.document_ids]
        found = []
        for name in names or self._corpus.document_ids:
            for unit in self._corpus.document(name).units:
                words = normalised(unit.text).split(" ")
                found.append((unit.id, words, [_bare(word) for word in words]))
        return found

    @cached_property
    def _rows(self) -> dict[tuple[str, ...], list[tuple[int, int]]]:
        rows: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
        for number, (_, _, bare) in enumerate(self._units):
            for at in range(len(bare) - ROW + 1):
                rows[tuple(bare[at : at + ROW])].append((number, at))
        return rows

    def find(self, text: str) -> list[Quote]:
        """Give the quotations in a text, in their order; of overlapping ones, the nearest."""
        text = normalised(text)
        places = [found.span() for found in _WORD.finditer(text)]
        bare = [_bare(text[start:end]) for start, end in places]
        weighed = [
            (weight, quote, one)
            for one in self._stretches(bare)
            for weight, quote in self._quote(one, text, places, bare)
        ]
        weighed.sort(key=lambda one: (-one[0], one[1].start, one[1].unit))
        taken = [False] * len(bare)
        quotes = []
        for _, quote, one in weighed:
            if not any(taken[one.here : one.here_end]):
                quotes.append(quote)
                taken[one.here : one.here_end] = [True] * (one.here_end - one.here)
        return sorted(quotes, key=lambda one: one.start)

    def _stretches(self, bare: list[str]) -> Iterator[_Stretch]:
        live: dict[int, _Stretch] = {}
        done: list[_Stretch] = []
        for here in range(len(bare) - ROW + 1):
            for unit, there in self._rows.get(tuple(bare[here : here + ROW]), ()):
                one = live.get(unit)
                if (
                    one is not None
                    and there + ROW > one.there_end
                    and here - one.here_end <= _SLIP
                    and there - one.there_end <= _SLIP
                ):
                    one.there_end, one.here_end = there + ROW, here + ROW
                elif one is None or there + ROW != one.there_end:
                    if one is not None:
                        done.append(one)
                    live[unit] = _Stretch(unit, there, here, there + ROW, here + ROW)
        yield from done
        yield from live.values()

    def _quote(
        self,
        stretch: _Stretch,
        text: str,
        places: list[tuple[int, int]],
        bare: list[str],
    ) -> Iterator[tuple[int, Quote]]:
        """Make a quotation of a stretch, weighed by the words that are the unit's."""
        name, source, source_bare = self._units[stretch.unit]
        self._widen(stretch, bare, source_bare)
        there, end = stretch.there, stretch.there_end
        whole = there == 0 and end == len(source)
        if end - there < SHORTEST and not whole:
            return
        start, stop = places[stretch.here][0], places[stretch.here_end - 1][1]
        quote = Quote(name, text[start:stop], " ".join(source[there:end]), start, stop, whole)
        length = max(end - there, stretch.here_end - stretch.here)
        if quote.exact:
            yield length + 1, quote
            return
        matcher = SequenceMatcher(
            None, source_bare[there:end], bare[stretch.here : stretch.here_end], autojunk=False
        )
        same = sum(block.size for block in matcher.get_matching_blocks())
        if same >= _ALIKE * length:
            yield same, quote

    @staticmethod
    def _widen(one: _Stretch, bare: list[str], source: list[str]) -> None:
        """Take along equal words before and after, and changed ones at the unit's ends."""
        while one.there and one.here and source[one.there - 1] == bare[one.here - 1]:
            one.there, one.here = one.there - 1, one.here - 1
        while (
            one.there_end < len(source)
            and one.here_end < len(bare)
            and source[one.there_end] == bare[one.here_end]
        ):
            one.there_end, one.here_end = one.there_end + 1, one.here_end + 1
        if one.there_end - one.there < _MOST_OF_IT * len(source):
            return  # a part of the unit, and what stands around it is someone else's
        head = one.there
        if 0 < head <= _EDGE and one.here >= head:
            one.there, one.here = 0, one.here - head
        tail = len(source) - one.there_end
        if 0 < tail <= _EDGE and len(bare) - one.here_end >= tail:
            one.there_end, one.here_end = len(source), one.here_end + tail


def _bare(word: str) -> str:
    return _BARE.sub("", word).casefold() or word
