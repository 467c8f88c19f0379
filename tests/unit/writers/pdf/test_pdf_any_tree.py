"""Any tree of blocks makes a good file: every word is in it, in order, and on the paper."""

from __future__ import annotations

import io
from collections import defaultdict
from itertools import count
from random import Random
from typing import TYPE_CHECKING

import pypdfium2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.blocks import (
    Box,
    Cell,
    Contents,
    Deletion,
    Emphasis,
    Field,
    Heading,
    Highlight,
    Insertion,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    Note,
    NoteReference,
    Pack,
    Paragraph,
    Quotation,
    Row,
    RunningLine,
    Section,
    Span,
    Strong,
    Table,
    Text,
)
from briefgen.walk import all_blocks, inlines_within
from briefgen.writers.pdf import plan_pdf, write_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.blocks import Block, Blocks, Inline, Inlines
    from briefgen.styles import Style
    from briefgen.writers.pdf import Plan

LETTERS = "abcdefghijklmnopqrstuvwxyzéüčжяω"
ROLES = ("body", "list", "commitment", "box", "table", "locator", "own", "points", "chapeau")


class Trees:
    """Grows a tree from a seed; every word is a different one, so that each can be followed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - a tree is no secret
        self.numbers = count()
        self.notes: list[Note] = []
        self.anchors: list[str] = []

    def pack(self) -> Pack:
        sections = tuple(self.section() for _ in range(self.pick(1, 3)))
        return Pack("Any", "en", "2018-06-04", sections, tuple(self.notes))

    def section(self) -> Section:
        blocks = self.blocks(0)
        running = RunningLine((Text(self.word()),), (Field("page"),))
        return Section(blocks, header=running, footer=None, landscape=self.maybe())

    def pick(self, low: int, high: int) -> int:
        return self.random.randint(low, high)

    def maybe(self) -> bool:
        return self.random.random() < 0.5

    def word(self) -> str:
        length = self.random.choice([0, 1, 3, 6, 12, 12, 90])
        letters = "".join(self.random.choices(LETTERS, k=length))
        return f"{letters}{next(self.numbers)}"

    def words(self) -> Text:
        return Text(" ".join(self.word() for _ in range(self.pick(0, 60))))

    def inlines(self, depth: int = 0, *, notes: bool = True) -> Inlines:
        return tuple(self.inline(depth, notes=notes) for _ in range(self.pick(0, 3)))

    def inline(self, depth: int, *, notes: bool) -> Inline:
        kind = self.pick(0, 15) if depth < 3 else 0
        if kind == 8 and self.anchors:
            return Field("page-of", self.anchors[0])
        if kind == 9 and notes:
            identity = f"n{next(self.numbers)}"
            blocks = tuple(Paragraph(self.inlines(1, notes=False)) for _ in range(self.pick(0, 3)))
            self.notes.append(Note(identity, identity, blocks))
            return NoteReference(identity, identity)
        if kind == 10:
            return LineBreak()
        inner = self.inlines(depth + 1, notes=notes) if kind in range(1, 8) else ()
        match kind:
            case 1:
                return Strong(inner)
            case 2:
                return Emphasis(inner)
            case 3:
                return Quotation(inner, "unit")
            case 4:
                return Span(inner, "quiet", "fr")
            case 5:
                return Link(inner, "https://example.org/")
            case 6:
                return Insertion(inner)
            case 7:
                return Deletion(inner) if depth % 2 else Highlight(inner)
            case _:
                return self.words()

    def blocks(self, depth: int, *, notes: bool = True) -> Blocks:
        return tuple(self.block(depth, notes=notes) for _ in range(self.pick(0, 4)))

    def block(self, depth: int, *, notes: bool) -> Block:
        kind = self.pick(0, 5) if depth < 3 else 0
        role = self.random.choice(ROLES)
        match kind:
            case 1:
                anchor = f"a{next(self.numbers)}"
                self.anchors.append(anchor)
                new_page = self.maybe()
                label = self.random.choice(["", "Objective 9"])
                return Heading(self.pick(1, 4), self.inlines(), anchor, label, new_page=new_page)
            case 2:
                label = self.random.choice(["", "(a)", "(xviii)", "Recommendation twelve"])
                items = [ListItem(self.blocks(depth + 1), label) for _ in range(self.pick(0, 4))]
                labelled = self.maybe()
                return ListBlock(tuple(items), "labelled" if labelled else "bullets", role)
            case 3:
                return self.table(depth)
            case 4:
                return Box(self.blocks(depth + 1), role)
            case 5:
                return Contents(self.pick(1, 4))
            case _:
                return Paragraph(self.inlines(notes=notes), role)

    def table(self, depth: int) -> Table:
        columns = self.pick(1, 3)
        rows = [
            Row(tuple(Cell(self.blocks(depth + 2)) for _ in range(columns)))
            for _ in range(self.pick(0, 3))
        ]
        head = self.pick(0, min(1, len(rows)))
        return Table((2, 3, 2)[:columns], tuple(rows[:head]), tuple(rows[head:]), continued="…")


PACKS = st.integers(0, 2**32).map(lambda seed: Trees(seed).pack())


def spoken(inlines: Inlines, ends: Iterator[Inline] | None = None) -> str:
    """Give the words of inlines as they are to be read; fields and marks left out."""
    parts = []
    for inline in ends or inlines_within(inlines):
        if isinstance(inline, Text):
            parts.append(inline.text)
        elif isinstance(inline, LineBreak):
            parts.append(" ")
    return "".join(parts)


def placed_words(plan: Plan) -> dict[object, str]:
    """Give the words that each element shows, in the order of the pages; repetitions left out."""
    words: dict[object, list[str]] = defaultdict(list)
    for page in plan.pages:
        for placed in page.lines:
            line = placed.line
            if placed.repeated or line.element.kind not in {"paragraph", "heading"}:
                continue
            for fragment in line.fragments:
                if not (fragment.sense.note or fragment.sense.field):
                    words[line.element].append(fragment.text)
    return {element: "".join(texts) for element, texts in words.items()}


def called_notes(pack: Pack) -> set[str]:
    return {
        inline.note
        for block in all_blocks(pack)
        if isinstance(block, Paragraph | Heading)
        for inline in inlines_within(block.inlines)
        if isinstance(inline, NoteReference)
    }


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(PACKS)
def test_every_word_of_any_tree_is_placed_once_and_in_order(style: Style, pack: Pack) -> None:
    wanted = sorted(
        words
        for block in all_blocks(pack)
        if isinstance(block, Paragraph | Heading)
        for words in [spoken(block.inlines).split()]
        if words
    )
    shown = sorted(text.split() for text in placed_words(plan_pdf(pack, style)).values())
    assert [words for words in shown if words] == wanted


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(PACKS)
def test_nothing_of_any_tree_stands_outside_the_paper_or_on_top_of_something(
    style: Style, pack: Pack
) -> None:
    safe = 12 * 72 / 25.4
    for page in plan_pdf(pack, style).pages:
        rows: dict[tuple[float, float], str] = {}
        for placed in page.lines:
            assert safe <= placed.x
            assert placed.x + placed.line.width <= page.width - safe
            assert safe <= placed.y <= page.height - safe
            key = (round(placed.x, 2), round(placed.y, 2))
            assert not placed.line.text.strip() or key not in rows
            rows[key] = placed.line.text


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(PACKS)
def test_every_word_of_any_tree_can_be_read_out_of_the_file(style: Style, pack: Pack) -> None:
    planned = plan_pdf(pack, style)
    with pypdfium2.PdfDocument(io.BytesIO(write_pdf(pack, style))) as document:
        assert len(document) == len(planned.pages)
        for page, read in zip(planned.pages, document, strict=True):
            text = read.get_textpage().get_text_range()
            assert sorted("".join(text.split())) == sorted("".join(page.text.split()))
