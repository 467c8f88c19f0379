"""Bytes to characters, and the characters that no text of a pack may hold.

Enters: the bytes of a file. Leaves: its characters and a fault for every one that is refused:
what XML cannot carry (XML 1.0, 2.2), what would break a line unseen, and what makes text read
otherwise than it is stored (Unicode TR 36, 2.1), and marks that nobody sees.
"""

from __future__ import annotations

import codecs
import re
from itertools import islice

from briefgen.diagnostics import Diagnostic, Place, error
from briefgen.errors import UnusableInput
from briefgen.file_kinds import kind_of

SIZE_LIMIT = 1 << 20
"""Bytes of a file that a person writes; the shipped profiles have a few thousand."""

FAULT_LIMIT = 100
"""Faults after which the rest of a file is no longer looked at."""

_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LINE_END = re.compile(r"\r\n?|\n")
_OTHER_ENCODINGS = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}


def decode(data: bytes, file: str) -> str:
    """Give the characters of a UTF-8 file, without a byte order mark.

    Raises:
        UnusableInput: the file is too large or is not UTF-8.
    """
    if len(data) > SIZE_LIMIT:
        message = f"the file is larger than {SIZE_LIMIT:,} bytes"
        raise UnusableInput([error(message, Place(file), "split it, or take out what is not text")])
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as fault:
        if kind := kind_of(data):
            hint = "name the file that you wrote, which ends in .yaml"
            message = f"this is {kind}, not a YAML file"
            raise UnusableInput([error(message, Place(file), hint)]) from None
        raise UnusableInput([_not_utf8(data, fault, file)]) from None


def _not_utf8(data: bytes, fault: UnicodeDecodeError, file: str) -> Diagnostic:
    kind = _OTHER_ENCODINGS.get(data[:2])
    if kind:
        return error(f"the file is {kind}, not UTF-8", Place(file, 1), "save it as UTF-8")
    before = fault.object[: fault.start].decode()
    lines = _LINE_END.split(before)
    offset = fault.start + len(data) - len(fault.object)
    return error(
        f"not UTF-8: byte 0x{fault.object[fault.start]:02x} at offset {offset}",
        Place(file, len(lines), len(lines[-1]) + 1),
        "save the file as UTF-8",
    )


def refuse_characters(text: str, file: str) -> tuple[str, list[Diagnostic]]:
    """Give the text with refused characters replaced, in the same places, and their faults."""
    faults = []
    for found in islice(_REFUSED.finditer(text), FAULT_LIMIT):
        lines = _LINE_END.split(text[: found.start()])
        place = Place(file, len(lines), len(lines[-1]) + 1)
        faults.append(refused_character(found.group(), place))
    return _REFUSED.sub("x", text), faults


def refused_characters_of(value: str, place: Place) -> list[Diagnostic]:
    r"""Give the faults of a value; an escape such as ``"\u202e"`` makes what the file hides."""
    return [refused_character(one, place) for one in dict.fromkeys(_REFUSED.findall(value))]


def refused_character(one: str, place: Place) -> Diagnostic:
    """Give the fault of one refused character."""
    code = f"U+{ord(one):04X}"
    if one in "\u2028\u2029":
        return error(
            f"the text holds {code}, an unseen line break", place, "break the line plainly"
        )
    if "\u202a" <= one <= "\u202e" or "\u2066" <= one <= "\u2069" or one in "\u200e\u200f\u061c":
        message = f"the text holds {code}, which changes the order in which text is shown"
        return error(message, place, "take it out; the order follows from the letters")
    if one == "\xad" or "\u200b" <= one <= "\u2064":
        return error(f"the text holds {code}, which nobody sees", place, "take it out")
    return error(f"the text holds the control character {code}", place, "take it out")
