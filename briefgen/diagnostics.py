"""What can be said about a fault: where it is, what it is, and how to cure it.

Enters: nothing. Leaves: values, collected by every stage and printed by the command line only.
"""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How much a finding matters; an error means that nothing is written."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(Struct, frozen=True, order=True):
    """A place in a file; ``line`` and ``column`` count from 1, and 0 says that they are unknown."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Give ``file:line:column``, leaving out what is unknown."""
        parts = [self.file]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


class Diagnostic(Struct, frozen=True):
    """One fault: the fact as the message, the cure as the hint."""

    severity: Severity
    message: str
    place: Place | None = None
    hint: str = ""
    about: str = ""
    """What is at fault, such as a character, for someone who knows where it came from."""
    shown: tuple[str, int] | None = None
    """A line that was typed, and the offset in it that a caret is to stand under."""

    def __str__(self) -> str:
        """Give the text a person reads: ``file:line:column: error: message`` and a hint below."""
        where = f"{self.place}: " if self.place else ""
        lines = [f"{where}{self.severity}: {self.message}"]
        if self.shown:
            lines += _with_caret(*self.shown)
        if self.hint:
            lines.append(f"  hint: {self.hint}")
        return "\n".join(map(_visible, lines))

    def as_data(self) -> dict[str, object]:
        """Give the same as plain data, for ``--json``."""
        place = self.place
        return {
            "severity": str(self.severity),
            "message": self.message,
            "file": place.file if place else None,
            "line": (place.line or None) if place else None,
            "column": (place.column or None) if place else None,
            "hint": self.hint or None,
        }


def _with_caret(line: str, at: int) -> list[str]:
    """Give the line, or what of a long one is near the place, with a caret under the place."""
    around = 60
    start = max(0, at - around)
    before, after = (_visible(part) for part in (line[start:at], line[at : at + around]))
    width = sum(_WIDTHS.get(east_asian_width(one), 1) for one in before if not combining(one))
    return [f"  {before}{after}", f"  {' ' * width}^"]


_WIDTHS = {"W": 2, "F": 2}
"""Columns of a terminal that a wide character takes, by its East Asian Width."""


def _visible(words: str) -> str:
    """Write out what a terminal would obey or hide: a file may be named with line ends in it."""
    if words.isprintable():
        return words
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in words)


def error(message: str, place: Place | None = None, hint: str = "") -> Diagnostic:
    """Make an error."""
    return Diagnostic(Severity.ERROR, message, place, hint)


def warning(message: str, place: Place | None = None, hint: str = "") -> Diagnostic:
    """Make a warning: the work goes on, and the person is told."""
    return Diagnostic(Severity.WARNING, message, place, hint)


def did_you_mean(wrong: str, known: Iterable[str], otherwise: str | None = None) -> str:
    """Give the hint that names the known word nearest to ``wrong``.

    Where none is near, it is what is to be said ``otherwise``, by default all of a short list.
    """
    words = list(known)
    near = get_close_matches(wrong, words, n=1, cutoff=0.5)
    if near:
        return f"did you mean '{near[0]}'?"
    if otherwise is not None:
        return otherwise
    few = 12
    return f"known: {', '.join(words)}" if 0 < len(words) <= few else ""
