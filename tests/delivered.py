"""Readers of delivered files that share nothing with the writers.

DOCX through zipfile and lxml, PDF through PDFium. They give words; of how these look, the size of
type alone.
"""

from __future__ import annotations

import io
import re
import zipfile

import pypdfium2
import zxingcpp
from lxml import etree
from pypdfium2 import raw

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def docx_paragraphs(data: bytes, part: str = "word/document.xml") -> list[str]:
    """Give the paragraphs of a part; numbers, bullets and note marks are not words."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read(part))
    found: list[str] = []
    for paragraph in root.iter(f"{W}p"):
        pieces = (
            one for one in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab") if not _is_note_mark(one)
        )
        found.append("".join((one.text or "") if one.tag == f"{W}t" else " " for one in pieces))
    return found


def _is_note_mark(piece: etree._Element) -> bool:
    run = piece.getparent()
    return run is not None and run.find(f"{W}footnoteReference") is not None


def pdf_pages(data: bytes) -> list[str]:
    """Give each page's text as PDFium reads it."""
    document = pypdfium2.PdfDocument(data)
    try:
        pages = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            pages.append(text.get_text_range())
            text.close()
            page.close()
        return pages
    finally:
        document.close()


def dense(text: str) -> str:
    """Take out white space and what PDFium puts for a hyphen at a line's end."""
    return re.sub(r"\s+", "", text.replace("\ufffe", "-").replace("\x02", "-"))


def is_in_pages(words: str, pages: list[str]) -> bool:
    """Tell whether ``words`` stand on one page, or run on from a page to the next ones.

    Both are dense. Running heads and notes may stand between the pieces, nothing else.
    """
    return any(words in page for page in pages) or any(
        _runs_on(words, pages, at) for at in range(len(pages) - 1)
    )


def _runs_on(words: str, pages: list[str], at: int) -> bool:
    if words in pages[at]:
        return True
    if at + 1 == len(pages):
        return False
    low, high = 0, len(words)
    while low < high:  # the longest start of the words that stands on this page
        middle = (low + high + 1) // 2
        low, high = (middle, high) if words[:middle] in pages[at] else (low, middle - 1)
    least = 8  # characters; a chance agreement of fewer proves nothing
    return any(_runs_on(words[length:], pages, at + 1) for length in range(low, least, -1))


def pdf_characters(pdf: bytes) -> list[tuple[str, float]]:
    """Give each character that is drawn, with the size of its type in points."""
    document = pypdfium2.PdfDocument(pdf)
    found: list[tuple[str, float]] = []
    try:
        for page in document:
            text = page.get_textpage()
            for at in range(text.count_chars()):
                character = text.get_text_range(at, 1)
                if character.strip():
                    found.append((character, round(raw.FPDFText_GetFontSize(text, at), 2)))
            text.close()
            page.close()
    finally:
        document.close()
    return found


def scanned_codes(pdf: bytes) -> list[str]:
    """Read the codes of all pages as a camera would, from pictures at 150 dots per inch."""
    document = pypdfium2.PdfDocument(pdf)
    found: list[str] = []
    try:
        for page in document:
            picture = page.render(scale=150 / 72, grayscale=True).to_pil()
            found += [one.text for one in zxingcpp.read_barcodes(picture)]
            page.close()
    finally:
        document.close()
    return found
