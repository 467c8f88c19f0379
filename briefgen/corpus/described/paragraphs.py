"""Paragraphs: what belongs together of the passages that a format gives.

Enters: passages, which are lines of a wrapped text or whole paragraphs, and a test for lines that
begin something. Leaves: paragraphs, each with the way back to its passages. Knows no layout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from msgspec import Struct

from briefgen.corpus.readers.reading import Mending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefgen.corpus.described.sheet import Sheet

Edge = Literal["starts", "whole", "passing", "inside"]
"""A line that begins a paragraph; one that is a whole one; one of no paragraph; any other."""


class Paragraph(Struct, frozen=True):
    """Words that belong together.

    ``text`` begins with the number that the format generates, which is no part of the passages.
    ``parts`` gives for each passage its number, and where in the text it begins and ends.
    """

    text: str
    parts: tuple[tuple[int, int, int], ...]
    style: str = ""
    depth: int | None = None
    """How deep the format nests a paragraph that it numbers."""
    doubtful: bool = False
    """Whether nothing but its first words parts it from the paragraph above."""

    @property
    def first(self) -> int:
        """The passage that it begins in."""
        return self.parts[0][0]

    def stretches(self, start: int = 0, end: int | None = None) -> Iterator[Stretch]:
        """Give the stretches of passages that characters of the text stand for."""
        stop = len(self.text) if end is None else end
        for number, begin, after in self.parts:
            low, high = max(start, begin), min(stop, after)
            if low < high:
                glued = number != self.first and self.text[begin - 1] != " "
                yield Stretch(number, low - begin, high - begin, glued=glued and low == begin)


class Stretch(NamedTuple):
    """Characters of a passage; ``glued`` ones go on the word at the end of the passage before."""

    number: int
    start: int
    end: int
    glued: bool


def gather(
    sheet: Sheet, numbers: Sequence[int], edge: Callable[[str], Edge], *, wrapped: bool
) -> Iterator[Paragraph]:
    """Give the paragraphs of some passages, in order."""
    if not wrapped:
        for number in numbers:
            yield _join(sheet, [number], doubtful=False)
        return
    group: list[int] = []
    doubtful, after = False, "starts"
    for number in numbers:
        blank = sheet.passage(number).blank_before
        kind = edge(_lead(sheet, number) + sheet.passage(number).text)
        if group and (blank or kind != "inside" or after in ("whole", "passing")):
            yield _join(sheet, group, doubtful=doubtful)
            group = []
        if not group:
            doubtful = not blank and after != "whole" and number != numbers[0]
        group.append(number)
        after = kind
    if group:
        yield _join(sheet, group, doubtful=doubtful)


def _join(sheet: Sheet, numbers: list[int], *, doubtful: bool) -> Paragraph:
    text = lead = _lead(sheet, numbers[0])
    parts: list[tuple[int, int, int]] = []
    for number in numbers:
        words = sheet.passage(number).text
        if parts and sheet.passage(number).page != sheet.passage(parts[-1][0]).page:
            sheet.reading.mend(Mending.PAGE_SPLIT, number)
        if parts:
            if text[-1:] == "-" and text[-2:-1].isalpha() and words[:1].islower():
                said = f"{text.rsplit(' ', 1)[-1]}{words.split(' ', 1)[0]}"
                message = f"'{said}' was broken at a line end"
                sheet.reading.mend(Mending.WORD_JOINED, number, words=said)
                sheet.remark(number, message, "is the hyphen the text's own? If not, register it")
            else:
                text += " "
        parts.append((number, len(text), len(text) + len(words)))
        text += words
    first = sheet.passage(numbers[0])
    depth = first.level if lead else None
    return Paragraph(text, tuple(parts), first.style, depth, doubtful)


def _lead(sheet: Sheet, number: int) -> str:
    mark = sheet.passage(number).mark
    return f"{mark} " if mark else ""
