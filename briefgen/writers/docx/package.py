"""The package: which parts a DOCX has, how they refer to each other, and the zip they travel in.

Enters: a plan. Leaves: the file's bytes, the same for the same plan on any day and machine.
python-docx keeps the parts, their relationships and the core properties.
"""

from __future__ import annotations

import io
import zipfile
from functools import partial
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefgen.blocks import UNDATED
from briefgen.writers.docx.comments_part import Hooks, comments_part
from briefgen.writers.docx.flow_xml import FlowXml, Ids
from briefgen.writers.docx.looks import paper_colour
from briefgen.writers.docx.manifest_part import manifest_part, manifest_properties_part
from briefgen.writers.docx.numbering_part import numbering_part
from briefgen.writers.docx.picture_xml import PICTURE
from briefgen.writers.docx.small_parts import app_part, font_table_part, settings_part
from briefgen.writers.docx.styles_part import styles_part
from briefgen.writers.docx.text_parts import (
    document_part,
    footnotes_part,
    running_part,
    section_xml,
)
from briefgen.writers.docx.theme_part import theme_part
from briefgen.writers.docx.xml_text import attribute

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from docx.opc.coreprops import CoreProperties

    from briefgen.writers.docx.model import DocumentPlan, Properties

_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LONGEST_PROPERTY = 255
"""Word's limit for the text of a core property; python-docx refuses more."""
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_SQUEEZE = 5
"""The level of compression: 6 takes half as long again for 3 % less."""
_MADE_ON_FAT = 0
"""The zip's "made by": it says nothing of the machine."""


class WrittenPart(Part):
    """A part whose words are set once its relationships are known."""

    def __init__(self, name: str, content_type: str, content: bytes = b"") -> None:
        super().__init__(PackURI(name), content_type)
        self.content = content
        self._addresses: dict[str, str] = {}
        self._pictures: dict[bytes, str] = {}

    @property
    def blob(self) -> bytes:
        """The part's bytes."""
        return self.content

    def relate_address(self, address: str) -> str:
        """Give the id of the relationship to a web address, which is made when first asked for."""
        found = self._addresses.get(address)
        if found is None:
            found = f"rId{len(self.rels) + 1}"
            self.rels.add_relationship(
                RELATIONSHIP_TYPE.HYPERLINK, address, found, is_external=True
            )
            self._addresses[address] = found
        return found

    def relate_picture(self, data: bytes) -> str:
        """Give the id of the relationship to a picture, a part of its own; one twice is one."""
        found = self._pictures.get(data)
        if found is None:
            name = f"/word/media/image{len(self._pictures) + 1}.emf"
            picture = WrittenPart(name, PICTURE, data)
            found = self._pictures[data] = self.relate_to(picture, RELATIONSHIP_TYPE.IMAGE)
        return found


def package_bytes(plan: DocumentPlan) -> bytes:
    """Give the file of a plan."""
    return zipped(package_files(build_package(plan)))


def build_package(plan: DocumentPlan) -> OpcPackage:
    """Make all parts of a plan and relate them."""
    package = OpcPackage()
    document = WrittenPart("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN)
    package.relate_to(document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    _set_core_properties(package.core_properties, plan.properties)
    app = WrittenPart("/docProps/app.xml", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, app_part())
    package.relate_to(app, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    _relate_looks(document, plan)
    _write_words(document, plan)
    if plan.manifest:
        _relate_manifest(document, plan.manifest)
    return package


def _relate_manifest(document: WrittenPart, manifest: str) -> None:
    """Add what the file says of itself in custom XML (ISO/IEC 29500-1, 15.2.5)."""
    item = WrittenPart("/customXml/item1.xml", CONTENT_TYPE.XML, manifest_part(manifest))
    properties = WrittenPart(
        "/customXml/itemProps1.xml",
        CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
        manifest_properties_part(),
    )
    document.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
    item.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)


def _relate_looks(document: WrittenPart, plan: DocumentPlan) -> None:
    """Add the parts that hold no words."""
    language, right_to_left = plan.properties.language, plan.last_section.right_to_left
    styles = styles_part(
        plan.styles, language, right_to_left=right_to_left, comments=bool(plan.remarks)
    )
    settings = settings_part(
        first_note=plan.first_note,
        with_notes=bool(plan.footnotes),
        mirrored=plan.mirrored,
        tells_backs=plan.tells_backs,
        hyphenated=plan.styles.hyphenates,
    )
    parts = [
        ("styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, styles),
        ("settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, settings),
        (
            "fontTable",
            CONTENT_TYPE.WML_FONT_TABLE,
            RELATIONSHIP_TYPE.FONT_TABLE,
            font_table_part(plan.styles.font),
        ),
        ("theme/theme1", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME, _theme(plan)),
    ]
    if plan.numbering.lists:
        numbering = numbering_part(plan.numbering)
        parts.append(
            ("numbering", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING, numbering)
        )
    for name, content_type, relationship, content in parts:
        document.relate_to(WrittenPart(f"/word/{name}.xml", content_type, content), relationship)


def _theme(plan: DocumentPlan) -> bytes:
    sheet = plan.styles
    ink, accent = sheet.role("body").colour, sheet.role("link").colour
    tint = sheet.role("box").background or "#ffffff"
    return theme_part(sheet.font, *(paper_colour(colour) for colour in (ink, accent, tint)))


def _write_words(document: WrittenPart, plan: DocumentPlan) -> None:
    """Write the parts that hold words; they share the numbers that must be unique in a file."""
    stamp = attribute("w:author", "briefgen") + attribute(
        "w:date", f"{plan.properties.date:%Y-%m-%dT%H:%M:%SZ}"
    )
    ids = Ids()

    def writer(part: WrittenPart, relationships: Sequence[str] = ()) -> FlowXml:
        sections = partial(section_xml, relationships=relationships)
        hooks = Hooks(plan.remarks if part is document else ())
        own_marks = not plan.first_note
        return FlowXml(
            *(ids, part.relate_address, stamp, part.relate_picture, own_marks, sections, hooks)
        )

    relationships = _write_running_lines(document, plan, writer)
    document.content = document_part(plan, writer(document, relationships))
    if plan.footnotes:
        notes = WrittenPart("/word/footnotes.xml", CONTENT_TYPE.WML_FOOTNOTES)
        notes.content = footnotes_part(plan.footnotes, writer(notes))
        document.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)
    if plan.remarks:
        remarks = WrittenPart("/word/comments.xml", CONTENT_TYPE.WML_COMMENTS, _comments(plan))
        document.relate_to(remarks, RELATIONSHIP_TYPE.COMMENTS)


def _comments(plan: DocumentPlan) -> bytes:
    """Write the comments of the delegation, on the day of the pack if it has one."""
    said = plan.properties
    undated = f"{said.date:%Y-%m-%d}" == UNDATED
    date = "" if undated else f"{said.date:%Y-%m-%dT%H:%M:%SZ}"
    right_to_left = plan.last_section.right_to_left
    return comments_part(plan.remarks, said.author, date, right_to_left=right_to_left)


def _write_running_lines(
    document: WrittenPart, plan: DocumentPlan, writer: Callable[[WrittenPart], FlowXml]
) -> list[str]:
    """Write headers and footers; give the document's relationships to them, in order."""
    relationships: list[str] = []
    for number, running in enumerate(plan.running, 1):
        header = running.kind == "header"
        part = WrittenPart(
            f"/word/{running.kind}{number}.xml",
            CONTENT_TYPE.WML_HEADER if header else CONTENT_TYPE.WML_FOOTER,
        )
        part.content = running_part(running, writer(part), number, plan.styles.font)
        kind = RELATIONSHIP_TYPE.HEADER if header else RELATIONSHIP_TYPE.FOOTER
        relationships.append(document.relate_to(part, kind))
    return relationships


def _set_core_properties(core: CoreProperties, properties: Properties) -> None:
    """Set all core properties; python-docx's own defaults name a program and the time of day."""
    core.title = _short(properties.title)
    core.subject = _short(properties.subject)
    core.keywords = _short(", ".join(properties.keywords))
    core.author = core.last_modified_by = _short(properties.author)
    core.language = properties.language
    core.created = core.modified = properties.date.replace(tzinfo=None)
    core.revision = 1


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_PROPERTY else f"{text[: _LONGEST_PROPERTY - 1]}…"


def package_files(package: OpcPackage) -> dict[str, bytes]:
    """Give the files of a package by their names in the zip."""
    files = {"_rels/.rels": _utf8(package.rels.xml)}
    overrides: list[str] = []
    for part in package.iter_parts():
        files[part.partname.membername] = part.blob
        overrides.append(
            f'<Override PartName="{part.partname}"{attribute("ContentType", part.content_type)}/>'
        )
        if part.rels:
            files[part.partname.rels_uri.lstrip("/")] = _utf8(part.rels.xml)
    files["[Content_Types].xml"] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Types xmlns="{_CONTENT_TYPES}">'
        f'<Default Extension="rels" ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="{CONTENT_TYPE.XML}"/>'
        f"{''.join(sorted(overrides))}</Types>"
    ).encode()
    return files


def _utf8(xml: str | bytes) -> bytes:
    return xml if isinstance(xml, bytes) else xml.encode()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Pack files in the order of their names, with a fixed date and no trace of the machine.

    The content types come first: ``[`` sorts before the small letters, and readers want it so.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _MADE_ON_FAT
            archive.writestr(entry, files[name], compresslevel=_SQUEEZE)
    return packed.getvalue()
