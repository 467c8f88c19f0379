"""Opens a delivered file, whichever of the two formats it has.

Enters: bytes and a name. Leaves: a ``Delivered``. What a file is, its first bytes say; its name
is not believed.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from briefgen.diagnostics import Place, error
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from briefgen.verify.model import Delivered

_PDF: Final = b"%PDF-"
_WITHIN: Final = 1024


def read_delivered(data: bytes, name: str) -> Delivered:
    """Read a DOCX or a PDF in this process.

    Raises:
        UnusableInput: the file is neither, damaged, encrypted, or not safe to read.
    """
    if not data:
        hint = "fetch or send it again"
        raise UnusableInput([error("the file is empty", Place(name), hint)])
    if is_pdf(data):
        from briefgen.verify.pdf_document import read_pdf_document  # noqa: PLC0415 - large libraries

        file = read_pdf_document(data, name)
    else:
        from briefgen.verify.word_document import read_word_document  # noqa: PLC0415 - the same

        file = read_word_document(data, name)
    return replace(file, sha256=hashlib.sha256(data).hexdigest())


def is_pdf(data: bytes) -> bool:
    """Tell whether a file says that it is a PDF."""
    return _PDF in data[:_WITHIN]
