"""The source of a folder of ``tests/documents``: a file, or the parts that a file is made of.

``source.docx`` is a folder with the inner XML of a Word document's parts; ``source.pdf`` one with
the lines of each page. Both can be read and reviewed, and give the same bytes every time.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx_by_hand import docx
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from pathlib import Path

_TOP, _LEFT, _STEP = 780, 72, 16
"""Points on an A4 page."""


def source_of(case: Path) -> tuple[str, bytes]:
    """Give the name and the bytes of a case's source."""
    (path,) = case.glob("source.*")
    if path.is_file():
        return path.name, path.read_bytes()
    if path.suffix == ".docx":
        parts = {part.stem: part.read_text(encoding="utf-8") for part in path.glob("*.xml")}
        return path.name, docx(parts.pop("document"), **dict(sorted(parts.items())))
    return path.name, _pdf(sorted(path.glob("page-*.txt")))


def _pdf(pages: list[Path]) -> bytes:
    """Set lines one below another; an empty line is a gap."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=True, pageCompression=0)
    for page in pages:
        canvas.setFont("Helvetica", 11)
        lines = page.read_text(encoding="utf-8").splitlines()
        for at, line in enumerate(lines):
            indent = len(line) - len(line.lstrip())
            canvas.drawString(_LEFT + 6 * indent, _TOP - _STEP * at, line.strip())
        canvas.showPage()
    canvas.save()
    return target.getvalue()
