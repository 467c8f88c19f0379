"""Faces into the file: each subset as a font that carries its glyphs and says what they mean.

Enters: the encodings of a plan. Leaves: font objects, by the names that pages use. The glyphs are
cut out by reportlab. References are to ISO 32000-1.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from briefgen.writers.pdf.fonts import load_face

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.writers.pdf.encoding import Encoding
    from briefgen.writers.pdf.fonts import Face
    from briefgen.writers.pdf.objects import Objects

_SYMBOLIC, _NONSYMBOLIC = 1 << 2, 1 << 5
"""Flags of a font (9.8.2): its codes are its own, not a standard encoding's."""

_MOST_AT_ONCE = 100
"""Mappings in one block of a character map (Adobe Technical Note 5014)."""


def embed(encodings: Iterable[Encoding], objects: Objects) -> str:
    """Embed every subset; give the font resources of the pages (7.8.3)."""
    fonts: list[str] = []
    for encoding in encodings:
        for resource, subset in zip(encoding.names, encoding.subsets, strict=True):
            fonts.append(f"{resource} {_font(encoding.face, subset, objects)} 0 R")
    return f"<<{''.join(fonts)}>>"


def _font(face_name: str, subset: list[int], objects: Objects) -> int:
    """Write a simple TrueType font with codes of its own (9.6.3)."""
    face = load_face(face_name)
    metrics = face.font.face
    program: bytes = metrics.makeSubset(subset)
    file = objects.add_stream(program, f"/Length1 {len(program)}")
    base = f"/{_tag(program)}+{face_name}"
    box = " ".join(f"{side:g}" for side in metrics.bbox)
    descriptor = objects.add(
        f"<</Type/FontDescriptor/FontName{base}/FontFile2 {file} 0 R"
        f"/Flags {metrics.flags & ~_NONSYMBOLIC | _SYMBOLIC}/FontBBox[{box}]"
        f"/Ascent {metrics.ascent:g}/Descent {metrics.descent:g}/CapHeight {metrics.capHeight:g}"
        f"/ItalicAngle {metrics.italicAngle:g}/StemV {metrics.stemV:g}>>"
    )
    widths = " ".join([f"{face.advance(point):g}" if point else "0" for point in subset])
    meaning = objects.add_stream(_to_unicode(subset, face))
    return objects.add(
        f"<</Type/Font/Subtype/TrueType/BaseFont{base}/FontDescriptor {descriptor} 0 R"
        f"/FirstChar 0/LastChar {len(subset) - 1}/Widths[{widths}]/ToUnicode {meaning} 0 R>>"
    )


def _tag(program: bytes) -> str:
    """Give six letters that are other ones for another subset (9.6.4)."""
    digest = hashlib.md5(program, usedforsecurity=False).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _to_unicode(subset: list[int], face: Face) -> bytes:
    """Write what character each code is, or what letters are joined in it (9.10.3)."""
    known = [
        f"<{code:02X}><{face.letters(point).encode('utf-16-be').hex().upper()}>"
        for code, point in enumerate(subset)
        if point
    ]
    blocks = [known[at : at + _MOST_AT_ONCE] for at in range(0, len(known), _MOST_AT_ONCE)]
    lines = [
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def",
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def",
        "1 begincodespacerange<00><FF>endcodespacerange",
        *("\n".join([f"{len(one)} beginbfchar", *one, "endbfchar"]) for one in blocks),
        "endcmap CMapName currentdict/CMap defineresource pop end end",
    ]
    return "\n".join(lines).encode("ascii")
