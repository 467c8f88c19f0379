"""What may be asked of an excerpt.

Enters: nothing. Leaves: frozen types. Of one kind, any value will do; of several kinds, all must
be met. Whether there is such a theme or actor is found out when units are matched.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

Kind = Literal["theme", "objective", "principle", "actor", "instrument", "find", "unit"]
"""The kinds of criterion, named as their options are."""

Spans: TypeAlias = tuple[tuple[int, int], ...]
"""Characters of a unit's text, the ends not included, in order."""


class Criteria(Struct, frozen=True):
    """A question: values of each kind as a person gives them; none of a kind asks nothing of it."""

    themes: tuple[str, ...] = ()
    objectives: tuple[int, ...] = ()
    principles: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    """Ids of the documents to look in; all, if there are none."""
    stems: bool = False
    """Whether the words of a query are found in all their forms."""


class Match(Struct, frozen=True):
    """Why a unit answers: words of it that were looked for, themes that it is weakly tied to."""

    spans: Spans = ()
    weak: tuple[str, ...] = ()


class Answer(Struct, frozen=True):
    """What answers one kind of criterion: its values under their own names, units with reasons."""

    kind: Kind
    names: tuple[str, ...]
    matches: dict[str, Match]
    """By the ids of units."""
    hint: str = ""
    """What may have been meant, where nothing answers."""
