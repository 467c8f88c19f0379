"""References as delegations have them, made with python-docx and by hand: each of another kind."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from briefgen.blocks import Note, NoteReference, Pack, Paragraph, Section, Text
from briefgen.resources import shipped
from briefgen.style_files import load_style
from briefgen.writers.docx import write_docx
from briefgen.writers.docx.starter import starter_reference

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document as Opened

STYLE = load_style(shipped("templates") / "styles" / "standard.yaml")
W = nsdecls("w")


def png() -> bytes:
    """Make a small blue picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = (b"\0" + b"\x0b\x5a\x8a" * 8) * 8
    size = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    head, data = chunk(b"IHDR", size), chunk(b"IDAT", zlib.compress(rows))
    return b"\x89PNG\r\n\x1a\n" + head + data + chunk(b"IEND", b"")


def saved(document: Opened) -> bytes:
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def add(document: Opened, xml: str) -> None:
    """Put XML before the last section of the body."""
    document.element.body[-1].addprevious(parse_xml(xml))


def letterhead() -> bytes:
    """A picture in the header of the first page, which has another header than the rest."""
    document = Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].add_run().add_picture(io.BytesIO(png()), Cm(1))
    for one in section.first_page_header._element.iter("{*}docPr"):
        one.set("descr", "Arms of Example State")
    section.header.paragraphs[0].text = "{{ title }}"
    section.footer.paragraphs[0].text = "{{ marking }}\t{{ date }}"
    document.add_paragraph("{{ body }}")
    return saved(document)


def several_sections() -> bytes:
    """A landscape section before the one with the pack, and one after it."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Annex"
    document.add_paragraph("A wide page.")
    wide = document.sections[0]
    wide.orientation, wide.page_width, wide.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    upright = document.add_section(WD_SECTION.NEW_PAGE)
    upright.orientation, upright.page_width, upright.page_height = (
        WD_ORIENT.PORTRAIT,
        Cm(21),
        Cm(29.7),
    )
    upright.header.is_linked_to_previous = False
    upright.header.paragraphs[0].text = "{{ delegation }}"
    document.add_paragraph("{{ body }}")
    document.add_section(WD_SECTION.ODD_PAGE)
    document.add_paragraph("The last page.")
    return saved(document)


def table_in_header() -> bytes:
    """A header laid out with a table, and words before and after the pack."""
    document = Document()
    header = document.sections[0].header
    table = header.add_table(1, 2, Cm(16))
    table.cell(0, 0).text = "{{ delegation }}"
    table.cell(0, 1).text = "{{marking}}"
    document.add_paragraph("{{ title }}", "Title")
    document.add_paragraph("{{ body }}")
    document.add_paragraph("Signed at the desk.")
    return saved(document)


def tracked_changes() -> bytes:
    """Words put in and taken out, with a placeholder that is spread over runs and a change."""
    document = Document()
    add(
        document,
        f'<w:p {W}><w:r><w:t xml:space="preserve">For </w:t></w:r>'
        '<w:del w:id="1" w:author="A" w:date="2018-01-01T00:00:00Z"><w:r><w:delText>{{ title }}'
        '</w:delText></w:r></w:del><w:ins w:id="2" w:author="A" w:date="2018-01-01T00:00:00Z"><w:r>'
        "<w:t>{{ dele</w:t></w:r></w:ins><w:r><w:rPr><w:b/></w:rPr><w:t>gation</w:t></w:r>"
        '<w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve"> }}, again {{date}}</w:t>'
        "</w:r></w:p>",
    )
    document.add_paragraph("{{ body }}")
    return saved(document)


def comments() -> bytes:
    """A comment of a colleague."""
    document = Document()
    paragraph = document.add_paragraph("To be signed.")
    comment = document.add_comment(paragraph.runs, "By whom?", author="Desk", initials="D")
    comment._comment_elm.set(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}date", "2018-01-01T00:00:00Z"
    )
    for name in ("CommentReference", "CommentText"):
        kind = "paragraph" if name == "CommentText" else "character"
        document.styles.element.append(
            parse_xml(
                f'<w:style {W} w:type="{kind}" w:styleId="{name}">'
                f'<w:name w:val="annotation {name[7:].lower()}"/></w:style>'
            )
        )
    document.add_paragraph("{{ body }}")
    return saved(document)


def footnotes() -> bytes:
    """Notes, lists and bookmarks of its own: another pack, of which something was kept."""
    note = Note("n", "1", (Paragraph((Text("A note of theirs."),)),))
    words = Paragraph((Text("Theirs"), NoteReference("n", "1"), Text(" {{ title }}")))
    pack = Pack("Theirs", "fr", "", (Section((words, Paragraph((Text("{{ body }}"),)))),), (note,))
    return write_docx(pack, STYLE)


def other_styles() -> bytes:
    """The ids of a Word in German, and other styles under the ids that the pack has."""
    clauses = (
        f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{identity}">'
        f'<w:name w:val="{name}"/>'
        '<w:rPr><w:color w:val="7A1F1F"/></w:rPr></w:style>'
        for identity, name, kind in (
            ("Heading1", "Clause", "paragraph"),
            ("Locator", "Fundstelle", "character"),
            ("ClosingLine", "Briefing Table", "paragraph"),
        )
    )
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(Document()))) as old, zipfile.ZipFile(data, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/styles.xml":
                text = content.decode()
                for theirs, german in (("Heading1", "berschrift1"), ("Strong", "Fett")):
                    text = text.replace(f'w:styleId="{theirs}"', f'w:styleId="{german}"')
                    for kind in ("basedOn", "next", "link"):
                        text = text.replace(
                            f'<w:{kind} w:val="{theirs}"/>', f'<w:{kind} w:val="{german}"/>'
                        )
                content = text.replace("</w:styles>", f"{''.join(clauses)}</w:styles>").encode()
            new.writestr(name, content)
    return data.getvalue()


def right_to_left() -> bytes:
    """A document in Arabic."""
    document = Document()
    document.element.body[-1].append(parse_xml(f"<w:bidi {W}/>"))
    body = document.element.body[-1]
    grid = next((one for one in body if one.tag.endswith("}docGrid")), None)
    if grid is not None:
        grid.addprevious(body[-1])
    add(
        document,
        f"<w:p {W}><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr>"
        "<w:t>بعثة {{ delegation }}</w:t></w:r></w:p>",
    )
    document.add_paragraph("{{ body }}")
    return saved(document)


def protected() -> bytes:
    """Even and odd pages, two columns, a border round the page, numbers from 7, read only."""
    document = Document()
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    section.even_page_header.paragraphs[0].text = "{{ title }}"
    section.header.paragraphs[0].text = "{{ delegation }}"
    protection = f'<w:documentProtection {W} w:edit="readOnly" w:enforcement="1"/>'
    (stops,) = document.settings.element.iter("{*}defaultTabStop")
    stops.addprevious(parse_xml(protection))
    properties = document.element.body[-1]
    for one in list(properties):
        if one.tag.endswith(("}cols", "}docGrid")):
            properties.remove(one)
    border = (
        f'<w:pgBorders {W}><w:top w:val="single" w:sz="4" w:space="24" w:color="auto"/>'
        "</w:pgBorders>"
    )
    for xml in (
        border,
        f'<w:pgNumType {W} w:start="7"/>',
        f'<w:cols {W} w:num="2" w:space="720"/>',
    ):
        properties.append(parse_xml(xml))
    document.add_paragraph("{{ body }}")
    return saved(document)


def custom_xml() -> bytes:
    """Data of an archive system, a list, a control, and a bookmark that the pack has too."""
    document = Document()
    part = Part(
        PackURI("/customXml/item7.xml"),
        "application/xml",
        b'<file xmlns="urn:archive"><number>2018/7</number></file>',
        document.part.package,
    )
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    identity = "{8D3F0B3C-0000-4000-8000-000000000007}"
    described = Part(
        PackURI("/customXml/itemProps7.xml"),
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        f'<d:datastoreItem d:itemID="{identity}" xmlns:d="{space}"/>'.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
    part.relate_to(described, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.add_paragraph("An item of theirs.", "List Number")
    add(
        document,
        f'<w:p {W}><w:bookmarkStart w:id="5" w:name="Objective_9"/><w:r><w:t>Marked.</w:t></w:r>'
        '<w:bookmarkEnd w:id="5"/><w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent><w:r>'
        "<w:t>{{ marking }}</w:t></w:r></w:sdtContent></w:sdt></w:p>",
    )
    return saved(document)


def bare() -> bytes:
    """No styles, settings, theme or sections: all that the format asks for."""
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{relationships}"><Relationship Id="rId1" '
        f'Type="{RELATIONSHIP_TYPE.OFFICE_DOCUMENT}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W}><w:body><w:p/></w:body></w:document>",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def starter() -> bytes:
    """What `briefgen reference` makes."""
    return starter_reference(STYLE)


KINDS: dict[str, Callable[[], bytes]] = {
    one.__name__: one
    for one in (
        *(letterhead, several_sections, table_in_header, tracked_changes, comments, footnotes),
        *(other_styles, right_to_left, protected, custom_xml, bare, starter),
    )
}
