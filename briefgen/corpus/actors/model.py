"""Who and what is named in the documents: actors, bodies and instruments, and where.

Enters: nothing. Leaves: frozen types.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from briefgen.diagnostics import Place

NameKind = Literal["actor", "body", "instrument"]
"""A kind of partner ("trade unions"), an organization of its own name, a text or tool."""


@dataclass(frozen=True, slots=True)
class Name:
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
    place: Place = field(default=Place(""), compare=False, repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it answers to."""
        return (self.name, *self.variants, self.id)


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Where a name stands: the characters ``start`` to ``end`` (not included) of a unit's text."""

    start: int
    end: int
    name: str
    """The id of the ``Name``."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place at which an actor, body or instrument is named."""

    name: Name
    unit: str
    start: int
    end: int
    words: str
    """As the unit has them: "NHRIs"."""
