"""A package that is no Word document, or a trap, is refused in one plain message."""

from __future__ import annotations

import io
import struct
import zipfile
from contextlib import suppress

import pytest
from docx_by_hand import docx, paragraph, parts_of, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.corpus.intake import take_in
from briefgen.errors import UnusableInput

GOOD = parts_of(paragraph("words"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = LAUGHS.replace('"ha"', 'SYSTEM "file:///etc/passwd"')


def messages(data: bytes) -> list[str]:
    with pytest.raises(UnusableInput) as caught:
        take_in(data, "draft.docx", "docx")
    assert all(
        one.place and one.place.file.startswith("draft.docx") for one in caught.value.diagnostics
    )
    return [one.message for one in caught.value.diagnostics]


def changed(**parts: str | bytes) -> dict[str, str | bytes]:
    return {**GOOD, "word/document.xml": parts["document"]}


def locked() -> bytes:
    """Set the flag that says a part is encrypted, in both of the places that a ZIP keeps it."""
    data = bytearray(zipped(GOOD))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        data[at + offset] |= 1
    return bytes(data)


def lying() -> bytes:
    """Declare that the document unpacks to eight bytes."""
    data = bytearray(zipped(GOOD))
    at = data.find(b"word/document.xml", data.find(b"PK\x01\x02")) - 46
    struct.pack_into("<I", data, at + 24, 8)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"plain words", "this is a text file, not a Word document"),
        (b"%PDF-1.7", "this is a PDF"),
        (b"{\\rtf1}", "this is a rich text file (RTF)"),
        (OLE + "WordDocument".encode("utf-16-le"), "this is an old Word document (.doc)"),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "this is an Office document that is locked with a password",
        ),
        (docx(paragraph("x"))[:400], "the file is cut short or damaged"),
        (zipped({"a.txt": "x"}), "this is a ZIP package, not an Office document"),
        (
            zipped({"mimetype": "application/vnd.oasis"}),
            "this is a ZIP package, not an Office document",
        ),
        (zipped(parts_of("", main_type=MACROS)), "the file holds macros"),
        (zipped({**GOOD, "word/vbaProject.bin": b"x"}), "the file holds macros"),
        (zipped(parts_of("", main_type=SHEET)), "this is not a Word document"),
        (zipped(changed(document="<w:p>")), "it is not well-formed XML"),
        (
            zipped({name: one for name, one in GOOD.items() if name != "word/document.xml"}),
            "this is a ZIP package, not a Word document",
        ),
        (
            zipped(changed(document=LAUGHS)),
            "it declares a document type, which no Office file does",
        ),
        (
            zipped(changed(document=OUTSIDE)),
            "it declares a document type, which no Office file does",
        ),
        (
            zipped(changed(document=LAUGHS.encode("utf-16"))),
            "it declares a document type, which no Office file does",
        ),
        (
            zipped(changed(document=GOOD["word/document.xml"].replace("words", " " * (4 << 20)))),
            "the file unpacks to far more than a document holds",
        ),
        (zipped(GOOD, zipfile.ZIP_LZMA), "packed in a way that Office files do not use"),
        (locked(), "the file is behind a password"),
        (lying(), "the file is cut short or damaged"),
        (
            zipped({f"{n}.xml": "" for n in range(5000)}),
            "the file unpacks to far more than a document holds",
        ),
        (docx(""), "holds no words"),
        (docx(paragraph("a\u202eb")), "shows words in another order"),
        (docx(paragraph("<w:x>" * 300 + "</w:x>" * 300)), "it is not well-formed XML"),
        (
            zipped(
                changed(
                    document='<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/'
                    'main"><w:body/></w:document>'
                )
            ),
            "the document has no body",
        ),
    ],
)
def test_each_is_told_by_its_name(data: bytes, said: str) -> None:
    assert [one for one in messages(data) if said in one]
    assert len({*messages(data)}) < 3


def test_a_part_that_is_held_twice_is_refused() -> None:
    target = io.BytesIO(docx(paragraph("first")))
    with (
        zipfile.ZipFile(target, "a") as archive,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        archive.writestr("word/document.xml", "second")
    assert messages(target.getvalue()) == ["the file holds 'word/document.xml' twice"]


def test_nothing_outside_the_package_is_followed() -> None:
    relation = (
        '<Relationship Id="x" TargetMode="External" Target="http://example.org/n.xml" Type="'
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"/>'
    )
    parts = parts_of(paragraph("words"))
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace("</Rel", relation + "</Rel")
    assert len(take_in(zipped(parts), "draft.docx", "docx").parts) == 1


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    raw = bytearray(docx(paragraph("words that stand") * 5, numbering="", footnotes=""))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(4, len(raw) - 1))
        raw[at] = data.draw(st.integers(0, 255))
    with suppress(UnusableInput):
        assert take_in(bytes(raw), "draft.docx", "docx").parts


_PIECES = st.sampled_from(
    [
        *("<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>one two</w:t>", "<w:br/>", "<w:tbl>"),
        *("</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:del>", "</w:del>", "<w:x/>"),
        '<w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId w:val="9"/></w:numPr></w:pPr>',
        '<w:tcPr><w:gridSpan w:val="-3"/><w:vMerge/></w:tcPr>',
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
        '<w:pPr><w:outlineLvl w:val="99999999999"/><w:pStyle/></w:pPr>',
    ]
)


@given(st.lists(_PIECES, max_size=25))
@settings(max_examples=150, deadline=None)
def test_elements_in_any_order_are_read_or_refused_and_nothing_else(pieces: list[str]) -> None:
    with suppress(UnusableInput):
        assert take_in(docx("".join(balanced(pieces))), "draft.docx", "docx").parts


def balanced(pieces: list[str]) -> list[str]:
    """Close what is open and drop what closes nothing, so that the part is well-formed."""
    opened: list[str] = []
    result = []
    for piece in pieces:
        if piece.startswith("</"):
            if not opened or opened[-1] != piece:
                continue
            opened.pop()
        elif piece.count("<") == 1 and not piece.endswith("/>"):
            opened.append(piece.replace("<", "</"))
        result.append(piece)
    return [*result, *reversed(opened)]
