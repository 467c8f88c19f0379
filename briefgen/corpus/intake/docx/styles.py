"""What the styles of a DOCX say: names, headings, numbering, emphasis, language.

Enters: the root of styles.xml. Leaves: answers about a style by its id, each followed up through
the styles it is based on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefgen.corpus.intake.docx.names import W, number, switch, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_HEADING: Final = re.compile(r"heading ([1-9])$")
_LISTED: Final = re.compile(r"list (?:bullet|number) ([2-5])$")
_NO_OUTLINE: Final = 9
"""The outline level of body text (17.3.1.20)."""


class Styles:
    """The styles of one document."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default = ""
        self.language = ""
        if root is None:
            return
        for style in root.iter(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            self._styles.setdefault(name, style)
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
                self._default = name
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.language = value(defaults, "lang") or ""

    def name(self, style: str | None) -> str:
        """Give what a passage's ``style`` is: "heading-1", a name in lower case, or ""."""
        if not style or style == self._default:
            return ""
        for one in self._chain(style):
            found = _HEADING.match((value(one, "name") or "").lower())
            if found:
                return f"heading-{found.group(1)}"
            level = number(one.find(f"{W}pPr"), "outlineLvl")
            if level is not None:
                if 0 <= level < _NO_OUTLINE:
                    return f"heading-{level + 1}"
                break
        element = self._styles.get(style)
        return ((value(element, "name") if element is not None else "") or style).lower()

    def numbering(self, style: str | None) -> tuple[int | None, int | None]:
        """Give the number list and the level that a paragraph style brings; None where none."""
        list_id = level = None
        for one in self._chain(style or self._default):
            numbered = one.find(f"{W}pPr/{W}numPr")
            if list_id is None:
                list_id = number(numbered, "numId")
            if level is None:
                level = number(numbered, "ilvl")
        return list_id, level

    def list_depth(self, style: str | None) -> int:
        """Give how deep one of Word's own list styles stands: 1 for "List Bullet 2".

        Each of these has a list of its own, of one level, so that numbering does not tell.
        """
        for one in self._chain(style or ""):
            found = _LISTED.match((value(one, "name") or "").lower())
            if found:
                return int(found.group(1)) - 1
        return 0

    def indentation(self, style: str | None) -> int | None:
        """Give how far a style sets paragraphs in, in twentieths of a point; None if it does not.

        Of those it is based on, too.
        """
        found = (indentation_of(one.find(f"{W}pPr")) for one in self._chain(style or ""))
        return next((one for one in found if one is not None), None)

    def switched(self, style: str | None, name: str) -> bool | None:
        """Say whether a character style turns a property such as ``b`` on or off."""
        for one in self._chain(style or ""):
            stated = switch(one.find(f"{W}rPr"), name)
            if stated is not None:
                return stated
        return None

    def _chain(self, style: str) -> Iterator[etree._Element]:
        """Give a style and those it is based on, nearest first; a circle ends where it closes."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "basedOn") or ""


def heading_of(properties: etree._Element | None) -> str:
    """Give the heading that a paragraph's own outline level makes of it, or ""."""
    level = number(properties, "outlineLvl")
    return f"heading-{level + 1}" if level is not None and 0 <= level < _NO_OUTLINE else ""


def indentation_of(properties: etree._Element | None) -> int | None:
    """Give how far paragraph properties set in from the start, None if they do not say."""
    element = None if properties is None else properties.find(f"{W}ind")
    if element is None:
        return None
    for name in ("start", "left"):
        stated = element.get(W + name, "")
        if stated.lstrip("-").isdecimal():
            return int(stated)
    return None
