"""A unit's words as XHTML that no template can damage: escaped, with its spans as elements.

Enters: a text, the spans that its unit has, the marks to set in it, and what is to be highlighted.
Leaves: markup for ``templates``. The characters stay as they are given.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.compose.marks import Mark
    from briefgen.corpus.model import Span

Stretches: TypeAlias = "Sequence[tuple[int, int]]"
"""Characters of a text, the ends not included."""

_OPENING = {"emphasis": "<em>", "strong": "<strong>"}
_CLOSING = {"emphasis": "</em>", "strong": "</strong>", "language": "</span>"}
_BREAKS = {"line-break", "paragraph-break"}


def words(
    text: str,
    spans: Sequence[Span],
    marks: Iterable[Mark] = (),
    found: Stretches = (),
    end: int | None = None,
) -> Markup:
    """Give a text on one flow, to its ``end`` or whole; ``found`` is to be highlighted."""
    last = len(text) if end is None else end
    return _marked(text, spans, marks, _pieces(text, spans, found), 0, last)


def paragraphs(
    text: str, spans: Sequence[Span], marks: Sequence[Mark] = (), found: Stretches = ()
) -> list[Markup]:
    """Give the paragraphs of a text that has several (a covering letter)."""
    breaks = [span for span in spans if span.kind == "paragraph-break"]
    starts = [0, *(span.end for span in breaks)]
    ends = [*(span.start for span in breaks), len(text)]
    pieces = _pieces(text, spans, found)
    return [
        _marked(text, spans, marks, pieces, start, end)
        for start, end in zip(starts, ends, strict=True)
    ]


def _pieces(text: str, spans: Iterable[Span], found: Stretches) -> Stretches:
    """Cut what is highlighted at the edges of spans, so that it can stand inside any of them."""
    if not found:
        return []
    edges = sorted({edge for span in spans for edge in (span.start, span.end)})
    pieces: list[tuple[int, int]] = []
    for start, end in found:
        cuts = [start, *(edge for edge in edges if start < edge < end), end]
        pieces += pairwise(cuts)
    return [(start, end) for start, end in pieces if text[start:end].strip()]


def _marked(
    text: str,
    spans: Iterable[Span],
    marks: Iterable[Mark],
    found: Stretches,
    start: int,
    end: int,
) -> Markup:
    """Escape ``text[start:end]`` and set the elements of the spans and marks inside it."""
    points: list[tuple[int, int, int, int, str]] = []
    for index, mark in enumerate(marks):
        if start <= mark.place <= end:
            element = f'<a data-note="{escape(mark.note)}">{escape(mark.label)}</a>'
            points.append((mark.place, 1, 0, index, element))
    for index, span in enumerate(spans):
        if not start <= span.start <= span.end <= end:
            continue
        if span.kind in _BREAKS:
            if start < span.start:
                points.append((span.start, 2, 0, index, "<br/>"))
        elif span.start < span.end:  # the place of a note is none: its mark is given
            opening = _OPENING.get(span.kind) or f'<span lang="{escape(span.value)}">'
            length = span.end - span.start
            # At one place: what ends closes first, the longest that begins opens first.
            points.append((span.end, 0, length, -index, _CLOSING[span.kind]))
            points.append((span.start, 3, -length, index, opening))
    for first, last in found:
        if start <= first <= last <= end:  # the innermost: opens last and closes first
            points += [(first, 3, 1, 0, "<mark>"), (last, 0, 0, 0, "</mark>")]
    pieces: list[str] = []
    at = start
    for place, *_, element in sorted(points):
        pieces += [str(escape(text[at:place])), element]
        at = place
        if element == "<br/>":
            at += 1  # the break stands for the one space there
    pieces.append(str(escape(text[at:end])))
    return Markup("".join(pieces))  # noqa: S704 - every character of it was escaped above
