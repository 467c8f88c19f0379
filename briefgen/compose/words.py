"""A unit's words as XHTML that no template can damage: escaped, with its spans as elements.

Enters: a unit. Leaves: markup for ``templates``. The characters stay the source's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefgen.corpus.model import Span, Unit

_OPENING = {"emphasis": "<em>", "strong": "<strong>"}
_CLOSING = {"emphasis": "</em>", "strong": "</strong>", "language": "</span>"}
_BREAKS = {"line-break", "paragraph-break"}


def words(unit: Unit, mark_of: Callable[[str], str]) -> Markup:
    """Give all words of a unit on one flow; ``mark_of`` gives the mark of a note by its id."""
    return _marked(unit.text, unit.spans, 0, len(unit.text), mark_of)


def paragraphs(unit: Unit, mark_of: Callable[[str], str]) -> list[Markup]:
    """Give the paragraphs of a unit that has several (a covering letter)."""
    breaks = [span for span in unit.spans if span.kind == "paragraph-break"]
    starts = [0, *(span.end for span in breaks)]
    ends = [*(span.start for span in breaks), len(unit.text)]
    return [
        _marked(unit.text, unit.spans, start, end, mark_of)
        for start, end in zip(starts, ends, strict=True)
    ]


def _marked(
    text: str, spans: Iterable[Span], start: int, end: int, mark_of: Callable[[str], str]
) -> Markup:
    """Escape ``text[start:end]`` and set the elements of the spans inside it."""
    points: list[tuple[int, int, int, int, str]] = []
    for index, span in enumerate(spans):
        if not start <= span.start <= span.end <= end:
            continue
        if span.kind == "note":
            mark = escape(mark_of(span.value))
            element = f'<a data-note="{escape(span.value)}">{mark}</a>'
            points.append((span.start, 1, 0, index, element))
        elif span.kind in _BREAKS:
            if start < span.start:
                points.append((span.start, 2, 0, index, "<br/>"))
        elif span.start < span.end:
            opening = _OPENING.get(span.kind) or f'<span lang="{escape(span.value)}">'
            length = span.end - span.start
            # At one place: what ends closes first, the longest that begins opens first.
            points.append((span.end, 0, length, -index, _CLOSING[span.kind]))
            points.append((span.start, 3, -length, index, opening))
    pieces: list[str] = []
    at = start
    for place, *_, element in sorted(points):
        pieces += [str(escape(text[at:place])), element]
        at = place
        if element == "<br/>":
            at += 1  # the break stands for the one space there
    pieces.append(str(escape(text[at:end])))
    return Markup("".join(pieces))  # noqa: S704 - every character of it was escaped above
