"""What Word must be told about a language: the direction it runs in, and the kind of its script.

Enters: BCP 47 tags. Leaves: facts about them. Word keeps three languages for each run, and
chooses by the kind of each character (ISO/IEC 29500-1, 17.3.2.20).
"""

from __future__ import annotations

from briefgen.writers.right_to_left import runs_right_to_left

_WITH_COUNTRY = {"ar": "ar-SA", "fa": "fa-IR", "he": "he-IL", "ps": "ps-AF", "ur": "ur-PK"}
"""Word proofs right-to-left languages as written in a country, and knows none without one."""

_EAST_ASIAN = frozenset({"ja", "ko", "zh"})


def language_attribute(tag: str) -> str:
    """Give the attribute of ``w:lang`` that a language belongs in."""
    if runs_right_to_left(tag):
        return "w:bidi"
    return "w:eastAsia" if _primary(tag) in _EAST_ASIAN else "w:val"


def language_tag(tag: str) -> str:
    """Give a language as Word knows it: ``ar`` is ``ar-SA``."""
    return _WITH_COUNTRY.get(tag.lower(), tag)


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
