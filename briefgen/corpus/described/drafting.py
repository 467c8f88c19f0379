"""The making of one unit out of stretches of passages.

Enters: stretches of a sheet's passages, in reading order. Leaves: a unit whose text is exactly
those words, with the passages' own spans; every stretch goes into the reading's account. Knows no
layout and no label.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from briefgen.corpus.model import Span, SpanKind, Unit
from briefgen.corpus.readers.reading import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefgen.corpus.described.paragraphs import Stretch
    from briefgen.corpus.described.sheet import Sheet

_KEPT: frozenset[SpanKind] = frozenset({"emphasis", "strong", "language", "note", "line-break"})


class Draft(Struct):
    """A unit while its words come in. ``notes`` gives the unit of each note by the format's key."""

    sheet: Sheet
    id: str
    kind: str
    label: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    _space: bool = False
    _numbers: list[int] = field(default_factory=list)
    _spans: list[Span] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The passage that the unit begins in; 0 before it has words."""
        return self._numbers[0] if self._numbers else 0

    @property
    def last(self) -> int:
        """The passage that its words end in."""
        return self._numbers[-1]

    def add(self, stretches: Iterable[Stretch]) -> Draft:
        """Take stretches of passages."""
        for stretch in stretches:
            self._take(*stretch)
        return self

    def _take(self, number: int, start: int, end: int, glued: bool) -> None:  # noqa: FBT001 - a stretch
        stretch = self.sheet.reading.line(number)[start:end]
        words = stretch.strip()
        new_line = bool(self._numbers) and number != self._numbers[-1]
        gap = self._space or new_line or stretch[:1].isspace()
        if words:
            self.text += (" " if gap and self.text and not glued else "") + words
            inner = start + len(stretch) - len(stretch.lstrip())
            self._carry_spans(number, inner, inner + len(words))
            piece = Piece(number, start, end, unit=self.id, glued=glued)
            self.sheet.reading.pieces.append(piece)
            self._numbers.append(number)
        self._space = stretch[-1:].isspace() or (gap and not words)

    def call(self, note: str) -> None:
        """Set the mark of a note after the words so far."""
        self._spans.append(Span(len(self.text), len(self.text), "note", note))

    def break_line(self, kind: SpanKind) -> None:
        """Set the coming space down as a break that the source has there."""
        if self.text:
            self._spans.append(Span(len(self.text), len(self.text) + 1, kind))
            self._space = True

    def build(self) -> Unit:
        """Give the unit, its lines being numbers of passages."""
        if not self.text:
            self.sheet.fault(self.first, f"{self.id} holds no words", "see the line above it")
        if any(span.kind == "note" and not span.start for span in self._spans):
            message = f"a note mark stands before the words of {self.id}"
            self.sheet.fault(self.first, message, "a mark follows the words that it is about")
        lines = (min(self._numbers, default=0), max(self._numbers, default=0))
        document = self.id.split("/", 1)[0]
        spans = tuple(sorted(set(self._spans)))
        return Unit(self.id, document, self.kind, self.text, self.label, lines, spans)

    def _carry_spans(self, number: int, start: int, end: int) -> None:
        """Carry over what the format says about the characters ``start`` to ``end``."""
        shift = len(self.text) - end
        for span in self.sheet.passage(number).spans:
            if span.kind not in _KEPT:
                continue
            if span.start == span.end:
                if start <= span.start <= end:
                    at, value = span.start + shift, self.notes.get(span.value, span.value)
                    self._spans.append(Span(at, at, span.kind, value))
                continue
            first, last = max(span.start, start), min(span.end, end)
            words = self.sheet.reading.line(number)[first:last]
            if span.kind != "line-break":
                first += len(words) - len(words.lstrip())
                last -= len(words) - len(words.rstrip())
            if first < last:
                self._spans.append(Span(first + shift, last + shift, span.kind, span.value))
