"""Names of WordprocessingML as lxml spells them, and the parts that hold words.

Enters: short names ("w:p"). Leaves: long ones.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

from docx.oxml.ns import nsmap
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.opc import Package

_SPACES = nsmap | {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
_TEXT_KINDS = ("header", "footer", "footnotes", "endnotes")


@cache
def q(name: str) -> str:
    """Give the long form of ``prefix:name``."""
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def path(names: str) -> str:
    """Give the long form of a way down: ``w:pPr/w:sectPr``."""
    return "/".join(q(name) if ":" in name else name for name in names.split("/"))


def value(element: etree._Element, way: str = "") -> str:
    """Give ``w:val`` of an element, or of the first one on a ``way`` down from it."""
    found = element.find(path(way)) if way else element
    return "" if found is None else found.get(q("w:val"), "")


def with_spaces(root: etree._Element) -> etree._Element:
    """Give a root that knows the name spaces of a pack's words, with all that was in the old one.

    What Word may pass over has to be named at the root (ISO/IEC 29500-3, 10.1).
    """
    wanted = {prefix: _SPACES[prefix] for prefix in ("w", "r", "mc", "w15")}
    missing = {prefix: uri for prefix, uri in wanted.items() if uri not in root.nsmap.values()}
    spaces = cast("dict[str, str]", {**root.nsmap, **missing})  # a default has the prefix None
    made = etree.Element(root.tag, nsmap=spaces)
    made.attrib.update(root.attrib)
    made.text = root.text
    made.extend(list(root))
    ours = next(prefix for prefix, uri in made.nsmap.items() if uri == wanted["w15"])
    ignorable = made.get(q("mc:Ignorable"), "").split()
    if ours not in ignorable:
        made.set(q("mc:Ignorable"), " ".join([*ignorable, str(ours)]))
    return made


def number(text: str | None, otherwise: int) -> int:
    """Give a whole number as Word reads it, or what holds where there is none."""
    try:
        return int(text or "")
    except ValueError:
        return otherwise


def text_parts(package: Package) -> Iterator[str]:
    """Give the names of the parts that hold words, the document itself first."""
    main = package.main
    yield main
    yield from dict.fromkeys(
        one.target
        for one in package.relationships(main)
        if one.kind in _TEXT_KINDS and not one.external and one.target in package.parts
    )
