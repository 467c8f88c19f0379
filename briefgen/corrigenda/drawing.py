"""The pages of a PDF as PDFium draws them: words, lines and grounds with their places.

Enters: bytes of a PDF. Leaves: what each page shows. How the file is put together does not count:
another order of objects, other subsets of a typeface, another manifest print the same page.
"""

from __future__ import annotations

import ctypes
import hashlib
from typing import Any, Final, TypeAlias

import pypdfium2.raw as pdfium

from briefgen.corrigenda.drawn_pages import Drawn, Page, Words, rounded
from briefgen.corrigenda.model import Box
from briefgen.press.copies_told import COPY_KEY
from briefgen.press.stamps import REVISION_KEY

Handle: TypeAlias = Any
"""One of PDFium's own values, which Python knows nothing of."""

_RUNNING_KEY: Final = "Attached"
"""The entry by which running heads and feet are told from repeated table heads."""
_TEXT_BYTES: Final = 2**16
_DEEPEST: Final = 12
_TURNED: Final = 0.01
_IDENTITY: Final = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_drawn(data: bytes) -> list[Drawn]:
    """Read what the pages of a PDF show; none of a file that PDFium cannot open."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        return []
    try:
        reader = _Reader(document)
        return [reader.read(number) for number in range(pdfium.FPDF_GetPageCount(document))]
    finally:
        pdfium.FPDF_CloseDocument(document)


class _Reader:
    """The reading of a document, page by page; what is asked of PDFium goes through one buffer."""

    def __init__(self, document: Handle) -> None:
        self._document = document
        self._faces: dict[int | None, bytes] = {}
        self._buffer = ctypes.create_string_buffer(_TEXT_BYTES)
        self._units = ctypes.cast(self._buffer, ctypes.POINTER(ctypes.c_ushort))
        self._text: Handle = None

    def read(self, number: int) -> Drawn:
        """Read a page, from 0; one that cannot be drawn shows nothing."""
        handle = pdfium.FPDF_LoadPage(self._document, number)
        if not handle:
            return Drawn()
        self._text = pdfium.FPDFText_LoadPage(handle)
        try:
            page = Page(pdfium.FPDF_GetPageHeightF(handle))
            for at in range(pdfium.FPDFPage_CountObjects(handle)):
                one = pdfium.FPDFPage_GetObject(handle, at)
                self._take(one, page, _IDENTITY, frozenset(), 0)
            return page.drawn()
        finally:
            pdfium.FPDFText_ClosePage(self._text)
            pdfium.FPDF_ClosePage(handle)

    def _take(
        self,
        one: Handle,
        page: Page,
        around: tuple[float, ...],
        marks: frozenset[str],
        depth: int,
    ) -> None:
        marks |= self._marks(one)
        kind = pdfium.FPDFPageObj_GetType(one)
        matrix = _after(_matrix(one), around)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            if depth < _DEEPEST:
                for at in range(pdfium.FPDFFormObj_CountObjects(one)):
                    inner = pdfium.FPDFFormObj_GetObject(one, at)
                    self._take(inner, page, matrix, marks, depth + 1)
            return
        box = _box(one, around)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            words = self._words(one, matrix, box)
            if COPY_KEY in marks:  # the same page, in each copy with another number
                return
            if REVISION_KEY in marks:
                page.stamp.append(words)
                return
            (page.running if _RUNNING_KEY in marks else page.words).append(words)
            if words.text.strip() and abs(matrix[1]) < _TURNED:
                page.upright.append(box)
                page.near_edge(box)
        elif REVISION_KEY not in marks:
            page.other.append((kind, *map(rounded, box), _paint(one), _shape(one, kind)))
            page.near_edge(box)

    def _words(self, one: Handle, matrix: tuple[float, ...], box: Box) -> Words:
        length = pdfium.FPDFTextObj_GetText(one, self._text, self._units, _TEXT_BYTES)
        text = self._held(length - 2).decode("utf-16-le", "replace")
        scale = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(one, scale)
        look = (
            self._face(pdfium.FPDFTextObj_GetFont(one)),
            *map(rounded, (scale.value, *matrix[:4])),
            _paint(one),
        )
        size = rounded(scale.value * abs(matrix[3]))
        return Words(matrix[4], matrix[5], box.right, size, look, text)

    def _face(self, font: Handle) -> bytes:
        """Give the name of a typeface, whichever subset of it this is."""
        key = ctypes.cast(font, ctypes.c_void_p).value
        if key not in self._faces:
            size = pdfium.FPDFFont_GetBaseFontName(font, self._buffer, _TEXT_BYTES) if key else 0
            self._faces[key] = self._held(size - 1).rpartition(b"+")[2]
        return self._faces[key]

    def _held(self, size: int) -> bytes:
        return ctypes.string_at(self._buffer, max(0, min(size, _TEXT_BYTES)))

    def _marks(self, one: Handle) -> frozenset[str]:
        """Give the entries of the marks around an object that tell what it is."""
        if pdfium.FPDFPageObj_GetMarkedContentID(one) >= 0:  # text, and no artifact
            return frozenset()
        found: set[str] = set()
        for at in range(pdfium.FPDFPageObj_CountMarks(one)):
            mark = pdfium.FPDFPageObj_GetMark(one, at)
            for entry in range(pdfium.FPDFPageObjMark_CountParams(mark)):
                length = ctypes.c_ulong()
                if pdfium.FPDFPageObjMark_GetParamKey(
                    mark, entry, self._units, _TEXT_BYTES, length
                ):
                    found.add(self._held(length.value - 2).decode("utf-16-le", "replace"))
        return frozenset(found & {REVISION_KEY, COPY_KEY, _RUNNING_KEY})


def _matrix(one: Handle) -> tuple[float, ...]:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(one, found)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _after(inner: tuple[float, ...], outer: tuple[float, ...]) -> tuple[float, ...]:
    """Give both matrices as one (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = inner
    m, n, o, p, q, r = outer
    return (
        a * m + b * o,
        a * n + b * p,
        c * m + d * o,
        c * n + d * p,
        e * m + f * o + q,
        e * n + f * p + r,
    )


def _box(one: Handle, around: tuple[float, ...]) -> Box:
    left, low, right, high = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(one, left, low, right, high)
    if around is _IDENTITY:
        return Box(left.value, low.value, right.value, high.value)
    a, b, c, d, e, f = around
    corners = [(x.value, y.value) for x in (left, right) for y in (low, high)]
    across = [a * x + c * y + e for x, y in corners]
    upwards = [b * x + d * y + f for x, y in corners]
    return Box(min(across), min(upwards), max(across), max(upwards))


def _paint(one: Handle) -> tuple[int, ...]:
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(one, *parts)
    return tuple(part.value for part in parts)


def _shape(one: Handle, kind: int) -> str:
    """Give the fingerprint of a picture's data, or of the lines of a path."""
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        return hashlib.sha256(repr(_points(one)).encode("ascii")).hexdigest()
    if kind != pdfium.FPDF_PAGEOBJ_IMAGE:
        return ""
    length = pdfium.FPDFImageObj_GetImageDataRaw(one, None, 0)
    data = ctypes.create_string_buffer(max(1, length))
    pdfium.FPDFImageObj_GetImageDataRaw(one, data, length)
    return hashlib.sha256(data.raw[:length]).hexdigest()


def _points(path: Handle) -> list[tuple[float, float]]:
    """Give the points of a path: all rules of a page may be one, and lie in the same box."""
    x, y = ctypes.c_float(), ctypes.c_float()
    found: list[tuple[float, float]] = []
    for at in range(pdfium.FPDFPath_CountSegments(path)):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(path, at), x, y)
        found.append((rounded(x.value), rounded(y.value)))
    return found
