"""How places are named to the people who exchange sheets: by locator, and by what is printed there.

Enters: a file as read, the corpus, the pack's own words. Leaves: words such as ``Draft Rev 2, para.
20 (g)``, ``Objective 5``, ``Sheet 1 of 2``, ``Pages 3 and 4``.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from briefgen.compose.locators import OFFICIAL
from briefgen.compose.places import cite_part, cite_unit
from briefgen.corrigenda.changes import pages_of, passages_of
from briefgen.corrigenda.running_lines import sheet_words, unnumbered
from briefgen.corrigenda.spans import spans
from briefgen.manifest.model import Said
from briefgen.verify import manifest_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.furniture import Furniture
    from briefgen.corpus import Corpus
    from briefgen.corrigenda.model import PrintedFile, Sheet
    from briefgen.verify.model import Passage

_LONGEST: Final = 70
"""Characters of a heading by which a place is named."""


class Places:
    """The names of places in one file."""

    def __init__(self, file: PrintedFile, corpus: Corpus, furniture: Furniture) -> None:
        self._file = file
        self._corpus = corpus
        self._furniture = furniture
        self._sheet_words = sheet_words(furniture)
        self._passages = passages_of(file.delivered)
        self._headings = self._named_headings()
        self._are_cards = self._has_cards()

    def locator(self, passage: int, *, whole: bool = False) -> str:
        """Cite a passage by what it quotes, or by the heading that it stands under.

        ``whole`` cites the objective or the table's row that begins with it.
        """
        one = self._passages[passage]
        for unit in filter(None, map(self._corpus.find, one.units)):
            cited = cite_part(unit, self._furniture) if whole else ""
            cited = cited or cite_unit(unit, self._corpus, self._furniture, OFFICIAL)
            if cited != unit.id:  # what has no place that people cite by is told by its heading
                return f"{self._corpus.document(unit.document).short_title}, {cited}"
        if one.spot.note:
            called = f"{self._furniture['note']} {one.spot.note}"
            chapter = self.heading(self._caller(one))
            return f"{chapter}, {called}" if chapter else called
        return self.heading(passage) or self._furniture["corrigendum-opening"]

    def heading(self, passage: int) -> str:
        """Name the chapter that a passage stands in."""
        return self._chapter(passage)[0]

    def objective(self, passage: int) -> str:
        """Give the label of the chapter that a passage stands in, if it has one."""
        name, labelled = self._chapter(passage)
        return name if labelled else ""

    def _chapter(self, passage: int) -> tuple[str, bool]:
        if self._passages[passage].spot.note:
            return "", False
        found = (one for at, *one in reversed(self._headings) if at <= passage)
        name, labelled = next(found, ("", False))
        return str(name), bool(labelled)

    def _caller(self, note: Passage) -> int:
        """Give the passage that calls a footnote, which stands on one of the note's pages."""
        return next(
            (
                at
                for at, one in enumerate(self._passages)
                if note.spot.note in {mark.label for mark in one.marks}
                and note.spot.page in pages_of(one)
            ),
            len(self._passages) - 1,
        )

    def chapter_before(self, heading: int) -> str:
        """Name the chapter that stands before the one with this heading, "" for the first."""
        names = [name for at, name, _ in self._headings if at < heading]
        return names[-1] if names else ""

    def place_of(self, passage: int) -> str:
        """Name where a passage stands: by its page, or by its heading in a file without pages."""
        page = self._passages[passage].spot.page
        return self.page(page) if page else self.heading(passage)

    def page(self, page: int) -> str:
        """Name a page by what is printed on it."""
        lines = self._file.pages[page - 1].furniture if self._file.pages else ()
        shown = next((line for line in lines if self._sheet_words(line)), "")
        if not shown and self._are_cards:
            return self._headed("", page)
        label = self._file.pages[page - 1].label if self._file.pages else str(page)
        return shown or self._furniture.fill("corrigendum-page", page=label)

    def pages(self, pages: Sequence[int]) -> str:
        """Name pages, those in a row by the first and the last."""
        if any(self._sheet_of(page) for page in pages):
            return self._furniture.listed(dict.fromkeys(self.page(page) for page in pages))
        labels = [self._file.pages[page - 1].label for page in pages]
        if len(labels) == 1 or self._are_cards:
            return self._furniture.listed(dict.fromkeys(map(self.page, pages)))
        return self._furniture.fill("corrigendum-pages", pages=spans(pages, labels))

    def pages_of_parts(self, pages: Sequence[int]) -> str:
        """Name pages as ``pages`` does, sides of numbered sheets with what the sheet is about.

        A side that says nothing of itself is blank, and left out.
        """
        if not any(self._sheet_of(page) for page in pages):
            return self.pages(pages)
        said = (page for page in pages if self._sheet_of(page))
        return self._furniture.listed(self._headed(self.page(page), page) for page in said)

    def sheets(self, sheets: Sequence[Sheet]) -> list[str]:
        """Name sheets of paper, one line for each that is numbered, else one for all."""
        if all(self._sheet_of(sheet.pages[0]) for sheet in sheets):
            return [self._numbered_sheet(sheet) for sheet in sheets]
        return [self.pages([page for sheet in sheets for page in sheet.pages])]

    def _numbered_sheet(self, sheet: Sheet) -> str:
        return self._headed(self._sheet_of(sheet.pages[0]), sheet.pages[-1])

    def _headed(self, named: str, last: int) -> str:
        """Put the chapter that is on a page, or goes on there, before the page's own name."""
        heads = [
            name
            for at, name, _ in self._headings
            if (page := self._passages[at].spot.page) and page <= last
        ]
        if not (heads and named):
            return heads[-1] if heads else named
        return self._furniture.said_of(heads[-1], named)

    def _has_cards(self) -> bool:
        """Tell whether each page has a heading, and none a number that could be called."""
        headed = {self._passages[at].spot.page for at, _, _ in self._headings}
        plain = unnumbered(self._furniture)
        lines = [line for page in self._file.pages for line in page.furniture]
        return headed == set(range(1, len(self._file.pages) + 1)) and lines == [*map(plain, lines)]

    def _sheet_of(self, page: int) -> str:
        lines = self._file.pages[page - 1].furniture
        return next((found for line in lines if (found := self._sheet_words(line))), "")

    def _named_headings(self) -> list[tuple[int, str, bool]]:
        """Give the chapters by the number of their first passage, each by its label or words."""
        manifest = manifest_of(self._file.delivered)
        told = manifest.passages if len(manifest.passages) <= len(self._passages) else ()
        found: list[tuple[int, str, bool]] = []
        for number, one in enumerate(self._file.delivered.passages):
            if one.level != 1:
                continue
            parts = told[number].parts if number < len(told) else ()
            label = parts[0].text if parts and isinstance(parts[0], Said) else ""
            found.append((number, short(label or one.words), bool(label)))
        shown = Counter(name for _, name, _ in found)
        return [
            (at, self._part_below(at) or name if shown[name] > 1 else name, labelled)
            for at, name, labelled in found
        ]

    def _part_below(self, heading: int) -> str:
        """Cite what stands below a heading that others share: sheets of several rows of a table."""
        for one in self._passages[heading + 1 :]:
            if one.level == 1:
                break
            for unit in filter(None, map(self._corpus.find, one.units)):
                if part := cite_part(unit, self._furniture):
                    return f"{self._corpus.document(unit.document).short_title}, {part}"
        return ""


def short(words: str) -> str:
    """Give as many words as tell what is meant."""
    if len(words) <= _LONGEST:
        return words
    end = words.rfind(" ", 0, _LONGEST)  # in Chinese there is none
    return f"{words[: end if end > 0 else _LONGEST]} \u2026"
