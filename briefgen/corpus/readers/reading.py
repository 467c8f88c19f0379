"""One pass over a source: its lines, and an account of what became of every character.

Enters: the bytes of a source. Leaves: numbered lines, the pieces of them that went into a unit or
that a named rule explains, the repairs that were made, and diagnostics. Knows no format.
"""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct, field

from briefgen.diagnostics import Diagnostic, Place, error

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


class Rule(StrEnum):
    """Why words of the source stand in no unit's text."""

    LABEL = "official label"
    HEADING = "heading markup"
    NOTE_MARK = "note mark"
    EMPHASIS = "emphasis mark"
    TAG = "markup tag"
    BULLET = "bullet"
    TABLE = "table rule"
    IMAGE = "image description"
    LEFT_OUT = "left out by the description"


class Mending(StrEnum):
    """How words that the source holds apart came together again."""

    PAGE_SPLIT = "sentence joined over a page"
    BREAK_JOINED = "sentence joined over a break"
    NOTE_READ = "note read from a line of its own"
    NOTE_LIFTED = "note lifted out of a sentence"
    LIST_RESUMED = "list goes on after a blank line"
    ROW_RESUMED = "row goes on over a page"
    CELL_BESIDE = "cell goes on beside the bullets of its row"
    BULLET_CELL = "bullet in a cell of its own"
    IMAGE_DROPPED = "image description left out"
    WORD_JOINED = "word joined over a line end"
    HEAD_REPEATED = "head of the table repeated"
    TABLE_DROPPED = "table left out"


class Piece(Struct, frozen=True, order=True):
    """The characters ``start`` to ``end`` of a line, and where they went: a unit or a rule."""

    line: int
    start: int
    end: int
    unit: str = ""
    rule: str = ""
    glued: bool = False
    """Whether the line end before it parts no words: a line was broken inside one."""


class Repair(Struct, frozen=True, order=True):
    """Something mended while reading: where, by what rule, in which unit, what was left out."""

    line: int
    rule: str
    unit: str = ""
    words: str = ""


class Reading(Struct):
    """What a reader keeps while it goes over a source; lines count from 1."""

    file: str
    lines: list[str]
    pieces: list[Piece] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def line(self, number: int) -> str:
        """Give a line without its line end."""
        return self.lines[number - 1]

    def explain(self, rule: Rule, line: int, start: int = 0, end: int | None = None) -> None:
        """Say that these characters stand in no unit, and by what rule."""
        stop = len(self.line(line)) if end is None else end
        self.pieces.append(Piece(line, start, stop, rule=rule))

    def mend(self, mending: Mending, line: int, unit: str = "", words: str = "") -> None:
        """Record a repair."""
        self.repairs.append(Repair(line, mending, unit, words))

    def fault(self, line: int, message: str, hint: str = "", column: int = 0) -> None:
        """Record an error at a line of the source."""
        self.diagnostics.append(error(message, Place(self.file, line, column), hint))


def read_lines(data: bytes, file: str) -> Reading:
    """Open a source: decode it strictly, line by line, and report every byte that is no text.

    A line that is not UTF-8 is kept empty, so that one bad line does not hide the next.
    """
    reading = Reading(file, [])
    for number, raw in enumerate(data.split(b"\n"), start=1):
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as flaw:
            reading.lines.append("")
            column = len(raw[: flaw.start].decode("utf-8", "replace")) + 1
            reading.fault(number, "not UTF-8", "save the file as UTF-8", column)
            continue
        reading.lines.append(text)
        for match in _CONTROL.finditer(text):
            reading.fault(
                number,
                f"control character U+{ord(match.group()):04X}",
                "keep line feeds and tabs only",
                match.start() + 1,
            )
    if reading.lines and not reading.lines[-1]:
        reading.lines.pop()
    if not any(line.strip() for line in reading.lines):
        reading.fault(0, "holds no words")
    return reading
