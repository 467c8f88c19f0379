"""The words on the pages of a PDF, as PDFium reads them out of what is drawn.

Enters: bytes. Leaves: words by page and marked sequence (ISO 32000-1, 14.7.4.2), in the order in
which they are drawn, and those that belong to none. Knows nothing of the structure tree.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pypdfium2.raw as pdfium
from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

Handle: TypeAlias = Any
"""One of PDFium's own values, which Python knows nothing of."""

_LONGEST: Final = 2**15
"""UTF-16 units of one text object that are read at most: a line has hundreds."""
_DEEPEST: Final = 12
"""Forms in forms (8.10) that are followed."""
_INK: Final = 0.5
"""Points: what is smaller draws nothing."""
UNREADABLE: Final = "\ufffd"
_HARD: Final = str.maketrans({"\u0002": "-", "\ufffe": "-"})
_SOFT: Final = str.maketrans({"\u0002": "\u00ad", "\ufffe": "\u00ad"})
"""What PDFium gives for a hyphen that ends a line, whichever sort it is."""


class Marked(Struct):
    """Words of a marked sequence, and the height of the first of them over the page's foot."""

    words: list[str] = field(default_factory=list)
    height: float = 0.0


class PageWords(Struct):
    """The words of one page: of marked sequences by their numbers, and loose ones.

    Words that are marked as artifacts (14.8.2.2), such as running heads, are neither.
    """

    marked: dict[int, Marked] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
    flat: str = ""
    """All the words in the order in which PDFium reads the page; only where it was asked for."""


def read_pages(
    data: bytes,
    *,
    most_pages: int,
    soft: Mapping[int, Collection[tuple[int, int]]],
    flat: bool = False,
) -> list[PageWords] | None:
    """Read the words of all pages; None where PDFium cannot open the file.

    ``soft`` are the text objects that end in a soft hyphen (``pdf_hyphens``). ``flat`` asks for the
    words of a page as one text, too, for files without structure.
    """
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        return None
    try:
        count = min(pdfium.FPDF_GetPageCount(document), most_pages)
        return [
            _read_page(document, number, soft.get(number, ()), flat=flat) for number in range(count)
        ]
    finally:
        pdfium.FPDF_CloseDocument(document)


def _read_page(
    document: Handle, number: int, soft: Collection[tuple[int, int]], *, flat: bool
) -> PageWords:
    found = PageWords()
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return found
    text = pdfium.FPDFText_LoadPage(page)
    try:
        buffer = ctypes.create_string_buffer(2 * _LONGEST)
        units = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        matrix = pdfium.FS_MATRIX()
        for one in _text_objects(page):
            size = pdfium.FPDFTextObj_GetText(one, text, units, 2 * _LONGEST)
            words = ctypes.string_at(buffer, max(0, min(size, 2 * _LONGEST) - 2)).decode(
                "utf-16-le", "replace"
            )
            mark = pdfium.FPDFPageObj_GetMarkedContentID(one)
            place = len(found.marked[mark].words) if mark in found.marked else 0
            words = words.translate(_SOFT if (mark, place) in soft else _HARD) or _unread(one)
            if mark < 0:
                if words.strip() and not _is_artifact(one):
                    found.loose.append(words)
                continue
            held = found.marked.get(mark)
            if held is None:
                pdfium.FPDFPageObj_GetMatrix(one, matrix)
                held = found.marked[mark] = Marked(height=matrix.f)
            held.words.append(words)
        if flat:
            found.flat = _flat(text)
    finally:
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    return found


def _unread(one: Handle) -> str:
    """Give what stands for words that PDFium leaves out: a lone space, or what covers other words.

    It takes the same words in nearly the same place for a way to print them bold.
    """
    left, low, right, high = (ctypes.c_float() for _ in range(4))
    if pdfium.FPDFPageObj_GetBounds(one, left, low, right, high):
        drawn = right.value - left.value > _INK and high.value - low.value > _INK
        return UNREADABLE if drawn else " "
    return " "


def _text_objects(page: Handle) -> Iterator[Handle]:
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _texts_of(pdfium.FPDFPage_GetObject(page, index), 0)


def _texts_of(one: Handle, depth: int) -> Iterator[Handle]:
    kind = pdfium.FPDFPageObj_GetType(one)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT:
        yield one
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        for index in range(pdfium.FPDFFormObj_CountObjects(one)):
            yield from _texts_of(pdfium.FPDFFormObj_GetObject(one, index), depth + 1)


def _is_artifact(one: Handle) -> bool:
    size = 32
    buffer = ctypes.create_string_buffer(size)
    units = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    length = ctypes.c_ulong()
    for index in range(pdfium.FPDFPageObj_CountMarks(one)):
        mark = pdfium.FPDFPageObj_GetMark(one, index)
        if pdfium.FPDFPageObjMark_GetName(mark, units, size, length):
            name = buffer.raw[: max(0, min(length.value, size) - 2)]
            if name.decode("utf-16-le", "replace") == "Artifact":
                return True
    return False


def _flat(text: Handle) -> str:
    count = pdfium.FPDFText_CountChars(text)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    got = pdfium.FPDFText_GetText(text, 0, count, buffer)
    words = bytes(buffer)[: 2 * max(0, got - 1)].decode("utf-16-le", "replace")
    return words.translate(_HARD)
