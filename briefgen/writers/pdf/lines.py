"""From runs to lines: first fit, ragged right.

Enters: runs and the width of a column in points. Leaves: lines of fragments. A line ends at a
space, after a hyphen, dash or slash inside a word, and inside a word only where the word is longer
than the line or hyphenation is asked for. Knows neither pages nor blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from briefgen.writers.line_ends import parts_of
from briefgen.writers.pdf.fonts import Face, UnprintableError, load_face
from briefgen.writers.pdf.hyphenation import SOFT_HYPHEN, divisions
from briefgen.writers.pdf.plan import Fragment, Line, Look, Sense
from briefgen.writers.pdf.runs import PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from briefgen.writers.pdf.fonts import Piece
    from briefgen.writers.pdf.plan import Align, Element
    from briefgen.writers.pdf.runs import Run

RAGGED = 0.1
"""A word is hyphenated where the line would else end more than this part of it too early."""

LADDER = 2
"""Lines in a row that may end in a hyphen."""

SLACK = 1e-6
"""Sums of widths may miss by this much and still fit."""

Report: TypeAlias = "Callable[[UnprintableError, str], None]"
"""What is told of a character that cannot be printed, with the words around it."""


class Segment(NamedTuple):
    """Part of a word in one face and run, with the spaces before it.

    ``gap`` is the width of those spaces, ``spaces`` their number; a line may end before the
    segment if ``may_break``, and ends after it if ``ends_line``.
    """

    text: str
    width: float
    look: Look
    sense: Sense
    gap: float
    spaces: int
    may_break: bool
    ends_line: bool = False


def segments_of(runs: Iterable[Run], report: Report) -> list[Segment]:
    """Cut runs into segments; what cannot be printed is reported and left out."""
    segments: list[Segment] = []
    gap, spaces = 0.0, 0
    looks: dict[tuple[Look, str], Look] = {}
    for run in runs:
        look, sense = run.look, run.sense
        if run.ends_line:
            segments.append(
                Segment("", 0.0, look, sense, gap, spaces, bool(spaces), ends_line=True)
            )
            gap, spaces = 0.0, 0
            continue
        face = load_face(look.face)
        scale = look.size / 1000
        space = face.space * scale
        known = {} if look.keeps_hyphens else face.words
        before_first = True
        for word in run.text.split(" "):
            if before_first:
                before_first = False
            else:
                gap += space
                spaces += 1
            if not word:
                continue
            pieces = known.get(word)
            if pieces is None:
                try:
                    cut_by = _cut_reference if look.keeps_hyphens else Face.cut
                    pieces = cut_by(face, word)
                except UnprintableError as fault:
                    report(fault, run.text)
                    continue
            for text, width, name, may_break in pieces:
                own = look if name == look.face else _in_face(look, name, looks)
                segments.append(
                    Segment(text, width * scale, own, sense, gap, spaces, spaces > 0 or may_break)
                )
                gap, spaces = 0.0, 0
    return segments


def _cut_reference(face: Face, word: str) -> tuple[Piece, ...]:
    """Cut what is typed off or pasted: a hyphen at a line's end would seem to be none of it.

    Raises:
        UnprintableError: as ``Face.cut``.
    """
    return tuple(
        piece._replace(may_break=part > 0 and at == 0)
        for part, text in enumerate(parts_of(word))
        for at, piece in enumerate(face.cut(text))
    )


def _in_face(look: Look, name: str, looks: dict[tuple[Look, str], Look]) -> Look:
    key = (look, name)
    if key not in looks:
        looks[key] = Look(
            name,
            look.size,
            look.leading,
            look.colour,
            look.rise,
            look.underline,
            look.strike,
            look.ground,
            look.keeps_hyphens,
        )
    return looks[key]


def break_lines(
    segments: list[Segment],
    width: float,
    element: Element,
    *,
    first: float = 0.0,
    align: Align = "left",
    language: str = "",
) -> list[Line]:
    """Break into lines of at most ``width``; the first one is ``first`` points shorter.

    Words are hyphenated if their ``language`` is given.
    """
    if max([segment.width for segment in segments], default=0.0) > width - first:
        segments = [part for whole in segments for part in _cut_to_fit(whole, width - first)]
    lines: list[Line] = []
    start = chance = 0
    room = width - first + SLACK
    x = 0.0
    rungs = 0
    for index, segment in enumerate(segments):
        if segment.may_break and index > start:
            chance = index
        x += segment.width if index == start else segment.gap + segment.width
        if x > room and index > start:
            left = room - x + segment.width
            if language and chance == index and left > RAGGED * width and rungs < LADDER:
                parts = _divided(segments, index, left, language)
                if parts:
                    segments[index : index + 1] = parts  # the loop goes on with the second one
                    lines.append(_line(segments, start, index + 1, element, align))
                    start = chance = index + 1
                    room, x = width + SLACK, 0.0
                    rungs += 1
                    continue
            rungs = 0
            end = chance if chance > start else index
            lines.append(_line(segments, start, end, element, align))
            start = chance = end
            room = width + SLACK
            x = _width(segments, start, index + 1)
            if x > room and start < index:
                # what moved down is longer than a line too: one word in several segments
                lines.append(_line(segments, start, index, element, align))
                start = chance = index
                x = segment.width
        if segment.ends_line:
            lines.append(_line(segments, start, index + 1, element, align))
            start = chance = index + 1
            room = width + SLACK
            x = 0.0
    if start < len(segments):
        lines.append(_line(segments, start, len(segments), element, align))
    return lines


def _divided(
    segments: list[Segment], index: int, room: float, language: str
) -> tuple[Segment, Segment] | None:
    """Divide a word that stands by itself so that as much of it as can be goes into ``room``."""
    whole = segments[index]
    ends = index + 1 == len(segments) or segments[index + 1].spaces
    if not ends or whole.sense.field or whole.sense.link or whole.sense.note:
        return None
    face = load_face(whole.look.face)
    scale = whole.look.size / 1000
    for place in divisions(whole.text, whole.sense.language or language):
        head = whole.text[:place] + SOFT_HYPHEN
        width = face.width(head) * scale
        if width <= room:
            tail = whole.text[place:]
            return (
                whole._replace(text=head, width=width, ends_line=False),
                whole._replace(
                    text=tail, width=face.width(tail) * scale, gap=0.0, spaces=0, may_break=True
                ),
            )
    return None


def _width(segments: list[Segment], start: int, end: int) -> float:
    return sum([one.gap + one.width for one in segments[start:end]]) - segments[start].gap


def _cut_to_fit(segment: Segment, width: float) -> Iterator[Segment]:
    """Cut a segment wider than the column by characters, at least one a line."""
    if segment.width <= width or segment.sense.field:
        yield segment
        return
    face = load_face(segment.look.face)
    scale = segment.look.size / 1000
    start, reached = 0, 0.0
    text = segment.text
    gap, spaces, may_break = segment.gap, segment.spaces, segment.may_break
    for index, thousandths in enumerate(face.advances(text)):
        advance = thousandths * scale
        if index > start and reached + advance > width:
            yield segment._replace(
                text=text[start:index], width=reached, gap=gap, spaces=spaces, may_break=may_break
            )
            start, reached = index, 0.0
            gap, spaces, may_break = 0.0, 0, True
        reached += advance
    yield segment._replace(
        text=text[start:], width=reached, gap=gap, spaces=spaces, may_break=may_break
    )


def _line(segments: list[Segment], start: int, end: int, element: Element, align: Align) -> Line:
    """Join the segments of one line; neighbours of one look and sense become one fragment."""
    fragments: list[Fragment] = []
    first = segments[start]
    look, sense = first.look, first.sense
    texts = [first.text]
    began, x = 0.0, first.width
    plain = _is_plain(first)
    for segment in segments[start + 1 : end]:
        if segment.look is look and segment.sense is sense:
            if segment.spaces:
                texts.append(" " * segment.spaces)
            texts.append(segment.text)
            x += segment.gap + segment.width
            continue
        texts.append(" " * segment.spaces)
        fragments.append(Fragment(began, x - began, "".join(texts), look, sense))
        look, sense = segment.look, segment.sense
        plain = plain and _is_plain(segment)
        texts = [segment.text]
        began = x + segment.gap
        x = began + segment.width
    # The space at the line's end is kept, so that readers of the file see where words end; a line
    # that ends inside a word has none.
    inside_word = (
        end < len(segments) and not segments[end].spaces and not segments[end - 1].ends_line
    )
    if not inside_word:
        texts.append(" ")
    fragments.append(Fragment(began, x - began, "".join(texts), look, sense))
    return Line(tuple(fragments), x, element, align, plain)


def _is_plain(segment: Segment) -> bool:
    sense, look = segment.sense, segment.look
    if look.underline or look.strike or look.ground:
        return False
    return sense is PLAIN or not (sense.link or sense.field or sense.note)
