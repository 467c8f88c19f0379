"""From the inlines of the tree to the pieces of a paragraph, each with its look.

Enters: inlines, and the style of the paragraph that they stand in. Leaves: pieces in the same
order; neighbours that look alike are one. Knows nothing of the blocks around.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from briefgen.blocks import (
    Deletion,
    Emphasis,
    Field,
    Highlight,
    Insertion,
    LineBreak,
    Link,
    NoteReference,
    Quotation,
    Span,
    Strong,
    Text,
)
from briefgen.writers.docx.model import (
    Break,
    Computed,
    NoteCall,
    Piece,
    RunLook,
    Tab,
    Words,
)
from briefgen.writers.docx.page_numerals import END_OF_TEXT
from briefgen.writers.docx.style_sheet import EMPHASIS, STRONG
from briefgen.writers.line_ends import with_signs
from briefgen.writers.right_to_left import runs_right_to_left

if TYPE_CHECKING:
    from briefgen.blocks import Inlines
    from briefgen.writers.docx.planning import Planning

UNKNOWN_PAGE = "\N{EN DASH}"
"""What stands for a page number that nobody has counted yet."""


def plan_inlines(inlines: Inlines, style: str, planning: Planning) -> tuple[Piece, ...]:
    """Give the pieces of a paragraph in the paragraph style ``style``."""
    return _Planner(style, planning).plan(inlines)


def set_apart(text: str, character: str, style: str, planning: Planning) -> Words:
    """Give words that look as their character style says, whatever the paragraph's says.

    ``character`` and ``style`` are ids of a character and a paragraph style.
    """
    own, around = planning.styles.characters[character], planning.styles.look(style)
    look = RunLook(
        style=character,
        bold=own.bold if around.bold else None,
        italic=own.italic if around.italic else None,
        right_to_left=planning.right_to_left,
    )
    return Words(planning.faults.checked(text), look)


class _Planner:
    """Goes down the inlines, carrying what the outer ones say about the inner ones."""

    def __init__(self, style: str, planning: Planning) -> None:
        self._planning = planning
        self._sheet = planning.styles
        self._around = planning.styles.look(style)
        self._pieces: list[Piece] = []

    def plan(self, inlines: Inlines) -> tuple[Piece, ...]:
        start = RunLook(right_to_left=self._planning.right_to_left)
        self._walk(inlines, start, role="", strong=False, emphasis=False)
        return tuple(self._pieces)

    def _walk(
        self, inlines: Inlines, look: RunLook, role: str, *, strong: bool, emphasis: bool
    ) -> None:
        for inline in inlines:
            match inline:
                case Text(text):
                    self._words(text, self._styled(look, role, strong=strong, emphasis=emphasis))
                case Strong(children):
                    self._walk(children, look, role, strong=True, emphasis=emphasis)
                case Emphasis(children):
                    self._walk(children, look, role, strong=strong, emphasis=True)
                case Highlight(children):
                    self._walk(children, look, "highlight", strong=strong, emphasis=emphasis)
                case Span(children, inner, language):
                    spoken = self._spoken(look, language)
                    self._walk(children, spoken, inner or role, strong=strong, emphasis=emphasis)
                case Link(children, target):
                    linked = look._replace(link=self._planning.link(target))
                    self._walk(children, linked, "link", strong=strong, emphasis=emphasis)
                case Quotation(children, unit):
                    quoted = look._replace(unit=self._planning.faults.checked(unit))
                    self._walk(children, quoted, role, strong=strong, emphasis=emphasis)
                case Insertion(children):
                    added = look._replace(change="ins")
                    self._walk(children, added, role, strong=strong, emphasis=emphasis)
                case Deletion(children):
                    gone = look._replace(change="del")
                    self._walk(children, gone, role, strong=strong, emphasis=emphasis)
                case NoteReference():
                    self._call(inline, look)
                case Field():
                    self._field(inline, self._styled(look, role, strong=strong, emphasis=emphasis))
                case LineBreak():
                    self._pieces.append(Break(look))
                case _ as never:
                    assert_never(never)

    def _styled(self, look: RunLook, role: str, *, strong: bool, emphasis: bool) -> RunLook:
        """Choose the character style, and say directly what it would undo or cannot say."""
        if not role and not strong and not emphasis:
            return look
        around = self._around
        if not role and not (strong and emphasis):
            if strong:
                return look if around.bold else look._replace(style=STRONG)
            return look if around.italic else look._replace(style=EMPHASIS)
        style = self._sheet.characters[self._sheet.character(role)] if role else None
        bold = strong or bool(style and style.bold and around.bold)
        italic = emphasis or bool(style and style.italic and around.italic)
        return look._replace(
            style=style.id if style else "",
            bold=bold or None,
            italic=italic or None,
        )

    def _spoken(self, look: RunLook, language: str) -> RunLook:
        if not language:
            return look
        self._planning.check_language(language)
        return look._replace(language=language, right_to_left=runs_right_to_left(language))

    def _words(self, text: str, look: RunLook) -> None:
        text = self._planning.faults.checked(text)
        if self._around.keeps_hyphens:
            text = with_signs(text)
        for place, part in enumerate(text.split("\t")):
            if place:
                self._pieces.append(Tab(look))
            last = self._pieces[-1] if self._pieces else None
            if isinstance(last, Words) and last.look == look:
                self._pieces[-1] = Words(last.text + part, look)
            elif part:
                self._pieces.append(Words(part, look))

    def _call(self, reference: NoteReference, look: RunLook) -> None:
        mark = self._planning.faults.checked(reference.mark)
        marked = look._replace(style=self._sheet.character("note-mark"))
        number = self._planning.call(reference)
        self._pieces.append(NoteCall(number, mark, marked))

    def _field(self, field: Field, look: RunLook) -> None:
        match field.kind:
            case "page":
                self._pieces.append(Computed("PAGE", "1", look))
            case "pages":
                whole = f"PAGEREF {END_OF_TEXT}" if self._planning.has_both_numerals else "NUMPAGES"
                self._pieces.append(Computed(whole, str(self._planning.last_page), look))
            case "page-of":
                bookmark = self._planning.bookmark(field.anchor)
                page = self._planning.pages.get(field.anchor)
                result = page or UNKNOWN_PAGE
                self._pieces.append(Computed(f"PAGEREF {bookmark} \\h", result, look))
            case "sheet":  # Word counts pages; a formula in a field is nothing to other programs
                before, _, after = self._planning.faults.checked(field.words[2]).partition("{page}")
                number = Computed("PAGE", "1", look)
                self._pieces += (Words(before, look), number, Words(after, look))
            case _ as never:
                assert_never(never)
