"""The sheets to print, and the whole pack as it then lies on the table.

Enters: a corrigendum, the bytes of the new file, and the words of a stamp as a PDF. Leaves: the
bytes of both files. Pages that were exchanged bear the stamp; in the whole pack those of earlier
revisions keep theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from briefgen.corrigenda.drawing import read_drawn
from briefgen.corrigenda.partial_manifest import partial_manifest
from briefgen.corrigenda.stamping import PADDING, place_stamp
from briefgen.manifest import manifest_text
from briefgen.press.extracting import Extract, extract
from briefgen.press.stamps import Stamp
from briefgen.verify import manifest_of

_USUAL: Final = 8.0
"""Points of running lines beside which a stamp is as large as it was set."""
_LARGEST: Final = 3.0

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefgen.corrigenda.model import Corrigendum, PrintedFile, PrintedPage


class Revision(Struct, frozen=True):
    """What is said of a revision: its number, its day as ISO 8601, and the words of its stamp."""

    number: int
    date: str
    words: str


class Reprint(Struct, frozen=True):
    """The files of a revision; ``sheets`` is empty where nothing is to be printed.

    ``unstamped`` are pages of the new file that have no room for the stamp.
    """

    sheets: bytes
    whole: bytes
    unstamped: tuple[int, ...]


def reprint(
    corrigendum: Corrigendum,
    data: bytes,
    revision: Revision,
    set_words: Callable[[str], bytes],
) -> Reprint:
    """Make the files; ``data`` is the new file, ``set_words`` makes a PDF that shows words.

    Raises:
        UnusableInput: the new file was changed after it was built.
    """
    new = corrigendum.new
    manifest = manifest_of(new.delivered)
    words = _stamp_words(corrigendum, revision)
    stamps = _stamps(corrigendum, words, set_words)
    title = f"{new.title} ({revision.words})" if new.title else revision.words
    pages = corrigendum.pages
    part = Extract(
        pages,
        title,
        revision.date,
        revision.number,
        manifest_text(partial_manifest(manifest, new.delivered, frozenset(pages))),
        stamps,
    )
    whole = Extract(
        range(1, len(new.pages) + 1),
        new.title,
        revision.date,
        revision.number,
        new.delivered.manifest or "",
        stamps,
    )
    return Reprint(
        extract(data, part, new.name) if pages else b"",
        extract(data, whole, new.name),
        tuple(page for page in words if page not in stamps),
    )


def _stamp_words(corrigendum: Corrigendum, revision: Revision) -> dict[int, str]:
    """Give the stamp of each page that bears one."""
    old, stay = corrigendum.old, corrigendum.stay
    words = {
        page: old.pages[before - 1].stamp
        for page, before in sorted(stay.items())
        if old.pages[before - 1].stamp
    }
    return words | dict.fromkeys(corrigendum.pages, revision.words)


def _stamps(
    corrigendum: Corrigendum, words: Mapping[int, str], set_words: Callable[[str], bytes]
) -> dict[int, Stamp]:
    new = corrigendum.new
    stamps: dict[int, Stamp] = {}
    for shown in dict.fromkeys(words.values()):
        data = set_words(shown)
        box = read_drawn(data)[0].words
        if box is None:
            continue
        scale = _scale(new)
        width, height = (
            (high - low + 2 * padding) * scale
            for low, high, padding in zip(box[:2], box[2:], PADDING, strict=True)
        )
        for number in (number for number, one in words.items() if one == shown):
            page = new.pages[number - 1]
            place = place_stamp(replace(page, sides=_sides(page, new)), width, height)
            if place is not None:
                stamps[number] = Stamp(data, box, place, PADDING, scale)
    return stamps


def _scale(file: PrintedFile) -> float:
    """Give by how much a stamp is larger than it was set: large print has large furniture."""
    return min(max(1.0, max(page.size for page in file.pages) / _USUAL), _LARGEST)


def _sides(page: PrintedPage, file: PrintedFile) -> tuple[float, float]:
    """Give where lines begin and end on pages of one size: a cover has short ones."""
    like = [one.sides for one in file.pages if one.width == page.width and one.sides[1]]
    return min((one[0] for one in like), default=0.0), max((one[1] for one in like), default=0.0)
