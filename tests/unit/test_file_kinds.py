"""What kind of file bytes are, in the words of a person, by how they begin."""

from __future__ import annotations

import io
import zipfile

import pytest

from briefgen.diagnostics import Place
from briefgen.file_kinds import is_pdf, kind_of, name_kind, wrong_kind

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def _package(*members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in members:
            package.writestr(name, "words")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"{\\rtf1", "a rich text file (RTF)"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"GIF89a", "a picture"),
        (b"II*\0\x08", "a picture"),
        (b"MM\0*\0", "a picture"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"Rar!\x1a", "a compressed file"),
        (_package(), "an empty ZIP package"),
        (_package("[Content_Types].xml", "word/document.xml"), "a Word document"),
        (_package("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
        (_package("ppt/presentation.xml"), "a PowerPoint presentation"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument file"),
        (_package("letter.txt"), "a ZIP package"),
        (OLE, "an old Office document"),
        (OLE + "WordDocument".encode("utf-16-le"), "an old Word document (.doc)"),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "an Office document that is locked with a password",
        ),
        (b"title: A pack", ""),
        (b"", ""),
    ],
)
def test_a_kind_is_known_by_the_beginning_of_a_file(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


def test_what_has_no_known_beginning_is_text_if_it_has_no_null() -> None:
    assert name_kind("title: Été".encode()) == "a text file"
    assert name_kind(b"words\0words") == "a file of no known kind"


def test_the_mark_of_a_pdf_may_stand_a_little_later() -> None:
    """As printers put lines of their own before it."""
    assert is_pdf(bytes(1019) + b"%PDF-")
    assert not is_pdf(bytes(1020) + b"%PDF-")


def test_a_fault_says_what_a_file_is_and_never_that_it_is_not_what_it_is() -> None:
    told = [
        wrong_kind(data, Place("x"), "a PDF", "name one").message
        for data in (b"", b"GIF89a", b"%PDF-")
    ]
    assert told == ["the file is empty", "this is a picture, not a PDF", "this is not a PDF"]
