"""The characters of a PDF's pages with their places, as its text layer has them.

Enters: bytes. Leaves: pages of glyphs in points from the lower left corner, in the order of the
file. The one module that knows pypdfium2, which is an extra.
"""

from __future__ import annotations

import ctypes
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from briefgen.file_kinds import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.corpus.intake.findings import Findings

SIZE_LIMIT: Final = 64 << 20
PAGE_LIMIT: Final = 2000
GLYPH_LIMIT: Final = 100_000
"""Characters of one page; a page of small print has about 8,000."""
LINE_END_HYPHEN: Final = "\x02"
"""What PDFium gives for a hyphen of any kind that ends a line."""

_LOST: Final = "\ufffd"
_NAME_LENGTH: Final = 256
_PASSWORD: Final = 4
_INVISIBLE: Final = 3
"""The mode in which text is not painted (ISO 32000-2, table 104): what text recognition leaves."""
_UPRIGHT: Final = 0.02
"""Radians by which a character may lean."""


class Glyph(Struct, frozen=True):
    """One character; ``made`` is a blank that PDFium put where it saw a gap."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    font: str = ""
    made: bool = False
    turned: bool = False


class Page(Struct, frozen=True):
    """A page. ``unseen`` says that its text is not painted, but lies under a picture."""

    number: int
    height: float
    glyphs: tuple[Glyph, ...]
    unseen: bool = False


def read_pages(data: bytes, findings: Findings) -> list[Page]:
    """Read the text layer.

    Raises:
        UnusableInput: pypdfium2 is not installed, or the file is no PDF, locked or damaged, too
            large, or has no text layer.
    """
    with _opened(data, findings) as (document, pdfium):
        pages = list(_pages(document, pdfium, findings))
    findings.raise_any()
    if not any(page.glyphs for page in pages):
        findings.fault(
            "the PDF has no text layer: its pages are pictures",
            hint="ask for the file it was made of, or have its text recognised and checked",
        )
        findings.raise_any()
    return pages


def read_texts(data: bytes, findings: Findings) -> list[str]:
    """Give the text of each page in the order of the file, as PDFium itself puts it together.

    Raises:
        UnusableInput: as :func:`read_pages` does.
    """
    texts = []
    with _opened(data, findings) as (document, _):
        for index in range(len(document)):
            page = document[index]
            text = page.get_textpage()
            texts.append(text.get_text_range().replace("\ufffe", "-\n"))
            text.close()
            page.close()
    return texts


@contextmanager
def _opened(data: bytes, findings: Findings) -> Iterator[tuple[Any, Any]]:
    """Open a PDF, and give it with the library."""
    kind = kind_of(data)
    if not kind.endswith("PDF"):
        findings.fault(f"this is {kind or 'no PDF'}", hint="name the file's format")
    elif len(data) > SIZE_LIMIT:
        findings.fault(f"the file is larger than {SIZE_LIMIT >> 20} MB", hint="split it")
    findings.raise_any()
    try:
        import pypdfium2 as pdfium  # noqa: PLC0415 - an extra
    except ImportError:
        findings.fault("a PDF needs pypdfium2", hint="pip install 'briefgen[pdf]'")
        findings.raise_any()
        raise
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as flaw:
        if getattr(flaw, "err_code", None) == _PASSWORD:
            findings.fault("the PDF is locked with a password", hint="ask for it without one")
        else:
            findings.fault("the PDF is cut short or damaged", hint="have it sent again")
        findings.raise_any()
        raise
    with document:
        if len(document) > PAGE_LIMIT:
            findings.fault(f"the PDF has more than {PAGE_LIMIT:,} pages", hint="split it")
            findings.raise_any()
        yield document, pdfium


def _pages(document: Any, pdfium: Any, findings: Findings) -> Iterator[Page]:  # noqa: ANN401 - untyped library
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            findings.fault(f"page {index + 1} is damaged", hint="have the file sent again")
            continue
        text = page.get_textpage()
        try:
            count = text.count_chars()
            if count > GLYPH_LIMIT:
                findings.fault(f"page {index + 1} has {count:,} characters, more than a page holds")
                continue
            glyphs = tuple(_glyphs(text, count, pdfium.raw))
            unseen = any(
                pdfium.raw.FPDFTextObj_GetTextRenderMode(one.raw) == _INVISIBLE
                for one in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_TEXT], max_depth=3)
            )
            yield Page(index + 1, page.get_height(), glyphs, unseen)
        finally:
            text.close()
            page.close()


def _glyphs(text: Any, count: int, raw: Any) -> Iterator[Glyph]:  # noqa: ANN401 - untyped library
    name = ctypes.create_string_buffer(_NAME_LENGTH)
    flags = ctypes.c_int()
    for at in range(count):
        code = raw.FPDFText_GetUnicode(text, at)
        left, bottom, right, top = text.get_charbox(at, loose=True)
        length = raw.FPDFText_GetFontInfo(text, at, name, _NAME_LENGTH, ctypes.byref(flags))
        lost = not code or raw.FPDFText_HasUnicodeMapError(text, at) == 1
        angle = raw.FPDFText_GetCharAngle(text, at)
        yield Glyph(
            _LOST if lost else chr(code),
            left,
            bottom,
            right,
            top,
            raw.FPDFText_GetFontSize(text, at),
            _named(name.raw[: max(length - 1, 0)]),
            raw.FPDFText_IsGenerated(text, at) == 1,
            _UPRIGHT < angle < 2 * 3.14159 - _UPRIGHT,
        )


@lru_cache(maxsize=256)
def _named(raw: bytes) -> str:
    return raw.decode("utf-8", "replace").lower()
