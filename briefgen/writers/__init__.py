"""The table of formats: each is a tree and a style, to bytes.

Enters: a Pack and a Style. Leaves: bytes by format. A new format is one module and one row here.
Writers know nothing of profiles, corpus or templates.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from briefgen.blocks import Contents
from briefgen.walk import all_blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefgen.blocks import Pack
    from briefgen.styles import Style
    from briefgen.writers.docx import Reference
    from briefgen.writers.pdf import Plan
    from briefgen.writers.pdf.emitting import Edition


class _Layout:
    """A Pack with its style, laid out on pages once, and only when a format needs it."""

    def __init__(self, pack: Pack, style: Style, reference: Reference | None) -> None:
        self.pack = pack
        self.style = style
        self.reference = reference

    @cached_property
    def plan(self) -> Plan:
        from briefgen.writers.pdf import plan_pdf

        return plan_pdf(self.pack, self.style)


def _docx(layout: _Layout) -> bytes:
    """Write the DOCX with what the PDF's layout tells: pages of headings, extents of sheets.

    The contents list shows the PDF's page numbers until Word renews it. Where the PDF cannot be
    laid out for its right-to-left words, the list has no page numbers, and notes have no lines.
    """
    from briefgen.writers.docx import write_docx
    from briefgen.writers.right_to_left import has_right_to_left

    pack, style = layout.pack, layout.style
    asks = any(isinstance(block, Contents) for block in all_blocks(pack)) or any(
        section.continued or section.writing_room for section in pack.sections
    )
    if not asks or has_right_to_left(pack):
        return write_docx(pack, style, reference=layout.reference)
    plan = layout.plan
    return write_docx(pack, style, plan.printed_numbers, layout.reference, plan.extents)


def _pdf(layout: _Layout) -> bytes:
    from briefgen.writers.pdf.emitting import emit

    return emit(layout.plan)


def _outline(layout: _Layout) -> bytes:
    from briefgen.writers.outline import write_outline

    return write_outline(layout.pack)


def _html(layout: _Layout) -> bytes:
    from briefgen.writers.html import write_html

    return write_html(layout.pack, layout.style)


def _markdown(layout: _Layout) -> bytes:
    from briefgen.writers.markdown import write_markdown

    return write_markdown(layout.pack)


def _text(layout: _Layout) -> bytes:
    from briefgen.writers.plain_text import write_text

    return write_text(layout.pack)


def _csv(layout: _Layout) -> bytes:
    from briefgen.writers.records import write_csv

    return write_csv(layout.pack)


def _xlsx(layout: _Layout) -> bytes:
    from briefgen.writers.spreadsheet import write_xlsx

    return write_xlsx(layout.pack)


def _json(layout: _Layout) -> bytes:
    from briefgen.writers.records import write_json

    return write_json(layout.pack)


FORMATS: Mapping[str, tuple[str, Callable[[_Layout], bytes]]] = {
    "docx": ("docx", _docx),
    "pdf": ("pdf", _pdf),
    "html": ("html", _html),
    "markdown": ("md", _markdown),
    "text": ("txt", _text),
    "csv": ("csv", _csv),
    "xlsx": ("xlsx", _xlsx),
    "json": ("json", _json),
    "outline": ("outline.txt", _outline),
}
"""Each format's file suffix and writer."""


def prepare(style: Style, formats: Sequence[str]) -> None:
    """Start what writing in ``formats`` will wait for, while the Pack is still being made."""
    if {"pdf", "docx"}.intersection(formats):
        from briefgen.writers.typefaces import unpack_ahead

        unpack_ahead(style.family.pdf)


def write(
    pack: Pack, style: Style, formats: Sequence[str], reference: Reference | None = None
) -> dict[str, bytes]:
    """Write the Pack in each of ``formats``; it is laid out at most once.

    ``reference`` is a Word document whose letterhead, styles and pages the DOCX takes.

    Raises:
        UnusableInput: the Pack holds a character that no font has, or that a format forbids.
    """
    layout = _Layout(pack, style, reference)
    return {name: FORMATS[name][1](layout) for name in formats}


def write_edition(pack: Pack, style: Style, copies: int = 0, *, archive: bool = True) -> Edition:
    """Write the Pack as a PDF in numbered copies; it is laid out once for all of them.

    ``archive`` claims PDF/A, which a file that will be encrypted may not.

    Raises:
        UnusableInput: the Pack holds a character that no font has, or that the format forbids.
    """
    from briefgen.writers.pdf import plan_pdf
    from briefgen.writers.pdf.emitting import Edition

    return Edition(plan_pdf(pack, style, copies), archive=archive)
