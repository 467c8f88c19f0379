"""Headings: there are some, none is empty, and none skips a level on the way down.

Enters: a ``Document``. Leaves: findings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import error
from briefgen.inspection.text_parts import shown, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.diagnostics import Diagnostic
    from briefgen.inspection.text_parts import Document

_ORDER = "(WCAG 1.3.1, EN 301 549 10.1.3.1)"
_NAMES = "(WCAG 2.4.6, EN 301 549 10.2.4.6)"
_A_PAGE = 20
"""Paragraphs below which a text needs no headings to find one's way in it."""


def check_headings(document: Document) -> Iterator[Diagnostic]:
    """Find missing, empty and skipped headings."""
    body, last = document.body, 0
    for paragraph in body.paragraphs:
        level = document.styles.level(paragraph)
        if not level:
            continue
        if not words(paragraph).strip():
            hint = f"take it out, or give it the style Normal {_NAMES}"
            yield error("a heading is empty", body.place(paragraph), hint)
            continue
        if level > last + 1:
            before = f"follows one of level {last}" if last else "is the first"
            yield error(
                f"a heading of level {level} {before}: '{shown(paragraph)}'",
                body.place(paragraph),
                f"make it level {last + 1} {_ORDER}",
            )
        last = level
    if not last and len(body.paragraphs) > _A_PAGE:
        hint = f"give its headings the styles Heading 1 to 4 {_ORDER}"
        yield error("the document has no headings", document.place(), hint)
