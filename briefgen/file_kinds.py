"""What kind of file bytes are, by how they begin; so that a wrong format is told in plain words.

Enters: bytes. Leaves: a name that a person knows, and the fault of a file that is something else
than what is wanted. What a file is called is not believed, and nothing in it is unpacked.
"""

from __future__ import annotations

from typing import Final

from briefgen.diagnostics import Diagnostic, Place, error

_BEGINNINGS: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\x05\x06", "an empty ZIP package"),
    (b"{\\rtf", "a rich text file (RTF)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"Rar!", "a compressed file"),
)
ZIP: Final = b"PK\x03\x04"
_PACKAGES: Final = (
    (b"word/document", "a Word document"),
    (b"xl/workbook", "an Excel workbook"),
    (b"ppt/presentation", "a PowerPoint presentation"),
    (b"application/vnd.oasis.opendocument.", "an OpenDocument file"),
)
"""Names of members and, in OpenDocument, the first member's words: both stand there unpacked."""
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OFFICE: Final = (ZIP, _OLE)
"""How Office files begin, old ones and those behind a password among them."""
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD: Final = "WordDocument".encode("utf-16-le")
_PDF_WITHIN: Final = 1024
"""Bytes in which the mark of a PDF must stand (Adobe's implementation note 13 to PDF 1.7)."""


def is_pdf(data: bytes) -> bool:
    """Tell whether a file says that it is a PDF."""
    return b"%PDF-" in data[:_PDF_WITHIN]


def kind_of(data: bytes) -> str:
    """Name the kind of file, or give "" for what may be text."""
    if data.startswith(_OLE):
        # [MS-OFFCRYPTO] 2.3.4.4 and [MS-DOC] 2.1.1: the names of the streams, in UTF-16
        if _ENCRYPTED in data:
            return "an Office document that is locked with a password"
        return "an old Word document (.doc)" if _OLD_WORD in data else "an old Office document"
    if data.startswith(ZIP):
        return next((name for mark, name in _PACKAGES if mark in data), "a ZIP package")
    return next((name for start, name in _BEGINNINGS if data.startswith(start)), "")


def name_kind(data: bytes) -> str:
    """Name the kind of any file: of one without a known beginning, whether it is text."""
    if kind := kind_of(data):
        return kind
    start = data[:_PDF_WITHIN]
    return "a file of no known kind" if b"\0" in start else "a text file"


def wrong_kind(data: bytes, place: Place, wanted: str, cure: str) -> Diagnostic:
    """Say what a file is, and what is ``wanted``: "a PDF", with ``cure`` as the hint."""
    if not data:
        return error("the file is empty", place, "fetch or send it again")
    kind = name_kind(data)
    said = f"this is {kind}, not {wanted}" if kind != wanted else f"this is not {wanted}"
    return error(said, place, cure)
