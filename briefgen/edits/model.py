"""What was done to a file since it was built: additions, changes, and what is in conflict.

Enters: nothing. Leaves: frozen types. Passages of the edited file and of packs are named by their
numbers, from 0, in reading order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from msgspec import Struct, field

if TYPE_CHECKING:
    from briefgen.verify.model import Spot

UNPLACED: Final = "unplaced"
"""The role of own words that have no place in the new pack."""

Kind = Literal["quoted", "both", "place", "moved", "removed", "quotes", "comment", "note"]

KINDS: Final[dict[Kind, str]] = {
    "quoted": "quoted words, or what the pack says of them, were edited",
    "both": "own words were edited here, and are others in the profile by now",
    "place": "what own words stood with is not in the new pack; they stand at its end",
    "moved": "a passage was moved, or several that begin here; the new pack has them in order",
    "removed": "own words were taken out that the profile still has",
    "quotes": "own words hold words of the corpus that the profile does not quote",
    "comment": "a comment stands on something that the new pack does not quote",
    "note": "a footnote was added or edited",
}
"""What each kind of conflict means."""


class Conflict(Struct, frozen=True):
    """Something that is left to a person; ``now`` is what the new pack says in its place."""

    kind: Kind
    spot: Spot
    words: str = ""
    unit: str = ""
    now: str = ""
    pending: bool = False
    """Tracked changes are pending there; the words are as they would be if accepted."""

    @property
    def message(self) -> str:
        """Say what is the matter."""
        about = f" ({self.unit})" if self.unit else ""
        pending = "; tracked changes are pending there" if self.pending else ""
        return f"{KINDS[self.kind]}{about}{pending}"

    def as_data(self) -> dict[str, Any]:
        """Give the same as plain data, for ``--json``."""
        return {
            "kind": self.kind,
            "unit": self.unit or None,
            "paragraph": self.spot.paragraph or None,
            "note": self.spot.note or None,
            "message": self.message,
            "edited": self.words or None,
            "now": self.now or None,
            "pending": self.pending,
        }


class Addition(Struct, frozen=True):
    """Own words that no build made: passage ``found`` of the edited file."""

    found: int
    words: str
    unplaced: bool = False
    """They had no place when the edited file was built, and were given none since."""


class Change(Struct, frozen=True):
    """Own words of passage ``base`` of the old pack, as passage ``found`` has them now."""

    base: int
    found: int
    words: str


class Edits(Struct, frozen=True):
    """Everything that was done to a file."""

    additions: tuple[Addition, ...] = ()
    changes: tuple[Change, ...] = ()
    removed: tuple[int, ...] = ()
    """Own passages of the old pack that are not in the file."""
    comments: tuple[tuple[int, str, str], ...] = ()
    """The number of the passage that a comment is on, its words and its author."""
    conflicts: tuple[Conflict, ...] = field(default=())
