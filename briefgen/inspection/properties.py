"""What the file says of itself: its title and its language.

Enters: a ``Document``. Leaves: findings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.diagnostics import Diagnostic
    from briefgen.inspection.text_parts import Document

_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def check_properties(document: Document) -> Iterator[Diagnostic]:
    """Find a missing title and a missing language."""
    package = document.package
    core = package.related("", "core-properties")
    title = package.tree(core).findtext(_TITLE) if core else ""
    if not (title or "").strip():
        yield error(
            "the document has no title",
            document.place(),
            "give it one under File, Info, Title (WCAG 2.4.2, EN 301 549 10.2.4.2)",
        )
    if not document.styles.languages():
        yield error(
            "the document does not say what language it is in",
            document.place(),
            "set it under Review, Language, for the style Normal (WCAG 3.1.1, EN 301 549 10.3.1.1)",
        )
