"""The marks that HTML lists print before their items.

Enters: ``ol`` and ``ul`` elements and their items, in order. Leaves: each item's mark (HTML, 4.4.5
and 15.3.8), and the name of any way of counting that is not known here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from briefgen.corpus.intake.numerals import numeral

if TYPE_CHECKING:
    from lxml import etree

_BULLETS: Final = ("•", "◦", "▪")
_GLYPHS: Final = {"disc": "•", "circle": "◦", "square": "▪", "none": ""}
_TYPES: Final = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "arabic-indic": "arabicIndic",
    "devanagari": "hindiNumbers",
    "thai": "thaiNumbers",
}
_STYLE: Final = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)")


class ListMarks(Struct):
    """Counts the items of one list; ``depth`` is the number of lists around it."""

    ordered: bool
    depth: int
    way: str
    count: int
    step: int
    unknown: str = ""

    def next_mark(self, item: etree._Element) -> str:
        """Give the mark of the next item."""
        own = _stated(item)
        if not self.ordered:
            return _GLYPHS.get(own or self.way, _BULLETS[min(self.depth, len(_BULLETS) - 1)])
        self.count += self.step
        self.count = _number(item, "value", self.count)
        way = own or self.way
        if way in _GLYPHS:
            return _GLYPHS[way]
        written = numeral(self.count, _TYPES.get(way, way))
        if written is None:
            self.unknown = way
            written = str(self.count)
        return f"{written}."


def marks_of(element: etree._Element, depth: int) -> ListMarks:
    """Begin a list."""
    ordered = element.tag == "ol"
    way = _stated(element) or ("1" if ordered else "")
    backwards = ordered and element.get("reversed") is not None
    items = sum(1 for child in element if child.tag == "li")
    start = _number(element, "start", items if backwards else 1)
    step = -1 if backwards else 1
    return ListMarks(ordered, depth, way, start - step, step)


def _stated(element: etree._Element) -> str:
    """Give the way of counting that an element states: CSS goes before the attribute."""
    found = _STYLE.search(element.get("style", ""))
    return found.group(1) if found else element.get("type", "")


def _number(element: etree._Element, name: str, otherwise: int) -> int:
    try:
        return int(element.get(name, ""))
    except ValueError:
        return otherwise
