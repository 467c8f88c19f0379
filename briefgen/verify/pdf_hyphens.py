"""Which hyphens at the ends of lines are soft ones, put there because the line ended.

Enters: an opened PDF. Leaves: where its soft hyphens are, by page, marked sequence and text object.
PDFium gives one sign for both sorts of hyphen at a line's end, so that the file's own codes must be
asked. A file whose fonts have no soft hyphen, as most, is not read through. Rules: ISO 32000-1,
9.10.3 and 14.6.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

Places: TypeAlias = set[tuple[int, int]]
"""Marked sequence, and number of the text object in it, from 0."""
Codes: TypeAlias = frozenset[bytes]

_SOFT: Final = 0xAD
_SECTION: Final = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_ONE: Final = re.compile(rb"<([0-9A-Fa-f]{2,8})>\s*<([0-9A-Fa-f]{4,})>")
_RANGE: Final = re.compile(rb"<([0-9A-Fa-f]{2,8})>\s*<([0-9A-Fa-f]{2,8})>\s*<([0-9A-Fa-f]{4})>")
_OPERATORS: Final = "BDC BMC EMC Tf Tj TJ ' \""


def soft_hyphens(pdf: pikepdf.Pdf) -> dict[int, Places]:
    """Give the text objects that end in a soft hyphen, by the number of their page, from 0."""
    known: dict[tuple[int, int], Codes] = {}
    found: dict[int, Places] = {}
    for number, page in enumerate(pdf.pages):
        fonts = {name: _codes(font, known) for name, font in _fonts(page)}
        if not any(fonts.values()):
            continue
        try:
            found[number] = set(_places(page, fonts))
        except pikepdf.PdfParsingError:
            continue  # what is no hyphen then is a difference, and is told
    return found


def _fonts(page: pikepdf.Page) -> Iterator[tuple[str, Any]]:
    resources = page.obj.get("/Resources")
    fonts = resources.get("/Font") if isinstance(resources, pikepdf.Dictionary) else None
    if isinstance(fonts, pikepdf.Dictionary):
        for name, font in fonts.items():
            if isinstance(font, pikepdf.Dictionary):
                yield name, font


def _codes(font: Any, known: dict[tuple[int, int], Codes]) -> Codes:  # noqa: ANN401 - a PDF's value
    """Give the codes that a font shows a soft hyphen for."""
    if font.objgen not in known:
        table = font.get("/ToUnicode")
        words = table.read_bytes() if isinstance(table, pikepdf.Stream) else b""
        known[font.objgen] = frozenset(_soft(words))
    return known[font.objgen]


def _soft(table: bytes) -> Iterator[bytes]:
    """Give the codes of a table of characters that stand for a soft hyphen."""
    for kind, rows in _SECTION.findall(table):
        if kind == b"char":
            ranges = [(code, code, shown) for code, shown in _ONE.findall(rows)]
        else:
            ranges = _RANGE.findall(rows)
        for low, high, start in ranges:
            steps = _SOFT - int(start, 16)
            if 0 <= steps <= int(high, 16) - int(low, 16):
                yield (int(low, 16) + steps).to_bytes(len(low) // 2, "big")


def _places(page: pikepdf.Page, fonts: dict[str, Codes]) -> Iterator[tuple[int, int]]:
    marks: list[int] = []
    counts: dict[int, int] = {}
    codes: Codes = frozenset()
    for one in pikepdf.parse_content_stream(page, _OPERATORS):
        operands, name = one.operands, str(one.operator)
        if name == "Tf":
            codes = fonts.get(str(operands[0]), frozenset())
        elif name in {"BDC", "BMC"}:
            marks.append(_number(operands[-1]) if name == "BDC" else -1)
        elif name == "EMC":
            if marks:
                marks.pop()
        elif words := _shown(operands):
            mark = next((one for one in reversed(marks) if one >= 0), -1)
            place = counts.get(mark, 0)
            counts[mark] = place + 1
            if any(words.rstrip(b" ").endswith(code) for code in codes):
                yield mark, place


def _number(properties: Any) -> int:  # noqa: ANN401 - a PDF's value
    found = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
    return found if isinstance(found, int) else -1


def _shown(operands: Any) -> bytes:  # noqa: ANN401 - a PDF's value
    """Give the codes that an operator shows, kerning left out."""
    shown = operands[-1] if len(operands) else None
    if isinstance(shown, pikepdf.Array):
        return b"".join(bytes(one) for one in shown if isinstance(one, pikepdf.String))
    return bytes(shown) if isinstance(shown, pikepdf.String) else b""
