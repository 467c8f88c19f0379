"""The writing of a described document's row into a catalogue, with all else left as it is.

Enters: the bytes of a catalogue, or none. Leaves: bytes. Other rows, comments and their order stay.
"""

from __future__ import annotations

import re
from typing import Final

_HEAD: Final = """\
# The documents of this folder, in the order in which they are listed and printed. Rows with a
# description are written by "briefgen corpus import --new"; the order is yours to change.
documents:
"""
_ROW: Final = """\
  - id: {id}
    description: {{file: {id}.yaml, sha256: "{description}"}}
    source: {{file: {file}, sha256: "{source}"}}
"""


def with_described(
    catalogue: bytes, document: str, description: str, source: tuple[str, str]
) -> bytes:
    """Give a catalogue that lists a document.

    Args:
        catalogue: the file as it is; empty where there is none.
        document: the id.
        description: the SHA-256 of the description.
        source: the name of the source in the corpus, and its SHA-256.
    """
    text = catalogue.decode() if catalogue.strip() else _HEAD
    row = _ROW.format(id=document, description=description, file=source[0], source=source[1])
    place = re.compile(rf"^  - id: {re.escape(document)}\n(?: {{4}}\S.*\n?)*", re.MULTILINE)
    if place.search(text):
        return place.sub(lambda _: row, text, count=1).encode()
    return f"{text.rstrip()}\n{row}".encode()
