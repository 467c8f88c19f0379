"""Is a finished Word document accessible? Read from the file itself, whoever made it.

Enters: the bytes of a DOCX and its name. Leaves: findings, each with its place and the clause that
it goes against. It shares nothing with the writers, so that it can bear them out, and tells only
what can be decided without a person: that a text alternative is there, not that it is a good one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.inspection.colours import check_contrast
from briefgen.inspection.headings import check_headings
from briefgen.inspection.links import check_links
from briefgen.inspection.paragraphs import check_paragraphs
from briefgen.inspection.pictures import check_pictures
from briefgen.inspection.properties import check_properties
from briefgen.inspection.tables import check_tables
from briefgen.inspection.text_parts import open_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefgen.diagnostics import Diagnostic
    from briefgen.inspection.text_parts import Document

__all__ = ["CHECKS", "inspect_docx"]

CHECKS: tuple[Callable[[Document], Iterator[Diagnostic]], ...] = (
    check_properties,
    check_headings,
    check_paragraphs,
    check_tables,
    check_pictures,
    check_links,
    check_contrast,
)
"""What is looked at, in the order in which it is told."""


def inspect_docx(data: bytes, name: str) -> list[Diagnostic]:
    """Give what stands in the way of people who do not see the page, or see it badly.

    ``name`` stands for the file in messages. An error goes against WCAG 2.1 A or AA, as EN 301 549
    asks it of documents (its chapter 10); a warning is what Word's own checker would tell.

    Raises:
        UnusableInput: the file is no Word document, or one that is not safe to read.
    """
    document = open_document(data, name)
    return [finding for check in CHECKS for finding in check(document)]
