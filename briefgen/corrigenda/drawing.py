"""What a page shows on paper, as PDFium draws it: words, lines and grounds with their places.

Enters: bytes of a PDF. Leaves: for each page a fingerprint of all that is drawn, the words of its
running lines, and what is near its edges. How the file is put together does not count: another
order of objects, other subsets of a typeface, another manifest print the same page.
"""

from __future__ import annotations

import ctypes
import hashlib
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import pypdfium2.raw as pdfium
from msgspec import Struct

from briefgen.corrigenda.model import Box
from briefgen.manifest.words import normalised
from briefgen.press.stamps import REVISION_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

Handle: TypeAlias = Any
"""One of PDFium's own values, which Python knows nothing of."""

_RUNNING_KEY: Final = "Attached"
"""The entry by which running heads and feet are told from repeated table heads."""
EDGE: Final = 80.0
"""Points from the upper and lower edge in which a stamp may look for room."""
_TEXT_BYTES: Final = 2**16
_DEEPEST: Final = 12
_APART: Final = 0.6
"""Of the size of type: words on one line that are farther apart do not go on."""
_TURNED: Final = 0.01
_IDENTITY: Final = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class _Words(NamedTuple):
    """Words in one look, from one place on."""

    x: float
    y: float
    end: float
    size: float
    look: tuple[object, ...]
    text: str


class Drawn(Struct):
    """What a page shows."""

    body: str = ""
    furniture: tuple[str, ...] = ()
    stamp: str = ""
    taken: tuple[Box, ...] = ()
    sides: tuple[float, float] = (0.0, 0.0)
    size: float = 0.0
    words: Box | None = None
    """What all words take."""


class _Page(Struct):
    """A page under way."""

    height: float
    running: list[_Words] = []
    words: list[_Words] = []
    stamp: list[_Words] = []
    other: list[tuple[object, ...]] = []
    taken: list[Box] = []
    upright: list[Box] = []
    """Where words stand that are not turned, as those of a watermark are."""

    def near_edge(self, box: Box) -> None:
        if box.high > self.height - EDGE or box.low < EDGE:
            self.taken.append(box)

    def drawn(self) -> Drawn:
        shown = sorted(
            repr((_rounded(one.x), _rounded(one.y), one.look, one.text))
            for one in _joined(self.words)
        )
        shown += sorted(map(repr, self.other))
        whole = self._extent()
        lines = sorted(_joined(self.running, looks=False), key=lambda one: (-one.y, one.x))
        return Drawn(
            hashlib.sha256("\n".join(shown).encode("utf-8", "replace")).hexdigest(),
            tuple(normalised(one.text) for one in lines),
            normalised("".join(one.text for one in self.stamp)),
            tuple(dict.fromkeys(self.taken)),
            (whole.left, whole.right) if whole else (0.0, 0.0),
            max((one.size for one in self.running), default=0.0),
            whole,
        )

    def _extent(self) -> Box | None:
        if not self.upright:
            return None
        lefts, lows, rights, highs = zip(*self.upright, strict=True)
        return Box(min(lefts), min(lows), max(rights), max(highs))


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
            page = _Page(pdfium.FPDF_GetPageHeightF(handle))
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
        page: _Page,
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
            if REVISION_KEY in marks:
                page.stamp.append(words)
                return
            (page.running if _RUNNING_KEY in marks else page.words).append(words)
            if words.text.strip() and abs(matrix[1]) < _TURNED:
                page.upright.append(box)
                page.near_edge(box)
        elif REVISION_KEY not in marks:
            page.other.append((kind, *map(_rounded, box), _paint(one), _picture(one, kind)))
            page.near_edge(box)

    def _words(self, one: Handle, matrix: tuple[float, ...], box: Box) -> _Words:
        length = pdfium.FPDFTextObj_GetText(one, self._text, self._units, _TEXT_BYTES)
        text = self._held(length - 2).decode("utf-16-le", "replace")
        scale = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(one, scale)
        look = (
            self._face(pdfium.FPDFTextObj_GetFont(one)),
            *map(_rounded, (scale.value, *matrix[:4])),
            _paint(one),
        )
        size = _rounded(scale.value * abs(matrix[3]))
        return _Words(matrix[4], matrix[5], box.right, size, look, text)

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
        return frozenset(found & {REVISION_KEY, _RUNNING_KEY})


def _joined(words: list[_Words], *, looks: bool = True) -> Iterator[_Words]:
    """Join words that go on where those before them end: a typeface may be cut into subsets."""
    last: _Words | None = None
    for one in words:
        if last is not None and _goes_on(last, one, looks=looks):
            last = last._replace(text=last.text + one.text, end=one.end)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _goes_on(last: _Words, one: _Words, *, looks: bool) -> bool:
    near = -1 <= one.x - last.end <= _APART * one.size
    return near and _rounded(last.y) == _rounded(one.y) and (last.look == one.look or not looks)


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


def _picture(one: Handle, kind: int) -> str:
    """Give the fingerprint of a picture's data."""
    if kind != pdfium.FPDF_PAGEOBJ_IMAGE:
        return ""
    length = pdfium.FPDFImageObj_GetImageDataRaw(one, None, 0)
    data = ctypes.create_string_buffer(max(1, length))
    pdfium.FPDFImageObj_GetImageDataRaw(one, data, length)
    return hashlib.sha256(data.raw[:length]).hexdigest()


def _rounded(value: float) -> float:
    """Round to a tenth of a point: less is not seen; and know no minus zero."""
    return round(value, 1) + 0.0
