"""Trees of blocks grown from a seed, for tests that must hold for any tree."""

from __future__ import annotations

from itertools import count
from random import Random
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from briefgen.blocks import (
    Box,
    Cell,
    Contents,
    Deletion,
    Emphasis,
    Field,
    Heading,
    HeatMap,
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
    ScanCode,
    Section,
    Span,
    Strong,
    Table,
    Text,
)

if TYPE_CHECKING:
    from briefgen.blocks import Block, Blocks, Inline, Inlines

LETTERS = "abcdefghijklmnopqrstuvwxyzéüčжяω"
ROLES = ("body", "list", "commitment", "box", "table", "locator", "own", "points", "chapeau")


class Trees:
    """Grows a tree from a seed; every word is a different one, so that each can be followed.

    At most so many words stand in a row, and so many blocks one below the other.
    """

    def __init__(self, seed: int, most_words: int = 60, most_blocks: int = 4) -> None:
        self.most_words = most_words
        self.most_blocks = most_blocks
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
        return Text(" ".join(self.word() for _ in range(self.pick(0, self.most_words))))

    def inlines(self, depth: int = 0, *, notes: bool = True) -> Inlines:
        return tuple(self.inline(depth, notes=notes) for _ in range(self.pick(0, 3)))

    def inline(self, depth: int, *, notes: bool) -> Inline:
        kind = self.pick(0, 15) if depth < 3 else 0
        if kind == 8 and self.anchors:
            return Field("page-of", self.anchors[0])
        if kind == 9 and notes:
            if self.notes and self.pick(0, 3) == 0:
                again = self.random.choice(self.notes)
                return NoteReference(again.id, again.mark)
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
                return Quotation(inner, f"unit/{self.pick(1, 3)}")
            case 4:
                return Span(inner, "quiet", "fr")
            case 5:
                addresses = ["https://example.org/(a)", *(f"#{one}" for one in self.anchors)]
                return Link(inner, self.random.choice(addresses))
            case 6:
                return Insertion(inner)
            case 7:
                return Deletion(inner) if depth % 2 else Highlight(inner)
            case _:
                return self.words()

    def blocks(self, depth: int, *, notes: bool = True) -> Blocks:
        return tuple(self.block(depth, notes=notes) for _ in range(self.pick(0, self.most_blocks)))

    def block(self, depth: int, *, notes: bool) -> Block:
        kind = self.pick(0, 7) if depth < 3 else 0
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
            case 6:
                columns = tuple(map(str, range(self.pick(0, 3))))
                rows = [("Row", tuple(self.pick(0, 9) for _ in columns))] * self.pick(0, 3)
                return HeatMap(columns, tuple(rows), "How often each is named", role)
            case 7:
                return ScanCode("a code", "What a code says", self.blocks(depth + 1), role)
            case _:
                return Paragraph(self.inlines(notes=notes), role)

    def table(self, depth: int) -> Table:
        columns = self.pick(1, 2 if depth else 3)  # more would be too narrow, and refused
        rows = [
            Row(tuple(Cell(self.blocks(depth + 2), self.maybe()) for _ in range(columns)))
            for _ in range(self.pick(0, 3))
        ]
        head = self.pick(0, min(1, len(rows)))
        return Table(
            (2, 3, 2)[:columns],
            tuple(rows[:head]),
            tuple(rows[head:]),
            summary=self.random.choice(["", "What (was) agreed - and by whom → č"]),
            continued="…",
        )


PACKS = st.integers(0, 2**32).map(lambda seed: Trees(seed).pack())
