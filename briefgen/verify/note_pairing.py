"""Which footnote of a file is which of those expected: by its mark, then by its words.

Enters: marks and words of notes, expected and found. Leaves: for each note found, the number of its
partner. A mark alone does not tell: each sheet of a set of handouts counts its marks from 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.manifest.model import Own, Quoted, Said
from briefgen.manifest.words import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefgen.manifest.model import NotePassages
    from briefgen.manifest.model import Passage as Listed
    from briefgen.verify.model import Note


class NoteKey(NamedTuple):
    """What tells a note: its mark, and the fingerprints of its passages."""

    mark: str
    words: tuple[str, ...]


def listed_key(note: NotePassages) -> NoteKey:
    """Give the key of a note that a manifest lists."""
    return NoteKey(note.mark, tuple(map(_listed_words, note.passages)))


def printed_key(note: Note) -> NoteKey:
    """Give the key of a note that a file prints."""
    return NoteKey(note.mark, tuple(fingerprint(one.whole) for one in note.passages))


def pair_notes(
    known: Sequence[NoteKey],
    found: Sequence[NoteKey],
    likeness: Callable[[int, int], float],
) -> list[int | None]:
    """Give for each note found the number of the known one that it is, None for none of its mark.

    One that stands in a file twice has the same partner twice. Of notes with one mark and the same
    words each is met in its turn; one whose words were changed is the most alike of those left.
    ``likeness`` weighs a known note and a found one.
    """
    of_mark: dict[str, list[int]] = {}
    for index, key in enumerate(known):
        of_mark.setdefault(key.mark, []).append(index)
    met: set[int] = set()
    partners: dict[int, int] = {}
    for other, key in enumerate(found):
        same = [one for one in of_mark.get(key.mark, ()) if known[one].words == key.words]
        if same:
            partners[other] = next((one for one in same if one not in met), same[-1])
            met.add(partners[other])
    for other, key in enumerate(found):
        candidates = of_mark.get(key.mark)
        if other in partners or not candidates:
            continue
        weights = {one: likeness(one, other) for one in candidates if one not in met}
        partners[other] = max(weights, key=weights.__getitem__, default=candidates[-1])
        met.add(partners[other])
    return [partners.get(other) for other in range(len(found))]


def _listed_words(passage: Listed) -> str:
    if passage.whole or not passage.parts:
        return passage.whole
    match passage.parts[0]:
        case Said(text):
            return fingerprint(text)
        case Quoted(words=words) | Own(words=words):
            return words
