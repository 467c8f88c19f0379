"""What a pack's XML calls things, as the reference knows them: styles, lists, notes, bookmarks.

Enters: trees of the pack's own parts. Leaves: the same trees with other names and numbers in them.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from msgspec import Struct, field

from briefgen.writers.docx.reference.names import number, path, q, value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from briefgen.writers.docx.reference.unions import StyleNames

_STYLED = tuple(q(f"w:{kind}Style") for kind in ("p", "r", "tbl"))
_MARKS = tuple(
    q(f"w:{name}") for name in ("bookmarkStart", "bookmarkEnd", "ins", "del", "moveFrom", "moveTo")
)
_COMMENTS = tuple(
    q(f"w:{name}") for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
)
_PICTURES = (q("wp:docPr"), q("pic:cNvPr"))
_REFERENCE = re.compile(r"(PAGEREF\s+)(\S+)")
_LONGEST_BOOKMARK = 40
_LARGEST_ID = 2**31 - 1


class Adoption(Struct):
    """How things are called in the reference.

    ``marks`` and ``controls`` are the largest numbers that the reference uses for bookmarks and
    changes, and for content controls, ``pictures`` that for pictures; ``bookmarks`` the names in
    small letters.
    """

    styles: StyleNames
    lists: int = 0
    notes: int = 0
    comments: int = 0
    marks: int = 0
    controls: set[int] = field(default_factory=set)
    pictures: int = 0
    bookmarks: set[str] = field(default_factory=set)
    _renamed: dict[str, str] = field(default_factory=dict)
    _next_control: int = 0

    def look_at(self, roots: Iterable[etree._Element]) -> None:
        """Learn which numbers and names are taken."""
        for root in roots:
            for one in root.iter(*_MARKS):
                taken = number(one.get(q("w:id")), 0)
                self.marks = max(self.marks, taken if taken < _LARGEST_ID // 2 else 0)
                if one.tag == q("w:bookmarkStart"):
                    self.bookmarks.add(one.get(q("w:name"), "").lower())
            for one in root.iter(*_PICTURES):
                self.pictures = max(self.pictures, number(one.get("id"), 0))
            for one in root.iter(q("w:sdtPr")):
                self.controls.add(number(value(one, "w:id"), 0))

    def adopt(self, root: etree._Element, links: dict[str, str]) -> None:
        """Call everything in a tree as the reference does; ``links`` are ids of relationships."""
        for one in root.iter(*_STYLED):
            one.set(q("w:val"), self.styles.ids.get(value(one), value(one)))
        for one in root.iter(q("w:pPr")):
            self._keep_tabs(one)
        for one in root.iter(q("w:numId")):
            one.set(q("w:val"), str(number(value(one), 0) + self.lists))
        for one in root.iter(q("w:footnoteReference")):
            one.set(q("w:id"), str(number(one.get(q("w:id")), 0) + self.notes))
        for one in root.iter(*_MARKS):
            one.set(q("w:id"), str(number(one.get(q("w:id")), 0) + self.marks))
        for one in root.iter(*_COMMENTS):
            one.set(q("w:id"), str(number(one.get(q("w:id")), 0) + self.comments))
        for one in root.iter(q("w:bookmarkStart")):
            one.set(q("w:name"), self._bookmark(one.get(q("w:name"), "")))
        for one in root.iter(q("w:hyperlink")):
            self._lead(one, links)
        for one in root.iter(*_PICTURES):
            one.set("id", str(number(one.get("id"), 0) + self.pictures))
        for one in root.iter(q("a:blip")):
            one.set(q("r:embed"), links[one.get(q("r:embed"), "")])
        for one in root.iter(q("w:instrText")):
            one.text = _REFERENCE.sub(lambda at: at[1] + self._bookmark(at[2]), one.text or "")
        for one in root.iter(q("w:sdtPr")):
            self._number_control(one)

    def _keep_tabs(self, properties: etree._Element) -> None:
        """State the pack's tab stops where the reference's style of that name has others."""
        tabs = self.styles.tabs.get(value(properties, "w:pStyle"))
        if tabs is not None and properties.find(q("w:tabs")) is None:
            after = {q(f"w:{name}") for name in ("pStyle", "keepNext", "keepLines", "numPr")}
            after.add(q("w:pageBreakBefore"))
            place = sum(one.tag in after for one in properties)
            properties.insert(place, deepcopy(tabs))

    def _lead(self, link: etree._Element, links: dict[str, str]) -> None:
        anchor, identity = link.get(q("w:anchor")), link.get(q("r:id"))
        if anchor:
            link.set(q("w:anchor"), self._bookmark(anchor))
        if identity:
            link.set(q("r:id"), links[identity])

    def _bookmark(self, name: str) -> str:
        """Give another name to a bookmark that the reference has one of the same name as."""
        if name not in self._renamed:
            found, count = name, 1
            while found.lower() in self.bookmarks:
                count += 1
                ending = f"_{count}"
                found = name[: _LONGEST_BOOKMARK - len(ending)] + ending
            self.bookmarks.add(found.lower())
            self._renamed[name] = found
        return self._renamed[name]

    def _number_control(self, properties: etree._Element) -> None:
        identity = properties.find(path("w:id"))
        if identity is not None:
            self._next_control += 1
            while self._next_control in self.controls:
                self._next_control += 1
            identity.set(q("w:val"), str(self._next_control))
