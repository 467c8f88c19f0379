"""Placeholders in a reference: ``{{ title }}`` and the like, filled; ``{{ body }}``, found.

Enters: trees of XML, and words. Leaves: the same trees with the words in them, as words and never
as markup. Word splits what is typed over several runs at will, so that a placeholder is looked for
in the text of a paragraph and not in its runs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.diagnostics import did_you_mean, error
from briefgen.writers.docx.reference.names import q, text_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from briefgen.diagnostics import Diagnostic
    from briefgen.opc import Package

NAMES = ("title", "delegation", "date", "marking")
BODY = "body"
_PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_UNPRINTED = frozenset({"w:del", "w:moveFrom"})
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


def placeholders(paragraph: etree._Element) -> list[str]:
    """Give the names of the placeholders in a paragraph's own words."""
    return [match[1] for match in _PLACEHOLDER.finditer(_words(_texts(paragraph)))]


def is_body(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph says only where the pack goes."""
    match = _PLACEHOLDER.fullmatch(_words(_texts(paragraph)).strip())
    return match is not None and match[1] == BODY


def body_paragraph(root: etree._Element) -> etree._Element | None:
    """Give the paragraph of a document that the pack is to replace."""
    body = root.find(q("w:body"))
    paragraphs = () if body is None else body.iterchildren(q("w:p"))
    return next((one for one in paragraphs if is_body(one)), None)


def fill(root: etree._Element, values: Mapping[str, str]) -> None:
    """Put words for the placeholders of a part; the first run of each lends its look."""
    for paragraph in root.iter(q("w:p")):
        texts = _texts(paragraph)
        for match in reversed(list(_PLACEHOLDER.finditer(_words(texts)))):
            if match[1] in values:
                _replace(texts, match.start(), match.end(), values[match[1]])


def misplaced(package: Package) -> Iterator[Diagnostic]:
    """Find placeholders that nothing can be put for, and places for the pack that are none."""
    found = False
    for part in text_parts(package):
        root = package.tree(part)
        body = root.find(q("w:body"))
        for paragraph in root.iter(q("w:p")):
            for name in placeholders(paragraph):
                if name not in (*NAMES, BODY):
                    hint = did_you_mean(name, (*NAMES, BODY))
                    message = f"there is nothing to put for '{{{{ {name} }}}}'"
                    yield error(message, package.place(part), hint)
                elif name == BODY:
                    if paragraph.getparent() is not body or not is_body(paragraph) or found:
                        yield error(
                            "'{{ body }}' cannot stand here",
                            package.place(part),
                            "write it once, in a paragraph of its own between the others:"
                            " not in a table, text box, header or footer",
                        )
                    found = True


def _texts(paragraph: etree._Element) -> list[etree._Element]:
    """Give the pieces of a paragraph's own words, without those of a text box anchored in it."""
    found: list[etree._Element] = []
    for child in paragraph:
        if child.tag == q("w:t"):
            found.append(child)
        elif child.tag != q("w:p") and child.tag not in {q(name) for name in _UNPRINTED}:
            found += _texts(child)
    return found


def _words(texts: list[etree._Element]) -> str:
    return "".join(one.text or "" for one in texts)


def _replace(texts: list[etree._Element], start: int, end: int, words: str) -> None:
    """Put ``words`` in the place of some characters that may be spread over several pieces."""
    at = 0
    for one in texts:
        text = one.text or ""
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last:
            one.text = text[:first] + words + text[last:]
            one.set(_PRESERVE, "preserve")
            words = ""
        at += len(text)
