"""Reads a second transcript of a table whose columns run into one another.

Enters: text recovered from a page column by column, line by line. Leaves: its words in the order
of the file, each with its line and what stands before it. It cannot tell which cell a word is of;
it only bears out, or contradicts, a structured table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.corpus.readers.reading import Rule

if TYPE_CHECKING:
    from briefgen.corpus.readers.reading import Reading

_WORD = re.compile(r"\S+")
_GLYPH = "•"


class Word(Struct, frozen=True):
    """A word of a transcript; ``opens_line`` and ``after_gap`` tell what stands before it."""

    text: str
    line: int
    opens_line: bool
    after_gap: bool


def read_transcript(reading: Reading, title: str) -> tuple[Word, ...]:
    """Give the words below the title line, which must be the first, without bullets."""
    words: list[Word] = []
    gap = True
    if not reading.lines or reading.line(1).strip() != title:
        reading.fault(1, f"the first line is not the title '{title}'")
    else:
        reading.explain(Rule.HEADING, 1)
    for number, line in enumerate(reading.lines[1:], start=2):
        opens = True
        if not line.strip():
            gap = True
        for match in _WORD.finditer(line):
            if match.group() == _GLYPH and opens:
                reading.explain(Rule.BULLET, number, *match.span())
                gap = True
                continue
            words.append(Word(match.group(), number, opens, gap))
            opens = gap = False
    return tuple(words)
