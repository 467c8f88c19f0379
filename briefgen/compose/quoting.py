"""How one pack quotes: units made printed words, in the pack's text mode and typography.

Enters: units. Leaves: their words as markup; and, when all are printed, which notes their marks
call and which corrections they hold. What a page is made of is not known here.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Literal

from markupsafe import Markup
from msgspec import Struct, field

from briefgen.compose.marks import Mark, correction_note, correction_place
from briefgen.compose.openings import opening_end
from briefgen.compose.words import paragraphs, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.compose.words import Stretches
    from briefgen.corpus import Corpus
    from briefgen.corpus.model import Correction, Unit
    from briefgen.display.typography import Display

TextMode = Literal["verbatim", "corrected", "clean"]


def same_language(one: str, other: str) -> bool:
    """Tell whether two tags name one language, be it as written in different countries."""
    return one.partition("-")[0].lower() == other.partition("-")[0].lower()


class Printed(Struct, frozen=True):
    """A correction in words that the pack prints; ``label`` is its mark, "" where it has none."""

    unit: Unit
    correction: Correction
    note: str
    label: str = ""


class Quoting(Struct):
    """One pass over a pack's words: what is printed first is marked first.

    A correction that is printed twice keeps its mark, for both places have the same note; where
    each sheet is handed out by itself, that goes for the places on one sheet.
    """

    corpus: Corpus
    mode: TextMode
    display: Display
    language: str = ""
    """The pack's, a BCP 47 tag; what a document has in another is marked as such."""
    found: Mapping[str, Stretches] = field(default_factory=dict)
    """By the ids of units, the characters of their texts that are to be highlighted."""
    notes: dict[str, None] = field(default_factory=dict)
    """The ids of the notes that marks call, the sources' and those of corrections."""
    corrections: dict[str, Printed] = field(default_factory=dict)
    """By the id of their notes."""
    _marked: dict[str, Printed] = field(default_factory=dict)
    """Those marked so far where marks count together, by the id of the correction."""

    def start_sheet(self) -> None:
        """Count marks from 1 again: what is handed out by itself has marks and notes of its own."""
        self._marked.clear()

    def words(self, unit: Unit) -> Markup:
        """Give a unit's words on one flow, with its marks."""
        text, marks = self.display.text(unit), self._marks(unit)
        return self._spoken(unit, words(text, unit.spans, marks, self._found(unit)))

    def opening(self, unit: Unit) -> tuple[Markup, bool]:
        """Give a unit's first words with their marks, and whether there are more."""
        text = self.display.text(unit)
        end = opening_end(text)
        marks = self._marks(unit, end)
        shown = words(text, unit.spans, marks, self._found(unit), end)
        return self._spoken(unit, shown), end < len(text)

    def paragraphs(self, unit: Unit) -> list[Markup]:
        """Give the paragraphs of a unit that has several, with its marks."""
        text, marks = self.display.text(unit), self._marks(unit)
        found = paragraphs(text, unit.spans, marks, self._found(unit))
        return [self._spoken(unit, one) for one in found]

    def note_words(self, note: Unit) -> Markup:
        """Give the words of a footnote, which calls no other: its corrections have no marks."""
        for index in range(len(note.corrections)):
            self._print(note, index, marked=False)
        text = self.display.text(note)
        return self._spoken(note, words(text, note.spans, found=self._found(note)))

    def _spoken(self, unit: Unit, shown: Markup) -> Markup:
        """Say what language the words are in, where it is not the pack's."""
        language = self.corpus.document(unit.document).language
        if not language or not self.language or same_language(language, self.language):
            return shown
        return Markup('<span lang="{}">{}</span>').format(language, shown)

    def _found(self, unit: Unit) -> Stretches:
        return self.found.get(unit.id, ())

    def _marks(self, unit: Unit, end: int | None = None) -> list[Mark]:
        """Give the marks of a unit, or of its words up to ``end``: what is not printed calls none.

        A correction whose mark would stand behind ``end`` counts if it changed words before it.
        """
        last = len(unit.text) if end is None else end
        marks = [
            self._note_mark(one.start, one.value)
            for one in unit.spans
            if one.kind == "note" and one.start <= last
        ]
        for index in range(len(unit.corrections)):
            if unit.corrected_at[index][0] > last:
                continue
            printed = self._print(unit, index, marked=self.mode == "corrected")
            if printed.label:
                self.notes[printed.note] = None
                place = min(correction_place(unit, index), last)
                marks.append(Mark(place, printed.note, printed.label))
        return sorted(marks, key=lambda one: one.place)

    def _note_mark(self, place: int, note: str) -> Mark:
        self.notes[note] = None
        found = self.corpus.find(note)
        return Mark(place, note, found.label if found else "")

    def _print(self, unit: Unit, index: int, *, marked: bool) -> Printed:
        correction = correction_note(unit, index)
        known = (self._marked if marked else self.corrections).get(correction)
        if known is None:
            label = f"c{len(self._marked) + 1}" if marked else ""
            note = self._free_id(correction) if marked else correction
            known = self.corrections[note] = Printed(unit, unit.corrections[index], note, label)
            if marked:
                self._marked[correction] = known
        return known

    def _free_id(self, correction: str) -> str:
        """Give an id for a correction's note; on a later sheet that prints it too, one more."""
        ids = (f"{correction}/{number}" if number > 1 else correction for number in count(1))
        return next(
            one for one in ids if one not in self.corrections or not self.corrections[one].label
        )
