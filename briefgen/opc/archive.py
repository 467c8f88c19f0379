"""The zip around an office file: every member read within limits, or the file refused.

Enters: bytes. Leaves: the members by name. What an archive says of itself is not believed before it
is read: a member that unpacks to more than it states is cut off by ``zipfile`` and fails its sum.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, error
from briefgen.errors import UnusableInput
from briefgen.file_kinds import wrong_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

LARGEST_FILE = 64 * 2**20
"""Bytes that a packed file may have; a document of a thousand pages without pictures has 2 MB."""
LARGEST_MEMBER = 128 * 2**20
LARGEST_CONTENT = 256 * 2**20
MOST_MEMBERS = 4096
STEEPEST = 300
"""How many times its packed size a member may unpack to; Word's own XML stays below 60."""
_SMALL = 2**20
"""Below this a steep member is harmless: an empty table packs 400 times smaller."""

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How old Word files begin, and new ones behind a password ([MS-CFB] 2.2, [MS-OFFCRYPTO] 2.3)."""
_ZIP = b"PK\x03\x04"
_ENCRYPTED = 0x1
_PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The only ones that a package may use (ISO/IEC 29500-2, annex B)."""
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, struct.error, OSError)


def read_archive(data: bytes, name: str) -> dict[str, bytes]:
    """Give the members of a zip by their names, folders left out.

    Raises:
        UnusableInput: it is no zip, is encrypted, damaged, or unpacks to more than is sane.
    """
    place = Place(name)
    if len(data) > LARGEST_FILE:
        raise UnusableInput([error(f"the file is larger than {_megabytes(LARGEST_FILE)}", place)])
    _refuse_other_formats(data, place)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [one for one in archive.infolist() if not one.is_dir()]
            _check_entries(entries, place)
            return {one.filename: archive.read(one) for one in entries}
    except (*_DAMAGE, NotImplementedError, RuntimeError):
        hint = "fetch or send it again, or save it anew from Word"
        raise UnusableInput([error("the file is cut short or damaged", place, hint)]) from None


def _refuse_other_formats(data: bytes, place: Place) -> None:
    if data.startswith(_OLE):
        message = "the file is encrypted, or in the format of Word before 2007"
        hint = "open it in Word, take the password off, and save it as .docx"
        raise UnusableInput([error(message, place, hint)])
    if not data.startswith(_ZIP):
        wanted, hint = "a Word document", "name a document saved from Word as .docx"
        raise UnusableInput([wrong_kind(data, place, wanted, hint)])


def _check_entries(entries: Sequence[zipfile.ZipInfo], place: Place) -> None:
    """Look at what the archive says of its members, before one is unpacked."""
    names: set[str] = set()
    hint = "save the document anew from Word"
    for one in entries:
        if one.flag_bits & _ENCRYPTED:
            message = "the file is behind a password"
            raise UnusableInput([error(message, place, "take the password off")])
        folded = one.filename.lower()
        if folded in names:
            # Two readers could take two different members for the same part.
            message = f"the file holds '{one.filename}' twice"
            raise UnusableInput([error(message, place, hint)])
        names.add(folded)
        if one.compress_type not in _PLAIN_METHODS:
            message = f"'{one.filename}' is packed in a way that Office files do not use"
            raise UnusableInput([error(message, place, hint)])
    if _is_bomb(entries):
        message = "the file unpacks to far more than a document holds"
        raise UnusableInput([error(message, place, "do not open it; ask its sender")])


def _is_bomb(entries: Sequence[zipfile.ZipInfo]) -> bool:
    return (
        len(entries) > MOST_MEMBERS
        or sum(one.file_size for one in entries) > LARGEST_CONTENT
        or any(
            one.file_size > LARGEST_MEMBER
            or one.file_size > max(_SMALL, STEEPEST * one.compress_size)
            for one in entries
        )
    )


def _megabytes(size: int) -> str:
    return f"{size // 2**20} MB"
