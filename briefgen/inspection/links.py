"""Links: their words tell where they lead.

Enters: a ``Document``. Leaves: findings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.diagnostics import error, warning
from briefgen.inspection.text_parts import W, within, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.diagnostics import Diagnostic
    from briefgen.inspection.text_parts import Document

_CLAUSE = "(WCAG 2.4.4, EN 301 549 10.2.4.4)"
_SEEN = tuple(f"{W}{name}" for name in ("drawing", "pict", "sym", "footnoteReference"))
_ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
_EMPTY_WORDS = frozenset(
    {
        *("here", "click", "click here", "link", "this link", "more", "read more", "see here"),
        *("ici", "cliquez ici", "lien", "ce lien", "lire la suite", "en savoir plus"),
        *("aquí", "haga clic aquí", "enlace", "este enlace", "más", "leer más"),
        *("здесь", "тут", "ссылка", "подробнее"),
    }
)
"""In the languages of packs: English, French, Spanish and Russian."""


def check_links(document: Document) -> Iterator[Diagnostic]:
    """Find links whose words say nothing."""
    for part in document.parts:
        for link in within(part.root, f"{W}hyperlink"):
            text = " ".join(words(link).split())
            place = part.place(link)
            if not text and next(within(link, *_SEEN), None) is None:
                yield error("a link has no words", place, f"take it out {_CLAUSE}")
            elif text.lower().strip(".:…»> ") in _EMPTY_WORDS:
                hint = f"let its words say where it leads {_CLAUSE}"
                yield error(f"a link says only '{text}'", place, hint)
            elif _ADDRESS.fullmatch(text):
                hint = f"let its words say where it leads, and the address be its target {_CLAUSE}"
                yield warning(f"a link shows an address: '{text}'", place, hint)
