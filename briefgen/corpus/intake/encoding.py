"""The bytes of a text file as characters, or the name of what they are instead.

Enters: bytes. Leaves: characters, when the bytes are UTF-8 (a byte order mark may stand first).
Anything else is named and refused, never converted: a guess at an encoding mangles words.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from briefgen.file_kinds import kind_of

if TYPE_CHECKING:
    from briefgen.corpus.intake.findings import Findings

SIZE_LIMIT: Final = 32 << 20
"""Bytes of a text; the longest of the shipped sources has 160,000."""

LINE_END: Final = re.compile(r"\r\n|\n|\r")

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),  # begins like the mark of UTF-16
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SAMPLE: Final = 1 << 16
_WESTERN: Final = "cp1252"
_NAMES: Final = {
    _WESTERN: "Windows-1252 (Western European)",
    "latin_1": "ISO 8859-1 (Western European)",
    "cp1250": "Windows-1250 (Central European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "cp1256": "Windows-1256 (Arabic)",
    "gb18030": "GB 18030 (Chinese)",
    "big5": "Big5 (Chinese)",
    "koi8_r": "KOI8-R (Cyrillic)",
}
_HINT: Final = "open it in the program it comes from and save it as UTF-8"


def read_text(data: bytes, findings: Findings) -> str:
    """Give the characters of a UTF-8 file; the lines end as they do in the file.

    Raises:
        UnusableInput: the file is too large, is no text, is not UTF-8, or holds characters that
            no text may hold; each with its line and column.
    """
    if len(data) > SIZE_LIMIT:
        findings.fault(f"the file is larger than {SIZE_LIMIT >> 20} MB", hint="split it")
    elif kind := kind_of(data):
        findings.fault(f"this is {kind}, not a text file", hint="name its format, or save as text")
    findings.raise_any()
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode()
    except UnicodeDecodeError as flaw:
        _name_encoding(body, flaw.start, findings)
    else:
        if "\0" in text and (wide := _wide(data)):
            findings.fault(f"the file is {wide}, not UTF-8", 1, _HINT, 1)
            findings.raise_any()
        for number, line in enumerate(LINE_END.split(text), start=1):
            findings.see(line, number)
        if not text.strip():
            findings.fault("holds no words")
        findings.raise_any()
        return text
    findings.raise_any()
    raise AssertionError  # pragma: no cover - a fault was recorded above


def _name_encoding(body: bytes, start: int, findings: Findings) -> None:
    """Record where the first byte is that is not UTF-8, and what the file probably is."""
    before = LINE_END.split(body[:start].decode("utf-8", "replace"))
    findings.fault(
        f"byte 0x{body[start]:02X} is not UTF-8; the file is probably {_likely(body)}",
        len(before),
        _HINT,
        len(before[-1]) + 1,
    )


def _likely(body: bytes) -> str:
    """Name the likely encoding of bytes that are not UTF-8."""
    if wide := _wide(body):
        return wide
    from charset_normalizer import from_bytes  # noqa: PLC0415 - for files that are refused only

    found = [one for one in from_bytes(body[:_SAMPLE]) if one.encoding[:3] != "utf"]
    if not found:
        return _NAMES[_WESTERN]
    likely = (one for one in found if one.chaos == found[0].chaos)
    if any(_WESTERN in one.could_be_from_charset for one in likely):
        # of those that fit equally well, the one that most programs write
        return _NAMES[_WESTERN]
    return _NAMES.get(found[0].encoding, found[0].encoding)


def _wide(data: bytes) -> str:
    """Name an encoding of two or four bytes a character, by its mark or its zero bytes."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    sample = data[:_SAMPLE]
    zeros = sample.count(0)
    if zeros * 2 > len(sample):
        return "UTF-32"
    return "UTF-16" if zeros * 4 > len(sample) else ""
