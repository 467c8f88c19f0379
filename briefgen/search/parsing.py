"""A query as it was typed to its parts.

Enters: a line of text. Leaves: a ``Node``, or what is wrong with the line, at its place. Words side
by side must all be there; OR binds weakest, NOT and NEAR strongest. Operators are in capitals.
"""

from __future__ import annotations

from typing import Final

from briefgen.errors import UnusableInput
from briefgen.search.query import Both, Either, Near, Node, Phrase, Without
from briefgen.search.signs import Sign, SignKind, fault_at, read_signs

DEPTH_LIMIT: Final = 20
"""Brackets within brackets."""
NEAR_DISTANCE: Final = 10
"""Words between the parts of a ``NEAR`` that names no number."""
NEAR_LIMIT: Final = 100

_NEAR_HINT: Final = "as in NEAR(return consent, 5)"


def parse_query(query: str) -> Node:
    """Read a query.

    Raises:
        UnusableInput: it is empty, or not understood; the fault shows a caret under the place.
    """
    signs = read_signs(query)
    if len(signs) == 1:
        hint = 'give words, a "phrase" or a prefix*'
        raise UnusableInput.because("there is nothing to look for", hint=hint)
    reader = _Reader(query, signs)
    node = reader.either(0)
    reader.expect_end()
    return node


class _Reader:
    """Walks the signs of one query from left to right."""

    def __init__(self, query: str, signs: list[Sign]) -> None:
        self._query = query
        self._signs = [
            sign for at, sign in enumerate(signs) if sign.kind != "," or _in_near(signs, at)
        ]
        self._at = 0

    def either(self, depth: int) -> Node:
        node = self._both(depth)
        while self._take("OR"):
            node = Either(node, self._both(depth))
        return node

    def expect_end(self) -> None:
        sign = self._next
        if sign.kind != "end":
            message = "this bracket closes nothing" if sign.kind == ")" else "this is out of place"
            raise self._fault(sign, message, "take it out")

    def _both(self, depth: int) -> Node:
        node = self._one(depth)
        while True:
            joined = self._take("AND")
            if self._take("NOT"):
                node = Without(node, self._one(depth))
            elif joined or self._next.kind in ("words", "NEAR", "("):
                node = Both(node, self._one(depth))
            else:
                return node

    def _one(self, depth: int) -> Node:
        sign = self._next
        self._at += sign.kind != "end"
        match sign.kind:
            case "words":
                return _phrase(sign)
            case "NEAR":
                return self._near(sign)
            case "(":
                return self._bracket(sign, depth + 1)
            case "NOT":
                hint = "say first what to look for: smuggling NOT trafficking"
                raise self._fault(sign, "there is nothing that NOT could take from", hint)
            case "end":
                raise self._fault(sign, "a word is missing at the end", "finish the search")
            case _:
                message = f"a word is missing before '{self._query[sign.start : sign.end]}'"
                raise self._fault(sign, message, "operators stand between words")

    def _bracket(self, opening: Sign, depth: int) -> Node:
        if depth > DEPTH_LIMIT:
            message = f"more than {DEPTH_LIMIT} brackets within one another"
            raise self._fault(opening, message, "write it with fewer")
        node = self.either(depth)
        if not self._take(")"):
            raise self._fault(opening, "this bracket is never closed", "close it, or take it out")
        return node

    def _near(self, near: Sign) -> Near:
        if not self._take("("):
            raise self._fault(near, "NEAR needs brackets", _NEAR_HINT)
        found: list[Sign] = []
        while self._next.kind == "words":
            found.append(self._next)
            self._at += 1
        distance = NEAR_DISTANCE
        if self._take(","):
            sign = self._next
            if sign.kind != "words" or sign.number is None or sign.number > NEAR_LIMIT:
                message = f"a number of words from 0 to {NEAR_LIMIT} is missing here"
                raise self._fault(sign, message, _NEAR_HINT)
            distance = sign.number
            self._at += 1
        if self._next.kind == "end":
            raise self._fault(near, "the bracket of this NEAR is never closed", _NEAR_HINT)
        if not self._take(")"):
            raise self._fault(self._next, "only words and phrases stand in a NEAR", _NEAR_HINT)
        if len(found) < len(("one", "another")):
            raise self._fault(near, "NEAR needs two words or phrases", _NEAR_HINT)
        return Near(tuple(map(_phrase, found)), distance)

    @property
    def _next(self) -> Sign:
        return self._signs[self._at]

    def _take(self, kind: SignKind) -> bool:
        """Go past a sign if it is of this kind."""
        if self._next.kind != kind:
            return False
        self._at += 1
        return True

    def _fault(self, sign: Sign, message: str, hint: str) -> UnusableInput:
        return fault_at(self._query, sign.start, message, hint)


def _phrase(sign: Sign) -> Phrase:
    return Phrase(sign.words, sign.prefix, sign.start, sign.end)


def _in_near(signs: list[Sign], at: int) -> bool:
    """A comma counts in a NEAR, before its number; elsewhere it parts words as a space does."""
    before = at - 1
    while before >= 0 and signs[before].kind == "words":
        before -= 1
    return before > 0 and signs[before].kind == "(" and signs[before - 1].kind == "NEAR"
