"""What kind of file bytes are, by how they begin; so that a wrong format is told in plain words.

Enters: bytes. Leaves: a name that a person knows, or "" for what may be text.
"""

from __future__ import annotations

from typing import Final

_BEGINNINGS: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP package, such as a Word document"),
    (b"PK\x05\x06", "an empty ZIP package"),
    (b"{\\rtf", "a rich text file (RTF)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD: Final = "WordDocument".encode("utf-16-le")


def kind_of(data: bytes) -> str:
    """Name the kind of file, or give "" for what may be text."""
    if data.startswith(_OLE):
        # [MS-OFFCRYPTO] 2.3.4.4 and [MS-DOC] 2.1.1: the names of the streams, in UTF-16
        if _ENCRYPTED in data:
            return "an Office document that is locked with a password"
        return "an old Word document (.doc)" if _OLD_WORD in data else "an old Office document"
    return next((name for start, name in _BEGINNINGS if data.startswith(start)), "")
