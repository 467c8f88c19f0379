"""PDFs to print, each page of which says its number, and readers of what was printed."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
from pikepdf import Dictionary, Name

if TYPE_CHECKING:
    from collections.abc import Iterable

A4 = (595.276, 841.89)


def pdf_of(
    labels: Iterable[str],
    size: tuple[float, float] = A4,
    rotate: int = 0,
    points: float = 40,
    **root: object,
) -> bytes:
    """Make a PDF with one page a label, the label in its middle."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    for label in labels:
        words = f"BT /F {points:g} Tf {size[0] / 2:.0f} {size[1] / 2:.0f} Td ({label}) Tj ET"
        page = Dictionary(
            Type=Name.Page,
            MediaBox=[0, 0, *size],
            Resources=Dictionary(Font=Dictionary(F=font)),
            Contents=pdf.make_stream(words.encode()),
        )
        if rotate:
            page["/Rotate"] = rotate
        pdf.pages.append(pikepdf.Page(page))
    for key, value in root.items():
        pdf.Root[f"/{key}"] = value
    return saved(pdf)


def saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, static_id="encryption" not in options, **options)
    return out.getvalue()


def numbered(pages: int, **options: object) -> bytes:
    return pdf_of((f"p{number}" for number in range(1, pages + 1)), **options)  # type: ignore[arg-type]


def sides(data: bytes) -> list[list[str]]:
    """Read the labels of each side as PDFium sees them: from above downwards, left to right."""
    document = pypdfium2.PdfDocument(data)
    found: list[list[str]] = []
    for page in document:
        text = page.get_textpage()
        boxes = [text.get_rect(at) for at in range(text.count_rects())]
        boxes.sort(key=lambda box: (round(-box[1], -1), box[0]))
        words = [text.get_text_bounded(*box) for box in boxes]
        found.append([re.sub(r"\s", "", one) for one in words])
        text.close()
        page.close()
    document.close()
    return found
