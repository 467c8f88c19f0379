"""Where lines may end in what is typed off or pasted: a text's code, an address.

Enters: words in a role that keeps its hyphens. Leaves: their parts, between which a line may end;
or the same words with signs for programs that break lines by themselves. The signs are no words:
who reads a file back takes them away (``manifest.words``).
"""

from __future__ import annotations

import re
from typing import Final

NO_BREAK_HYPHEN: Final = "\u2011"
_MAY_BREAK: Final = "\u200b"
_BETWEEN: Final = re.compile(r"(?<=/)(?=[^/\s])|(?<=\S)(?=#)")


def parts_of(word: str) -> list[str]:
    """Give the parts of a word: they end after slashes, and before ``#``; never after a hyphen."""
    return _BETWEEN.split(word)


def with_signs(text: str) -> str:
    """Say the same by signs: no line ends after a hyphen, and one may end between the parts."""
    return _BETWEEN.sub(_MAY_BREAK, text).replace("-", NO_BREAK_HYPHEN)
