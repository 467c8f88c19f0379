"""Content controls: what is quoted stands in one, so that it keeps its origin while Word edits it.

Enters: planned paragraphs, and XML. Leaves: XML with a control around it. A control is not locked
and shows no frame; its tag is the unit's id (ISO/IEC 29500-1, 17.5.2).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from zlib import crc32

from briefgen.writers.docx.model import Break, NoteCall
from briefgen.writers.docx.xml_text import value

if TYPE_CHECKING:
    from briefgen.writers.docx.model import Para, Piece

_LONGEST = 64
"""Word takes no longer tag or name for a control ([MS-OI29500], 17.5.2.42)."""


def sole_unit(para: Para) -> str:
    """Give the unit that all of a paragraph quotes in one look, "" where there is none.

    A paragraph that ends a section stays outside of controls: Word takes the section out with
    the control. One of several looks has its controls inside: LibreOffice gives all words of a
    paragraph in a control the look of the first.
    """
    if not para.pieces or para.ends or len({piece.look for piece in para.pieces}) > 1:
        return ""
    return unit_of(para.pieces[0]) if all(map(unit_of, para.pieces)) else ""


def unit_of(piece: Piece) -> str:
    """Give the unit that a piece quotes.

    The mark of a note stays outside of controls, and so does a line break: LibreOffice would move
    them to where the control begins.
    """
    return "" if isinstance(piece, NoteCall | Break) else piece.look.unit


def in_control(unit: str, number: int, content: str) -> str:
    """Put paragraphs or runs into control ``number``, which no other of the file has."""
    return (
        f'<w:sdt><w:sdtPr>{_names(unit)}<w:id w:val="{number}"/>'
        '<w15:appearance w15:val="hidden"/></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def tag(unit: str) -> str:
    """Give a control's tag: the unit's id; a very long one ends in a sum of the whole."""
    if len(unit) <= _LONGEST:
        return unit
    ending = f"~{crc32(unit.encode()):08x}"
    return unit[: _LONGEST - len(ending)] + ending


@cache
def _names(unit: str) -> str:
    name = unit.replace("/", " \N{MIDDLE DOT} ")
    short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
    return value("alias", short) + value("tag", tag(unit))
