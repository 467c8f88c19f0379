"""What may be asked of the search: words, "phrases", prefix*, AND, OR, NOT, NEAR(…, n), brackets.

Enters: nothing. Leaves: the frozen parts of a query, with the place of each in what was typed. How
a query is written or carried out is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator


class Phrase(Struct, frozen=True):
    """Words that follow one another; a single word is the shortest phrase.

    ``start`` and ``end`` (not included) are the characters of the query that it was typed as.
    """

    words: tuple[str, ...]
    """Letters and digits only; hyphens and apostrophes part words."""
    prefix: bool
    """Whether the last word is only the beginning of one."""
    start: int
    end: int


class Near(Struct, frozen=True):
    """Phrases in any order, with at most ``distance`` other words between them."""

    phrases: tuple[Phrase, ...]
    distance: int


class Both(Struct, frozen=True):
    """What holds both: ``a b`` or ``a AND b``."""

    left: Node
    right: Node


class Either(Struct, frozen=True):
    """What holds at least one: ``a OR b``."""

    left: Node
    right: Node


class Without(Struct, frozen=True):
    """What holds the one and not the other: ``a NOT b``."""

    left: Node
    right: Node


Node = Phrase | Near | Both | Either | Without


def phrases_in(node: Node) -> Iterator[Phrase]:
    """Give the phrases of a query in their order, those of a ``NOT`` left out."""
    match node:
        case Phrase():
            yield node
        case Near():
            yield from node.phrases
        case Both() | Either():
            yield from phrases_in(node.left)
            yield from phrases_in(node.right)
        case Without():
            yield from phrases_in(node.left)
