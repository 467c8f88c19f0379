"""Words made comparable: case, accents, hyphens and apostrophes folded, places kept.

Enters: text as a source or a person has it. Leaves: words with the place of each in the text, or a
name folded. Stems are not known here: "child" and "children" are two words.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD: Final = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_JOINTS: Final = re.compile(r"[\s_\-\u00ad\u2010-\u2013\u2212\x27\u02bc\u2018\u2019]+")
"""What may stand between the words of one name, written with or without it."""


class Words(Struct, frozen=True):
    """The words of a text, each folded and with its place."""

    text: str
    folded: Sequence[str]
    spans: Sequence[tuple[int, int]]
    """The characters of each word in the text, the end not included."""

    def gap(self, at: int) -> str:
        """Give the punctuation before a word that parts names from one another, such as a comma.

        It is "" where only spaces, hyphens or apostrophes stand between it and the word before.
        """
        if not at:
            return ""
        between = self.text[self.spans[at - 1][1] : self.spans[at][0]]
        return "" if between == " " else _JOINTS.sub("", between)

    def written(self, at: int) -> str:
        """Give a word as it stands in the text."""
        start, end = self.spans[at]
        return self.text[start:end]


def words_in(text: str) -> Words:
    """Give the words of a text; hyphens and apostrophes part them as spaces do."""
    matches = list(_WORD.finditer(text))
    spans = [match.span() for match in matches]
    if text.isascii():
        return Words(text, _WORD.findall(text.lower()), spans)
    return Words(text, [fold_word(match[0]) for match in matches], spans)


def fold_word(word: str) -> str:
    """Give a word without case and accents."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(one for one in plain if not unicodedata.combining(one)).casefold()


def fold_name(name: str) -> str:
    """Give a name as it is compared: ``Return-and Réintegration`` is "return and reintegration"."""
    return " ".join(words_in(name).folded)


def hint_nearest(wrong: str, known: Iterable[str]) -> str:
    """Give the hint that names what may have been meant, nearest first: three names at most."""
    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(fold_name(name), name)
    asked = fold_name(wrong)
    near = get_close_matches(asked, folded, n=3, cutoff=0.7)
    if len(asked) > 2:  # noqa: PLR2004 - two letters stand in nearly every name
        near += [name for name in folded if asked in name.split() and name not in near]
    if not near:
        return ""
    names = [f"'{folded[name]}'" for name in near[:3]]
    return f"did you mean {' or '.join(names)}?"
