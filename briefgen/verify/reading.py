"""Opens a delivered file, whichever of the two formats it has.

Enters: bytes and a name. Leaves: a ``Delivered``. What a file is, its first bytes say; its name
is not believed.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.diagnostics import Place
from briefgen.errors import UnusableInput
from briefgen.file_kinds import OFFICE, is_pdf, wrong_kind

if TYPE_CHECKING:
    from briefgen.verify.model import Delivered


def read_delivered(data: bytes, name: str) -> Delivered:
    """Read a DOCX or a PDF in this process.

    Raises:
        UnusableInput: the file is neither, damaged, encrypted, or not safe to read.
    """
    if not (is_pdf(data) or data.startswith(OFFICE)):
        hint = "name a pack that briefgen wrote, or a document saved as .docx or .pdf"
        raise UnusableInput([wrong_kind(data, Place(name), "a Word document or a PDF", hint)])
    if is_pdf(data):
        from briefgen.verify.pdf_document import read_pdf_document  # noqa: PLC0415 - large libraries

        file = read_pdf_document(data, name)
    else:
        from briefgen.verify.word_document import read_word_document  # noqa: PLC0415 - the same

        file = read_word_document(data, name)
    return replace(file, sha256=hashlib.sha256(data).hexdigest())
