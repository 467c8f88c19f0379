"""Words that a hyphen divides over two lines.

Enters: lines of words, and what the whole file holds. Leaves: the word joined, where the file bears
it out elsewhere; else nothing, for a hyphen at a line's end may belong to the word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.corpus.intake.model import Passage

Division = Literal["none", "plain", "hyphened", "unsure"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_END: Final = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
_START: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """Give the words that stand whole within the lines, in lower case."""
    return frozenset(one.lower() for line in lines for one in _WORD.findall(_END.sub("", line)))


def division(first: Passage, second: Passage, known: frozenset[str]) -> Division:
    """Tell whether a word is divided over two lines, and how it is written whole.

    It can be told where the file has the word elsewhere in one of the two ways, and not in both.
    """
    end, start = _END.search(first.text), _START.match(second.text)
    if not end or not start:
        return "none"
    plain = f"{end.group(1)}{start.group()}".lower() in known
    hyphened = f"{end.group(1)}-{start.group()}".lower() in known
    if plain == hyphened:
        return "unsure"
    return "plain" if plain else "hyphened"


def joined(first: Passage, second: Passage, *, keep_hyphen: bool) -> tuple[Passage, Passage]:
    """Move the end of a divided word up to its beginning; the second line may then be empty."""
    tail = second.text.split()[0]
    head = first.text if keep_hyphen else first.text[:-1]
    cut = min(len(tail) + 1, len(second.text))
    whole = replace(
        first,
        text=head + tail,
        spans=tuple(replace(one, end=min(one.end, len(head))) for one in first.spans),
    )
    rest = replace(
        second,
        text=second.text[cut:],
        spans=tuple(
            replace(one, start=max(one.start - cut, 0), end=one.end - cut)
            for one in second.spans
            if one.end > cut
        ),
    )
    return whole, rest
