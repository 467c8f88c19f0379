"""The typefaces: what they cover, how wide words are, where a word may be cut.

Enters: names of faces and words. Leaves: pieces of words with widths, words as glyphs with their
kerning, and reportlab's font for the emitter. Each face is read once in a process, when first asked
for. Knows neither styles nor pages.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from io import BytesIO
from operator import add
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from reportlab.pdfbase.ttfonts import TTFont

from briefgen.writers.pdf.hyphenation import SOFT_HYPHEN
from briefgen.writers.pdf.kerning import Kerning
from briefgen.writers.pdf.ligatures import ligatures
from briefgen.writers.typefaces import face_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_KEPT = 60
_MOST_KEPT = 100_000
"""Longer words are not remembered, for they do not come again; nor more words than a language has.
"""

_CUT = re.compile(r"(?<=[^\W\d_]{2}[-\u2013\u2014/])(?=[^\W\d_]{2})")
"""A line may end inside a word after a hyphen, dash or slash that has two letters on each side."""


Shape: TypeAlias = tuple[str | int, ...]
"""Glyphs by their code points; numbers between them say by how many thousandths they part."""


class Piece(NamedTuple):
    """Part of a word in one face; ``width`` in thousandths of the size; no line ends inside it."""

    text: str
    width: float
    face: str
    may_break: bool
    """A line may end before it."""


class UnprintableError(ValueError):
    """A character that cannot be printed as it is."""

    def __init__(self, character: str, reason: str) -> None:
        self.character = character
        self.reason = reason
        super().__init__(f"{name_of(character)}: {reason}")


class Face:
    """One face, with the widths of the words that it has measured."""

    __slots__ = (
        "_advances",
        "_faces",
        "_glyphs",
        "_joined",
        "_kerning",
        "_letters",
        "_shapes",
        "font",
        "name",
        "space",
        "words",
    )

    def __init__(self, name: str) -> None:
        self.name = name
        # reportlab keys PDF objects by this name: it must be unlike every other font's.
        data = face_bytes(name)
        self.font = TTFont(name, BytesIO(data), asciiReadable=True)
        metrics = self.font.face
        self._glyphs: dict[int, int] = metrics.charToGlyph
        widths: dict[int, float] = metrics.charWidths
        self._joined: list[tuple[str, str]] = []
        self._letters: dict[int, str] = {}
        for letters, point, glyph in ligatures(data, self._glyphs):
            self._glyphs[point] = glyph
            widths[point] = metrics.hmetrics[glyph][0] * 1000 / metrics.unitsPerEm
            self._joined.append((letters, chr(point)))
            self._letters[point] = letters
        self._kerning = Kerning(data, self._glyphs, metrics.unitsPerEm)
        self._shapes: dict[str, Shape] = {}
        self._advances = {chr(point): width for point, width in widths.items()}
        self.space = self._advances[" "]
        self.words: dict[str, tuple[Piece, ...]] = {}
        """Words cut before; look here before calling ``cut``."""
        self._faces: dict[str, Face] = {}

    def covers(self, character: str) -> bool:
        """Say whether the face has a glyph for the character."""
        return ord(character) in self._glyphs

    def advance(self, point: int) -> float:
        """Give the advance of the character at a code point in thousandths of the size."""
        return self._advances[chr(point)]

    def advances(self, text: str) -> list[float]:
        """Give the advance of each character in thousandths of the size."""
        return list(map(self._advances.__getitem__, text))

    def width(self, text: str) -> float:
        """Give the advance of ``text`` in thousandths of the size, its glyphs joined and kerned."""
        words = text.split(" ")
        return sum(map(self._width, words)) + (len(words) - 1) * self.space

    def _width(self, word: str) -> float:
        total = 0.0
        for part in self.shape(word):
            if isinstance(part, int):
                total += part
            else:
                total += sum(map(self._advances.__getitem__, part))
        return total

    def letters(self, point: int) -> str:
        """Give the letters that the glyph at a code point of a shape stands for."""
        return self._letters.get(point) or chr(point)

    def shape(self, word: str) -> Shape:
        """Give the glyphs of a word: letters that join are one, and neighbours are kerned."""
        found = self._shapes.get(word)
        if found is None:
            found = self._shaped(word)
            if len(word) <= _LONGEST_KEPT and len(self._shapes) < _MOST_KEPT:
                self._shapes[word] = found
        return found

    def _shaped(self, word: str) -> Shape:
        glyphs = word
        for letters, glyph in self._joined:
            if letters in glyphs:
                glyphs = glyphs.replace(letters, glyph)
        distances = [self._kerning[pair] for pair in map(add, glyphs, glyphs[1:])]
        if not any(distances):
            return (glyphs,)
        parts: list[str | int] = []
        start = 0
        for end, moved in enumerate(distances, 1):
            if moved:
                parts += (glyphs[start:end], moved)
                start = end
        return (*parts, glyphs[start:])

    def cut(self, word: str) -> tuple[Piece, ...]:
        """Cut a word where a line may end and where another face must help out.

        Raises:
            UnprintableError: no face has a character of it, or it must not be printed.
        """
        if word.isascii() and word.isalpha():
            pieces = [Piece(word, self._width(word), self.name, may_break=False)]
        else:
            pieces = list(self._pieces(word))
        found = tuple(pieces)
        if len(word) <= _LONGEST_KEPT and len(self.words) < _MOST_KEPT:
            self.words[word] = found
        return found

    def _pieces(self, word: str) -> Iterator[Piece]:
        """Give the pieces of a word; a soft hyphen of its own is nothing that is seen."""
        for index, part in enumerate(_CUT.split(word.replace(SOFT_HYPHEN, ""))):
            may_break = index > 0
            for face, text in self._in_faces(part):
                yield Piece(text, face.width(text), face.name, may_break)
                may_break = False

    def _in_faces(self, text: str) -> list[tuple[Face, str]]:
        if text.isascii() and text.isprintable():
            return [(self, text)]
        runs: list[tuple[Face, str]] = []
        for character in text:
            face = self._faces.get(character) or self._face_for(character)
            if runs and runs[-1][0] is face:
                runs[-1] = (face, runs[-1][1] + character)
            else:
                runs.append((face, character))
        return runs

    def _face_for(self, character: str) -> Face:
        _refuse_what_needs_more(character)
        for name in _cascade(self.name):
            face = load_face(name)
            if face.covers(character):
                self._faces[character] = face
                return face
        raise UnprintableError(character, "no font has it")


@cache
def load_face(name: str) -> Face:
    """Give a face by name, unpacked and read once in a process."""
    return Face(name)


def name_of(character: str) -> str:
    """Name a character as the Unicode Standard does: ``U+25CB WHITE CIRCLE``."""
    known = unicodedata.name(character, "")
    return f"U+{ord(character):04X}" + (f" {known}" if known else "")


@cache
def _cascade(name: str) -> tuple[str, ...]:
    """Give the faces to ask, best first: the same style, then upright, then the last resort."""
    family, style = name.split("-")
    other = "NotoSans" if family == "FiraGO" else "FiraGO"
    order = (
        name,
        f"{other}-{style}",
        f"{family}-Regular",
        f"{other}-Regular",
        "CascadiaMono-Regular",
    )
    return tuple(dict.fromkeys(order))


def _refuse_what_needs_more(character: str) -> None:
    """Refuse what glyphs set side by side from the left would get wrong."""
    category = unicodedata.category(character)
    if category in {"Cc", "Cs", "Co", "Cn"} or character in "\u2028\u2029\ufeff":
        raise UnprintableError(character, "it cannot be printed")
    direction = unicodedata.bidirectional(character)
    if direction in _REORDERED or (direction == "AN" and category != "Nd"):
        raise UnprintableError(character, "right-to-left text cannot be set yet")
    if any(low <= character <= high for low, high in _JOINING_SCRIPTS):
        raise UnprintableError(character, "its script needs shaping, which is not there yet")


_REORDERED = {"R", "AL", "RLE", "RLO", "RLI", "LRO"}
"""Classes of letters that run from the right, and of signs that turn what follows (UAX 9). Digits
of any script (EN, AN) are read from the left; signs that enclose them (AN too) need shaping.
"""

_JOINING_SCRIPTS = (("\u0900", "\u109f"), ("\u1780", "\u18af"), ("\u1900", "\u1cff"))
"""Scripts of South and South-East Asia, and Mongolian: their glyphs depend on their neighbours."""
