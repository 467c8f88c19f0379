"""Hyphenation: where a long word may be divided, by the patterns of its language.

Enters: words in a language. Leaves: places in them. The patterns are those of ``pyphen``, which is
loaded when a role of the style first asks for hyphenation; for a language without patterns no word
is divided. A divided word ends in a soft hyphen, so that who reads the file has the word whole.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    import pyphen

SOFT_HYPHEN = "\u00ad"

_BEFORE, _AFTER = 2, 3
"""The fewest letters before and after a division."""

_WORD = re.compile(r"(\W*)([^\W\d_]{6,})\W*")
"""A word worth dividing, with the marks around it."""


def divisions(word: str, language: str) -> list[int]:
    """Give the places where a word may be divided, the last one first; ``language`` is BCP 47.

    Raises:
        UnusableInput: hyphenation is not installed.
    """
    found = _WORD.fullmatch(word)
    if not found or found[2].isupper():  # an acronym is read letter by letter
        return []
    patterns = _patterns(language)
    if patterns is None:
        return []
    places = patterns.positions(found[2])
    # Where a division changes the spelling, the word stays whole: words are shown as they are.
    kept = [int(place) for place in places if getattr(place, "data", None) is None]
    return [len(found[1]) + place for place in reversed(kept)]


@cache
def _patterns(language: str) -> pyphen.Pyphen | None:
    try:
        import pyphen  # noqa: PLC0415 - an extra, and its list of languages takes a while
    except ImportError:
        raise UnusableInput.because(
            "a role of the style hyphenates, which needs pyphen",
            hint="pip install 'briefgen[hyphenation]', or take 'hyphenate' out",
        ) from None
    known = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=known, left=_BEFORE, right=_AFTER) if known else None
