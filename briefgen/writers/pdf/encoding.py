"""Text into the codes of embedded subsets.

Enters: the words of a plan. Leaves: for each face the operators that show its words, each word
shaped and encoded once, and the glyphs of each subset by their codes. Faces are subset by what the
plan uses, in the order of code points: the same plan gives the same codes. References are to
ISO 32000-1.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from briefgen.writers.pdf.fonts import load_face

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefgen.writers.pdf.fonts import Shape
    from briefgen.writers.pdf.plan import Plan

_ESCAPED = frozenset(map(ord, "()\\"))
_PRINTABLE = range(32, 127)
_OTHERS = (*range(1, 32), *range(127, 256))
"""Codes left in the first subset, in which ASCII has its own; code 0 is no character."""
_FULL = range(1, 256)


class _Run(NamedTuple):
    """What one subset has of a word, as the inside of a string."""

    subset: int
    codes: str


_SPACE = _Run(0, " ")


class Encoding:
    """The codes of one face in one document.

    ``subsets`` gives the code point at each code, 0 where there is none; ``names`` what the pages
    call the subsets.
    """

    def __init__(self, face: str, words: Iterable[str], prefix: str) -> None:
        self.face = face
        self.subsets: list[list[int]] = []
        self._subset_of: dict[str, int] = {}
        self._table: dict[int, str] = {}
        face_shape = load_face(face).shape
        shapes = {word: face_shape(word) for word in words}
        glyphs = {" "}.union(
            *[part for shape in shapes.values() for part in shape if isinstance(part, str)]
        )
        points = sorted(map(ord, glyphs))
        self._assign([one for one in points if one in _PRINTABLE], _PRINTABLE)
        self._assign([one for one in points if one not in _PRINTABLE], _OTHERS)
        self.names = [f"/{prefix}{number}" for number in range(len(self.subsets))]
        self._words: dict[str, str] = {}
        self._runs: dict[str, list[_Run]] = {}
        if len(self.subsets) == 1:  # as in nearly every pack
            self._words = {word: _join(shape, self._table) for word, shape in shapes.items()}
        else:
            self._runs = {word: self._coded(shape) for word, shape in shapes.items()}

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

    def _coded(self, shape: Shape) -> list[_Run]:
        """Encode a word, subset by subset."""
        runs: list[_Run] = []
        for part in shape:
            if isinstance(part, int):
                last = runs[-1]
                runs[-1] = _Run(last.subset, last.codes + _apart(part))
                continue
            for subset, glyphs in groupby(part, self._subset_of.__getitem__):
                codes = "".join(glyphs).translate(self._table)
                if runs and runs[-1].subset == subset:
                    codes = runs.pop().codes + codes
                runs.append(_Run(subset, codes))
        return runs

    def encode(self, text: str) -> Iterator[tuple[str, str]]:
        """Give the operators that show a text, each with the name of the font it is coded in."""
        words = text.split(" ")
        if self._words:
            known = self._words
            yield self.names[0], _shown(" ".join([known[word] for word in words]))
            return
        runs = [run for word in words for run in (_SPACE, *self._runs[word])]
        for subset, group in groupby(runs[1:], itemgetter(0)):
            yield self.names[subset], _shown("".join([codes for _, codes in group]))


def encodings(plan: Plan) -> Mapping[str, Encoding]:
    """Give the encoding of every face that the plan uses."""
    used: dict[str, set[str]] = {}
    for line in plan.lines():
        for fragment in line.fragments:
            used.setdefault(fragment.look.face, set()).update(fragment.text.split(" "))
    return {
        face: Encoding(face, used[face], f"F{number}.") for number, face in enumerate(sorted(used))
    }


def _join(shape: Shape, table: dict[int, str]) -> str:
    return "".join(
        [_apart(part) if isinstance(part, int) else part.translate(table) for part in shape]
    )


def _apart(distance: int) -> str:
    """End a string, and begin the next one so far from it; the file counts backwards (9.4.3)."""
    return f"){-distance}("


def _shown(codes: str) -> str:
    """Write a string, or strings with distances between them."""
    return f"[({codes})]TJ" if ")" in codes else f"({codes})Tj"


def _escape(code: int) -> str:
    if code in _PRINTABLE and code not in _ESCAPED:
        return chr(code)
    return f"\\{code:03o}"
