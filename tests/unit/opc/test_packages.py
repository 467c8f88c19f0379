"""Office files from elsewhere: good ones open, harmful ones give one message that says why."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.diagnostics import Place
from briefgen.errors import UnusableInput
from briefgen.opc import open_docx, open_package, read_xml
from briefgen.opc.archive import LARGEST_FILE, MOST_MEMBERS

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="BIN" ContentType="{bin}"/>'
    '<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
)
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="{kinds}/officeDocument" Target="{target}"{mode}/>'
    "</Relationships>"
)
DOCUMENT = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


def members(
    main: str = f"{WORD}.document.main+xml", bin_type: str = "", **changed: bytes
) -> dict[str, bytes]:
    return {
        "[Content_Types].xml": TYPES.format(main=main, bin=bin_type).encode(),
        "_rels/.rels": RELS.format(kinds=KINDS, target="word/document.xml", mode="").encode(),
        "word/document.xml": DOCUMENT,
        **changed,
    }


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)  # dated 1980, always
    return data.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(UnusableInput) as caught:
        open_docx(data, "letter.docx")
    (one,) = caught.value.diagnostics
    assert one.place is not None
    assert one.place.file.startswith("letter.docx")
    assert one.hint or "larger" in one.message
    return one.message


def test_a_document_opens_with_its_parts_types_and_relationships() -> None:
    package = open_docx(packed(members()), "letter.docx")
    assert package.main == "word/document.xml"
    assert package.tree(package.main).tag.endswith("document")
    assert package.tree(package.main) is package.tree("word/document.xml")
    assert package.content_type("a/b.rels").endswith("relationships+xml")
    assert [one.kind for one in package.relationships()] == ["officeDocument"]
    assert package.relationships("word/document.xml") == ()


def test_an_address_out_of_the_package_is_told_and_not_followed() -> None:
    target = "http://example.org/evil.docx"
    rels = RELS.format(kinds=KINDS, target=target, mode=' TargetMode="External"').encode()
    package = open_package(packed(members() | {"_rels/.rels": rels}), "letter.docx")
    assert package.relationships()[0].external
    assert package.main == ""


def test_a_target_that_climbs_out_of_the_package_stays_in_it() -> None:
    rels = RELS.format(kinds=KINDS, target="../../word/document.xml", mode="").encode()
    package = open_package(packed(members() | {"_rels/.rels": rels}), "letter.docx")
    assert package.main == "word/document.xml"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"%PDF-1.7", "this is a PDF, not a Word document"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "the file is encrypted"),
        (packed(members())[:-30], "cut short or damaged"),
        (packed(members())[:60], "cut short or damaged"),
        (packed({"a.txt": b"x"}), "a ZIP package, not an Office document"),
        (packed(members(f"{WORD}.template.main+xml")), "a Word template"),
        (packed(members("application/x-spreadsheet")), "not a Word document"),
        (packed(members("application/vnd.ms-word.document.macroEnabled.main+xml")), "macros"),
        (packed(members() | {"word/vbaProject.bin": b"x"}), "macros"),
        (
            packed(members(bin_type="application/vnd.ms-office.vbaProject") | {"a.bin": b""}),
            "macros",
        ),
        (packed(members(), zipfile.ZIP_BZIP2), "packed in a way"),
        (packed(members() | {"WORD/Document.xml": b"x"}), "twice"),
        (packed(members() | {"word/media/a.png": bytes(400 * 2**20 // 100)}), "far more"),
        (packed(members() | {f"x/{n}": b"" for n in range(MOST_MEMBERS)}), "far more"),
        (bytes(LARGEST_FILE + 1), "larger than 64 MB"),
        (
            packed(
                members()
                | {
                    "_rels/.rels": RELS.format(
                        kinds="http://purl.oclc.org/ooxml/officeDocument/relationships",
                        target="word/document.xml",
                        mode="",
                    ).encode()
                }
            ),
            "Strict",
        ),
    ],
)
def test_what_is_no_plain_word_document_is_refused_once(data: bytes, message: str) -> None:
    assert message in refusal(data)


def test_a_member_behind_a_password_is_told() -> None:
    data = bytearray(packed(members()))
    local, central = data.find(b"PK\x03\x04"), data.find(b"PK\x01\x02")
    data[local + 6] |= 1
    data[central + 8] |= 1
    assert refusal(bytes(data)) == "the file is behind a password"


def test_a_member_whose_sum_is_wrong_is_damage() -> None:
    data = packed(members(), zipfile.ZIP_STORED).replace(b"<w:document", b"<w:documenT", 1)
    assert refusal(data) == "the file is cut short or damaged"


PLACE = Place("letter.docx, word/document.xml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>',
        '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]><a b="&z;"/>',
    ],
)
def test_a_document_type_is_refused_whatever_it_says(declaration: str, encoding: str) -> None:
    data = f'<?xml version="1.0" encoding="{encoding}"?>{declaration}'.encode(encoding)
    with pytest.raises(UnusableInput, match="declares a document type"):
        read_xml(data, PLACE)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<a><b></a>", "not well-formed"),
        (b"", "not well-formed"),
        (b'<?xml version="1.0" encoding="no-such"?><a/>', "not well-formed"),
        (b"<a>" * 190 + b"</a>" * 190, ""),
        (b"<a>" * 210 + b"</a>" * 210, "nested beyond reason"),
        (b"<a>" * 9000 + b"</a>" * 9000, "not well-formed"),
    ],
)
def test_broken_or_deep_xml_is_refused(data: bytes, message: str) -> None:
    if not message:
        assert read_xml(data, PLACE).tag == "a"
        return
    with pytest.raises(UnusableInput, match=message):
        read_xml(data, PLACE)


@given(st.data())
def test_no_damage_to_a_file_raises_anything_but_a_refusal(data: st.DataObject) -> None:
    whole = bytearray(packed(members()))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    for one in (bytes(whole), cut):
        try:
            package = open_docx(one, "letter.docx")
            package.tree(package.main)
        except UnusableInput as refused:
            assert len(refused.diagnostics) == 1  # noqa: PT017 - it may open, too
