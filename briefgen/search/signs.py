"""The signs that a query is typed in: words, phrases, operators, brackets, commas.

Enters: what a person typed. Leaves: signs with their places, or the fault with a caret under it.
Nothing but letters and digits is handed on as it was typed; all else is a sign of a closed set.
"""

from __future__ import annotations

import unicodedata
from typing import Final, Literal

from msgspec import Struct

from briefgen.corpus.folding import words_in
from briefgen.diagnostics import Diagnostic, Place, Severity
from briefgen.errors import UnusableInput

SignKind = Literal["words", "AND", "OR", "NOT", "NEAR", "(", ")", ",", "end"]

LENGTH_LIMIT: Final = 500
"""Characters of a query; the longest sensible one has a tenth of it."""
WORD_LIMIT: Final = 40
"""Words of a query: more would only keep the machine busy."""

_QUOTES: Final = {'"': '"', "\u201c": '\u201d"', "\u201e": '\u201c\u201d"', "\u00ab": '\u00bb"'}
"""What opens a phrase, and what closes it: office programs bend quotation marks."""
_OPERATORS: Final[dict[str, SignKind]] = {"AND": "AND", "OR": "OR", "NOT": "NOT", "NEAR": "NEAR"}
_SINGLE: Final[dict[str, SignKind]] = {"(": "(", ")": ")", ",": ","}


class Sign(Struct, frozen=True):
    """One sign of a query, at the characters ``start`` to ``end`` (not included)."""

    kind: SignKind
    start: int
    end: int
    words: tuple[str, ...] = ()
    prefix: bool = False
    number: int | None = None
    """Its value, if the word is a number: the distance of a ``NEAR``."""


def fault_at(query: str, at: int, message: str, hint: str) -> UnusableInput:
    """Make the error for a place in a query, with the query shown and a caret under the place."""
    return UnusableInput(
        [Diagnostic(Severity.ERROR, message, Place("search", 1, at + 1), hint, shown=(query, at))]
    )


def read_signs(query: str) -> list[Sign]:
    """Give the signs of a query, with one for its end.

    Raises:
        UnusableInput: it is too long, holds unprintable characters, or a sign is not understood.
    """
    if len(query) > LENGTH_LIMIT:
        message = f"the search has {len(query)} characters; at most {LENGTH_LIMIT} are read"
        raise UnusableInput.because(message, hint="look for fewer words")
    signs: list[Sign] = []
    at = 0
    while at < len(query):
        character = query[at]
        if character.isspace():
            at += 1
            continue
        if unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn"):
            raise fault_at(query, at, "this character cannot be looked for", "take it out")
        if character in _SINGLE:
            sign = Sign(_SINGLE[character], at, at + 1)
        elif character in _QUOTES:
            sign = _phrase(query, at)
        else:
            sign = _word(query, at)
        signs.append(sign)
        at = sign.end
    if sum(len(sign.words) for sign in signs) > WORD_LIMIT:
        message = f"the search has more than {WORD_LIMIT} words"
        raise UnusableInput.because(message, hint="look for fewer words")
    return [*signs, Sign("end", len(query), len(query))]


def _phrase(query: str, start: int) -> Sign:
    closing = _QUOTES[query[start]]
    end = next((at for at in range(start + 1, len(query)) if query[at] in closing), None)
    if end is None:
        hint = 'close the phrase with a second quotation mark: "decent work"'
        raise fault_at(query, start, "the quotation mark is never closed", hint)
    after = end + 2 if query[end + 1 : end + 2] == "*" else end + 1
    inside = query[start + 1 : end]
    starred = after == end + 2 or inside.endswith("*")
    return _sign(query, start, after, inside.removesuffix("*"), prefix=starred)


def _word(query: str, start: int) -> Sign:
    end = start
    while end < len(query) and not (
        query[end].isspace() or query[end] in _SINGLE or query[end] in _QUOTES
    ):
        end += 1
    text = query[start:end]
    if text in _OPERATORS:
        return Sign(_OPERATORS[text], start, end)
    if text.startswith("-") and len(text) > 1:
        hint = f"write NOT {text[1:]} to leave a word out"
        raise fault_at(query, start, "a minus sign means nothing here", hint)
    return _sign(query, start, end, text.removesuffix("*"), prefix=text.endswith("*"))


def _sign(query: str, start: int, end: int, text: str, *, prefix: bool) -> Sign:
    star = query.find("*", start, end)
    if "*" in text:
        raise fault_at(query, star, "a star stands only at the end of a word", "as in migrat*")
    bad = next((at for at in range(start, end) if not query[at].isprintable()), None)
    if bad is not None:
        raise fault_at(query, bad, "this character cannot be looked for", "take it out")
    found = words_in(text)
    words = tuple(map(found.written, range(len(found.folded))))
    if not words:
        message = "the star stands alone" if prefix else "there is no word here"
        raise fault_at(query, start, message, "name a word to look for")
    number = int(text) if text.isascii() and text.isdecimal() and not prefix else None
    return Sign("words", start, end, words, prefix, number)
