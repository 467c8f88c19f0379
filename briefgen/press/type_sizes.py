"""How small the type of a finished PDF is, as PDFium draws it.

Enters: the bytes of a PDF. Leaves: a size in points, or 0 where no words are drawn, as on a page
that was scanned. Running lines and the marks of notes are not counted: nobody reads a text there.
PDFium draws forms within forms as often as they are shown, which a file from elsewhere may make
endless: it is measured in a process of its own (``cli.confined``).
"""

from __future__ import annotations

import ctypes
import math
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

Handle: TypeAlias = Any
"""One of PDFium's own values, which Python knows nothing of."""

_LEAST_SHARE: Final = 0.05
"""Less of a file's words than this is no text by itself: marks of notes, a label here and there."""
_MOST_PAGES: Final = 40
"""Of a longer file so many pages are measured, from its beginning to its end."""
_DEEPEST: Final = 12


def smallest_type(data: bytes) -> float:
    """Give the size in points of the smallest type that a part of the text is set in.

    In a tagged file the text is what is tagged; in others it is all that is drawn. A file that
    cannot be opened has none.
    """
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        return 0.0
    try:
        tagged: defaultdict[float, float] = defaultdict(float)
        drawn: defaultdict[float, float] = defaultdict(float)
        for number in _measured(pdfium.FPDF_GetPageCount(document)):
            for size, width, is_tagged in _words_on(document, number):
                drawn[size] += width
                if is_tagged:
                    tagged[size] += width
    finally:
        pdfium.FPDF_CloseDocument(document)
    widths = tagged or drawn
    least = _LEAST_SHARE * sum(widths.values())
    return min((size for size, width in widths.items() if width >= least), default=0.0)


def _measured(pages: int) -> list[int]:
    few = min(pages, _MOST_PAGES)
    return [at * pages // few for at in range(few)]


def _words_on(document: Handle, number: int) -> Iterator[tuple[float, float, bool]]:
    """Give size, width in sizes of type, and whether it is tagged, of all words on a page."""
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return
    try:
        for at in range(pdfium.FPDFPage_CountObjects(page)):
            yield from _words_in(pdfium.FPDFPage_GetObject(page, at), 1.0, 0)
    finally:
        pdfium.FPDF_ClosePage(page)


def _words_in(one: Handle, around: float, depth: int) -> Iterator[tuple[float, float, bool]]:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(one, matrix)
    scale = around * math.hypot(matrix.c, matrix.d)
    kind = pdfium.FPDFPageObj_GetType(one)
    if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        for at in range(pdfium.FPDFFormObj_CountObjects(one)):
            yield from _words_in(pdfium.FPDFFormObj_GetObject(one, at), scale, depth + 1)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT:
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(one, size)
        left, low, right, high = (ctypes.c_float() for _ in range(4))
        pdfium.FPDFPageObj_GetBounds(one, left, low, right, high)
        printed = round(size.value * scale, 1)
        across = max(right.value - left.value, high.value - low.value) * around
        if printed > 0 and across > 0:
            yield printed, across / printed, pdfium.FPDFPageObj_GetMarkedContentID(one) >= 0
