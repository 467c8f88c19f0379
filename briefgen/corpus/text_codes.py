"""A text's code: where it stands in a document, and the fingerprint of its words.

Enters: a corpus and ids, or a code as somebody scanned or typed it. Leaves: a code, which tells
whether two people have the same words before them. It looks like this::

    briefgen:gcm-rev2/5#sha256:77bf3f7d64bdb83ab73ddbac

Before ``#`` are ids of a document's units, or of all that is below them; after a comma, what
follows stands in the same document, and after a plus in another. The fingerprint is the first 24
hexadecimal digits of the SHA-256 of the words of all these units, in the order of the source, one
unit a line, in UTF-8. Labels, notes' marks and titles' capitals as printed do not count.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.corpus.model import Unit
    from briefgen.corpus.store import Corpus

SCHEME: Final = "briefgen:"
DIGITS: Final = 24
"""Of the fingerprint: 96 bits."""

_SIGNS: Final = {0x2011: "-", 0x200B: None}
"""What Word is told of the ends of lines, which is pasted from there too."""
_FORM: Final = re.compile(rf"{SCHEME}([^#\s]+)#sha256:([0-9a-f]{{{DIGITS}}})")


class TextCode(Struct, frozen=True):
    """The ids of units, or of what is above them, and the fingerprint of their words."""

    ids: tuple[str, ...]
    fingerprint: str

    def __str__(self) -> str:
        """Give the code as it is printed."""
        return f"{SCHEME}{places(self.ids)}#sha256:{self.fingerprint}"


def text_code(corpus: Corpus, ids: Sequence[str]) -> TextCode:
    """Give the code of what stands at and below some ids that the corpus knows."""
    words = "\n".join([unit.text for unit in coded_units(corpus, ids)])
    return TextCode(tuple(ids), sha256(words.encode()).hexdigest()[:DIGITS])


def coded_units(corpus: Corpus, ids: Sequence[str]) -> list[Unit]:
    """Give the units that a code speaks of, those of each document in the order of its source."""
    wanted = {unit.id for one in ids for unit in corpus.under(one)}
    documents = dict.fromkeys(one.partition("/")[0] for one in ids)
    return [
        unit
        for name in documents
        if name in corpus.document_ids
        for unit in corpus.document(name).units
        if unit.id in wanted
    ]


def places(ids: Sequence[str]) -> str:
    """Give ids as a code has them, each document named where it begins."""
    parts: list[str] = []
    before = ""
    for one in ids:
        document, _, rest = one.partition("/")
        if document == before:
            parts.append(f",{rest}")
        else:
            parts.append(f"+{one}" if parts else one)
        before = document
    return "".join(parts)


def read_text_code(text: str) -> TextCode:
    """Read a code, pasted with the ends of its lines and Word's hyphens or not.

    Raises:
        UnusableInput: it is none, or only a part of one.
    """
    found = _FORM.fullmatch("".join(text.split()).translate(_SIGNS))
    if found is None:
        raise UnusableInput.because(
            f"'{text.strip()[:80]}' is not the whole of a text's code",
            hint=f"it looks like {SCHEME}gcm-rev2/5#sha256: and {DIGITS} digits or letters a to f",
        )
    ids: list[str] = []
    for of_document in found[1].split("+"):
        first, *others = of_document.split(",")
        ids.append(first)
        ids += (f"{first.partition('/')[0]}/{one}" for one in others)
    return TextCode(tuple(ids), found[2])
