"""What a Pack may not hold if a valid DOCX is to be made of it: one fault for each, all at once.

Enters: words. Leaves: the same, or a fault that says where it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import name as character_name

from msgspec import Struct, field

from briefgen.diagnostics import Diagnostic, error

if TYPE_CHECKING:
    from collections.abc import Iterable

_NOT_XML = re.compile("[\x00-\x08\x0a-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (2.2 Char) has not, and the line feeds, which are ``LineBreak`` in the tree."""

_STAND_IN = "\N{REPLACEMENT CHARACTER}"
_AROUND = 30


class Faults(Struct):
    """The faults met so far, each once."""

    found: dict[Diagnostic, None] = field(default_factory=dict)

    def add(self, message: str, hint: str = "") -> None:
        """Remember a fault; its own words can be printed anywhere."""
        self.found[error(_NOT_XML.sub(_STAND_IN, message), hint=hint)] = None

    def checked(self, text: str) -> str:
        """Give ``text`` itself; a character that no XML file can hold is a fault."""
        match = _NOT_XML.search(text)
        if match is None:
            return text
        at = match.start()
        around = _NOT_XML.sub(
            "\N{REPLACEMENT CHARACTER}", text[max(0, at - _AROUND) : at + _AROUND]
        )
        character = match.group()
        title = character_name(character, "a control character or half a character")
        self.add(
            f"the character U+{ord(character):04X} ({title}) cannot stand in a DOCX: '{around}'",
            "take it out of the text that holds it",
        )
        return _NOT_XML.sub(_STAND_IN, text)

    def all_checked(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Do the same with several."""
        return tuple(self.checked(text) for text in texts)
