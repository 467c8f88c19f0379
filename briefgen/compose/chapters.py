"""A selection's parts as chapters: runs of one document, with headings, locators and labels.

Enters: a selection. Leaves: plain data. A chapter starts on a new page and has one footer, so
that every page says which text it quotes and what that text's status is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose.left_out import left_out_line, without
from briefgen.compose.locators import no_rows, texts_quoted
from briefgen.compose.page_starts import start_objectives, start_part
from briefgen.compose.reading_on import notes_called, read_on
from briefgen.compose.running_text import running_text
from briefgen.compose.sheets import on_sheets
from briefgen.compose.table_rows import table
from briefgen.compose.template_data import TemplateData
from briefgen.selection import NoRowsPart, ObjectiveChoice, OwnPart, TablePart, TextPart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.compose.cards import CardData
    from briefgen.compose.furniture import Furniture
    from briefgen.compose.quoting import Quoting
    from briefgen.compose.sheets import SheetParts
    from briefgen.compose.template_data import Data
    from briefgen.corpus.model import Document
    from briefgen.profiles.schema import Profile
    from briefgen.selection import Part, Selection

_NO_PART: Final[Data] = {"heading": None, "items": [], "locator": ""}
"""What the data of every kind of part has."""


def chapters(
    profile: Profile, selection: Selection, furniture: Furniture, quoting: Quoting
) -> list[Data]:
    """Give the chapters of a pack, in order; ``quoting`` keeps what their words call."""
    texts = {part.document.id for part in selection.parts if isinstance(part, TextPart)}
    on_card = profile.layout == "card"
    actions = profile.card.actions if on_card else "full"
    if actions == "letters" and profile.template_name != "card":
        actions = "full"  # another template would not say that words are left out
    writing = _Writing(
        TemplateData(quoting, furniture, selection.findings.weak, actions),
        furniture,
        new_page=profile.new_page,
        name_documents=len(texts) > 1,
        called=notes_called(selection.parts),
    )
    if profile.layout == "handout":
        sheets = on_sheets(selection, profile.handout.each, furniture)
        return [writing.sheet(sheet) for sheet in without(sheets, selection.left_out)]
    if on_card:  # few packs are: what cards say is loaded for these
        from briefgen.compose.cards import CardData, on_cards  # noqa: PLC0415 - the same

        said = CardData(profile, quoting.corpus, furniture)
        cards = on_cards(profile, selection, furniture)
        title = profile.title if profile.card.each == "pack" else ""
        return [writing.card(card, said, title) for card in cards if said.printed(card)]
    runs: list[tuple[Document | None, list[Part]]] = []
    for part in read_on(selection.parts, selection.reasons):
        document = _document_of(part)
        if runs and (document is None or runs[-1][0] is document):
            runs[-1][1].append(part)
        else:
            runs.append((document, [part]))
    return [writing.chapter(document, parts) for document, parts in runs]


class _Writing(Struct):
    """One pass over the chapters; ``called`` are the notes that quoted words call."""

    shared: TemplateData
    furniture: Furniture
    new_page: str
    name_documents: bool
    called: frozenset[str]

    def chapter(self, document: Document | None, parts: Sequence[Part]) -> Data:
        """Give one chapter."""
        level = 1
        head: Data | None = None
        if document and document.layout == "compact" and self.name_documents:
            head = self.shared.heading(document.short_title, document.id, level)
            level += 1
        blocks = [self._part(part, level, first=index == 0) for index, part in enumerate(parts)]
        if self.new_page == "objective":
            start_objectives(blocks)
        return {
            "name": document.short_title if document else "",
            "document": document.id if document else "",
            "heading": head,
            "locator": document.statement if document and head else "",
            "parts": blocks,
            "footer": self._footer(parts),
        }

    def sheet(self, sheet: SheetParts) -> Data:
        """Give one sheet of a handout as a chapter; what goes with its first part is below it."""
        self.shared.quoting.start_sheet()
        first, *others = sheet.parts
        document = _document_of(first)
        blocks = [self._part(first, 1, first=True)]
        lacks_heading = document is not None and not _has_heading(blocks[0])
        if lacks_heading:  # contents lists and bookmarks go by headings
            blocks[0]["heading"] = self.shared.heading(sheet.name, sheet.name, 1)
        level = 2 if sheet.objective or first.heading or lacks_heading else 1
        blocks += [self._part(part, level, first=True) for part in others]
        if told := left_out_line(sheet, self.furniture):
            blocks.append(_NO_PART | {"kind": "notice", "notice": told})
        return {
            "name": sheet.name,
            "document": document.id if document else "",
            "heading": None,
            "locator": "",
            "parts": blocks,
            "footer": self._footer(sheet.parts),
        }

    def card(self, card: SheetParts, said: CardData, title: str) -> Data:
        """Give one card as a chapter, with what it says besides its text."""
        self.shared.quoting.start_sheet()
        head = self.shared.heading(title, title, 1) if title else None
        parts = said.printed(card)
        if parts and parts[0].heading.casefold() == title.casefold():  # a theme's, as a rule
            parts[0] = replace(parts[0], heading="")
        blocks = [self._part(part, 2 if head else 1, first=True) for part in parts]
        return {
            "name": card.name,
            "document": "",
            "heading": head,
            "locator": "",
            "parts": blocks,
            "footer": self._footer(parts),
            "card": said.said(card),
        }

    def _footer(self, parts: Sequence[Part]) -> str:
        """Say which texts some parts quote, or that the words are the delegation's own."""
        corpus = self.shared.quoting.corpus
        documents = (corpus.document(one) for part in parts for one in _texts_of(part))
        return texts_quoted(documents, self.furniture) or self.furniture["own-words"]

    def _part(self, part: Part, level: int, *, first: bool) -> Data:
        own = part.heading
        data: Data = dict(_NO_PART)
        if own and not isinstance(part, TablePart):
            data["heading"] = self.shared.heading(own, own, level)
            level += 1
        match part:
            case OwnPart():
                data |= {"kind": "own", "paragraphs": part.paragraphs, "points": part.points}
            case NoRowsPart():
                data |= {"kind": "notice", "notice": no_rows(part, self.furniture)}
            case TablePart():
                data |= table(self.shared, part, level)
            case TextPart():
                data |= {
                    "kind": "text",
                    "items": running_text(self.shared, part, self.called, level),
                }
        if self.new_page == "part" and not first:
            start_part(data)
        return data


def _has_heading(part: Data) -> bool:
    """Tell whether a contents list would show a part."""
    kinds = {item["kind"] for item in part["items"]}
    return bool(part["heading"] or kinds & {"heading", "objective", "letter"})


def _document_of(part: Part) -> Document | None:
    return part.document if isinstance(part, TextPart | TablePart) else None


def _texts_of(part: Part) -> Iterator[str]:
    """Give the documents that a part quotes.

    Of faulty objectives not a word is quoted: they have their title, and may have their actions,
    from another document.
    """
    items = part.items if isinstance(part, TextPart) else ()
    faulty = [item for item in items if isinstance(item, ObjectiveChoice) and item.fault]
    if (document := _document_of(part)) and (not faulty or len(faulty) < len(items)):
        yield document.id
    for item in faulty:
        yield item.title.document
        if item.draft:
            yield item.draft.document.id
