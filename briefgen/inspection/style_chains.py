"""What a paragraph or run takes from its styles: the nearest that says a thing wins.

Enters: ``word/styles.xml``. Leaves: properties, looked up along the chain of styles that each is
based on, down to the document's defaults (ISO/IEC 29500-1, 17.7.2).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_LEVELS = range(9)
"""Outline levels of headings, from 0; 9 is text (17.3.1.20)."""


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        self._root = root
        self._styles: dict[str, etree._Element] = {}
        self._defaults: dict[str, str] = {}
        for style in () if root is None else root.iterchildren(f"{_W}style"):
            identity = style.get(f"{_W}styleId", "")
            self._styles[identity] = style
            if style.get(f"{_W}default") in {"1", "true", "on"}:
                self._defaults[style.get(f"{_W}type", "")] = identity

    def style_of(self, element: etree._Element, kind: str) -> str:
        """Give the id of the style of a paragraph ("p"), run ("r") or table ("tbl")."""
        named = element.find(
            f"{_W}{kind}Pr/{_W}{kind}Style" if kind != "r" else f"{_W}rPr/{_W}rStyle"
        )
        if named is not None:
            return named.get(f"{_W}val", "")
        return self._defaults.get({"p": "paragraph", "tbl": "table"}.get(kind, ""), "")

    def chain(self, identity: str) -> Iterator[etree._Element]:
        """Give a style, the one that it is based on, and so on; a circle ends where it closes."""
        met: set[str] = set()
        while identity in self._styles and identity not in met:
            met.add(identity)
            style = self._styles[identity]
            yield style
            based = style.find(f"{_W}basedOn")
            identity = "" if based is None else based.get(f"{_W}val", "")

    def paragraph_property(self, paragraph: etree._Element, name: str) -> etree._Element | None:
        """Give what holds for a paragraph: ``shd``, ``numPr``, ``outlineLvl``."""
        return self._first(paragraph, self.style_of(paragraph, "p"), "pPr", name)

    def run_property(
        self, run: etree._Element, paragraph: etree._Element, name: str
    ) -> etree._Element | None:
        """Give what holds for a run: ``color``, ``sz``, ``b``."""
        found = self._first(run, self.style_of(run, "r"), "rPr", name, defaults=False)
        if found is None:
            found = self._in_styles(self.style_of(paragraph, "p"), "rPr", name, defaults=True)
        return found

    def level(self, paragraph: etree._Element) -> int:
        """Give the level of a heading, from 1; 0 for what is none."""
        found = self.paragraph_property(paragraph, "outlineLvl")
        if found is not None:
            text = found.get(f"{_W}val", "")
            return int(text) + 1 if text.isdigit() and int(text) in _LEVELS else 0
        for style in self.chain(self.style_of(paragraph, "p")):
            name = style.find(f"{_W}name")
            match = _HEADING.fullmatch("" if name is None else name.get(f"{_W}val", ""))
            if match:
                return int(match[1])
        return 0

    def languages(self) -> list[str]:
        """Give the languages of words that name none, by the defaults and the plain style."""
        found = self._in_styles(self._defaults.get("paragraph", ""), "rPr", "lang", defaults=True)
        return [] if found is None else [str(one) for one in found.attrib.values() if one]

    def first_row_shade(self, table: etree._Element) -> str:
        """Give the colour that a table's style lays behind its first row, "" for none."""
        for style in self.chain(self.style_of(table, "tbl")):
            for part in style.iterchildren(f"{_W}tblStylePr"):
                shade = part.find(f"{_W}tcPr/{_W}shd")
                if part.get(f"{_W}type") == "firstRow" and shade is not None:
                    return shade.get(f"{_W}fill", "")
        return ""

    def _first(
        self, element: etree._Element, style: str, kind: str, name: str, *, defaults: bool = True
    ) -> etree._Element | None:
        direct = element.find(f"{_W}{kind}/{_W}{name}")
        if direct is not None:
            return direct
        return self._in_styles(style, kind, name, defaults=defaults)

    def _in_styles(
        self, style: str, kind: str, name: str, *, defaults: bool
    ) -> etree._Element | None:
        for one in self.chain(style):
            found = one.find(f"{_W}{kind}/{_W}{name}")
            if found is not None:
                return found
        if not defaults or self._root is None:
            return None
        return self._root.find(f"{_W}docDefaults/{_W}{kind}Default/{_W}{kind}/{_W}{name}")
