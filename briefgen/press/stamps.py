"""Stamps on finished pages: words that were set elsewhere, in a frame, as an artifact.

Enters: a PDF whose only page shows the words, and places. Leaves: pages that show them too, with
the form XObject that draws them once in the file (ISO 32000-1, 8.10). They are no part of the text
(14.8.2.2), and can be told from all else by a key of their own.
"""

from __future__ import annotations

from io import BytesIO
from typing import Final

import pikepdf
from msgspec import Struct
from pikepdf import Array, Dictionary, Name

REVISION_KEY: Final = "Revision"
"""The entry of the artifact by which the stamp of a revision is known."""
_FRAME: Final = 0.75
"""Points that the frame's line is wide."""
_MARKS: Final = ("BDC", "BMC", "EMC", "DP", "MP")


class Stamp(Struct, frozen=True):
    """Words to be stamped: ``data`` is the PDF that shows them, ``source`` where on its page.

    ``place`` is the lower left corner of the frame on the stamped page, ``padding`` the space
    between frame and words, all in points; both are made larger by ``scale``.
    """

    data: bytes
    source: tuple[float, float, float, float]
    place: tuple[float, float]
    padding: tuple[float, float]
    scale: float = 1.0


class Stamps:
    """The stamps of one file; words that are the same are one object."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._forms: dict[bytes, pikepdf.Object] = {}

    def put(self, page: pikepdf.Page, stamp: Stamp) -> None:
        """Draw a stamp over a page."""
        name = _named(page, self._form(stamp))
        x, y = stamp.place
        page.contents_add(b"q", prepend=True)
        scale = f"{stamp.scale:.3f}"
        page.contents_add(f"Q q {scale} 0 0 {scale} {x:.2f} {y:.2f} cm {name} Do Q".encode("ascii"))

    def _form(self, stamp: Stamp) -> pikepdf.Object:
        if stamp.data not in self._forms:
            self._forms[stamp.data] = self._made(stamp)
        return self._forms[stamp.data]

    def _made(self, stamp: Stamp) -> pikepdf.Object:
        """Make the form: the words without their marks, and the frame."""
        left, low, right, high = stamp.source
        across, upwards = stamp.padding
        width, height = right - left + 2 * across, high - low + 2 * upwards
        with pikepdf.open(BytesIO(stamp.data)) as source:
            page = source.pages[0]
            shown = [
                one for one in pikepdf.parse_content_stream(page) if str(one.operator) not in _MARKS
            ]
            words = pikepdf.unparse_content_stream(shown)
            fonts = self._pdf.copy_foreign(
                source.make_indirect(Dictionary(Font=page.obj["/Resources"]["/Font"]))
            )
        half = _FRAME / 2
        frame = f"{_FRAME} w {half} {half} {width - _FRAME:.2f} {height - _FRAME:.2f} re S"
        begins = f"/Artifact<</Type/Pagination/Subtype/Header/{REVISION_KEY} 1>>BDC"
        moved = f"1 0 0 1 {across - left:.2f} {upwards - low:.2f} cm"
        form = self._pdf.make_stream(
            f"{begins}\n{frame}\n{moved}\n".encode("ascii") + words + b"\nEMC"
        )
        form["/Type"], form["/Subtype"] = Name.XObject, Name.Form
        form["/BBox"] = Array([0, 0, round(width, 2), round(height, 2)])
        form["/Resources"] = fonts
        return form


def _named(page: pikepdf.Page, form: pikepdf.Object) -> str:
    """Give the name of a form among a page's resources, which pages may share."""
    held = page.resources.get("/XObject")
    if held is None:
        held = page.resources["/XObject"] = Dictionary()
    for count in range(len(held.keys()) + 1):
        name = f"/Rev{count}"
        if name not in held:
            held[name] = form
        if held[name].objgen == form.objgen:
            return name
    raise ValueError
