"""Some pages of a finished PDF as a file of their own, or all of them, with stamps on some.

Enters: the bytes of a PDF, which pages, and what is to be said of them. Leaves: the bytes of a PDF
that is as accessible and as fit for archives as the first: its structure, bookmarks, links and page
numbers are those of the pages that stay. What the new file says of its words is given, not known.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from msgspec import Struct
from pikepdf import Dictionary, String

from briefgen.press.navigation import Places, numbers_of
from briefgen.press.pruning import prune_structure
from briefgen.press.reading import opened
from briefgen.press.stamps import Stamps

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.press.stamps import Stamp


class Extract(Struct, frozen=True):
    """What is wanted of a PDF.

    ``pages`` count from 1, in their order; ``manifest`` is what the file is to say of itself,
    ``date`` the day of the revision as ISO 8601 and ``revision`` its number; ``title`` is the
    file's. ``stamps`` are those of pages.
    """

    pages: Sequence[int]
    title: str
    date: str
    revision: int
    manifest: str
    stamps: Mapping[int, Stamp] = {}


def extract(data: bytes, wanted: Extract, name: str) -> bytes:
    """Take pages out of a PDF; the same input gives the same bytes.

    Raises:
        UnusableInput: what ``opened`` refuses.
    """
    with opened(data, name) as pdf:
        if len(wanted.pages) < len(pdf.pages):
            _take_out(pdf, wanted.pages)
        stamps = Stamps(pdf)
        for page, number in zip(pdf.pages, wanted.pages, strict=True):
            if number in wanted.stamps:
                stamps.put(page, wanted.stamps[number])
        _tell(pdf, wanted)
        out = BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
        return out.getvalue()


def _take_out(pdf: pikepdf.Pdf, pages: Sequence[int]) -> None:
    """Take out all other pages, and whatever leads to them."""
    numbers = numbers_of(pdf, pages)
    wanted = set(pages)
    stay = {page.obj.objgen for number, page in enumerate(pdf.pages, 1) if number in wanted}
    places = Places(pdf, stay)
    for number in range(len(pdf.pages), 0, -1):
        if number not in wanted:
            del pdf.pages[number - 1]
    gone = places.prune_links()
    prune_structure(pdf, stay, gone)
    places.prune_bookmarks()
    places.prune_names()
    root = pdf.Root
    root["/PageLabels"] = Dictionary(Nums=numbers)
    for key in ("/AF", "/OpenAction"):
        if key in root:
            del root[key]


def _tell(pdf: pikepdf.Pdf, wanted: Extract) -> None:
    """Say what the file is: in its private data (14.5), its information and its metadata."""
    day = f"D:{wanted.date.replace('-', '')}000000Z"
    root = pdf.Root
    manifest = pdf.make_stream(wanted.manifest.encode("utf-8", "replace"))
    told = Dictionary(LastModified=String(day), Private=manifest)
    told["/Revision"] = wanted.revision
    root["/PieceInfo"] = Dictionary({"/briefgen": told})
    pdf.docinfo["/Title"] = String(wanted.title)
    pdf.docinfo["/ModDate"] = String(day)
    if "/Metadata" not in root:
        return
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = wanted.title
        metadata["xmp:ModifyDate"] = f"{wanted.date}T00:00:00Z"
