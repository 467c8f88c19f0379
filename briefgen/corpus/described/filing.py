"""Where the units of an outline are filed: sections in their order, and each id once.

Enters: paragraphs, with the kind of unit that each was found to be. Leaves: drafts by section. What
a paragraph is, is not decided here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from briefgen.corpus.described.drafting import Draft
from briefgen.corpus.readers.reading import Mending, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.corpus.described.note_calls import NoteBook
    from briefgen.corpus.described.paragraphs import Paragraph
    from briefgen.corpus.described.sheet import Sheet

BEFORE_TEXT: Final = frozenset({"", "title", "opening", "document-title"})
"""Sections, and first parts of ids, of what stands before the first heading."""


class Filing(Struct):
    """The drafts of a document; ``section`` is the one that is being filled."""

    sheet: Sheet
    document: str
    notes: NoteBook
    sections: dict[str, list[Draft]] = field(default_factory=dict)
    section: str = ""
    open: Draft | None = None
    """The draft that a paragraph would go on with."""
    _ids: dict[str, int] = field(default_factory=dict)

    def own_id(self, path: str, paragraph: Paragraph | None = None) -> str:
        """Give the path itself, or with a count where the source has its label twice."""
        self._ids[path] = count = self._ids.get(path, 0) + 1
        if count == 1:
            return path
        if paragraph:
            message = f"the label of {self.document}/{path} stands twice in the source"
            hint = f"the second has the id {self.document}/{path}-{count}"
            self.sheet.remark(paragraph.first, message, hint)
        return f"{path}-{count}"

    @property
    def here(self) -> Sequence[Draft]:
        """The drafts of the section that is being filled."""
        return self.sections.get(self.section, ())

    def file(
        self,
        path: str,
        kind: str,
        paragraph: Paragraph,
        words: tuple[int, int | None] = (0, None),
        label: str = "",
    ) -> None:
        """Make a unit of a paragraph; what stands around ``words``, its characters, is label."""
        draft = Draft(self.sheet, f"{self.document}/{path}", kind, label, self.notes.ids)
        if self.section in BEFORE_TEXT and path.partition("/")[0] not in BEFORE_TEXT:
            self.section = "text"
        self.sections.setdefault(self.section, []).append(draft)
        self.open = draft
        start, end = words[0], len(paragraph.text) if words[1] is None else words[1]
        for low, high in ((0, start), (end, len(paragraph.text))):
            for number, begin, after, _ in paragraph.stretches(low, high):
                self.sheet.reading.explain(Rule.LABEL, number, begin, after)
        self.notes.fill(draft, paragraph, start, end)

    def go_on(self, draft: Draft, paragraph: Paragraph) -> None:
        """Put a paragraph into the unit that it goes on with; a page may part the two."""
        pages = {self.sheet.passage(number).page for number in (draft.last, paragraph.first)}
        self.notes.fill(draft, paragraph, 0, len(paragraph.text))
        if not paragraph.doubtful or len(pages) > 1:
            mending = Mending.PAGE_SPLIT if len(pages) > 1 else Mending.BREAK_JOINED
            self.sheet.reading.mend(mending, paragraph.first, draft.id)
