"""What a theme is: a name, and the units that speak of it, each with its reason.

Enters: nothing. Leaves: frozen types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from briefgen.diagnostics import Place

if TYPE_CHECKING:
    from briefgen.corpus.model import Confidence

ThemeKind = Literal["objective", "principle", "round table", "cross-cutting"]
CONFIDENCES: Final[tuple[Confidence, ...]] = ("high", "medium", "low")
"""From the surest tie to the weakest."""


class Member(Struct, frozen=True):
    """A unit that belongs to a theme, or all units below an id ("gcm-final/8"), and why.

    ``quote`` stands in that unit, or in one below it, as the source has it.
    """

    unit: str
    quote: str
    confidence: Confidence
    remark: str = ""
    place: Place = Place("")
    """Where the row stands in its file."""


class Theme(Struct, frozen=True):
    """A theme that can be asked for by its id, its title or a synonym."""

    id: str
    title: str
    kind: ThemeKind
    synonyms: tuple[str, ...]
    description: str
    members: tuple[Member, ...]
    source: str = ""
    """What bears the grouping out where the corpus itself does not, such as a resolution."""
    place: Place = Place("")

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that the theme answers to."""
        return (self.title, *self.synonyms, self.id)
