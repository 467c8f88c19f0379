"""Words as a manifest counts them: what any format may do to characters is undone, nothing else.

Enters: text of a pack or of a delivered file. Leaves: text to be compared character by character,
and its fingerprint.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

FINGERPRINT: Final = 24
"""Hexadecimal digits of SHA-256 that are kept: two texts of one are not found by chance."""

_LAYOUT: Final = str.maketrans(
    {
        "\u00ad": None,  # soft hyphen: where a line may end
        "\u200b": None,  # zero-width space: the same, without a sign
        "\u2060": None,  # word joiner: where it may not
        "\ufeff": None,  # the same, as Unicode had it before
        "\u2011": "-",  # a hyphen that no line ends after
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "ft",
        "\ufb06": "st",
    }
)

_ANY_LAYOUT: Final = re.compile(f"[{''.join(map(chr, _LAYOUT))}]")


def normalised(text: str) -> str:
    """Give the words of a text as they are compared.

    Composed characters (Unicode NFC); ligatures of Latin letters as their letters; soft hyphens
    and other invisible places for a line's end taken out; a hyphen that forbids one as a hyphen;
    white space of any kind and length, line breaks included, as one space, and none at the ends.
    Case, quotation marks, dashes, digits and every other character count.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if _ANY_LAYOUT.search(text):  # to translate takes long, and is seldom of use
            text = text.translate(_LAYOUT)
    return " ".join(text.split())


def fingerprint(words: str) -> str:
    """Give the start of the SHA-256 of some words, which are ``normalised`` first."""
    return hashlib.sha256(normalised(words).encode("utf-8", "replace")).hexdigest()[:FINGERPRINT]
