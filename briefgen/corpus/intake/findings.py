"""What is noticed while a source is taken in: faults that end it, and what a person must know.

Enters: remarks with their places, and the raw words of passages. Leaves: diagnostics in the order
of the file. Knows no format; a place is a line, or what a format counts instead of lines.
"""

from __future__ import annotations

import re

from msgspec import Struct, field

from briefgen.diagnostics import Diagnostic, Place, error, warning
from briefgen.errors import UnusableInput

FAULT_LIMIT = 100
"""Faults after which no more are collected: the file is not what it was taken for."""

_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]"
)
_UNSEEN = re.compile("[\xad\u061c\u200b-\u200f\u202a-\u202c\u2060-\u2069\ufeff]")
_DOUBTFUL = re.compile("[\ufffd\ue000-\uf8ff]")


def without_unseen(text: str) -> str:
    """Give the text without the characters that nobody sees, such as a soft hyphen."""
    return _UNSEEN.sub("", text)


class Findings(Struct):
    """Collects what is noticed about one file."""

    file: str
    faults: list[Diagnostic] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    """Words of the raw file that are in no passage, on purpose and reported."""
    made: list[str] = field(default_factory=list)
    """Words of passages that were put together of such, and reported."""
    _unseen: dict[str, list[int]] = field(default_factory=dict)

    def fault(self, message: str, line: int = 0, hint: str = "", column: int = 0) -> None:
        """Record what makes the file unusable."""
        if len(self.faults) < FAULT_LIMIT:
            self.faults.append(error(message, Place(self.file, line, column), hint))

    def remark(self, message: str, line: int = 0, hint: str = "") -> None:
        """Record what was left out, or could not be decided."""
        self.remarks.append(warning(message, Place(self.file, line), hint))

    def see(self, raw: str, line: int, start: int = 0) -> None:
        """Look through raw words for characters that are refused, left out, or doubtful.

        ``start`` is the column before the first of them, where columns are known; else -1.
        """
        if raw.isascii() and raw.isprintable():
            return
        for found in _REFUSED.finditer(raw):
            column = start + found.start() + 1 if start >= 0 else 0
            self.fault(_refusal(found.group()), line, "take it out of the file", column)
        for one in _UNSEEN.findall(raw):
            self._unseen.setdefault(one, []).append(line)
        for one in dict.fromkeys(_DOUBTFUL.findall(raw)):
            self.remark(_doubt(one), line, "compare this passage with the original")

    def raise_any(self) -> None:
        """End here if there was a fault.

        Raises:
            UnusableInput: with all of them.
        """
        if self.faults:
            raise UnusableInput(self.faults)

    def all_remarks(self) -> tuple[Diagnostic, ...]:
        """Give the remarks, in the order of the file, and one for each unseen character."""
        unseen = [
            warning(
                f"U+{ord(one):04X}, which nobody sees, was left out ({len(lines)} times)",
                Place(self.file, lines[0]),
            )
            for one, lines in self._unseen.items()
        ]
        every = [*self.remarks, *unseen]
        return tuple(sorted(every, key=lambda one: one.place.line if one.place else 0))


def _refusal(one: str) -> str:
    code = f"U+{ord(one):04X}"
    if one in "\u202d\u202e":
        return f"the text holds {code}, which shows words in another order than they are stored"
    return f"the text holds the control character {code}"


def _doubt(one: str) -> str:
    code = f"U+{ord(one):04X}"
    if one == "\ufffd":
        return f"the text holds {code}: a character was lost before the file came here"
    return f"the text holds {code}, a character that only one font can show"
