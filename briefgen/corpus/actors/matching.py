"""Names found in running text: on word boundaries, the longest first, exceptions kept out.

Enters: names, and a text. Leaves: mentions. Case, hyphens, accents and apostrophes are folded, so
that "National Human Rights Institution's" is found, and "city" never in "capacity". The name of a
body inside that of an instrument counts as well ("WHO" in "WHO Framework"); that of an actor
inside a longer one does not ("employers" in "employers' organizations").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from briefgen.corpus.actors.model import Mention
from briefgen.corpus.folding import words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.corpus.actors.model import Name
    from briefgen.corpus.folding import Words

_Key = tuple[str, str]
"""The gap before a word, and the word."""


class _Node(Struct):
    """A place in the tree of all names: what may come next, and which names end here."""

    next: dict[_Key, _Node] = field(default_factory=dict)
    ends: list[tuple[Sequence[str], str]] = field(default_factory=list)
    """For each name that ends here: its words that count only as written, "" elsewhere; its id,
    "" for an exception."""


class Matcher:
    """Finds names in texts; made once for a list of names."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._trees = (_Node(), _Node())
        for name in names:
            tree = self._trees[name.kind == "instrument"]
            for known in (name.name, *name.variants):
                _plant(tree, known, name.id)
            for other in name.exceptions:
                _plant(tree, other, "")

    def mentions(self, text: str) -> list[Mention]:
        """Give every mention in a text, in its order; one expression may name two actors."""
        words = words_in(text)
        return sorted(mention for tree in self._trees for mention in _mentions(tree, words))


def _plant(tree: _Node, name: str, id_: str) -> None:
    words = words_in(name)
    node = tree
    for at, folded in enumerate(words.folded):
        node = node.next.setdefault((words.gap(at), folded), _Node())
    exact = [
        written if sum(one.isupper() for one in written) > 1 else ""
        for written in map(words.written, range(len(words.folded)))
    ]
    if (exact, id_) not in node.ends:
        node.ends.append((exact, id_))


def _mentions(tree: _Node, words: Words) -> Iterator[Mention]:
    after = 0
    starts = tree.next
    for at, folded in enumerate(words.folded):
        if at >= after and (first := starts.get(("", folded))):
            last, names = _longest(first, words, at)
            start, end = words.spans[at][0], _closed(words, at, last)
            yield from (Mention(start, end, name) for name in names if name)
            after = last + 1


def _closed(words: Words, at: int, last: int) -> int:
    """Give the end of a name: after the bracket that closes "(UNTOC)", if one was opened in it."""
    start, end = words.spans[at][0], words.spans[last][1]
    opened = "(" in words.text[start:end] and words.text.startswith(")", end)
    return end + 1 if opened else end


def _longest(first: _Node, words: Words, at: int) -> tuple[int, Sequence[str]]:
    """Give the last word of the longest name that begins at a word, and all names that it is."""
    best: tuple[int, Sequence[str]] = (at, ())
    node: _Node | None = first
    here = at
    while node is not None:
        names = [
            name
            for exact, name in node.ends
            if all(
                not word or words.written(at + place) == word for place, word in enumerate(exact)
            )
        ]
        if names:
            best = (here, names)
        here += 1
        if not node.next or here == len(words.folded):
            break
        node = node.next.get((words.gap(here), words.folded[here]))
    return best
