"""The sections of a pack on the pages of a reference.

Enters: the section of the reference that the pack stands in, and each of the pack's. Leaves: the
section to write: the reference's paper, margins, headers and footers, turned where the pack turns.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from briefgen.writers.docx.reference.names import q, value

if TYPE_CHECKING:
    from briefgen.writers.docx.reference.frame import Frame

_REFERENCES = (q("w:headerReference"), q("w:footerReference"))
_BEFORE_TYPE = {*_REFERENCES, q("w:footnotePr"), q("w:endnotePr")}
_BEFORE_NUMBERS = _BEFORE_TYPE | {
    q(f"w:{name}") for name in ("type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType")
}
_FRONT = "oddPage"
_AFTER_BIDI = {q(f"w:{name}") for name in ("rtlGutter", "docGrid", "printerSettings")}


def is_landscape(section: etree._Element) -> bool:
    """Tell whether a section's paper lies on its side."""
    size = section.find(q("w:pgSz"))
    return size is not None and size.get(q("w:orient")) == "landscape"


def first_section(
    theirs: etree._Element, ours: etree._Element, frame: Frame, links: dict[str, str]
) -> etree._Element:
    """Give the reference's section for the pack's first one: it begins as the reference's does."""
    made = deepcopy(theirs)
    for one in list(made.iterchildren(q("w:sectPrChange"))):
        made.remove(one)
    give_room(made)
    _turn(made, landscape=is_landscape(ours))
    _number_as(made, ours)
    give_head(made, ours, frame, links)
    return made


def later_section(
    theirs: etree._Element, ours: etree._Element, frame: Frame, links: dict[str, str]
) -> etree._Element:
    """Give the same for a section after it: a new page, with the headers that went before."""
    made = deepcopy(theirs)
    for one in list(made):
        if one.tag in {*_REFERENCES, q("w:titlePg"), q("w:type"), q("w:sectPrChange")}:
            made.remove(one)
    for numbers in made.iterchildren(q("w:pgNumType")):
        numbers.attrib.pop(q("w:start"), "")
    on_front = ours is not theirs and value(ours, "w:type") == _FRONT
    begins = etree.Element(q("w:type"))
    begins.set(q("w:val"), _FRONT if on_front else "nextPage")
    made.insert(sum(one.tag in _BEFORE_TYPE for one in made), begins)
    give_room(made)
    _turn(made, landscape=is_landscape(ours))
    if ours is not theirs:
        _number_as(made, ours)
    give_head(made, ours, frame, links)
    return made


def _number_as(section: etree._Element, ours: etree._Element) -> None:
    """Number pages as the pack does, where it has a page 1 of its own or roman numerals."""
    said = ours.find(q("w:pgNumType"))
    if said is None:
        return
    numbers = section.find(q("w:pgNumType"))
    if numbers is None:
        numbers = etree.Element(q("w:pgNumType"))
        places = [at for at, one in enumerate(section) if one.tag in _BEFORE_NUMBERS]
        section.insert(places[-1] + 1, numbers)
    for name, number in said.attrib.items():
        numbers.set(name, number)


def give_room(section: etree._Element) -> None:
    """Set a section in one column: the pack's tables need its width."""
    for columns in list(section.iterchildren(q("w:cols"))):
        section.remove(columns)


def _turn(section: etree._Element, *, landscape: bool) -> None:
    size = section.find(q("w:pgSz"))
    if is_landscape(section) == landscape:
        return
    if size is None:
        size = etree.Element(q("w:pgSz"))
        size.set(q("w:w"), "12240")
        size.set(q("w:h"), "15840")
        places = [at for at, one in enumerate(section) if one.tag in {*_BEFORE_TYPE, q("w:type")}]
        section.insert(places[-1] + 1 if places else 0, size)
    width, height = size.get(q("w:w"), ""), size.get(q("w:h"), "")
    size.set(q("w:w"), height)
    size.set(q("w:h"), width)
    if landscape:
        size.set(q("w:orient"), "landscape")
    else:
        size.attrib.pop(q("w:orient"), "")
    size.attrib.pop(q("w:code"), "")  # the printer's number for the paper as it lay before


def give_head(
    section: etree._Element, ours: etree._Element, frame: Frame, links: dict[str, str]
) -> None:
    """Give the pack's header and footer where the reference has none, and its direction."""
    place = 0
    for name, present in (
        ("w:headerReference", frame.has_header),
        ("w:footerReference", frame.has_footer),
    ):
        for one in () if present else ours.iterchildren(q(name)):
            new = deepcopy(one)
            new.set(q("r:id"), links[new.get(q("r:id"), "")])
            section.insert(place, new)
            place += 1
    if ours.find(q("w:bidi")) is not None and section.find(q("w:bidi")) is None:
        later = next((one for one in section if one.tag in _AFTER_BIDI), None)
        bidi = etree.Element(q("w:bidi"))
        if later is None:
            section.append(bidi)
        else:
            later.addprevious(bidi)
