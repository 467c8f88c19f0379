"""A reference that would do harm, or that nothing can be put into, is refused with its place."""

from __future__ import annotations

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from unit.writers.docx.reference.letterheads import STYLE, W, add, saved

from briefgen.blocks import Pack, Paragraph, Section, Text
from briefgen.errors import UnusableInput
from briefgen.writers.docx import open_reference, write_docx

TEMPLATE = RELATIONSHIP_TYPE.SETTINGS.replace("settings", "attachedTemplate")


def refusals(data: bytes) -> list[str]:
    with pytest.raises(UnusableInput) as caught:
        open_reference(data, "letter.docx")
    assert all(str(one.place).startswith("letter.docx") for one in caught.value.diagnostics)
    return [one.message for one in caught.value.diagnostics]


def field(*pieces: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in pieces)
    start, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"<w:p {W}>{start}{runs}{end}</w:p>"


@pytest.mark.parametrize(
    ("xml", "named"),
    [
        (field(" INCLUDE", 'PICTURE "http://example.org/x.png" \\d'), "INCLUDEPICTURE"),
        (field(" DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "), "DDEAUTO"),
        (f'<w:p {W}><w:fldSimple w:instr=" includetext x.docx "/></w:p>', "includetext"),
        (f"<w:p {W}><w:r><w:instrText>LINK Excel.Sheet</w:instrText></w:r></w:p>", "LINK"),
    ],
)
def test_fields_that_fetch_or_run_are_refused(xml: str, named: str) -> None:
    document = Document()
    add(document, xml)
    expected = f"the reference has a field that fetches or runs something: {named}"
    assert refusals(saved(document)) == [expected]


def test_harmless_fields_are_let_be() -> None:
    document = Document()
    add(document, field(" PAGE "))
    add(document, field(' HYPERLINK "https://un.org" '))
    assert open_reference(saved(document), "letter.docx")


def test_a_picture_elsewhere_is_refused_and_a_template_elsewhere_left_behind() -> None:
    document = Document()
    settings = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
    settings.relate_to("http://example.org/a.dotm", TEMPLATE, is_external=True)
    opened = open_reference(saved(document), "letter.docx")
    pack = Pack("Title", "en", "", (Section((Paragraph((Text("x"),)),)),))
    assert b"example.org" not in b"".join(
        open_reference(write_docx(pack, STYLE, {}, opened), "x").package.parts.values()
    )
    document.part.relate_to("http://example.org/a.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    assert refusals(saved(document)) == [
        "the reference fetches a file (image) from 'http://example.org/a.png'"
    ]


def test_controls_that_are_programs_are_refused() -> None:
    document = Document()
    kind = "application/vnd.ms-office.activeX+xml"
    part = Part(PackURI("/word/activeX/activeX1.xml"), kind, b"<x/>", document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CONTROL)
    assert refusals(saved(document)) == ["the reference holds controls that are programs"]


@pytest.mark.parametrize("words", ["See {{ body }}", "{{ body }} {{ title }}"])
def test_the_place_of_the_pack_is_a_paragraph_of_its_own(words: str) -> None:
    document = Document()
    document.add_paragraph(words)
    assert refusals(saved(document)) == ["'{{ body }}' cannot stand here"]


def test_the_place_of_the_pack_is_one_and_in_the_text_itself() -> None:
    document = Document()
    document.add_paragraph("{{ body }}")
    document.add_table(1, 1).cell(0, 0).text = "{{ body }}"
    document.sections[0].header.paragraphs[0].text = "{{ body }}"
    assert refusals(saved(document)) == ["'{{ body }}' cannot stand here"] * 2


def test_a_placeholder_that_is_none_is_told_with_the_nearest() -> None:
    document = Document()
    document.add_paragraph("{{ titel }} and {{ meeting.name }}")
    with pytest.raises(UnusableInput) as caught:
        open_reference(saved(document), "letter.docx")
    first, second = caught.value.diagnostics
    assert first.message == "there is nothing to put for '{{ titel }}'"
    assert first.hint == "did you mean 'title'?"
    assert "meeting.name" in second.message


def test_a_file_that_is_no_document_is_refused_once() -> None:
    assert refusals(b"PK\x03\x04") == ["the file is cut short or damaged"]


def test_words_for_a_placeholder_that_no_file_can_hold_are_told() -> None:
    document = Document()
    document.add_paragraph("{{ marking }}")
    opened = open_reference(saved(document), "letter.docx")
    pack = Pack("Title", "en", "", (Section(()),), marking="\x01")
    with pytest.raises(UnusableInput, match=r"U\+0001"):
        write_docx(pack, STYLE, {}, opened)
