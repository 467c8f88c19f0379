"""The parts that hold words: the document, the footnotes, the headers and footers.

Enters: a plan, and the writer of flows for the part. Leaves: each part's bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.writers.docx.watermark_xml import watermark_xml
from briefgen.writers.docx.xml_text import part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.writers.docx.flow_xml import FlowXml
    from briefgen.writers.docx.model import DocumentPlan, Footnote, Running, SectionShape

_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote>"
)


def document_part(plan: DocumentPlan, xml: FlowXml) -> bytes:
    """Give ``word/document.xml``."""
    body = xml.flow(plan.body) + xml.section_xml(plan.last_section)
    return part("w:document", f"<w:body>{body}</w:body>", "r", "w15")


def footnotes_part(footnotes: Sequence[Footnote], xml: FlowXml) -> bytes:
    """Give ``word/footnotes.xml``, which begins with the two lines that part notes from text."""
    notes = (
        f'<w:footnote w:id="{note.number}">{xml.flow(note.flow)}</w:footnote>' for note in footnotes
    )
    return part("w:footnotes", "".join((_SEPARATORS, *notes)), "r", "w15")


def running_part(running: Running, xml: FlowXml, number: int, font: str) -> bytes:
    """Give ``word/header1.xml`` or ``word/footer1.xml``; ``font`` is a watermark's."""
    root = "w:hdr" if running.kind == "header" else "w:ftr"
    drawn = ""
    if mark := running.watermark:
        drawn = watermark_xml(mark.words, font, *mark.page, number)
    return part(root, xml.paragraph(running.line, after=drawn), "r", "w15")


def section_xml(shape: SectionShape, relationships: Sequence[str]) -> str:
    """Give the XML of a section; ``relationships`` are those of the running lines, in order."""
    parts: list[str] = []
    for kind, pages, number in (
        ("header", "default", shape.header),
        ("footer", "default", shape.footer),
        ("header", "even", shape.back_header),
        ("footer", "even", shape.back_footer),
    ):
        if number is not None:
            parts.append(_reference(kind, pages, relationships[number]))
    if shape.first_header is not None:
        parts.append(_reference("header", "first", relationships[shape.first_header]))
        if shape.footer is not None:
            parts.append(_reference("footer", "first", relationships[shape.footer]))
    margins = "".join(
        f' w:{side}="{width}"'
        for side, width in (
            ("top", shape.top),
            ("right", shape.right),
            ("bottom", shape.bottom),
            ("left", shape.left),
            ("header", shape.header_distance),
            ("footer", shape.footer_distance),
            ("gutter", shape.gutter),
        )
    )
    turned = ' w:orient="landscape"' if shape.landscape else ""
    parts += (
        '<w:type w:val="oddPage"/>' if shape.on_front else '<w:type w:val="nextPage"/>',
        f'<w:pgSz w:w="{shape.width}" w:h="{shape.height}"{turned}/>',
        f"<w:pgMar{margins}/>",
        _numerals(shape),
        "<w:titlePg/>" if shape.first_header is not None else "",
        "<w:bidi/>" if shape.right_to_left else "",
    )
    return f"<w:sectPr>{''.join(parts)}</w:sectPr>"


def _numerals(shape: SectionShape) -> str:
    roman = ' w:fmt="lowerRoman"' if shape.roman else ""
    start = "" if shape.first_number is None else f' w:start="{shape.first_number}"'
    return f"<w:pgNumType{roman}{start}/>" if roman or start else ""


def _reference(kind: str, pages: str, relationship: str) -> str:
    return f'<w:{kind}Reference w:type="{pages}" r:id="{relationship}"/>'
