"""The typefaces of the PDF as files: their names, and their bytes, unpacked ahead of need.

Enters: names of families. Leaves: bytes of TrueType files from the package ``pymupdf-fonts``, which
keeps them packed (LZMA); unpacking one takes some 25 ms. Knows no library that sets or draws text.
"""

from __future__ import annotations

from threading import Thread

import pymupdf_fonts

FILES = {
    "FiraGO-Regular": "figo",
    "FiraGO-Bold": "figbo",
    "FiraGO-Italic": "figit",
    "FiraGO-BoldItalic": "figbi",
    "NotoSans-Regular": "notos",
    "NotoSans-Bold": "notosbo",
    "NotoSans-Italic": "notosit",
    "NotoSans-BoldItalic": "notosbi",
    "CascadiaMono-Regular": "cascadia",
}
"""Faces by name, and what ``pymupdf-fonts`` calls them. Its Noto symbol fonts have PostScript
outlines, which reportlab cannot embed; Cascadia Mono has the shapes that they would be asked for.
"""

FAMILIES = {"FiraGO": "FiraGO", "Noto Sans": "NotoSans"}


def face_name(family: str, *, bold: bool, italic: bool) -> str:
    """Name the face of a family of the style ("FiraGO", "Noto Sans")."""
    style = ("Bold" if bold else "") + ("Italic" if italic else "")
    return f"{FAMILIES[family]}-{style or 'Regular'}"


def face_bytes(name: str) -> bytes:
    """Give the TrueType file of a face; it is unpacked once in a process."""
    data: bytes = pymupdf_fonts.myfont(FILES[name])
    return data


def unpack_ahead(family: str) -> None:
    """Unpack the faces that every pack needs on another core, while other work goes on.

    Unpacking happens as a module of the package is imported, and Python imports a module once: who
    asks for a face meanwhile waits for it, so that nothing is shared but what imports share.
    """
    names = [face_name(family, bold=bold, italic=False) for bold in (False, True)]
    Thread(target=lambda: list(map(face_bytes, names)), daemon=True).start()
