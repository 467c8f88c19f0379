"""The contents list of a file: each entry names a heading of the file, in its order.

Enters: expected passages and the file. Leaves: entries that name a quoted heading wrongly. A list
that was not renewed after own headings were changed is none of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefgen.verify.alignment import shared
from briefgen.verify.findings import Finding
from briefgen.verify.pair_check import unit_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.verify.expected import Expected
    from briefgen.verify.model import Delivered

_PAGE: Final = re.compile(r"[\s.\u2026]*(?<!\S)[0-9ivxlc]+$")
"""The page number that ends an entry, and dots that lead to it."""
_BETWEEN: Final = re.compile(r":?\s+")
_ALIKE: Final = 0.5


def check_contents(expected: Sequence[Expected], file: Delivered) -> Iterator[Finding]:
    """Give the entries that are wrong."""
    quoted = {
        _key(one.text): unit_of(one)
        for one in expected
        if one.passage.level and one.text and unit_of(one)
    }
    headings = [_key(one.whole) for one in file.passages if one.level]
    last = -1
    for entry in file.contents:
        shown = _key(_PAGE.sub("", entry.words))
        if shown not in headings:
            shown = shown if _key(entry.words) not in headings else _key(entry.words)
        if shown in headings:
            place = next((at for at, one in enumerate(headings) if at > last and one == shown), -1)
            if place < 0 and shown in quoted:
                message = "the contents list names it out of order"
                yield Finding("contents", entry.spot, message, quoted[shown], found=entry.words)
            last = max(last, place)
            continue
        near = max(quoted, key=lambda one: shared(one, shown), default="")
        if near and shared(near, shown) >= _ALIKE:
            message = "the contents list has other words than the heading"
            yield Finding("contents", entry.spot, message, quoted[near], near, shown)


def _key(words: str) -> str:
    return _BETWEEN.sub(" ", words).strip()
