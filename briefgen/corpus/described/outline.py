"""Reads an outline as its description says: headings, paragraphs, objectives, lists, notes.

Enters: a sheet and the description of an outline. Leaves: sections of units. The first rule that
fits a paragraph has it; one that no rule fits is an error that says what was expected there.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct, field

from briefgen.corpus.described.filing import BEFORE_TEXT, Filing
from briefgen.corpus.described.front_matter import read_front_matter
from briefgen.corpus.described.line_edges import edge_of
from briefgen.corpus.described.lists import ListReader
from briefgen.corpus.described.note_calls import NoteBook
from briefgen.corpus.described.numerals import START, Ordinal
from briefgen.corpus.described.paragraphs import Paragraph, gather
from briefgen.corpus.described.patterns import digits
from briefgen.corpus.described.schemes import undeclared_label
from briefgen.corpus.labels import slug
from briefgen.corpus.model import Section
from briefgen.corpus.readers.reading import Mending, Rule

if TYPE_CHECKING:
    from briefgen.corpus.described.description import Heading, OutlineDescription
    from briefgen.corpus.described.sheet import Sheet

_ENDINGS = tuple(".:;?!…؟؛。")
_PAUSES = tuple(",،、")
_QUOTED = 60
_NAMED = 5
"""Stray paragraphs that a remark names one by one."""
_TAKEN = {"para", "note", "heading", "letter", "principle", "opening", "document-title"}
"""First parts of ids that mean something else than a section; so do numbers."""


def read_outline(sheet: Sheet, description: OutlineDescription) -> tuple[Section, ...]:
    """Read an outline; what nothing claims is a fault of the sheet."""
    return _Outline(sheet, description).read()


class _Objective(Struct):
    """The objective that the reader is in."""

    number: str
    commitment: bool = False
    chapeau: bool = False


class _Outline(Struct, dict=True):
    """Where in the outline the reader stands, and what it has made so far."""

    sheet: Sheet
    description: OutlineDescription
    titles: int = 0
    begun: bool = False
    last_number: Ordinal = START
    objective: _Objective | None = None
    parent: str = ""
    strays: list[Paragraph] = field(default_factory=list)
    """Paragraphs without number between numbered ones."""
    waiting: list[Paragraph] = field(default_factory=list)
    """Those of which the next numbered paragraph will tell that they are such."""

    def __post_init__(self) -> None:
        self.notes = NoteBook(self.sheet, self.description)
        self.filing = Filing(self.sheet, self.description.id, self.notes)
        self.list = ListReader(self.sheet, self.description.lists)

    def read(self) -> tuple[Section, ...]:
        """Give the sections, with letters first and notes last."""
        numbers = self._text_passages()
        letters, body = read_front_matter(self.sheet, self.description, numbers, self.notes.ids)
        wrapped = self.description.lines == "wrapped"
        edge = partial(edge_of, description=self.description)
        for paragraph in gather(self.sheet, body, edge, wrapped=wrapped):
            self._take(paragraph)
        self._end_list()
        self._remark_strays()
        notes = self.notes.drafts()
        made = [("letters", letters), *self.filing.sections.items(), ("notes", notes)]
        sections = tuple(
            Section(name, tuple(draft.build() for draft in drafts))
            for name, drafts in made
            if drafts
        )
        self.notes.check(sections)
        return sections

    def _text_passages(self) -> list[int]:
        """Give the passages outside tables; a table has no place in an outline."""
        numbers = []
        for part in self.sheet.parts:
            if isinstance(part, int):
                numbers.append(part)
                continue
            cells = [one for row in part for cell in row.cells for one in cell.passages]
            for number in cells:
                self.sheet.reading.explain(Rule.LEFT_OUT, number)
            if self.description.tables == "leave-out":
                self.sheet.reading.mend(Mending.TABLE_DROPPED, cells[0] if cells else 0)
                self.sheet.remark(cells[0] if cells else 0, "a table was left out")
            else:
                hint = "an outline has no place for it: describe it apart, or 'tables: leave-out'"
                self.sheet.fault(cells[0] if cells else 0, "a table stands here", hint)
        return numbers

    def _take(self, paragraph: Paragraph) -> None:
        """Take one paragraph: the first rule that fits has it."""
        rules = (
            self._left_out,
            self._note,
            self._heading,
            self._objective_title,
            self._title,
            self._opening,
            self._chapeau,
            self._numbered,
            self._principle,
            self._item,
            self._continuation,
            self._unnumbered,
        )
        if not any(rule(paragraph) for rule in rules):
            self._unclaimed(paragraph)

    def _left_out(self, paragraph: Paragraph) -> bool:
        if not any(pattern.fits(paragraph.text) for pattern in self.description.leave_out):
            return False
        for number, start, end, _ in paragraph.stretches():
            self.sheet.reading.explain(Rule.LEFT_OUT, number, start, end)
        return True

    def _note(self, paragraph: Paragraph) -> bool:
        return self.notes.take(paragraph)

    def _heading(self, paragraph: Paragraph) -> bool:
        for heading in self.description.headings:
            if heading.line and not heading.line.fits(paragraph.text):
                continue
            if heading.style and heading.style != paragraph.style:
                continue
            self._open_heading(heading, paragraph)
            return True
        return False

    def _open_heading(self, heading: Heading, paragraph: Paragraph) -> None:
        self._end_list()
        count = len(self.filing.sections) + 1
        words = slug(paragraph.text) or heading.section or f"section-{count}"
        if not heading.sub:
            self.filing.section = heading.section or words
            self.objective = None
        self.parent, self.begun = "", True
        kind = "sub-heading" if heading.sub else "heading"
        mark = self.sheet.passage(paragraph.first).mark.strip("().[] ")
        self.filing.file(self.filing.own_id(f"heading/{words}"), kind, paragraph, label=mark)
        self.filing.open = None

    def _objective_title(self, paragraph: Paragraph) -> bool:
        rule = self.description.objectives
        found = rule.title.match(paragraph.text) if rule else None
        if not rule or not found or (rule.style and rule.style != paragraph.style):
            return False
        self._end_list()
        label = paragraph.text[slice(*found["number"])]
        number = digits(label)
        if self.objective and int(number) != int(self.objective.number) + 1:
            due = int(self.objective.number) + 1
            self.sheet.remark(paragraph.first, f"Objective {number} where {due} was due")
        self.objective = _Objective(number)
        self.parent, self.begun = number, True
        name = self.filing.own_id(f"{number}/title")
        self.filing.file(name, "objective-title", paragraph, found["title"], number)
        return True

    def _title(self, paragraph: Paragraph) -> bool:
        lines = self.description.title_lines
        if self.begun or self.titles == len(lines):
            return False
        if not lines[self.titles].fits(paragraph.text):
            return False
        self.titles += 1
        self.filing.section = "title"
        name = "document-title" if self.titles == 1 else f"document-title/{self.titles}"
        self.filing.file(name, "document-title", paragraph)
        self.filing.open = None
        return True

    def _opening(self, paragraph: Paragraph) -> bool:
        opening = self.description.opening
        if self.begun or not opening or not opening.fits(paragraph.text):
            return False
        self.filing.section, self.begun = "opening", True
        self.filing.file("opening", "chapeau", paragraph)
        return True

    def _chapeau(self, paragraph: Paragraph) -> bool:
        rule = self.description.objectives
        if not (rule and rule.chapeau and self.objective and not self.objective.chapeau):
            return False
        if not rule.chapeau.fits(paragraph.text):
            return False
        self._end_list()
        self.objective.chapeau = True
        name = f"{self.objective.number}/chapeau"
        self.filing.file(name, "chapeau", paragraph)
        self.filing.open, self.parent = None, self.objective.number
        return True

    def _numbered(self, paragraph: Paragraph) -> bool:
        scheme = self.description.paragraphs
        label = scheme.read(paragraph.text) if scheme else None
        if not scheme or not label:
            return False
        follows = label.place.follows(self.last_number)
        if paragraph.doubtful and not follows:
            return False
        self._end_list()
        if not follows:
            due = scheme.id_part(Ordinal(self.last_number.number + 1))
            message = f"paragraph '{label.signs}' where {due} was due"
            self.sheet.remark(paragraph.first, message, "is a paragraph lost, or the number wrong?")
        self.strays += self.waiting
        self.waiting.clear()
        self.last_number = max(self.last_number, label.place)
        rule, number = self.description.objectives, scheme.id_part(label.place)
        name, kind = f"para/{number}", "paragraph"
        if self.objective and rule and rule.commitment == "numbered":
            if self.objective.commitment:
                hint = "close the objectives with a heading, or see 'commitment'"
                message = f"a second numbered paragraph in Objective {self.objective.number}"
                self.sheet.fault(paragraph.first, message, hint)
            self.objective.commitment = True
            name, kind = f"{self.objective.number}/commitment", "commitment"
            self.parent = self.objective.number
        else:
            self.parent = name
        name = self.filing.own_id(name, paragraph)
        self.filing.file(name, kind, paragraph, (label.end, None), label.signs)
        return True

    def _principle(self, paragraph: Paragraph) -> bool:
        rule = self.description.principles
        found = rule.entry.match(paragraph.text) if rule else None
        if not rule or not found or self.filing.section != rule.section or paragraph.doubtful:
            return False
        self._end_list()
        name = paragraph.text[slice(*found["name"])]
        count = sum(one.kind == "principle" for one in self.filing.here)
        self.parent = self.filing.own_id(f"principle/{slug(name) or count + 1}", paragraph)
        self.filing.file(self.parent, "principle", paragraph, found["text"], name)
        return True

    def _item(self, paragraph: Paragraph) -> bool:
        before = self.filing.open.text if self.filing.open else ""
        return bool(self.parent) and self.list.take(paragraph, before)

    def _continuation(self, paragraph: Paragraph) -> bool:
        """Join a paragraph without label to the sentence that a page end cut."""
        if not self.list.empty:
            words = self.list.last_words
        elif self.filing.open:
            words = self.filing.open.text
        else:
            return False
        if not paragraph.doubtful:
            first = paragraph.text[0]
            pauses = () if first.islower() else _PAUSES
            if words.endswith((*_ENDINGS, *pauses)) or first.isupper() or not first.isalpha():
                return False
        if not self.list.empty:
            self.list.run_on(paragraph)
            return True
        assert self.filing.open is not None
        self.filing.go_on(self.filing.open, paragraph)
        return True

    def _unnumbered(self, paragraph: Paragraph) -> bool:
        rule = self.description.objectives
        if self.objective and rule:
            if rule.commitment != "first" or self.objective.commitment:
                return False
            self.objective.commitment = True
            name, kind = f"{self.objective.number}/commitment", "commitment"
            self.filing.file(name, kind, paragraph)
            return True
        if not self.description.unnumbered or _generated(self.sheet, paragraph):
            return False
        self._end_list()
        label = undeclared_label(paragraph.text)
        if label:
            message = f"'{label}' was read as words of the text"
            hint = "if it is a label or a note, declare it: see 'lists', 'paragraphs', 'notes'"
            self.sheet.remark(paragraph.first, message, hint)
        self.begun = True
        if self.filing.section in BEFORE_TEXT:
            self.filing.section = "text"
        count = sum(one.kind == "paragraph" and not one.label for one in self.filing.here)
        section = self.filing.section
        taken = section in _TAKEN or section.isdigit()
        self.parent = f"{'section-' if taken else ''}{section}/{count + 1}"
        if any(one.kind == "paragraph" and one.label for one in self.filing.here):
            self.waiting.append(paragraph)
        self.filing.file(self.parent, "paragraph", paragraph)
        return True

    def _remark_strays(self) -> None:
        """Name the paragraphs without number amid numbered ones: a page's foot hides there."""
        if not self.strays:
            return
        told = [
            f"'{_quoted(one.text)}' ({self.sheet.place(one.first).line})"
            for one in self.strays[:_NAMED]
        ]
        more = ", …" if len(self.strays) > _NAMED else ""
        message = (
            "read as paragraphs of the text, though they stand without number between numbered ones"
            f" (with their lines): {', '.join(told)}{more}"
        )
        hint = "what is no part of the text belongs in 'leave-out'; 'expected' counts what is"
        self.sheet.remark(self.strays[0].first, message, hint)

    def _unclaimed(self, paragraph: Paragraph) -> None:
        expected = "; ".join(self._expected())
        message = f"nothing in the description claims '{_quoted(paragraph.text)}'"
        self.sheet.fault(paragraph.first, message, f"expected here: {expected}")
        for number, start, end, _ in paragraph.stretches():  # told of once
            self.sheet.reading.explain(Rule.LEFT_OUT, number, start, end)

    def _expected(self) -> list[str]:
        """Say what the description leads one to expect where the reader stands."""
        it = self.description
        expected = []
        if not self.begun and self.titles < len(it.title_lines):
            expected.append(f"the title line '{it.title_lines[self.titles].text}'")
        if it.opening and not self.begun:
            expected.append(f"'{it.opening.text}'")
        expected += (f"the heading '{one.line.text}'" for one in it.headings[:3] if one.line)
        if any(one.style for one in it.headings):
            expected.append("a line in a heading's style")
        if it.paragraphs:
            due = it.paragraphs.id_part(Ordinal(self.last_number.number + 1))
            expected.append(f"paragraph {due} in the form '{it.paragraphs.sample}'")
        if it.objectives:
            expected.append(f"'{it.objectives.title.text}'")
            if self.objective and it.objectives.chapeau and not self.objective.chapeau:
                expected.append(f"'{it.objectives.chapeau.text}'")
        if self.parent and it.lists:
            expected.append(f"an item such as '{it.lists[0].sample}'")
        if not it.unnumbered:
            expected.append("or declare 'unnumbered: true' or 'leave-out'")
        return expected

    def _end_list(self) -> None:
        """Make units of the list that was being read."""
        kind = "action" if self.objective and self.parent == self.objective.number else "sub-item"
        names: dict[tuple[str, ...], str] = {(): self.parent}
        for item in self.list.end():
            if item.runs_on:
                if self.filing.open:
                    self.filing.go_on(self.filing.open, item.paragraph)
                continue
            path = f"{names[item.path[:-1]]}/{item.path[-1]}"
            names[item.path] = name = self.filing.own_id(path, item.paragraph)
            of_kind = kind if len(item.path) == 1 else "sub-item"
            self.filing.file(name, of_kind, item.paragraph, (item.start, None), item.label)


def _generated(sheet: Sheet, paragraph: Paragraph) -> bool:
    """Say whether the format numbers this paragraph, which then is not unnumbered."""
    return any(sign.isalnum() for sign in sheet.passage(paragraph.first).mark)


def _quoted(words: str) -> str:
    return words[:_QUOTED] + ("…" if len(words) > _QUOTED else "")
