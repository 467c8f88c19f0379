"""DOCX files written by hand, part by part, for the tests of taking in."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def parts_of(body: str, main_type: str = _MAIN, **others: str) -> dict[str, str]:
    """Give the parts of a package; ``others`` are the inner XML of parts such as ``numbering``."""
    roots = {"header1": "hdr", "footer1": "ftr"}
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_TYPE}{name.rstrip("1")}" Target="{name}.xml"/>'
        for n, name in enumerate(others)
    )
    return {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>'
        ),
        "_rels/.rels": (
            f'{_RELS}<Relationship Id="r" Type="{_TYPE}officeDocument" Target="word/document.xml"/>'
            "</Relationships>"
        ),
        "word/document.xml": f"<w:document {_W} {_MORE}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"{_RELS}{relations}</Relationships>",
        **{
            f"word/{name}.xml": _part(roots.get(name, name), inner)
            for name, inner in others.items()
        },
    }


def _part(root: str, inner: str) -> str:
    return f"<w:{root} {_W}>{inner}</w:{root}>"


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)  # dated 1980, always
    return target.getvalue()


def docx(body: str, **others: str) -> bytes:
    """Give a document with this body."""
    return zipped(parts_of(body, **others))


def paragraph(words: str, properties: str = "") -> str:
    """Give a paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(words)}</w:p>"


def run(words: str, properties: str = "") -> str:
    """Give a run."""
    held = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{held}<w:t xml:space="preserve">{words}</w:t></w:r>'
