"""Titles in sentence case: a capital on the first word, and on names (UN Editorial Manual).

Enters: a title and how documents use capitals in their sentences. Leaves: the title with as many
characters. No list of names is kept here: a word loses its capital only where a document writes it
without one inside a sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.corpus.model import Document

_RUNNING: Final = frozenset(
    {"commitment", "chapeau", "action", "paragraph", "sub-item", "principle", "means", "note"}
)
"""Kinds of units that are sentences; in titles and headings a capital tells nothing."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_INSIDE: Final = re.compile(r"[^.:;!?]\s+$|\w[-/]$")
"""What stands before a word that does not begin a sentence."""

_STEM: Final = 5
"""Letters that two forms of a word have in common at least, all but the last of it."""


class Usage(Struct, frozen=True):
    """Which words, and neighbouring words, a document writes with and without a capital."""

    lower: frozenset[str]
    capital: frozenset[str]
    lower_pairs: frozenset[tuple[str, str]]
    capital_pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, document: Document) -> Usage:
        """Gather the usage of a document; words are kept in lower case."""
        lower: set[str] = set()
        capital: set[str] = set()
        lower_pairs: set[tuple[str, str]] = set()
        capital_pairs: set[tuple[str, str]] = set()
        for unit in document.units:
            in_sentences = unit.kind in _RUNNING
            before = ""
            for found in _WORD.finditer(unit.text):
                word = found[0]
                small = word.lower()
                if word == small:
                    lower.add(word)
                    lower_pairs.add((before.lower(), word))
                elif in_sentences and _INSIDE.search(
                    unit.text[max(0, found.start() - 3) : found.start()]
                ):
                    capital.add(small)
                    if before[:1].isupper():
                        capital_pairs.add((before.lower(), small))
                before = word
        return cls(
            frozenset(lower), frozenset(capital), frozenset(lower_pairs), frozenset(capital_pairs)
        )

    def says(self, word: str, before: str, after: str) -> bool | None:
        """Say whether a word is a name here; None where the document does not know it.

        ``word`` is in lower case; so are its neighbours in the title, which are "" where they have
        no capital. A word that is common elsewhere may be part of a name: "Paris Agreement". One
        that is not there may be there in another form: "eradicate" is no name beside "eradicating".
        """
        for pair in ((before, word), (word, after)):
            if all(pair) and pair in self.capital_pairs and pair not in self.lower_pairs:
                return True
        if word in self.lower:
            return False
        if word in self.capital:
            return True
        stem = word[:-1]
        other_form = len(stem) >= _STEM and any(one.startswith(stem) for one in self.lower)
        return False if other_form else None


def sentence_case(title: str, usages: Iterable[Usage]) -> str:
    """Take the capital from the words of a title that are no names; ``usages`` in order of weight.

    A word in capitals only (an acronym), and one that no document knows, stay as they are.
    """
    found = list(_WORD.finditer(title))
    shown = list(title)
    asked: list[Usage] = []
    rest = iter(usages)
    for index in range(1, len(found)):
        word = found[index]
        if not (word[0][0].isupper() and (word[0][1:].islower() or len(word[0]) == 1)):
            continue
        before = _capital(found[index - 1][0]) if index > 1 else ""
        after = _capital(found[index + 1][0]) if index + 1 < len(found) else ""
        if _is_name(word[0].lower(), before, after, asked, rest) is False:
            small = word[0].lower()
            shown[word.start()] = small[0] if len(small) == len(word[0]) else word[0][0]
    return "".join(shown)


def _capital(word: str) -> str:
    return word.lower() if word[:1].isupper() else ""


def _is_name(
    word: str, before: str, after: str, asked: list[Usage], rest: Iterable[Usage]
) -> bool | None:
    """Ask the documents in turn; those not asked before are read only when it comes to them."""
    for usage in asked:
        known = usage.says(word, before, after)
        if known is not None:
            return known
    for usage in rest:
        asked.append(usage)
        known = usage.says(word, before, after)
        if known is not None:
            return known
    return None
