"""Paragraphs that pretend: empty ones that make space, and bullets that were typed.

Enters: a ``Document``. Leaves: findings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.diagnostics import error, warning
from briefgen.inspection.text_parts import W, is_on, own, shown, value, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from briefgen.diagnostics import Diagnostic
    from briefgen.inspection.text_parts import Document

_SUBSTANCE = tuple(
    f"{W}{name}"
    for name in (
        *("drawing", "pict", "object", "br", "fldChar", "fldSimple", "instrText", "sym"),
        *("footnoteReference", "endnoteReference", "commentReference", "ptab", "sectPr"),
        *(
            "hyperlink",
            "separator",
            "continuationSeparator",
            "footnoteRef",
            "lastRenderedPageBreak",
        ),
    )
)
"""What makes a paragraph without words more than space."""
_BULLET = re.compile(r"\s*[•‣\u2043◦▪▫●○■□►➢✓·][\s\u00a0]")
_DASH = re.compile(r"\s*[-*\u2013\u2014][\s\u00a0]")
"""A dash may begin what is said in a talk; two in a row are a list."""


def check_paragraphs(document: Document) -> Iterator[Diagnostic]:
    """Find empty paragraphs and typed bullets."""
    yield from _empty_ones(document)
    yield from _typed_bullets(document)


def _empty_ones(document: Document) -> Iterator[Diagnostic]:
    """Tell each row of empty paragraphs once."""
    body, open_row = document.body, False
    for paragraph in body.paragraphs:
        empty = _is_empty(paragraph) and not _is_needed(paragraph)
        empty = empty and not document.styles.level(paragraph)  # told among the headings
        if empty and not open_row:
            hint = (
                "take it out and set 'space before' or 'space after' in the paragraph's style"
                " (WCAG 1.3.2, EN 301 549 10.1.3.2)"
            )
            yield warning("an empty paragraph makes space", body.place(paragraph), hint)
        open_row = empty


def _is_empty(paragraph: etree._Element) -> bool:
    return not words(paragraph).strip() and next(own(paragraph, *_SUBSTANCE), None) is None


def _is_needed(paragraph: etree._Element) -> bool:
    """Tell whether Word wants a paragraph here: the only one of a cell, or after a table."""
    before = paragraph.getprevious()
    if before is None or before.tag == f"{W}tcPr":
        after = paragraph.getnext()
        parent = paragraph.getparent()
        return after is None or parent is None or parent.tag == f"{W}txbxContent"
    return before.tag == f"{W}tbl"


def _typed_bullets(document: Document) -> Iterator[Diagnostic]:
    """Tell each row of typed bullets once."""
    body, dashes, told = document.body, 0, False
    for paragraph in body.paragraphs:
        text = words(paragraph)
        bullet = bool(_BULLET.match(text))
        dashes = dashes + 1 if _DASH.match(text) else 0
        if not (bullet or dashes) or _is_in_list(document, paragraph):
            told, dashes = False, 0
            continue
        if not told and (bullet or dashes > 1):
            told = True
            yield error(
                f"a bullet was typed: '{shown(paragraph)}'",
                body.place(paragraph),
                "make it a list item, with Home, Bullets (WCAG 1.3.1, EN 301 549 10.1.3.1)",
            )


def _is_in_list(document: Document, paragraph: etree._Element) -> bool:
    found = document.styles.paragraph_property(paragraph, "numPr")
    return found is not None and value(found, "w:numId", "0") != "0" and is_on(found)
