"""The making of one unit out of pieces of source lines.

Enters: stretches of lines, in reading order. Leaves: a unit whose text is those words, joined with
single spaces, with spans where marks stood; every stretch goes into the reading's account. Knows
the marks for emphasis and notes, but no document's structure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from briefgen.corpus.model import Span, SpanKind, Unit
from briefgen.corpus.readers.reading import Piece, Rule

if TYPE_CHECKING:
    from briefgen.corpus.readers.reading import Reading

_MARKS = re.compile(r"\*\*|\*|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def note_number(mark: str) -> str:
    """Give the number that a superscript mark stands for: ``¹²`` is "12"."""
    return mark.translate(_DIGITS)


class UnitBuilder(Struct):
    """A unit while its words come in."""

    reading: Reading
    id: str
    kind: str
    label: str = ""
    _text: str = ""
    _space: bool = False
    _lines: list[int] = field(default_factory=list)
    _spans: list[Span] = field(default_factory=list)
    _open: dict[SpanKind, tuple[int, int]] = field(default_factory=dict)

    @property
    def document(self) -> str:
        """The id of the document: the first part of the unit's id."""
        return self.id.split("/", 1)[0]

    @property
    def text(self) -> str:
        """The words so far."""
        return self._text

    def add(self, line: int, start: int = 0, end: int | None = None) -> UnitBuilder:
        """Take the words of a stretch of a line, with nothing in it read as markup."""
        stop = len(self.reading.line(line)) if end is None else end
        if self._lines and line != self._lines[-1]:
            self._space = True
        stretch = self.reading.line(line)[start:stop]
        words = stretch.split()
        if words:
            if stretch[0].isspace():
                self._space = True
            self._text += (" " if self._space and self._text else "") + " ".join(words)
            self.reading.pieces.append(Piece(line, start, stop, unit=self.id))
            self._lines.append(line)
        self._space = stretch[-1:].isspace() or (self._space and not words)
        return self

    def add_marked(self, line: int, start: int = 0, end: int | None = None) -> UnitBuilder:
        """Take the words of a stretch in which ``*``, ``**`` and superscript numbers are marks."""
        stop = len(self.reading.line(line)) if end is None else end
        at = start
        for mark in _MARKS.finditer(self.reading.line(line), start, stop):
            self.add(line, at, mark.start())
            at = mark.end()
            if mark.group() == "**":
                self.toggle("strong", line)
                self.reading.explain(Rule.EMPHASIS, line, mark.start(), at)
            elif mark.group() == "*":
                self.toggle("emphasis", line)
                self.reading.explain(Rule.EMPHASIS, line, mark.start(), at)
            else:
                number = note_number(mark.group())
                place = len(self._text)
                self._spans.append(Span(place, place, "note", f"{self.document}/note/{number}"))
                self.reading.explain(Rule.NOTE_MARK, line, mark.start(), at)
        return self.add(line, at, stop)

    def toggle(self, kind: SpanKind, line: int) -> None:
        """Open a span at the words to come, or close it after the words so far."""
        if kind in self._open:
            start, _ = self._open.pop(kind)
            self._spans.append(Span(start, len(self._text), kind))
        else:
            gap = bool(self._text) and (self._space or line != self._lines[-1])
            self._open[kind] = (len(self._text) + gap, line)

    def break_line(self, kind: SpanKind) -> None:
        """Set the coming space down as a break that the source has there."""
        if self._text:
            self._spans.append(Span(len(self._text), len(self._text) + 1, kind))
            self._space = True

    def mark_language(self, tag: str, words: str) -> None:
        """Say in what language the last words, ``words``, are."""
        self._spans.append(Span(len(self._text) - len(words), len(self._text), "language", tag))

    def build(self) -> Unit:
        """Give the unit; a mark left open is an error of the source."""
        for kind, (_, line) in self._open.items():
            self.reading.fault(line, f"the mark for {kind} is never closed", "close it or drop it")
        if not self._text:
            at = self._lines[0] if self._lines else 0
            self.reading.fault(at, f"{self.id} holds no words")
        lines = (min(self._lines, default=0), max(self._lines, default=0))
        return Unit(
            self.id,
            self.document,
            self.kind,
            self._text,
            self.label,
            lines,
            tuple(sorted(self._spans)),
        )
