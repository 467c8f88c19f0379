"""The names of WordprocessingML (ECMA-376, Part 1) as lxml writes them.

Enters: nothing. Leaves: namespaces in braces, and ways to ask an element for what it holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml import etree

OFFICE: Final = "{http://schemas.openxmlformats.org/"
W: Final = OFFICE + "wordprocessingml/2006/main}"
M: Final = OFFICE + "officeDocument/2006/math}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_OFF: Final = frozenset({"0", "false", "off", "none"})


def value(parent: etree._Element | None, name: str, attribute: str = "val") -> str | None:
    """Give the attribute of a child, both in Word's namespace; None where there is none."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(W + attribute)


def number(parent: etree._Element | None, name: str) -> int | None:
    """Give a child's value as a whole number; None where there is none, or it is no number."""
    found = value(parent, name)
    try:
        return None if found is None else int(found)
    except ValueError:
        return None


def switch(parent: etree._Element | None, name: str) -> bool | None:
    """Say whether a property is on or off (17.17.4); None where nothing is said."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(W + "val", "1") not in _OFF


def local(element: etree._Element) -> str:
    """Give the name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
