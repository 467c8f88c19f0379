"""What a manifest says: which pack a file is, and what stands in it, passage by passage.

Enters: nothing. Leaves: frozen types. A manifest holds no words of the delegation, only their
fingerprints; it names no person, no path, and no time at which anything happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping

TextMode = Literal["verbatim", "corrected", "clean"]


class Quoted(Struct, frozen=True):
    """Words of a unit. ``words`` is their fingerprint as the pack shows them.

    ``start`` and ``end`` count characters of the unit's shown and normalised text, where not the
    whole of it stands here (a paragraph of a letter); ``end`` is None for its end.
    """

    unit: str
    words: str
    start: int = 0
    end: int | None = None


class Said(Struct, frozen=True):
    """What the pack says of quotations, such as where they come from; not to be changed either."""

    text: str


class Own(Struct, frozen=True):
    """Words that are the delegation's to change; ``words`` is their fingerprint."""

    words: str


Part = Quoted | Said | Own


class Cell(NamedTuple):
    """A place in a table; tables of a pack, rows (heads too) and columns count from 1."""

    table: int
    row: int
    column: int


class Mark(NamedTuple):
    """A note's mark, before the character ``place`` of a passage's normalised words."""

    place: int
    label: str


class Passage(Struct, frozen=True):
    """A paragraph, an item of a list or a heading (``level`` 1 to 4, else 0).

    ``label`` is an item's official label as printed, "" for a bullet; ``heading`` the number of the
    passage that is its heading, from 0. ``whole`` is the fingerprint of the label and all words, ""
    where the parts alone tell these. ``role`` is the style's name for what it is.
    """

    parts: tuple[Part, ...]
    whole: str = ""
    level: int = 0
    label: str = ""
    heading: int | None = None
    cell: Cell | None = None
    role: str = ""
    marks: tuple[Mark, ...] = ()
    edited: str | None = None
    """None for words as a build gave them; for words that were carried over from an edited file,
    the fingerprint of what the build gave, "" where they were added."""

    @property
    def units(self) -> tuple[str, ...]:
        """The units that the passage quotes, in their order."""
        return tuple(part.unit for part in self.parts if isinstance(part, Quoted))


class NotePassages(Struct, frozen=True):
    """A footnote by its mark."""

    mark: str
    passages: tuple[Passage, ...]


class Identity(Struct, frozen=True):
    """Which pack a file is: what it was made from, and how it shows words.

    ``profile`` and the values of ``documents`` are fingerprints: of all that the profile says, and
    of all the units of each document that is quoted. ``typography`` holds the style's wishes by
    their keys. ``verified`` tells whether the file had to pass its check before it was delivered,
    ``partial`` that it holds some sheets of a pack: what stands on others is missing. ``marking``
    says who may read the pack, in its own words, and ``large_print`` the size of its type in
    points, 0 for usual print; what is made of the pack later is so, too.
    """

    program: str
    profile: str
    text: TextMode
    language: str
    documents: Mapping[str, str] = field(default_factory=dict)
    typography: Mapping[str, str] = field(default_factory=dict)
    verified: bool = True
    partial: bool = False
    marking: str = ""
    large_print: float = 0.0


class Manifest(Struct, frozen=True):
    """Everything that a file says of itself; passages and notes in reading order."""

    identity: Identity
    passages: tuple[Passage, ...]
    notes: tuple[NotePassages, ...] = ()
    comments: tuple[str, ...] = ()
    """The fingerprints of the profile's comments in the margin."""
