"""The text that a template gave, as elements.

Enters: XHTML in which elements carry ``data-at``. Leaves: its tree, or why it is none, at the place
in the template. Nothing in it is expanded or fetched; what the elements mean is not known here.
"""

from __future__ import annotations

import re

from lxml import etree

from briefgen.compose.vocabulary import AT
from briefgen.diagnostics import Place
from briefgen.errors import UnusableInput

_REFUSED = re.compile(r"<!DOCTYPE|<!ENTITY|<!\[CDATA\[|<\?|[\ud800-\udfff]")

_PLAIN_WORDS = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"tag mismatch: (\S+) line \d+ and (\w+)", r"<\1> is still open where </\2> stands"),
        (r"Premature end of data in tag (\w+)", r"<\1> is never closed"),
        (r"EntityRef", "an '&' stands for itself"),
        (r"Entity '(\S+)' not defined", r"'&\1;' is not known; write the character itself"),
        (r"AttValue: \" or ' expected", "an attribute's value has no quotes"),
        (r"StartTag: invalid element name", "a '<' stands for itself, or an element has no name"),
        (r"Attribute data-at redefined", "the attribute data-at is the program's own"),
        (r"Attribute (\S+) redefined", r"the attribute \1 is given twice"),
        (r"Document is empty|Start tag expected", "it does not start with <html>"),
        (r"Excessive depth", "elements are nested too deeply"),
        (r"xmlChar value|[Ii]nvalid [Cc]har", "a control character, which no file can hold"),
    )
)
"""What libxml2 says, and what it means; its other words are given as they are."""


def parse(markup: str, template: str) -> etree._Element:
    """Parse the ``markup`` that the file ``template`` gave.

    Raises:
        UnusableInput: it is not well formed, or holds what would be expanded or pass unmarked.
    """
    refused = _REFUSED.search(markup)
    if refused:
        raise UnusableInput.because(
            f"a template cannot hold '{refused[0]}'",
            _nearest_place(markup[: refused.start()]) or Place(template),
            "take out document types, instructions, CDATA and half characters",
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        return etree.fromstring(markup.encode(), parser)
    except etree.XMLSyntaxError as fault:
        line, column = fault.position
        lines = markup.split("\n")
        before = "\n".join([*lines[: line - 1], *(one[:column] for one in lines[line - 1 : line])])
        raise UnusableInput.because(
            f"the template's result is not well formed: {_plain(fault.msg or 'unreadable')}",
            _nearest_place(before) or Place(template),
            "every element is closed, every '&' written '&amp;', every attribute quoted",
        ) from None


def _plain(said: str) -> str:
    """Give the parser's words without its positions, which are those of the result."""
    for pattern, words in _PLAIN_WORDS:
        found = pattern.search(said)
        if found:
            return found.expand(words)
    return re.sub(r",? line \d+.*", "", said).strip()


def _nearest_place(before: str) -> Place | None:
    """Give the place that the last element before a fault was written at."""
    found = re.findall(rf'{AT}="([^"]*):(\d+)"', before)
    return Place(found[-1][0], int(found[-1][1])) if found else None
