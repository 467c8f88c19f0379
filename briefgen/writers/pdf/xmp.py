"""The metadata packet: what the document is, in the form that archives and libraries read.

Enters: a plan. Leaves: an XMP packet (ISO 16684-1) that also claims PDF/UA-1 and PDF/A-2a, or -3a
of a file with attachments, with the schema that ISO 19005-2, 6.6.2.3, asks for.
No clock is read: the dates are the Pack's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.blocks import UNDATED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.writers.pdf.plan import Plan

_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
{properties}
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML file may hold (XML 1.0, 2.2): those left out of the few ranges allowed."""


def xmp_packet(plan: Plan, producer: str, *, archive: bool = True) -> bytes:
    """Write the packet; the program that made the file is ``producer``; ``archive`` is a claim."""
    day = f"{plan.date or UNDATED}T00:00:00Z"
    keywords = ", ".join(plan.keywords)
    properties = [
        _property("dc:format", "application/pdf"),
        _property("dc:title", _group("Alt", [plan.title], ' xml:lang="x-default"')),
        _property("dc:creator", _group("Seq", [plan.author])),
        _property("dc:description", _group("Alt", [plan.subject], ' xml:lang="x-default"')),
        _property("dc:subject", _group("Bag", plan.keywords)),
        _property("dc:source", _words("; ".join(plan.sources))),
        _property("dc:language", _group("Bag", [plan.language])),
        _property("pdf:Keywords", _words(keywords)),
        _property("pdf:Producer", producer),
        _property("xmp:CreatorTool", producer),
        _property("xmp:CreateDate", day),
        _property("xmp:ModifyDate", day),
        _property("pdfaid:part", ("3" if plan.attachments else "2") if archive else ""),
        _property("pdfaid:conformance", "A" if archive else ""),
    ]
    return _PACKET.format(properties="\n".join(filter(None, properties))).encode()


_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def _words(words: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", words).translate(_ESCAPES)


def _property(name: str, value: str) -> str:
    return f"<{name}>{value}</{name}>" if value else ""


def _group(kind: str, values: Iterable[str], attributes: str = "") -> str:
    items = "".join(f"<rdf:li{attributes}>{_words(value)}</rdf:li>" for value in values if value)
    return f"<rdf:{kind}>{items}</rdf:{kind}>" if items else ""
