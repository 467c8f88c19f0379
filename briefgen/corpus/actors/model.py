"""Who and what is named in the documents: actors, bodies and instruments, and where.

Enters: nothing. Leaves: frozen types.
"""

from __future__ import annotations

from typing import Final, Literal

from msgspec import Struct

from briefgen.diagnostics import Place

LANGUAGE: Final = "en"
"""The language of the names that all are listed by."""

NameKind = Literal["actor", "body", "instrument"]
"""A kind of partner ("trade unions"), an organization of its own name, a text or tool."""


class Name(Struct, frozen=True):
    """An actor, body or instrument, under the one name that it is listed by."""

    id: str
    name: str
    kind: NameKind
    variants: tuple[str, ...]
    """Other words for it. A word with two capitals ("WHO") counts only if written like that."""
    exceptions: tuple[str, ...] = ()
    """Longer expressions that hold a variant and mean something else ("diaspora bonds")."""
    broader: str = ""
    """The id of the actor that this one is part of: the diaspora, of its organizations."""
    remark: str = ""
    place: Place = Place("")
    translations: tuple[tuple[str, str], ...] = ()
    """Its names in other languages of the United Nations, each after its language's tag."""

    def name_in(self, language: str) -> tuple[str, str]:
        """Give the name to print in a text of some language, and the language that it is in."""
        known = dict(self.translations).get(language)
        return (known, language) if known else (self.name, LANGUAGE)

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it answers to."""
        return (self.name, *self.variants, self.id)


class Mention(Struct, frozen=True, order=True):
    """Where a name stands: the characters ``start`` to ``end`` (not included) of a unit's text."""

    start: int
    end: int
    name: str
    """The id of the ``Name``."""


class Occurrence(Struct, frozen=True):
    """One place at which an actor, body or instrument is named."""

    name: Name
    unit: str
    start: int
    end: int
    words: str
    """As the unit has them: "NHRIs"."""
