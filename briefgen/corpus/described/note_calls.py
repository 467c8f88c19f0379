"""Footnotes: those that the format keeps, those that are typed, and the marks that call them.

Enters: a sheet, and the description of typed notes. Leaves: one unit a note, and marks at their
places in the text; a mark without note, or the reverse, is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from briefgen.corpus.described.drafting import Draft
from briefgen.corpus.described.numerals import number_id
from briefgen.corpus.described.paragraphs import Stretch
from briefgen.corpus.described.patterns import digits
from briefgen.corpus.readers.reading import Mending, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.corpus.described.description import OutlineDescription
    from briefgen.corpus.described.paragraphs import Paragraph
    from briefgen.corpus.described.sheet import Sheet
    from briefgen.corpus.model import Section


class NoteBook(Struct, dict=True):
    """The notes of a document. ``ids`` gives each format's note its unit."""

    sheet: Sheet
    description: OutlineDescription
    ids: dict[str, str] = field(default_factory=dict)
    _typed: list[Draft] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Give every note of the format its id."""
        for at, (note, _) in enumerate(self.sheet.notes, start=1):
            self.ids[note.key] = self._id(note.mark, at)

    def take(self, paragraph: Paragraph) -> bool:
        """Take a paragraph that is a typed note."""
        rule = self.description.notes
        found = rule.entry.match(paragraph.text) if rule else None
        if not found:
            return False
        words = found.pop("text")
        label = digits(paragraph.text[slice(*next(iter(found.values())))]) if found else ""
        name = self._id(label, len(self._typed) + 1)
        draft = Draft(self.sheet, name, "note", label, self.ids)
        for number, start, end, _ in paragraph.stretches(0, words[0]):
            self.sheet.reading.explain(Rule.LABEL, number, start, end)
        self._typed.append(draft.add(paragraph.stretches(*words)))
        self.sheet.reading.mend(Mending.NOTE_READ, paragraph.first, name)
        return True

    def fill(self, draft: Draft, paragraph: Paragraph, start: int, end: int) -> None:
        """Put words of a paragraph into a unit, with the typed marks in them as calls."""
        rule = self.description.notes
        at = start
        for (begin, after), found in rule.call.find_all(paragraph.text[:end]) if rule else ():
            if begin < start or not found:
                continue
            draft.add(paragraph.stretches(at, begin))
            label = digits(paragraph.text[slice(*next(iter(found.values())))])
            draft.call(self._id(label, 0))
            for number, low, high, _ in paragraph.stretches(begin, after):
                self.sheet.reading.explain(Rule.NOTE_MARK, number, low, high)
            at = after
        draft.add(paragraph.stretches(at, end))

    def drafts(self) -> list[Draft]:
        """Give the notes as units: the format's own, then the typed ones."""
        kept = []
        for note, numbers in self.sheet.notes:
            name = self.ids[note.key]
            draft = Draft(self.sheet, name, "note", name.rpartition("/")[2], self.ids)
            for number in numbers:
                draft.break_line("paragraph-break")
                draft.add([Stretch(number, 0, len(self.sheet.passage(number).text), glued=False)])
            kept.append(draft)
        return [*kept, *self._typed]

    def check(self, sections: Iterable[Section]) -> None:
        """Hold marks and notes against one another."""
        units = [unit for section in sections for unit in section.units]
        notes = {unit.id: unit.lines[0] for unit in units if unit.kind == "note"}
        called: set[str] = set()
        for unit in units:
            for span in unit.spans:
                if span.kind == "note":
                    called.add(span.value)
                    if span.value not in notes:
                        message = f"the mark of {span.value} in {unit.id} calls no note"
                        self.sheet.fault(unit.lines[0], message, "see 'notes' in the description")
        for name in sorted(notes.keys() - called):
            self.sheet.remark(notes[name], f"no mark calls {name}", "is its mark typed otherwise?")

    def _id(self, mark: str, count: int) -> str:
        return f"{self.description.id}/note/{number_id(mark) or count}"
