"""The numbers and bullets that Word prints before paragraphs, computed as Word does.

Enters: the root of numbering.xml, and the paragraphs' lists and levels in the order of the
document. Leaves: the mark of each as it is printed, and what is
doubtful about it. Rules: ECMA-376 Part 1, 17.9.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from briefgen.corpus.intake.docx.names import W, number, switch, value
from briefgen.corpus.intake.docx.styles import indentation_of
from briefgen.corpus.intake.numerals import numeral

if TYPE_CHECKING:
    from lxml import etree

_PLACE: Final = re.compile("%([1-9])")
_BULLETS: Final = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf076": "❖", "\uf0fc": "✓"}
"""Characters of the fonts Symbol and Wingdings that Word uses as bullets, and what they show."""


class Level(Struct, frozen=True):
    """How one level of a list is numbered."""

    way: str
    pattern: str
    start: int
    restart: int | None
    """The level, from 1, after which it starts again; 0 for never; None for any above it."""
    legal: bool
    style: str
    indentation: int | None = None
    """How far it is set in, in twentieths of a point."""


class _Definition(Struct):
    """What lists that share a definition share: levels, and the counters."""

    levels: dict[int, Level]
    counters: dict[int, int] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    """The lists whose own starts have been applied."""


class _List(Struct, frozen=True):
    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of one document, and how far each has counted."""

    def __init__(self, root: etree._Element | None) -> None:
        self._definitions: dict[str, _Definition] = {}
        self._lists: dict[int, _List] = {}
        self.doubts: list[str] = []
        """What could not be decided about the last mark."""
        if root is None:
            return
        links: dict[str, str] = {}
        aliases: dict[str, str] = {}
        for one in root.iter(f"{W}abstractNum"):
            name = one.get(f"{W}abstractNumId", "")
            self._definitions[name] = _Definition(_levels(one))
            if (style := value(one, "styleLink")) is not None:
                links[style] = name
            if (style := value(one, "numStyleLink")) is not None:
                aliases[name] = style
        for one in root.iter(f"{W}num"):
            name = value(one, "abstractNumId") or ""
            name = links.get(aliases.get(name, ""), name)
            list_id = one.get(f"{W}numId", "")
            if name in self._definitions and list_id.isdecimal():
                overrides = list(one.iter(f"{W}lvlOverride"))
                self._lists[int(list_id)] = _List(name, _own_levels(overrides), _starts(overrides))

    def level_of_style(self, list_id: int, style: str) -> int | None:
        """Give the level of a list that is tied to a paragraph style."""
        levels = self._levels_of(list_id)
        return next((at for at, one in levels.items() if style and one.style == style), None)

    def indentation(self, list_id: int, level: int) -> int | None:
        """Give how far a level of a list is set in, in twentieths of a point."""
        levels = self._levels_of(list_id)
        return levels[level].indentation if level in levels else None

    def mark(self, list_id: int, level: int) -> str | None:
        """Count one paragraph, and give its mark; None where the list is not defined."""
        levels = self._levels_of(list_id)
        if level not in levels:
            return None
        listed = self._lists[list_id]
        shared = self._definitions[listed.definition]
        if list_id not in shared.used:
            shared.used.add(list_id)
            for at in listed.starts:
                shared.counters.pop(at, None)
        self.doubts = []
        for at in range(level):
            if at in levels and at not in shared.counters:
                # ECMA-376 does not say; LibreOffice counts it as begun
                shared.counters[at] = self._start(listed, levels, at)
                self.doubts.append(f"level {at + 1} of the list was passed over")
        if level in shared.counters:
            shared.counters[level] += 1
        else:
            shared.counters[level] = self._start(listed, levels, level)
        for at, one in levels.items():
            if at > level and (one.restart is None or level < one.restart):
                shared.counters.pop(at, None)
        return self._printed(levels, shared.counters, level)

    def _levels_of(self, list_id: int) -> dict[int, Level]:
        listed = self._lists.get(list_id)
        if listed is None:
            return {}
        return {**self._definitions[listed.definition].levels, **listed.levels}

    @staticmethod
    def _start(listed: _List, levels: dict[int, Level], level: int) -> int:
        return listed.starts.get(level, levels[level].start)

    def _printed(self, levels: dict[int, Level], counters: dict[int, int], level: int) -> str:
        here = levels[level]
        if here.way == "bullet":
            return "".join(_BULLETS.get(one, _plain(one)) for one in here.pattern).strip()

        def count(found: re.Match[str]) -> str:
            at = int(found.group(1)) - 1
            if at not in counters:
                return ""
            reached = counters[at]
            way = "decimal" if here.legal else levels[at].way
            written = numeral(reached, way)
            if written is None:
                self.doubts.append(f"numbers written as '{way}' are not known here")
                return str(reached)
            return written

        return _PLACE.sub(count, here.pattern).strip()


def _plain(one: str) -> str:
    """Show a character of a symbol font that is not known here as a bullet."""
    return "•" if "\ue000" <= one <= "\uf8ff" else one


def _levels(parent: etree._Element) -> dict[int, Level]:
    return {
        int(one.get(f"{W}ilvl", "")): _level(one)
        for one in parent.findall(f"{W}lvl")
        if one.get(f"{W}ilvl", "").isdecimal()
    }


def _level(element: etree._Element) -> Level:
    start = number(element, "start")
    return Level(
        way=value(element, "numFmt") or "decimal",
        pattern=value(element, "lvlText") or "",
        start=0 if start is None else start,
        restart=number(element, "lvlRestart"),
        legal=bool(switch(element, "isLgl")),
        style=value(element, "pStyle") or "",
        indentation=indentation_of(element.find(f"{W}pPr")),
    )


def _own_levels(overrides: list[etree._Element]) -> dict[int, Level]:
    return {at: one for override in overrides for at, one in _levels(override).items()}


def _starts(overrides: list[etree._Element]) -> dict[int, int]:
    starts = {}
    for one in overrides:
        start = number(one, "startOverride")
        level = one.get(f"{W}ilvl", "")
        if start is not None and level.isdecimal():
            starts[int(level)] = start
    return starts
