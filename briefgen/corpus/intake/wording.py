"""Words as a format gives them, piece by piece, made the text and the spans of one passage.

Enters: pieces of raw text with what holds for them, line breaks, note marks. Leaves: text in which
white space is folded to single spaces, and spans over it. No-break spaces are characters of the
source and stay, save at the ends. Knows no format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefgen.corpus.intake.findings import without_unseen
from briefgen.corpus.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.corpus.model import SpanKind

_FOLDED: Final = frozenset(" \t\n\r\f\v\x85\u2028\u2029\u3000") | {
    chr(c) for c in range(8192, 8203)
}
_LASTING: Final = ("emphasis", "strong", "language")

Property = tuple["SpanKind", str]
"""What holds for a piece of text: the kind and the value of a span."""


class Wording:
    """Gathers the pieces of one passage."""

    def __init__(self) -> None:
        self._raw: list[str] = []
        self._length = 0
        self._spans: list[Span] = []

    def add(self, text: str, properties: Iterable[Property] = ()) -> None:
        """Add a piece of text, and what holds for it."""
        piece = without_unseen(text)
        start = self._length
        self._raw.append(piece)
        self._length += len(piece)
        self._spans += [Span(start, self._length, kind, value) for kind, value in properties]

    def break_line(self) -> None:
        """End a line within the passage."""
        self._spans.append(Span(self._length, self._length + 1, "line-break"))
        self._raw.append(" ")
        self._length += 1

    def call_note(self, key: str) -> None:
        """Set the mark of a note here."""
        self._spans.append(Span(self._length, self._length, "note", key))

    def raw(self) -> str:
        """Give the pieces as they came."""
        return "".join(self._raw)

    def folded(self) -> tuple[str, tuple[Span, ...]]:
        """Give the text, and the spans in the order of their places."""
        text, before, after = _fold(self.raw())
        spans = []
        for span in self._spans:
            start, end = after[span.start], before[span.end]
            if span.kind == "note":
                spans.append(Span(end, end, "note", span.value))
            elif span.kind == "line-break":
                at = before[span.start]
                if 0 < at < len(text):
                    spans.append(Span(at, at + 1, "line-break"))
            elif start < end:
                spans.append(Span(start, end, span.kind, span.value))
        return text, tuple(sorted(set(_merged(spans, text))))


def _fold(raw: str) -> tuple[str, list[int], list[int]]:
    """Fold white space; tell for each place what came of the words before it and after it.

    The first list has the end of the last character that was kept before the place, the second
    the start of the first that was kept from there on.
    """
    last = len(raw.rstrip())
    first = len(raw) - len(raw.lstrip())
    out: list[str] = []
    before = [0] * (len(raw) + 1)
    kept = [-1] * len(raw)
    gap = False
    end = 0
    for at, one in enumerate(raw):
        before[at] = end
        if one in _FOLDED or not first <= at < last:
            gap = bool(out)
            continue
        if gap:
            out.append(" ")
        gap = False
        kept[at] = len(out)
        out.append(one)
        end = len(out)
    before[len(raw)] = end
    after = [end] * (len(raw) + 1)
    for at in range(len(raw) - 1, -1, -1):
        after[at] = kept[at] if kept[at] >= 0 else after[at + 1]
    return "".join(out), before, after


def _merged(spans: list[Span], text: str) -> Iterable[Span]:
    """Join spans of one kind and value that only a space parts; a format cuts runs anywhere."""
    last: Span | None = None
    for span in sorted(spans, key=lambda one: (one.kind, one.value, one.start)):
        if last is None:
            last = span
        elif (
            span.kind in _LASTING
            and (span.kind, span.value) == (last.kind, last.value)
            and not text[last.end : span.start].strip()
        ):
            last = Span(last.start, max(last.end, span.end), last.kind, last.value)
        else:
            yield last
            last = span
    if last is not None:
        yield last
