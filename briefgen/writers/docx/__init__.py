"""The DOCX writer: a Pack and a Style become a Word file.

Enters: the tree and the look. Leaves: bytes. It knows neither where words come from nor what the
other writers do. First everything is planned (``plan_document``: styles, numbering, notes,
sections, as values that can be tested), then the plan is written (``package_bytes``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.writers.docx.package import package_bytes
from briefgen.writers.docx.plan import plan_document

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.blocks import Pack
    from briefgen.styles import Style

__all__ = ["package_bytes", "plan_document", "write_docx"]


def write_docx(pack: Pack, style: Style, pages: Mapping[str, int] | None = None) -> bytes:
    """Give the DOCX of a Pack; the same Pack, style and pages give the same bytes.

    ``pages`` gives the page, from 1, of each heading's anchor, as another writer laid them out;
    the contents list shows them until Word counts its own. A heading without one is listed
    without a page number.

    Raises:
        UnusableInput: something in the Pack cannot stand in a DOCX; every such thing is named.
    """
    return package_bytes(plan_document(pack, style, pages))
