"""Text into the codes of embedded subsets.

Enters: the words of a plan. Leaves: for each face a table from characters to PDF string bytes, so
that a fragment is encoded by one translation, and the characters of each subset by their codes.
Faces are subset by what the plan uses, in the order of code points: the same plan gives the same
codes.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefgen.writers.pdf.plan import Plan

_ESCAPED = frozenset(map(ord, "()\\"))
_PRINTABLE = range(32, 127)
_OTHERS = (*range(1, 32), *range(127, 256))
"""Codes left in the first subset, in which ASCII has its own; code 0 is no character."""
_FULL = range(1, 256)


class Encoding:
    """The codes of one face in one document.

    ``subsets`` gives the code point at each code, 0 where there is none; ``names`` what the pages
    call the subsets.
    """

    def __init__(self, face: str, characters: Iterable[str], prefix: str) -> None:
        self.face = face
        self.subsets: list[list[int]] = []
        self._subset_of: dict[str, int] = {}
        self._table: dict[int, str] = {}
        points = sorted(map(ord, characters))
        self._assign([one for one in points if one in _PRINTABLE], _PRINTABLE)
        self._assign([one for one in points if one not in _PRINTABLE], _OTHERS)
        self.names = [f"/{prefix}{number}" for number in range(len(self.subsets))]
        self._is_single = len(self.subsets) == 1

    def _assign(self, points: list[int], codes: Iterable[int]) -> None:
        """Give each code point a code: ASCII its own, the others what is left."""
        if not self.subsets:
            self.subsets.append([0] * 127)
        free = iter(codes)
        for point in points:
            code = point if point in _PRINTABLE else next(free, 0)
            if not code:
                self.subsets.append([])
                free = iter(_FULL)
                code = next(free)
            subset = self.subsets[-1]
            subset.extend([0] * (code + 1 - len(subset)))
            subset[code] = point
            self._subset_of[chr(point)] = len(self.subsets) - 1
            self._table[point] = _escape(code)

    def encode(self, text: str) -> Iterator[tuple[str, str]]:
        """Give the text as PDF strings, each with the resource name of the font it is coded in."""
        if self._is_single:
            yield self.names[0], text.translate(self._table)
            return
        start = 0
        for index in range(1, len(text) + 1):
            ends = index == len(text)
            if ends or self._subset_of[text[index]] != self._subset_of[text[start]]:
                name = self.names[self._subset_of[text[start]]]
                yield name, text[start:index].translate(self._table)
                start = index


def encodings(plan: Plan) -> Mapping[str, Encoding]:
    """Give the encoding of every face that the plan uses."""
    used: dict[str, list[str]] = {}
    for page in plan.pages:
        for placed in page.lines:
            for fragment in placed.line.fragments:
                used.setdefault(fragment.look.face, []).append(fragment.text)
    return {
        face: Encoding(face, set(chain.from_iterable(used[face])), f"F{number}.")
        for number, face in enumerate(sorted(used))
    }


def _escape(code: int) -> str:
    if code in _PRINTABLE and code not in _ESCAPED:
        return chr(code)
    return f"\\{code:03o}"
