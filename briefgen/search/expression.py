"""A query to an expression of SQLite's FTS5.

Enters: a ``Node``, and how words are joined in the texts ("psycho-social" beside "psychosocial").
Leaves: an expression in which every word stands in quotation marks. A word has letters and digits
only, so that nothing in it can end the quotation.

Source: SQLite FTS5 Extension, section 3, "Full-text Query Syntax".
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, Protocol, assert_never

from briefgen.search.query import Both, Either, Near, Node, Phrase, Without

if TYPE_CHECKING:
    from collections.abc import Iterator

VARIANT_LIMIT: Final = 16
"""Ways of writing a phrase, or the phrases of a NEAR, that are tried."""


class Spellings(Protocol):
    """Tells how else words are written in the texts."""

    def parts(self, word: str, *, prefix: bool) -> list[tuple[str, ...]]:
        """Give the words that make up this one where the texts write it with hyphens."""

    def knows(self, word: str, *, prefix: bool = False) -> bool:
        """Tell whether a word occurs in the texts, or one that begins with it."""


def write_expression(node: Node, spellings: Spellings) -> str:
    """Give the expression of a query."""
    match node:
        case Phrase():
            return _any(_quoted(words, node) for words in _spelled(node, spellings))
        case Near(phrases, distance):
            choices = product(*(_spelled(one, spellings) for one in phrases))
            return _any(
                f"NEAR({' '.join(map(_quoted, chosen, phrases))}, {distance})"
                for _, chosen in zip(range(VARIANT_LIMIT), choices, strict=False)
            )
        case Both(left, right):
            return f"({write_expression(left, spellings)} AND {write_expression(right, spellings)})"
        case Either(left, right):
            return f"({write_expression(left, spellings)} OR {write_expression(right, spellings)})"
        case Without(left, right):
            return f"({write_expression(left, spellings)} NOT {write_expression(right, spellings)})"
        case _:
            assert_never(node)


def _any(expressions: Iterator[str]) -> str:
    found = list(expressions)
    return found[0] if len(found) == 1 else f"({' OR '.join(found)})"


def _quoted(words: tuple[str, ...], phrase: Phrase) -> str:
    return f'"{" ".join(words)}"{"*" if phrase.prefix else ""}'


def _spelled(phrase: Phrase, spellings: Spellings) -> list[tuple[str, ...]]:
    """Give the ways of writing a phrase: as typed, and with words joined or taken apart."""
    ways: list[tuple[str, ...]] = [()]
    for at, word in enumerate(phrase.words):
        last = phrase.prefix and at == len(phrase.words) - 1
        apart = [(word,), *spellings.parts(word, prefix=last)]
        longer = [(*way, *parts) for way in ways for parts in apart]
        if at:
            joined = phrase.words[at - 1] + word
            if spellings.knows(joined, prefix=last):
                earlier = phrase.words[: at - 1]
                longer.append((*earlier, joined))
        ways = longer[:VARIANT_LIMIT]
    return list(dict.fromkeys(ways))
