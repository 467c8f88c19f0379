"""Reads one list: collects the paragraphs whose labels could be items, then settles their levels.

Enters: paragraphs, one by one, and the declared schemes of the levels. Leaves: items with their
path below the list's parent, and remarks on what the sequence leaves open. Makes no units.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from briefgen.corpus.described.nesting import Candidate, Choice, Item, resolve
from briefgen.corpus.described.schemes import is_bullet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.corpus.described.paragraphs import Paragraph
    from briefgen.corpus.described.schemes import Label, Scheme
    from briefgen.corpus.described.sheet import Sheet


_STOPS: Final = (*".:;,?!…؟؛،、。", " and", " or")
"""How words end that an item may follow without a gap."""


class _Entry(Struct, frozen=True):
    """A paragraph, and its label by each level that could have it."""

    paragraph: Paragraph
    labels: dict[int, Label]
    mid_sentence: bool = False


class ListItem(Struct, frozen=True):
    """A paragraph of a list: its path below the parent and its label, or that it runs on."""

    paragraph: Paragraph
    path: tuple[str, ...] = ()
    label: str = ""
    start: int = 0
    runs_on: bool = False


class ListReader(Struct):
    """The list that is being read."""

    sheet: Sheet
    schemes: Sequence[Scheme]
    _entries: list[_Entry] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Say whether no item has come yet."""
        return not self._entries

    @property
    def last_words(self) -> str:
        """The words of the last paragraph."""
        return self._entries[-1].paragraph.text if self._entries else ""

    def take(self, paragraph: Paragraph, before: str) -> bool:
        """Take a paragraph that could be an item; ``before`` are the words above the list."""
        labels = self._labels(paragraph)
        if labels:
            broken = paragraph.doubtful and not (self.last_words or before).endswith(_STOPS)
            self._entries.append(_Entry(paragraph, labels, mid_sentence=broken))
        return bool(labels)

    def run_on(self, paragraph: Paragraph) -> None:
        """Take a paragraph that goes on with the one before."""
        self._entries.append(_Entry(paragraph, {}))

    def end(self) -> list[ListItem]:
        """Give the items of the list, and begin another."""
        entries, self._entries = self._entries, []
        labelled = [entry for entry in entries if entry.labels]
        choices, doubts = resolve(
            [
                Item(
                    tuple(
                        Candidate(level, label.place if self.schemes[level].numerals else None)
                        for level, label in entry.labels.items()
                    ),
                    entry.paragraph.doubtful,
                    entry.mid_sentence,
                    entry.paragraph.depth,
                )
                for entry in labelled
            ]
        )
        self._remark_doubts([labelled[at] for at in doubts], [choices[at] for at in doubts])
        settled = iter(choices)
        stack: list[tuple[int, int, str]] = []
        items = []
        for entry in entries:
            choice = next(settled) if entry.labels else Choice(None)
            items.append(self._item(entry, choice, stack))
        return items

    def _item(self, entry: _Entry, choice: Choice, stack: list[tuple[int, int, str]]) -> ListItem:
        """Give an item; ``stack`` holds level, count and id part of the items it stands below."""
        paragraph = entry.paragraph
        if choice.candidate is None:
            return ListItem(paragraph, runs_on=True)
        level = choice.candidate.level
        label, scheme = entry.labels[level], self.schemes[level]
        count = 0
        while stack and stack[-1][0] >= level:
            at, before, _ = stack.pop()
            count = before if at == level else count
        part = scheme.id_part(label.place) if scheme.numerals else str(count + 1)
        stack.append((level, count + 1, part))
        if choice.due:
            message = f"item '{label.signs}' where '{scheme.id_part(choice.due)}' was due"
            hint = "is an item lost, or its label wrong?"
            self.sheet.remark(paragraph.first, message, hint)
        path = tuple(part for _, _, part in stack)
        return ListItem(paragraph, path, label.signs, label.end)

    def _labels(self, paragraph: Paragraph) -> dict[int, Label]:
        """Give the label by each level that could have it."""
        found = {
            level: label
            for level, scheme in enumerate(self.schemes)
            if (label := scheme.read(paragraph.text))
        }
        if found or not is_bullet(self.sheet.passage(paragraph.first).mark):
            return found
        start = paragraph.parts[0][1]  # a typed label after a bullet of the format's
        return {
            level: label.moved(start)
            for level, scheme in enumerate(self.schemes)
            if (label := scheme.read(paragraph.text[start:]))
        }

    def _remark_doubts(self, entries: list[_Entry], choices: list[Choice]) -> None:
        for entry, choice in zip(entries, choices, strict=True):
            if choice.candidate is None:
                message, taken = "a line that may begin an item", "it was read as running text"
            else:
                level = choice.candidate.level
                signs = entry.labels[level].signs
                message = f"the level of '{signs}' cannot be told from the labels around it"
                taken = f"it was read as one of level {level + 1}, '{self.schemes[level].sample}'"
            self.sheet.remark(entry.paragraph.first, message, f"{taken}: look at the source")
