"""PDF syntax: text, dates and references as a PDF file writes them.

Enters: plain values. Leaves: ASCII, ready to stand in an object. References are to ISO 32000-1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_STRING = 32_767
"""Bytes of one string in an archive's file (ISO 19005-2, 6.1.13)."""

_LONGEST_TEXT = LONGEST_STRING // 2 - 2
"""UTF-16 units that such a string holds, less its mark and an ellipsis."""

_ASCII = 128
_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


def text(words: str) -> str:
    """Write a text string (7.9.2.2); one too long for an archive ends in an ellipsis."""
    if len(words) > _LONGEST_TEXT // 2:
        words = _clipped(words)
    if words.isascii() and words.isprintable():
        return f"({words.translate(_ESCAPES)})"
    return f"<FEFF{words.encode('utf-16-be', 'replace').hex().upper()}>"


def name(words: str) -> str:
    """Write a name object (7.3.5)."""
    return "/" + "".join(
        chr(byte) if chr(byte).isalnum() and byte < _ASCII else f"#{byte:02X}"
        for byte in words.encode()
    )


def shortened(words: str, length: int) -> str:
    """Give whole words that together have at most ``length`` characters; "..." for what is left."""
    start = " ".join(words[: 2 * length].split())
    if len(start) <= length and len(words) <= 2 * length:
        return start
    kept = start[:length]
    return kept[: kept.rfind(" ")].rstrip(" ,;:.") + "\N{HORIZONTAL ELLIPSIS}"


def text_key(words: str) -> bytes:
    """Give the bytes of a text string, by which the keys of a name tree are in order (7.9.6)."""
    if words.isascii() and words.isprintable():
        return words.encode("ascii")
    return b"\xfe\xff" + words.encode("utf-16-be", "replace")


def date(day: str) -> str:
    """Write the start of a day, given as ISO 8601 (7.9.4)."""
    return f"(D:{day.replace('-', '')}000000Z)"


def components(colour: str) -> str:
    """Write ``#rrggbb`` as the three numbers of a colour, from 0 to 1."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))


def references(numbers: Iterable[int]) -> str:
    """Write an array of references to indirect objects."""
    return "[" + " ".join([f"{number} 0 R" for number in numbers]) + "]"


def _clipped(words: str) -> str:
    units = words.encode("utf-16-be", "replace")
    if len(units) <= 2 * _LONGEST_TEXT:
        return words
    return units[: 2 * _LONGEST_TEXT].decode("utf-16-be", "ignore") + "\N{HORIZONTAL ELLIPSIS}"
