"""Finishing: page numbers into their places, links, grounds and lines of words onto the pages.

Enters: sheets, once all of them are made up. Leaves: the pages of the plan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefgen.writers.pdf.fonts import load_face
from briefgen.writers.pdf.plan import LinkArea, Page, PlacedLine, Rectangle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.blocks import Field
    from briefgen.writers.pdf.page_labels import PageLabels
    from briefgen.writers.pdf.plan import Fragment, Line, Sense
    from briefgen.writers.pdf.sheets import Sheet

UNDERLINE_AT = 0.13
STRIKE_AT = -0.27
LINE_WIDTH = 0.055
"""Lines under and through words: distance below the baseline, and thickness, of the size."""

ASCENT, DESCENT = 0.8, 0.22
"""What a click or a ground reaches above and below the baseline, of the size."""


class Numbers(Struct, frozen=True):
    """What is known of the whole: the labels of pages, the page of each anchor, words of notes.

    ``sides`` is how many of a sheet of paper are printed.
    """

    labels: PageLabels
    page_of: Mapping[str, int]
    notes: Mapping[str, str]
    sides: int = 2

    def text(self, field: Field, sheet: Sheet) -> str:
        """Give what a field says on a page."""
        match field.kind:
            case "page":
                return self.labels.label(sheet.number)
            case "sheet":
                words = field.on_side(sheet.place, self.sides)
                words = words.replace("{sheets}", str(-(-sheet.together // self.sides)))
                return words.replace("{sheet}", str(sheet.place // self.sides + 1))
            case "pages":
                return self.labels.last
            case "page-of":
                return self.labels.label(self.page_of[field.anchor])


def finish(sheet: Sheet, numbers: Numbers) -> Page:
    """Make the page of a sheet."""
    lines: list[PlacedLine] = []
    rectangles = list(sheet.rectangles)
    links: list[LinkArea] = []
    for placed in sheet.lines:
        if placed.line.plain:
            lines.append(placed)
            continue
        filled = _with_fields(placed, numbers, sheet)
        lines.append(filled)
        rectangles.extend(_grounds(filled))
        rectangles.extend(_lines_on_words(filled))
        if not filled.is_furniture:  # a link must belong to the text (ISO 14289-1, 7.18.5)
            links.extend(_links(filled, numbers))
    return Page(
        sheet.number, sheet.width, sheet.height, tuple(rectangles), tuple(lines), tuple(links)
    )


def _with_fields(placed: PlacedLine, numbers: Numbers, sheet: Sheet) -> PlacedLine:
    """Put numbers into fields; what follows moves up, and the line keeps its alignment."""
    line = placed.line
    if not any(fragment.sense.field for fragment in line.fragments):
        return placed
    shift = 0.0
    fragments: list[Fragment] = []
    for fragment in line.fragments:
        field = fragment.sense.field
        if field is None:
            fragments.append(fragment._replace(x=fragment.x + shift))
            continue
        digits = numbers.text(field, sheet)
        tail = fragment.text[len(fragment.text.rstrip(" ")) :]
        width = load_face(fragment.look.face).width(digits) * fragment.look.size / 1000
        fragments.append(fragment._replace(x=fragment.x + shift, text=digits + tail, width=width))
        shift += width - fragment.width
    filled = replace(line, fragments=tuple(fragments), width=line.width + shift)
    return placed._replace(x=placed.x - _moved(line, shift), line=filled)


def _moved(line: Line, shift: float) -> float:
    return {"left": 0.0, "centre": shift / 2, "right": shift}[line.align]


def _grounds(placed: PlacedLine) -> Iterator[Rectangle]:
    """Give what lies behind words that have a ground of their own."""
    for fragment in placed.line.fragments:
        look = fragment.look
        if look.ground:
            top = placed.y - look.rise - ASCENT * look.size
            height = (ASCENT + DESCENT) * look.size
            yield Rectangle(placed.x + fragment.x, top, fragment.width, height, look.ground)


def _lines_on_words(placed: PlacedLine) -> Iterator[Rectangle]:
    for fragment in placed.line.fragments:
        look = fragment.look
        for wanted, at in ((look.underline, UNDERLINE_AT), (look.strike, STRIKE_AT)):
            if wanted:
                y = placed.y - look.rise + at * look.size
                yield Rectangle(
                    placed.x + fragment.x, y, fragment.width, LINE_WIDTH * look.size, look.colour
                )


def _links(placed: PlacedLine, numbers: Numbers) -> Iterator[LinkArea]:
    """Give one area for neighbouring fragments with the same target."""
    run: list[Fragment] = []
    for fragment in placed.line.fragments:
        if run and _target(run[-1].sense) != _target(fragment.sense):
            yield from _area(placed, run, numbers)
            run = []
        run.append(fragment)
    yield from _area(placed, run, numbers)


def _target(sense: Sense) -> tuple[str, str]:
    """Give where words lead: as a link if they stand in one, else as the mark of a note."""
    return sense.link, "" if sense.link else sense.note


def _area(placed: PlacedLine, run: Sequence[Fragment], numbers: Numbers) -> Iterator[LinkArea]:
    target, note = _target(run[0].sense) if run else ("", "")
    if not (target or note):
        return
    looks = [fragment.look for fragment in run]
    above = max(look.rise + ASCENT * look.size for look in looks)
    below = max(DESCENT * look.size - look.rise for look in looks)
    x = run[0].x
    yield LinkArea(
        placed.x + x,
        placed.y - above,
        run[-1].x + run[-1].width - x,
        above + below,
        target,
        numbers.notes[note] if note else "".join(one.text for one in run).strip(),
        run[0],
        note,
    )
