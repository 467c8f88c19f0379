"""The numbering of the lists: kinds of lists, of several levels, and each list that is printed.

Enters: the levels that lists need. Leaves: a ``Numbering`` that gives each list a number of its
own, so that it starts where its official labels start, while like lists share their definition.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct, field

DEEPEST_LEVEL = 8
"""Levels are counted from 0 (ISO/IEC 29500-1, 17.9.6: at most nine)."""


class Level(NamedTuple):
    """A level of a list. ``text`` has ``%`` where the numeral stands; lengths are in dxa.

    ``format`` is an ST_NumberFormat ("bullet", "lowerLetter" ...).
    """

    format: str
    text: str
    left: int
    hang: int
    bold: bool = False
    italic: bool = False
    colour: str = ""


class NumberedList(Struct, frozen=True):
    """One list: its definition, the level that it counts in, and where it starts (0: bullets)."""

    definition: int
    level: int
    start: int


class Numbering(Struct):
    """All definitions and lists of a file, in the order of their first use, numbered from 1."""

    definitions: dict[tuple[Level, ...], int] = field(default_factory=dict)
    lists: list[NumberedList] = field(default_factory=list)
    _bullets: dict[NumberedList, int] = field(default_factory=dict)

    def add(self, levels: tuple[Level, ...], level: int, start: int) -> int:
        """Give the number of a new list that counts at ``level`` of ``levels`` from ``start`` on.

        Lists of bullets count nothing, so that those of one definition are one list.
        """
        definition = self.definitions.setdefault(levels, len(self.definitions) + 1)
        new = NumberedList(definition, level, start)
        if not start and new in self._bullets:
            return self._bullets[new]
        self.lists.append(new)
        if not start:
            self._bullets[new] = len(self.lists)
        return len(self.lists)
