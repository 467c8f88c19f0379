"""The pack's words on their way into the body of a reference, section by section.

Enters: the reference's document, and the pack's, which calls everything as the reference does.
Leaves: the reference's document with the pack's words where ``{{ body }}`` stood; without such a
paragraph they follow what the reference holds.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from briefgen.writers.docx.reference.frame import pack_section
from briefgen.writers.docx.reference.names import path, q
from briefgen.writers.docx.reference.placeholders import BODY, body_paragraph, fill
from briefgen.writers.docx.reference.sections import (
    first_section,
    give_head,
    give_room,
    is_landscape,
    later_section,
)
from briefgen.writers.docx.style_sheet import CLOSING

if TYPE_CHECKING:
    from briefgen.writers.docx.reference.frame import Frame

_SUBSTANCE = tuple(
    q(f"w:{name}")
    for name in (
        *("t", "tab", "br", "drawing", "pict", "object", "fldChar", "fldSimple", "sym", "sdt"),
        *("bookmarkStart", "commentRangeStart", "commentReference", "footnoteReference", "sectPr"),
    )
)
"""What makes a paragraph more than an empty one."""


def put_pack(
    root: etree._Element, document: etree._Element, frame: Frame, links: dict[str, str]
) -> None:
    """Put the pack in its place; ``links`` are the relationships of its headers and footers."""
    body, pack = root.find(q("w:body")), document.find(q("w:body"))
    if body is None or pack is None:
        return
    section = pack_section(root)
    if section is None:
        section = etree.SubElement(body, q("w:sectPr"))
    pristine = deepcopy(section)
    last = pack[-1]
    flow = list(pack)[:-1]
    for count, one in enumerate(_section_ends(flow)):
        make = later_section if count else first_section
        _replace(one, make(pristine, one, frame, links))
    ended = bool(_section_ends(flow))
    _insert(body, flow, body_paragraph(root))
    turned = is_landscape(last) != is_landscape(pristine)
    if turned and _is_followed(flow[-1], section):
        make = later_section if ended else first_section
        flow[-1].addnext(_closing_line(make(pristine, last, frame, links)))
        _become(section, later_section(pristine, pristine, frame, links))
    elif ended:
        _become(section, later_section(pristine, last, frame, links))
    elif turned:
        _become(section, first_section(pristine, last, frame, links))
    else:
        give_room(section)
        give_head(section, last, frame, links)


def _insert(body: etree._Element, flow: list[etree._Element], place: etree._Element | None) -> None:
    if place is None:
        _drop_only_line(body)
        end = body.find(q("w:sectPr"))
        for one in flow:
            if end is None:
                body.append(one)
            else:
                end.addprevious(one)
        return
    fill(place, {BODY: ""})
    for one in list(place.iter(q("w:t"))):
        parent = one.getparent()
        if not one.text and parent is not None:
            parent.remove(one)
    if place.find(path("w:pPr/w:sectPr")) is None and _has_substance(place):
        for one in reversed(flow):  # a picture that was anchored here stays before the pack
            place.addnext(one)
        return
    for one in flow:
        place.addprevious(one)
    if place.find(path("w:pPr/w:sectPr")) is None:
        body.remove(place)


def _drop_only_line(body: etree._Element) -> None:
    """Take out the empty line of a reference that is nothing but a letterhead."""
    lines = [one for one in body if one.tag != q("w:sectPr")]
    if len(lines) == 1 and lines[0].tag == q("w:p") and not _has_substance(lines[0]):
        body.remove(lines[0])


def _has_substance(paragraph: etree._Element) -> bool:
    return next(paragraph.iter(*_SUBSTANCE), None) is not None


def _section_ends(flow: list[etree._Element]) -> list[etree._Element]:
    """Give the sections that end within the pack; the last one does not."""
    found = (one.find(path("w:pPr/w:sectPr")) for one in flow if one.tag == q("w:p"))
    return [one for one in found if one is not None]


def _is_followed(element: etree._Element, section: etree._Element) -> bool:
    """Tell whether words of the reference come between the pack and the end of its section."""
    after = element.getnext()
    return after is not None and after is not section


def _closing_line(section: etree._Element) -> etree._Element:
    line = etree.Element(q("w:p"))
    properties = etree.SubElement(line, q("w:pPr"))
    etree.SubElement(properties, q("w:pStyle")).set(q("w:val"), CLOSING)
    properties.append(section)
    return line


def _replace(old: etree._Element, new: etree._Element) -> None:
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, new)


def _become(section: etree._Element, other: etree._Element) -> None:
    """Let a section that stands in its place say what another says."""
    section[:] = list(other)
