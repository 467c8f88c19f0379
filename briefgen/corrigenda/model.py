"""What is printed in two builds of a pack, what of it has changed, and which sheets to exchange.

Enters: nothing. Leaves: frozen types. Pages and sheets of a file count from 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from msgspec import Struct

from briefgen.verify.model import Delivered  # noqa: TC001 - files are passed on as JSON of these types

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.corrigenda.wording import Piece


class Box(NamedTuple):
    """A rectangle on a page in points, from its lower left corner."""

    left: float
    low: float
    right: float
    high: float


class PrintedPage(Struct, frozen=True):
    """A page as paper shows it.

    ``label`` is its number as the file gives it; ``body`` the fingerprint of all that is drawn
    and of its places, but for the running lines, which are ``furniture``: their words, line by
    line. ``stamp`` is that of an earlier revision, "" for none; ``taken`` are the places of what is
    drawn near the upper and lower edge, ``sides`` where words begin and end at the left and right,
    ``size`` that of the type of running lines; 0 where there are none.
    """

    width: float
    height: float
    label: str
    body: str
    furniture: tuple[str, ...] = ()
    stamp: str = ""
    taken: tuple[Box, ...] = ()
    sides: tuple[float, float] = (0.0, 0.0)
    size: float = 0.0


class PrintedFile(Struct, frozen=True):
    """A finished file; a Word document has no ``pages``.

    ``delegation`` and ``date`` (ISO 8601) are the pack's own, "" for none; ``revision`` is the
    number of the revision that the file is, 0 for a pack as it was built first, and ``revised`` its
    day; ``copy`` is the number of a numbered copy, of which there are ``copies``, 0 for a file
    without number. ``large_print`` is the size of its type in points, 0 for usual print.
    """

    delivered: Delivered
    title: str = ""
    date: str = ""
    language: str = ""
    pages: tuple[PrintedPage, ...] = ()
    one_sided: bool = False
    revision: int = 0
    delegation: str = ""
    copy: int = 0
    copies: int = 0
    revised: str = ""
    large_print: float = 0.0

    @property
    def name(self) -> str:
        """The name of the file, as it was given."""
        return self.delivered.name

    @property
    def sides(self) -> int:
        """How many sides of a sheet the file is to be printed on."""
        return 1 if self.one_sided else 2


ChangeKind = Literal["changed", "added", "removed", "moved", "labels", "running", "contents"]


class Change(Struct, frozen=True):
    """Words that are others, new, gone or elsewhere.

    ``old`` and ``new`` are numbers of passages, from 0, of the two files (those of footnotes after
    all others), None where a file has none. ``pieces`` tell the words apart. Of "labels" they
    are the labels of several passages in a row, of "running" the words of headers and footers,
    which no passage holds; of "contents" there are none. ``pages`` are those of the new file, or of
    the old where it is gone; ``lost`` are pages of the new file that these words have left.
    Where a chapter or a table's row came or went as a ``whole``, all this is its first passage's,
    but for the pages.
    """

    kind: ChangeKind
    pieces: tuple[Piece, ...]
    old: int | None = None
    new: int | None = None
    pages: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()
    whole: bool = False


class Sheet(NamedTuple):
    """A sheet of paper: the pages on it, front and back."""

    number: int
    pages: tuple[int, ...]


class Exchange(Struct, frozen=True):
    """Sheets of the old file to be taken out, and those of the new to be put in their place.

    ``after`` is the sheet of the old file that stays before them, None at the beginning.
    """

    out: tuple[Sheet, ...]
    put: tuple[Sheet, ...]
    after: Sheet | None = None


class Corrigendum(Struct, frozen=True):
    """Everything that a reader and a clerk must know of a new build.

    ``stay`` are the pages that are not printed again, by their numbers in the new file and in the
    old. ``unsaid`` tells that running lines of pages which stay give another number of pages or
    another date; ``set_anew`` are pages that are exchanged though their words are the same.
    """

    old: PrintedFile
    new: PrintedFile
    changes: tuple[Change, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    stay: Mapping[int, int] = {}
    unsaid: bool = False
    set_anew: tuple[int, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be told or exchanged."""
        return not self.changes and not self.exchanges

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages of the new file that are to be printed."""
        return tuple(page for one in self.exchanges for sheet in one.put for page in sheet.pages)
