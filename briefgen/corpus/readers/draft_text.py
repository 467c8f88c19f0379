"""Reads a negotiating draft: letters, title, numbered paragraphs, objectives, lists and notes.

Enters: text recovered from printed pages, where a page end may cut a sentence and drop a note into
the gap. Leaves: sections by name. Nesting comes from the kind of label, never from indentation: a
letter is ``a)``, a numeral under it ``i.``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from briefgen.corpus.labels import LETTERS, ROMANS, label_at, slug
from briefgen.corpus.model import Section
from briefgen.corpus.readers.letters import read_letters
from briefgen.corpus.readers.reading import Mending, Reading, Rule
from briefgen.corpus.readers.unit_builder import UnitBuilder, note_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.corpus.catalogue import DraftText
    from briefgen.corpus.model import Unit


def read_draft_text(reading: Reading, document: str, layout: DraftText) -> tuple[Section, ...]:
    """Read a draft; what does not fit is an error of the reading."""
    first = layout.title[0].line
    start = next((n for n, line in enumerate(reading.lines, 1) if line.strip() == first), 0)
    if not start:
        reading.fault(0, f"the title line '{first}' is missing", "is this the right source?")
        return ()
    body = _Body(reading, document, layout)
    for number in range(start, len(reading.lines) + 1):
        body.take(number)
    letters = read_letters(reading, document, layout, start)
    sections = [Section("letters", letters)] if letters else []
    return (*sections, *body.build())


class _Body(Struct):
    """Where in the draft the reader stands, and what it has made so far."""

    reading: Reading
    document: str
    layout: DraftText
    sections: dict[str, list[UnitBuilder]] = field(default_factory=dict)
    section: str = ""
    notes: list[UnitBuilder] = field(default_factory=list)
    open: UnitBuilder | None = None
    blank: bool = False
    split: bool = False
    objective: int = 0
    paragraph: int = 0
    entries: int = 0
    parent: str = ""
    letter: str = ""
    letters: int = 0
    romans: int = 0

    def take(self, number: int) -> None:
        """Take one line: the first rule that fits has it."""
        line = self.reading.line(number)
        if not line.strip():
            self.blank = True
            return
        if not (self._known_line(number, line.strip()) or self._by_rule(number, line)):
            self._continuation(number)
        self.blank = False

    def build(self) -> tuple[Section, ...]:
        """Give the sections, with the notes last."""
        made = [(name, builders) for name, builders in self.sections.items() if builders]
        if self.notes:
            made.append(("notes", self.notes))
        return tuple(Section(name, _units(builders)) for name, builders in made)

    def _known_line(self, number: int, words: str) -> bool:
        """Take a line that the description of the document knows word for word."""
        for title in self.layout.title:
            if words == title.line and not self.paragraph:
                self._enter("title")
                self._unit(number, title.id, "document-title")
                return True
        for heading in self.layout.headings:
            if words == heading.line:
                self._enter(heading.section)
                self.objective = 0
                self._unit(number, f"heading/{slug(words)}", "heading")
                return True
        if words in self.layout.sub_headings:
            self._unit(number, f"heading/{slug(words)}", "sub-heading")
        elif words == self.layout.chapeau and self.objective:
            self._unit(number, f"{self.objective}/chapeau", "chapeau")
            self._open_list(f"{self.objective}")
        elif self.section == "title" and words.startswith(self.layout.opening):
            self._enter("opening")
            self._unit(number, "opening", "chapeau")
        else:
            return False
        return True

    def _by_rule(self, number: int, line: str) -> bool:
        for pattern, rule in _RULES:
            match = pattern.match(line)
            if match and rule(self, number, match):
                return True
        return False

    def _continuation(self, number: int) -> None:
        """Join a line without label to the sentence that a page end cut."""
        unit = self.open
        if unit is None or not self.blank or unit.text.endswith((".", ":", ";", "?", "!")):
            self.reading.fault(
                number,
                "no rule explains this line",
                "it has no label, and no sentence before it was cut",
            )
            return
        unit.add_marked(number)
        self.reading.mend(Mending.PAGE_SPLIT, number, unit.id)
        self.split = True

    def take_objective(self, number: int, match: re.Match[str]) -> bool:
        """Take the title of an objective."""
        self._expect(number, "objective", match[1], str(self.objective + 1))
        self.objective = int(match[1])
        title = self._unit(
            number, f"{match[1]}/title", "objective-title", match[1], start=match.end()
        )
        self.open, self.parent = title, ""
        return True

    def take_paragraph(self, number: int, match: re.Match[str]) -> bool:
        """Take a numbered paragraph; under an objective it is the commitment."""
        self._expect(number, "paragraph", match[1], str(self.paragraph + 1))
        self.paragraph = int(match[1])
        if match[1] == self.layout.principles:
            self._enter("principles")
        if self.objective:
            place, kind = f"{self.objective}/commitment", "commitment"
        else:
            place, kind = f"para/{match[1]}", "paragraph"
        self._unit(number, place, kind, match[1], start=match.end())
        self._open_list(place)
        return True

    def take_letter(self, number: int, match: re.Match[str]) -> bool:
        """Take a lettered item: an action, or a sub-item of a paragraph."""
        if not self.parent or self.parent.endswith("/commitment"):
            return False
        self._expect(number, f"item of {self.parent}", match[1], label_at(LETTERS, self.letters))
        self._resume(number, self.letters)
        self.letter, self.letters, self.romans = match[1], self.letters + 1, 0
        kind = "action" if self.objective else "sub-item"
        self._unit(number, f"{self.parent}/{match[1]}", kind, match[1], start=match.end())
        return True

    def take_roman(self, number: int, match: re.Match[str]) -> bool:
        """Take an item under a letter."""
        if not self.letters:
            return False
        above = f"{self.parent}/{self.letter}"
        self._expect(number, f"item of {above}", match[1], label_at(ROMANS, self.romans))
        self._resume(number, self.romans)
        self.romans += 1
        self._unit(number, f"{above}/{match[1]}", "sub-item", match[1], start=match.end())
        return True

    def take_entry(self, number: int, match: re.Match[str]) -> bool:
        """Take an entry of the list of objectives, from a bullet or from a row of a table."""
        self._expect(number, "entry", match["n"], str(self.entries + 1))
        self._resume(number, self.entries)
        self.entries += 1
        for side in ("left", "right"):
            if side in match.re.groupindex:
                self.reading.explain(Rule.TABLE, number, *match.span(side))
        self.reading.explain(Rule.LABEL, number, *match.span("label"))
        entry = UnitBuilder(
            self.reading, f"{self.document}/list/{match['n']}", "list-entry", match["n"]
        )
        self.sections[self.section].append(entry.add_marked(number, *match.span("words")))
        self.open = entry
        return True

    def take_table_rule(self, number: int, _: re.Match[str]) -> bool:
        """Take a line that only draws a table."""
        self.reading.explain(Rule.TABLE, number)
        if self.blank and self.entries:
            self.reading.mend(Mending.LIST_RESUMED, number, f"{self.document}/list")
        return True

    def take_note(self, number: int, match: re.Match[str]) -> bool:
        """Take the body of a note, which a page end dropped into a sentence."""
        label = note_number(match[1])
        self.reading.explain(Rule.LABEL, number, 0, match.end())
        self._expect(number, "note", label, str(len(self.notes) + 1))
        note = UnitBuilder(self.reading, f"{self.document}/note/{label}", "note", label)
        self.notes.append(note.add(number, match.end()))
        self.reading.mend(Mending.NOTE_LIFTED, number, note.id)
        return True

    def take_principle(self, number: int, match: re.Match[str]) -> bool:
        """Take a guiding principle: its name is the label."""
        if self.section != "principles":
            return False
        place = f"principle/{slug(match[1])}"
        self._unit(number, place, "principle", match[1], start=match.end())
        return True

    def _enter(self, section: str) -> None:
        self.section = section
        self.sections.setdefault(section, [])

    def _open_list(self, place: str) -> None:
        self.parent, self.letters, self.romans = place, 0, 0

    def _unit(
        self, number: int, place: str, kind: str, label: str = "", *, start: int = 0
    ) -> UnitBuilder:
        if start:
            self.reading.explain(Rule.LABEL, number, 0, start)
        unit = UnitBuilder(self.reading, f"{self.document}/{place}", kind, label)
        self.sections[self.section].append(unit.add_marked(number, start))
        self.open, self.split = unit, False
        return unit

    def _resume(self, number: int, index: int) -> None:
        """Record a list that goes on after a blank line, save where a page cut its last item."""
        if self.blank and index and not self.split and self.open:
            self.reading.mend(Mending.LIST_RESUMED, number, self.open.id)

    def _expect(self, number: int, what: str, found: str, wanted: str) -> None:
        if found != wanted:
            hint = "a line was lost, doubled or moved"
            self.reading.fault(number, f"{what}: '{found}' where '{wanted}' was expected", hint)


def _units(builders: list[UnitBuilder]) -> tuple[Unit, ...]:
    return tuple(builder.build() for builder in builders)


_RULES: Final[tuple[tuple[re.Pattern[str], Callable[[_Body, int, re.Match[str]], bool]], ...]] = (
    (re.compile(r"OBJECTIVE (\d+): "), _Body.take_objective),
    (re.compile(r"(\d+)\. "), _Body.take_paragraph),
    (re.compile(r" ?- ([a-z])\) "), _Body.take_letter),
    (re.compile(r" ?- ([ivxl]+)\. "), _Body.take_roman),
    (re.compile(r"(?P<label>- \((?P<n>\d+)\)) (?P<words>.+)"), _Body.take_entry),
    (
        re.compile(r"(?P<left>\|) (?P<label>\((?P<n>\d+)\) \|) (?P<words>.+?) (?P<right>\|)$"),
        _Body.take_entry,
    ),
    (re.compile(r"- \| \| \|$|\|-+\|-+\|$"), _Body.take_table_rule),
    (re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]+) "), _Body.take_note),
    (re.compile(r"([A-Z][A-Za-z -]{2,60}): "), _Body.take_principle),
)
