"""What one planning of a document shares: styles, numbering, bookmarks, notes, and the faults met.

Enters: a Pack, a Style and the pages that headings are on. Leaves: what the planners of blocks
and inlines ask for, each answer the same for the same Pack.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.addresses import web_address
from briefgen.walk import headings, shared_language
from briefgen.writers.docx.faults import Faults
from briefgen.writers.docx.numbering import Numbering
from briefgen.writers.docx.page_numerals import has_both
from briefgen.writers.docx.style_sheet import StyleSheet
from briefgen.writers.right_to_left import runs_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefgen.blocks import Heading, Inline, Note, NoteReference, Pack
    from briefgen.styles import Style
    from briefgen.writers.extents import Extent

_LONGEST_BOOKMARK = 40
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


class Planning:
    """One planning, of a Pack whose references all lead somewhere.

    ``pages`` says which page an anchor is on, as its number is printed, and ``extents`` what
    each section takes, as far as that is known.
    """

    def __init__(
        self,
        pack: Pack,
        style: Style,
        text_width: int,
        pages: Mapping[str, str],
        extents: Sequence[Extent] = (),
    ) -> None:
        self.style = style
        self.watermark = pack.watermark.strip()
        self.styles = StyleSheet(style, text_width)
        self.numbering = Numbering()
        self.faults = Faults()
        self.pages = pages
        self.extents = extents
        self.last_page = max((int(page) for page in pages.values() if page.isdecimal()), default=1)
        self.has_both_numerals = has_both(pack.sections, style)
        self.right_to_left = runs_right_to_left(pack.language)
        self.headings: list[tuple[Heading, str]] = []
        """Each heading outside the notes, in reading order, with its bookmark."""
        self.calls: list[tuple[Note, str]] = []
        """The notes as they are called; a footnote's number is its place here, from 1."""
        self._notes = {note.id: note for note in pack.notes}
        self._bookmarks: dict[str, str] = {}
        self._gather_headings(pack)
        self._next_heading: Iterator[tuple[Heading, str]] = iter(self.headings)

    def _gather_headings(self, pack: Pack) -> None:
        taken: set[str] = set()
        for heading in headings(pack):
            bookmark = _bookmark_name(heading.anchor, taken)
            taken.add(bookmark.lower())
            self.headings.append((heading, bookmark))
            self._bookmarks.setdefault(heading.anchor, bookmark)

    def next_bookmark(self) -> str:
        """Give the bookmark of the next heading; planners meet them in reading order."""
        return next(self._next_heading)[1]

    def bookmark(self, anchor: str) -> str:
        """Give the bookmark of the heading with an anchor."""
        return self._bookmarks[anchor]

    def link(self, target: str) -> str:
        """Give what a link goes to: ``#bookmark``, or a web address that Word can follow."""
        if target.startswith("#"):
            return f"#{self.bookmark(target[1:])}"
        return web_address(target) or ""

    def direction(self, inlines: Iterable[Inline]) -> bool | None:
        """Tell whether words run from the right, None where they run as the whole file does."""
        language = shared_language(inlines)
        turned = bool(language) and runs_right_to_left(language) != self.right_to_left
        return not self.right_to_left if turned else None

    def check_language(self, tag: str) -> None:
        """Find fault with a language tag that is none."""
        if not _LANGUAGE.fullmatch(tag):
            self.faults.add(f"'{tag}' is not a language tag", "like 'en' or 'pt-BR' (BCP 47)")

    def call(self, reference: NoteReference) -> int:
        """Give the number of a new footnote with the words of the note that is called."""
        self.calls.append((self._notes[reference.note], reference.mark))
        return len(self.calls)


def _bookmark_name(anchor: str, taken: set[str]) -> str:
    """Make a name that Word takes: letters, digits and low lines, at most 40, a letter first."""
    words = re.sub(r"[^A-Za-z0-9]+", "_", anchor).strip("_")
    base = words if words[:1].isalpha() else f"a_{words}"
    found, count = base[:_LONGEST_BOOKMARK], 1
    while found.lower() in taken:
        count += 1
        ending = f"_{count}"
        found = base[: _LONGEST_BOOKMARK - len(ending)] + ending
    return found
