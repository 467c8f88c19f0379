"""What planning has to know of a reference: how wide the text is, and what it has of its own.

Enters: an opened package. Leaves: a ``Frame``. Lengths are in dxa.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefgen.writers.docx.model import SectionShape
from briefgen.writers.docx.reference.names import number, path, q
from briefgen.writers.docx.reference.placeholders import body_paragraph, placeholders

if TYPE_CHECKING:
    from lxml import etree

    from briefgen.opc import Package

_LETTER = (12240, 15840)
_MARGIN = 1440
"""What Word takes where a section says nothing (ISO/IEC 29500-1, 17.6.13 and 17.6.11)."""
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class Frame(Struct, frozen=True):
    """The pages that the pack is laid on.

    Where the reference has a header, a footer or a cover, the pack's own is left out; where it
    has notes, those of the pack print their own marks, since Word would count them all.
    """

    shape: SectionShape
    has_header: bool = False
    has_footer: bool = False
    has_cover: bool = False
    has_notes: bool = False

    def turned(self, *, landscape: bool) -> SectionShape:
        """Give the shape of a page that lies as it is wanted."""
        shape = self.shape
        if shape.landscape == landscape:
            return shape
        return replace(shape, width=shape.height, height=shape.width, landscape=landscape)


def read_frame(package: Package) -> Frame:
    """Read the section that the pack will stand in."""
    root = package.tree(package.main)
    section = pack_section(root)
    all_sections = sections(root)
    before = [] if section is None else all_sections[: all_sections.index(section) + 1]
    return Frame(
        _shape(section),
        has_header=_has(before, "w:headerReference"),
        has_footer=_has(before, "w:footerReference"),
        has_cover=any("title" in placeholders(one) for one in root.iter(q("w:p"))),
        has_notes=_has_notes(package),
    )


def sections(root: etree._Element) -> list[etree._Element]:
    """Give the sections of a document, in order; each stands at its end."""
    body = root.find(q("w:body"))
    return [] if body is None else [one for one in map(_section_of, body) if one is not None]


def pack_section(root: etree._Element) -> etree._Element | None:
    """Give the section that the pack's place is in: the next one that ends."""
    place = body_paragraph(root)
    if place is not None:
        for one in (place, *place.itersiblings()):
            found = _section_of(one)
            if found is not None:
                return found
    return next(reversed(sections(root)), None)


def _section_of(element: etree._Element) -> etree._Element | None:
    """Give the section that ends with an element of the body."""
    if element.tag == q("w:sectPr"):
        return element
    return element.find(path("w:pPr/w:sectPr"))


def _has(found: list[etree._Element], name: str) -> bool:
    """Tell whether a section has a header or footer: its own, or one that it takes over."""
    return any(one.find(q(name)) is not None for one in found)


def _shape(section: etree._Element | None) -> SectionShape:
    size = None if section is None else section.find(q("w:pgSz"))
    margins = None if section is None else section.find(q("w:pgMar"))

    def length(element: etree._Element | None, name: str, otherwise: int) -> int:
        return otherwise if element is None else number(element.get(q(f"w:{name}")), otherwise)

    width, height = (length(size, name, _LETTER[at]) for at, name in enumerate("wh"))
    left, right, top, bottom = (
        length(margins, side, _MARGIN) for side in ("left", "right", "top", "bottom")
    )
    left += length(margins, "gutter", 0)
    return SectionShape(
        width=width,
        height=height,
        landscape=size is not None and size.get(q("w:orient")) == "landscape",
        top=top,
        right=right,
        bottom=bottom,
        left=left,
        header_distance=length(margins, "header", _MARGIN // 2),
        footer_distance=length(margins, "footer", _MARGIN // 2),
    )


def _has_notes(package: Package) -> bool:
    """Tell whether Word counts other notes, or counts in a way of the reference's own."""
    notes = package.related(package.main, "footnotes")
    if notes and any(_is_note(one) for one in package.tree(notes)):
        return True
    settings = package.related(package.main, "settings")
    roots = [package.tree(package.main), *([package.tree(settings)] if settings else [])]
    return any(_says_how(one) for root in roots for one in root.iter(q("w:footnotePr")))


def _is_note(element: etree._Element) -> bool:
    return element.get(q("w:type"), "normal") not in _SEPARATORS


def _says_how(properties: etree._Element) -> bool:
    return any(one.tag in {q("w:numFmt"), q("w:numStart"), q("w:numRestart")} for one in properties)
