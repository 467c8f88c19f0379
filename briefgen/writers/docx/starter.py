"""A reference to begin with: an empty document that has every style, and placeholders to move.

Enters: a ``Style``. Leaves: the bytes of a DOCX. A delegation opens it in Word, puts in its
letterhead, changes the styles, and saves it as its reference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.blocks import Pack, Paragraph, RunningLine, Section, Span, Text
from briefgen.writers.docx.package import build_package, package_files, zipped
from briefgen.writers.docx.plan import plan_document

if TYPE_CHECKING:
    from briefgen.styles import Style

_DOCUMENT = "word/document.xml"
_END = b"</w:sectPr>"


def starter_reference(style: Style) -> bytes:
    """Give a reference that looks as ``style`` says, with a header on all pages but the first.

    It has no footer, so that the pack's own stays, which says what the texts on the page are worth.
    The same style gives the same bytes.
    """
    header = RunningLine(
        (Text("{{ title }} · {{ delegation }} · {{ date }}"),),
        (Span((Text("{{ marking }}"),), "marking"),),
    )
    body = Section((Paragraph((Text("{{ body }}"),)),), header=header)
    plan = plan_document(Pack("Reference", "en", "", (body,)), style)
    files = package_files(build_package(plan))
    # The pack's cover comes first: its page has no running lines.
    files[_DOCUMENT] = files[_DOCUMENT].replace(_END, b"<w:titlePg/>" + _END)
    return zipped(files)
