"""The DOCX writer: a Pack and a Style become a Word file.

Enters: the tree and the look, and a reference where a delegation has its own letterhead. Leaves:
bytes. It knows neither where words come from nor what the other writers do. First everything is
planned (``plan_document``: styles, numbering, notes, sections, as values that can be tested), then
the plan is written (``package_bytes``), into the reference if there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.writers.docx.covers import without_cover
from briefgen.writers.docx.package import build_package, package_bytes, package_files, zipped
from briefgen.writers.docx.plan import plan_document
from briefgen.writers.docx.reference import Reference, open_reference

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.blocks import Pack
    from briefgen.styles import Style
    from briefgen.writers.extents import Extent

__all__ = ["Reference", "open_reference", "package_bytes", "plan_document", "write_docx"]


def write_docx(
    pack: Pack,
    style: Style,
    pages: Mapping[str, str] | None = None,
    reference: Reference | None = None,
    extents: Sequence[Extent] = (),
) -> bytes:
    """Give the DOCX of a Pack; the same Pack, style, pages and reference give the same bytes.

    ``pages`` gives the page of each heading's anchor, its number as another writer printed it; the
    contents list shows them until Word counts its own. A heading without one is listed without a
    page number. ``extents`` says what each section takes, as another writer laid it out: whether
    it has later sheets, and room for notes; on the pages of a reference, neither is known.

    Raises:
        UnusableInput: something in the Pack cannot stand in a DOCX; every such thing is named.
    """
    if reference is None:
        return package_bytes(plan_document(pack, style, pages, extents=extents))
    if reference.frame.has_cover:
        pack = without_cover(pack)
    plan = plan_document(pack, style, pages, reference.frame)
    said = plan.properties
    values = {
        "title": said.title,
        "delegation": said.delegation,
        "date": said.printed_date,
        "marking": said.marking,
    }
    return zipped(reference.take_in(package_files(build_package(plan)), values))
