"""Which objectives and which letters an author means: ``5``, ``9-10``, ``all``, ``[a, c-e]``.

Enters: the plain value of the key ``objectives``. Leaves: numbers with their letters, and where in
the value each was written. Whether an objective has that number or letter is not known here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct, field

from briefgen.yaml_reading import Unfit, found_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.yaml_reading import Key, KeyPath

Letters: TypeAlias = tuple[str, ...] | None
"""The letters of the actions asked for; None stands for all."""

Numbers: TypeAlias = tuple[tuple[int, Letters], ...]
"""Objectives in the author's order; an empty tuple stands for all."""

LAST_OBJECTIVE = 99

_NUMBERS = re.compile(r"([1-9][0-9]?)(?:\s*[-\u2013]\s*([1-9][0-9]?))?", re.ASCII)
_LETTERS = re.compile(r"([a-z])(?:\s*[-\u2013]\s*([a-z]))?")
_NUMBER_HINT = "write a number from 1 to 99, a range such as 9-10, or all"
_LETTER_HINT = "write a letter from a to z, a range such as c-e, or all"


class ObjectivesRead(Struct):
    """What the key ``objectives`` holds; ``paths`` leads from ``(9,)`` or ``(23, "a")`` to it."""

    numbers: dict[int, Letters] = field(default_factory=dict)
    paths: dict[tuple[Key, ...], KeyPath] = field(default_factory=dict)
    faults: list[Unfit] = field(default_factory=list)


def read_objectives(value: object) -> Numbers:
    """Give the objectives of the key's value.

    Raises:
        Unfit: with every item that is no number, no letter, or stands twice.
    """
    if isinstance(value, tuple):  # not from a file: made in code, as it is to be
        return value
    read = trace_objectives(value)
    if read.faults:
        raise Unfit.joined(read.faults)
    return tuple(read.numbers.items())


def trace_objectives(value: object) -> ObjectivesRead:
    """Read the key's value and keep where each number and letter stands, and all faults."""
    read = ObjectivesRead()
    if value == "all":
        return read
    if isinstance(value, list | dict) and not value:
        read.faults.append(Unfit("nothing is selected", _NUMBER_HINT))
    elif isinstance(value, dict):
        for key, letters in value.items():
            _take_numbers(read, key, (key,), _take_letters(read, letters, key))
    else:
        for path, item in _items(value):
            _take_numbers(read, item, path, None)
    return read


def _items(value: object) -> Iterator[tuple[KeyPath, object]]:
    if isinstance(value, list):
        yield from (((index,), item) for index, item in enumerate(value))
    else:
        yield (), value


def _take_numbers(read: ObjectivesRead, item: object, path: KeyPath, letters: Letters) -> None:
    found = None if isinstance(item, bool | float) else _NUMBERS.fullmatch(str(item))
    if not found:
        read.faults.append(Unfit(f"{_quoted(item)} does not name an objective", _NUMBER_HINT, path))
        return
    first, last = int(found[1]), int(found[2] or found[1])
    if last < first:
        message = f"the range '{item}' runs backwards"
        read.faults.append(Unfit(message, f"write {last}-{first}", path))
        return
    for number in range(first, last + 1):
        if number in read.numbers:
            message = f"Objective {number} is selected twice"
            read.faults.append(Unfit(message, "take one of them out", path))
            continue
        read.numbers[number] = letters
        read.paths[(number,)] = path


def _take_letters(read: ObjectivesRead, value: object, key: Key) -> Letters:
    if value == "all":
        return None
    if value == [] or value is None:
        read.faults.append(Unfit("nothing is selected", _LETTER_HINT, (key,)))
        return ()
    letters: dict[str, None] = {}
    for path, item in _items(value):
        where = (key, *path)
        found = _LETTERS.fullmatch(item) if isinstance(item, str) else None
        if not found:
            message = f"{_quoted(item)} does not name an action"
            read.faults.append(Unfit(message, _LETTER_HINT, where))
            continue
        first, last = found[1], found[2] or found[1]
        if last < first:
            message = f"the range '{item}' runs backwards"
            read.faults.append(Unfit(message, f"write {last}-{first}", where))
        for letter in map(chr, range(ord(first), ord(last) + 1)):
            if letter in letters:
                message = f"the letter {letter} is selected twice"
                read.faults.append(Unfit(message, "take one of them out", where))
            letters[letter] = None
            for number in _numbers_of(key):
                read.paths.setdefault((number, letter), where)
    return tuple(letters)


def _numbers_of(key: Key) -> range:
    found = _NUMBERS.fullmatch(str(key))
    return range(int(found[1]), int(found[2] or found[1]) + 1) if found else range(0)


def _quoted(item: object) -> str:
    return f"'{item}'" if isinstance(item, str) else found_words(item)
