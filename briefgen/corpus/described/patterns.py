"""Patterns that an editor writes: a line as it is printed, with names in braces where it varies.

Enters: ``Objective {number}: {title}``. Leaves: a pattern that says where each name stands in a
line. No regular expressions: a pattern that came by e-mail takes no longer than the line is long.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from briefgen.yaml_reading import Unfit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NAME: Final = re.compile(r"\{([^{}]*)\}")
_SUPERSCRIPTS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS: Final = str.maketrans(_SUPERSCRIPTS, "0123456789")
_SIGNS: Final[dict[str, Callable[[str], bool]]] = {
    "number": str.isdecimal,
    "superscript": _SUPERSCRIPTS.__contains__,
}
"""Names that stand for digits; every other name stands for words, as few as fit."""

Span = tuple[int, int]


class Pattern(Struct, frozen=True):
    """Literal words and names by turns: ``words[0]``, ``names[0]``, ``words[1]`` and so on."""

    text: str
    words: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def free(self) -> bool:
        """Whether it ends in words that vary, so that a line of it may go on."""
        return bool(self.names) and not self.words[-1] and self.names[-1] not in _SIGNS

    def match(self, line: str) -> dict[str, Span] | None:
        """Say where each name stands, if the whole line is of this pattern."""
        found = self._from(line, 0)
        return found[0] if found and found[1] == len(line) else None

    def fits(self, line: str) -> bool:
        """Say whether the whole line is of this pattern."""
        return self.match(line) is not None

    def starts(self, line: str) -> bool:
        """Say whether a line may be the first of a wrapped paragraph that is of this pattern."""
        if not self.names:
            return line == self.text or self.text.startswith(f"{line} ")
        return Pattern(self.text, (*self.words[:-1], ""), self.names).fits(line)

    def find_all(self, line: str) -> Iterator[tuple[Span, dict[str, Span]]]:
        """Give each place inside a line that is of this pattern, and its names."""
        at = 0
        while at < len(line):
            found = self._from(line, at)
            if found and found[1] > at:
                yield (at, found[1]), found[0]
                at = found[1]
            else:
                at += 1

    def _from(self, line: str, at: int) -> tuple[dict[str, Span], int] | None:
        if not line.startswith(self.words[0], at):
            return None
        at += len(self.words[0])
        found: dict[str, Span] = {}
        for name, after in zip(self.names, self.words[1:], strict=True):
            last = len(found) == len(self.names) - 1
            end = _end(line, at, name, after, last=last)
            if end <= at or not line.startswith(after, end):
                return None
            found[name] = (at, end)
            at = end + len(after)
        return found, at


def _end(line: str, at: int, name: str, after: str, *, last: bool) -> int:
    """Give where a name ends; -1 if it cannot."""
    if name in _SIGNS:
        end = at
        while end < len(line) and _SIGNS[name](line[end]):
            end += 1
        return end
    if last:
        return len(line) - len(after) if line.endswith(after) else -1
    return line.find(after, at + 1)


def digits(signs: str) -> str:
    """Give a number in Western digits, superscripts and other scripts' digits included."""
    return "".join(str(int(sign)) for sign in signs.translate(_DIGITS))


def read_pattern(
    value: object, *, needs: tuple[str, ...] = (), may: tuple[str, ...] = ()
) -> Pattern:
    """Make a pattern of what a description says; ``needs`` and ``may`` are the names it can have.

    Raises:
        Unfit: a name is missing, unknown, given twice, or beside another without words between.
    """
    if isinstance(value, Pattern):
        return value
    known = (*needs, *may)
    hint = f"names: {', '.join(f'{{{name}}}' for name in known)}" if known else "write it as it is"
    if not isinstance(value, str) or not value.strip() or value.split() != value.split(" "):
        raise Unfit("expected a line as it is printed", hint)
    parts = _NAME.split(value)
    words, names = tuple(parts[::2]), tuple(parts[1::2])
    for name in names:
        if name not in known:
            raise Unfit(f"'{{{name}}}' means nothing here", hint)
        if names.count(name) > 1:
            raise Unfit(f"'{{{name}}}' is given twice", hint)
    missing = [name for name in needs if name not in names]
    if missing:
        raise Unfit(f"'{{{missing[0]}}}' is missing", hint)
    if any(not between for between in words[1:-1]):
        raise Unfit("two names stand side by side", "put the words between them that part them")
    if "{" in "".join(words) or "}" in "".join(words):
        raise Unfit("a brace without its fellow", hint)
    return Pattern(value, words, names)
