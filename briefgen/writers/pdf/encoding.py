"""Text into the codes of embedded subsets.

Enters: the words of a plan and reportlab's document. Leaves: for each face a table from characters
to PDF string bytes, so that a fragment is encoded by one translation. Faces are subset by what the
plan uses, in the order of code points: the same plan gives the same codes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.writers.pdf.fonts import load_face

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportlab.pdfbase.pdfdoc import PDFDocument

    from briefgen.writers.pdf.plan import Plan

_ESCAPED = frozenset(map(ord, "()\\"))
_PRINTABLE = range(32, 127)


class Encoding:
    """The codes of one face in one document."""

    def __init__(self, face: str, characters: set[str], document: PDFDocument) -> None:
        font = load_face(face).font
        self._subsets: dict[str, int] = {}
        self._table: dict[int, str] = {}
        for character in sorted(characters):
            ((subset, code),) = font.splitString(character, document)
            self._subsets[character] = subset
            self._table[ord(character)] = _escape(code[0])
        self._single = set(self._subsets.values()) <= {0}
        self._names = [
            font.getSubsetInternalName(subset, document)
            for subset in range(max(self._subsets.values(), default=0) + 1)
        ]

    def encode(self, text: str) -> Iterator[tuple[str, str]]:
        """Give the text as PDF strings, each with the resource name of the font it is coded in."""
        if self._single:
            yield self._names[0], text.translate(self._table)
            return
        start = 0
        for index in range(1, len(text) + 1):
            ends = index == len(text)
            if ends or self._subsets[text[index]] != self._subsets[text[start]]:
                name = self._names[self._subsets[text[start]]]
                yield name, text[start:index].translate(self._table)
                start = index


def encodings(plan: Plan, document: PDFDocument) -> Mapping[str, Encoding]:
    """Give the encoding of every face that the plan uses."""
    used: dict[str, set[str]] = {}
    for page in plan.pages:
        for placed in page.lines:
            for fragment in placed.line.fragments:
                used.setdefault(fragment.look.face, set()).update(fragment.text)
    return {face: Encoding(face, used[face], document) for face in sorted(used)}


def _escape(code: int) -> str:
    if code in _PRINTABLE and code not in _ESCAPED:
        return chr(code)
    return f"\\{code:03o}"
