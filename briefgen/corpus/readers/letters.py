"""Reads the covering letters before a draft: each letter is one unit, its line ends kept as spans.

Enters: the lines above the draft's title. Leaves: one unit a letter. Descriptions of images, which
are no words of the letter, are left out and kept in the account.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.corpus.readers.reading import Mending, Rule
from briefgen.corpus.readers.unit_builder import UnitBuilder

if TYPE_CHECKING:
    from briefgen.corpus.catalogue import DraftText
    from briefgen.corpus.model import Unit
    from briefgen.corpus.readers.reading import Reading


def read_letters(reading: Reading, document: str, layout: DraftText, end: int) -> tuple[Unit, ...]:
    """Read the letters in the lines up to ``end`` (not included)."""
    tongues = {words: tag for tag, words in layout.languages.items()}
    letters: list[UnitBuilder] = []
    blank = False
    for number in range(1, end):
        words = reading.line(number).strip()
        if not words:
            blank = True
            continue
        if words in layout.images:
            reading.explain(Rule.IMAGE, number)
            reading.mend(Mending.IMAGE_DROPPED, number, letters[-1].id if letters else "", words)
            continue
        if words in layout.letters:
            letters.append(UnitBuilder(reading, f"{document}/letter/{len(letters) + 1}", "letter"))
        if not letters:
            reading.fault(number, "no rule explains this line", "it stands before the first letter")
            continue
        letters[-1].break_line("paragraph-break" if blank else "line-break")
        letters[-1].add_marked(number)
        if words in tongues:
            letters[-1].mark_language(tongues[words], words)
        blank = False
    return tuple(letter.build() for letter in letters)
