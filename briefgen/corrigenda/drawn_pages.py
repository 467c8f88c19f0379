"""What a page shows on paper, put together from what is drawn on it.

Enters: words, lines and grounds with their places. Leaves: a fingerprint of all of them, the words
of running lines, and what is near the edges. Which library reads a page is not known here.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec import Struct

from briefgen.corrigenda.model import Box
from briefgen.manifest.words import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_EDGE: Final = 80.0
"""Points from the upper and lower edge in which a stamp may look for room."""
_LEADING: Final = 1.8
"""Of the size of type: lines that are farther apart are not of one paragraph."""
_FLUSH: Final = 1.0
"""Points by which lines of one paragraph may begin or end elsewhere."""
_APART: Final = 0.6
"""Of the size of type: words on one line that are farther apart do not go on."""


class Words(NamedTuple):
    """Words in one look, from one place on."""

    x: float
    y: float
    end: float
    size: float
    look: tuple[object, ...]
    text: str


class Drawn(Struct):
    """What a page shows."""

    body: str = ""
    furniture: tuple[str, ...] = ()
    stamp: str = ""
    taken: tuple[Box, ...] = ()
    sides: tuple[float, float] = (0.0, 0.0)
    size: float = 0.0
    words: Box | None = None
    """What all words take."""


class Page(Struct):
    """A page under way."""

    height: float
    running: list[Words] = []
    words: list[Words] = []
    stamp: list[Words] = []
    other: list[tuple[object, ...]] = []
    taken: list[Box] = []
    upright: list[Box] = []
    """Where words stand that are not turned, as those of a watermark are."""

    def near_edge(self, box: Box) -> None:
        """Note what stands where a stamp might."""
        if box.high > self.height - _EDGE or box.low < _EDGE:
            self.taken.append(box)

    def drawn(self) -> Drawn:
        """Give what the page shows, now that all of it was met."""
        shown = sorted(
            repr((rounded(one.x), rounded(one.y), one.look, one.text))
            for one in _joined(self.words)
        )
        shown += sorted(map(repr, self.other))
        whole = self._extent()
        lines = sorted(_joined(self.running, looks=False), key=lambda one: (-one.y, one.x))
        lines = list(_set_together(lines))
        return Drawn(
            hashlib.sha256("\n".join(shown).encode("utf-8", "replace")).hexdigest(),
            tuple(normalised(one.text) for one in lines),
            normalised("".join(one.text for one in self.stamp)),
            tuple(dict.fromkeys(self.taken)),
            (whole.left, whole.right) if whole else (0.0, 0.0),
            max((one.size for one in self.running), default=0.0),
            whole,
        )

    def _extent(self) -> Box | None:
        if not self.upright:
            return None
        lefts, lows, rights, highs = zip(*self.upright, strict=True)
        return Box(min(lefts), min(lows), max(rights), max(highs))


def _joined(words: list[Words], *, looks: bool = True) -> Iterator[Words]:
    """Join words that go on where those before them end: a typeface may be cut into subsets."""
    last: Words | None = None
    for one in words:
        if last is not None and _goes_on(last, one, looks=looks):
            last = last._replace(text=last.text + one.text, end=one.end)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _set_together(lines: Iterable[Words]) -> Iterator[Words]:
    """Join the lines of a running line that takes several, which another page breaks elsewhere."""
    whole: list[tuple[Words, Words]] = []  # all of it, and its last line
    for one in lines:
        for at, (said, last) in enumerate(whole):
            if _goes_on_below(last, one):
                whole[at] = said._replace(text=f"{said.text} {one.text}"), one
                break
        else:
            whole.append((one, one))
    yield from (said for said, _ in whole)


def _goes_on_below(last: Words, one: Words) -> bool:
    """Tell whether a line stands right below another, beginning or ending where it does."""
    flush = abs(one.x - last.x) < _FLUSH or abs(one.end - last.end) < _FLUSH
    return flush and 0 < last.y - one.y < _LEADING * one.size


def _goes_on(last: Words, one: Words, *, looks: bool) -> bool:
    near = -1 <= one.x - last.end <= _APART * one.size
    return near and rounded(last.y) == rounded(one.y) and (last.look == one.look or not looks)


def rounded(value: float) -> float:
    """Round to a tenth of a point: less is not seen; and know no minus zero."""
    return round(value, 1) + 0.0
