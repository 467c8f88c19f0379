"""What unquoted words of a YAML file mean: a number, true, false, nothing, or text.

Enters: the words. Leaves: a plain value. The rules are those of the YAML 1.2 core schema (chapter
10.3), made narrower so that nothing an author typed as text turns into something else: ``no``,
``12:30``, ``010``, ``0x1F``, ``.inf`` and ``2018-06-04`` stay text.
"""

from __future__ import annotations

import re
from typing import TypeAlias

Scalar: TypeAlias = str | int | float | bool | None

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})", re.ASCII)
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})?\.[0-9]{1,18}", re.ASCII)


def resolve(words: str) -> Scalar:
    """Give the value of a plain (unquoted) scalar."""
    if words in _WORDS:
        return _WORDS[words]
    if _INTEGER.fullmatch(words):
        return int(words)
    if _DECIMAL.fullmatch(words):
        return float(words)
    return words


def resolve_key(words: str) -> str | int:
    """Give the value of a plain key: a whole number or text."""
    return int(words) if _INTEGER.fullmatch(words) else words
