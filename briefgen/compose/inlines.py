"""The words inside a block: from XHTML to inlines of the tree.

Enters: an element of a rendered template. Leaves: inlines; faults go to the ``Reading``.
White space is folded as a browser folds it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.addresses import HINT, refusal, web_address
from briefgen.blocks import (
    Deletion,
    Emphasis,
    Field,
    Highlight,
    Insertion,
    LineBreak,
    Link,
    NoteReference,
    Quotation,
    Span,
    Strong,
    Text,
)
from briefgen.compose.vocabulary import (
    INLINE_ATTRIBUTES,
    check_attributes,
    elements,
    language_of,
    place_of,
    report_unknown,
    role_of,
)
from briefgen.diagnostics import Place

if TYPE_CHECKING:
    from lxml import etree

    from briefgen.blocks import Inline, Inlines
    from briefgen.compose.vocabulary import Reading

_SPACE = re.compile(r"[ \t\n\r\f]+")


def words_of(element: etree._Element, reading: Reading) -> Inlines:
    """Give all words of a block, in its language, as a quotation where it names a unit."""
    inlines = trimmed(inlines_in(element, reading))
    language = language_of(element, reading)
    if language and inlines:
        inlines = (Span(inlines, language=language),)
    unit = element.get("data-unit")
    return (Quotation(inlines, unit),) if unit and inlines else inlines


def inlines_in(element: etree._Element, reading: Reading) -> Inlines:
    """Give what stands inside an element."""
    found: list[Inline] = text_of(element.text)
    for child in elements(element):
        found.extend(inlines_of(child, reading))
        found.extend(text_of(child.tail))
    return _spaced(found)


def text_of(words: str | None) -> list[Inline]:
    """Give characters as they are, white space folded."""
    return [Text(_SPACE.sub(" ", words))] if words else []


def inlines_of(element: etree._Element, reading: Reading) -> list[Inline]:
    """Give what one element is: one inline, or none where it is empty or wrong."""
    tag = str(element.tag)
    if tag not in INLINE_ATTRIBUTES:
        report_unknown(element, reading, *INLINE_ATTRIBUTES)
        return []
    check_attributes(element, INLINE_ATTRIBUTES[tag], reading)
    if tag == "br":
        return [LineBreak()]
    if element.get("data-field"):
        return _field(element, reading)
    if element.get("data-note"):
        return [_note_reference(element, reading)]
    children = inlines_in(element, reading)
    if not children:
        return []
    if tag == "a":
        return [_link(element, children, reading)]
    if tag == "span":
        return [_span(element, children, reading)]
    return [_PLAIN[tag](children)]


_PLAIN: dict[str, type[Strong | Emphasis | Insertion | Deletion | Highlight]] = {
    "strong": Strong,
    "em": Emphasis,
    "ins": Insertion,
    "del": Deletion,
    "mark": Highlight,
}


def _note_reference(element: etree._Element, reading: Reading) -> Inline:
    note = element.get("data-note") or ""
    reading.called.setdefault(note, place_of(element) or Place("template"))
    return NoteReference(note, (element.text or "").strip())


def _span(element: etree._Element, children: Inlines, reading: Reading) -> Inline:
    unit = element.get("data-unit")
    role = role_of(element, "body", reading) if element.get("class") else ""
    language = language_of(element, reading)
    inner = (Quotation(children, unit),) if unit else children
    if role or language or not unit:
        return Span(inner, role, language)
    return inner[0]


def _link(element: etree._Element, children: Inlines, reading: Reading) -> Inline:
    target = element.get("href") or ""
    if target.startswith("#"):
        reading.asked.setdefault(target[1:], place_of(element) or Place("template"))
    elif web_address(target) is None:
        reading.fault(element, refusal(target), HINT)
    return Link(children, target)


def _field(element: etree._Element, reading: Reading) -> list[Inline]:
    match element.get("data-field"):
        case "page":
            return [Field("page")]
        case "pages":
            return [Field("pages")]
        case "page-of":
            anchor = element.get("data-anchor") or ""
            reading.asked.setdefault(anchor, place_of(element) or Place("template"))
            return [Field("page-of", anchor)]
        case "sheet":
            words = (element.get("data-words") or "").split("|")
            front, back, page, alone = (*words, "", "", "")[:4]
            return [Field("sheet", words=(front, back, page), alone=alone)]
        case other:
            reading.fault(element, f"unknown field '{other}'", "page, pages, page-of or sheet")
            return []


def _spaced(inlines: list[Inline]) -> Inlines:
    """Merge neighbouring texts and drop those that are empty."""
    merged: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text):
            if not inline.text:
                continue
            if merged and isinstance(merged[-1], Text):
                merged[-1] = Text(_SPACE.sub(" ", merged[-1].text + inline.text))
                continue
        merged.append(inline)
    return tuple(merged)


def trimmed(inlines: Inlines) -> Inlines:
    """Take the white space off both ends, where a template's own line ends put it."""
    found = list(_spaced(list(inlines)))
    while found and isinstance(found[0], Text) and not found[0].text.strip(" "):
        del found[0]
    while found and isinstance(found[-1], Text) and not found[-1].text.strip(" "):
        del found[-1]
    if found and isinstance(found[0], Text):
        found[0] = Text(found[0].text.lstrip(" "))
    if found and isinstance(found[-1], Text):
        found[-1] = Text(found[-1].text.rstrip(" "))
    return tuple(found)
