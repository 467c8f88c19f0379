"""The structure tree of a PDF: paragraphs, headings, lists and tables in their reading order.

Enters: the tree's root as pikepdf gives it, and the words of the pages. Leaves: passages. The words
come from what is drawn; the tree only says what they are. Rules: ISO 32000-1, 14.7 and 14.8.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pikepdf
from msgspec import Struct, field

from briefgen.manifest.model import Cell, Mark
from briefgen.manifest.words import normalised
from briefgen.verify.model import Drawn, Note, Passage, Run, Spot, Turn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.verify.pdf_words import PageWords

Node: TypeAlias = Any
"""A value of a PDF; pikepdf gives Python's own numbers for a PDF's."""

_HEADINGS: Final = {"H": 1, "Title": 1} | {f"H{level}": level for level in range(1, 7)}
_GROUPS: Final = frozenset(
    [
        "Document",
        "DocumentFragment",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "NonStruct",
        "THead",
        "TBody",
        "TFoot",
        "L",
        "Aside",
        "Caption",
        "Index",
        "LBody",
    ]
)
_INLINE: Final = frozenset(
    [
        "Span",
        "Quote",
        "Link",
        "Reference",
        "BibEntry",
        "Code",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
        "Em",
        "Strong",
        "Sub",
        "Lbl",
        "Formula",
        "Form",
    ]
)
_RISE: Final = 4.0
"""Points by which words may stand above those before them on one line."""
_DEEPEST: Final = 100
_MOST: Final = 500_000
"""Nodes of a tree; that of a pack with all shipped texts has 3,000."""
_CUSTOM: Final = 16
"""Names that a role map may lead through."""


class TooLarge(Exception):
    """The tree is deeper or larger than any document's, or goes in circles."""


class _Words(Struct):
    """The runs and marks of one passage under way."""

    runs: list[Run] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    page: int = 0
    drawn: Drawn | None = None

    def turn(self, page: int) -> None:
        """Take note of the page on which the next words stand."""
        if not self.turns or self.turns[-1].page != page:
            self.turns.append(Turn(len(self.runs), page))

    def draw(self, page: int, height: float) -> None:
        """Take note of where a stretch of words is drawn."""
        if self.drawn is None:
            self.page = page
            self.drawn = Drawn(height, height, page)
            return
        last, low = self.drawn.last_page, self.drawn.low
        follows = page > last or (page == last and height <= low + _RISE)
        self.drawn = Drawn(self.drawn.height, height, page, self.drawn.in_order and follows)


class Tree(Struct):
    """A walk over a structure tree. ``pages`` gives a page's number, from 0, by its object."""

    pages: Mapping[tuple[int, int], int]
    words: Sequence[PageWords]
    roles: Mapping[str, str]
    found: list[Passage] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    contents: list[Passage] = field(default_factory=list)
    used: set[tuple[int, int]] = field(default_factory=set)
    """The marked sequences that the tree has led to, by page and number."""
    tables: int = 0
    cell: Cell | None = None
    label: str = ""
    note: str = ""
    nodes: int = 0
    row: int = 0
    column: int = 0

    def walk(self, node: Node, page: int | None = None, depth: int = 0) -> None:
        """Take in what stands under a node, block by block."""
        self._count(depth)
        page = self._page(node, page)
        kind = self._kind(node)
        if kind in _HEADINGS:
            self._passage(node, page, depth, level=_HEADINGS[kind])
        elif kind == "LI":
            self._add_label()
            for kid in _kids(node):
                if _is_node(kid) and self._kind(kid) == "Lbl":
                    label = self._text(kid, page, depth).strip()
                    self.label = label if any(one.isalnum() for one in label) else ""
                else:
                    self._block(kid, page, depth)
            self._add_label()
        elif kind == "Table":
            self._table(node, page, depth)
        elif kind == "TOC":
            self._toc(node, page, depth)
        elif kind in {"Note", "FENote"}:
            self._note(node, page, depth)
        elif kind == "Figure":
            self._collect(node, page, depth)  # a picture's letters are no passage, nor strays
        elif kind in _GROUPS or (kind in {"TR", "TH", "TD"} and self.cell):
            self._group(node, page, depth)
        else:
            self._passage(node, page, depth)

    def _group(self, node: Node, page: int | None, depth: int) -> None:
        """Take in what stands in a group; words that no paragraph holds are one themselves."""
        if any(not _is_node(kid) or self._kind(kid) in _INLINE for kid in _kids(node)):
            self._passage(node, page, depth)
            return
        for kid in _kids(node):
            self._block(kid, page, depth)

    def _block(self, kid: Node, page: int | None, depth: int) -> None:
        if _is_node(kid):
            self.walk(kid, page, depth + 1)

    def _table(self, node: Node, page: int | None, depth: int) -> None:
        if self.cell:  # a table in a cell: its words are the cell's
            self._group(node, page, depth)
            return
        self.tables += 1
        self.row = 0
        self._rows(node, page, depth)
        self.cell = None

    def _rows(self, node: Node, page: int | None, depth: int) -> None:
        self._count(depth)
        for kid in _kids(node):
            if not _is_node(kid):
                continue
            here = self._page(kid, page)
            kind = self._kind(kid)
            if kind in {"THead", "TBody", "TFoot"}:
                self._rows(kid, here, depth + 1)
            elif kind == "TR":
                self.row += 1
                column = 1
                for cell in _kids(kid):
                    if _is_node(cell) and self._kind(cell) in {"TH", "TD"}:
                        self.cell = Cell(self.tables, self.row, column)
                        self._group(cell, self._page(cell, here), depth + 2)
                        column += _span(cell)
            else:
                self._block(kid, here, depth)

    def _toc(self, node: Node, page: int | None, depth: int) -> None:
        self._count(depth)
        for kid in _kids(node):
            if not _is_node(kid):
                continue
            here = self._page(kid, page)
            if self._kind(kid) == "TOCI":
                words = self._collect(kid, here, depth)
                entry = Passage(tuple(words.runs), Spot(words.page))
                if entry.words:
                    self.contents.append(entry)
            else:
                self._toc(kid, here, depth + 1)

    def _note(self, node: Node, page: int | None, depth: int) -> None:
        """Read a note into its own flow; a label in it is its mark."""
        inner = Tree(self.pages, self.words, self.roles, used=self.used, nodes=self.nodes)
        mark = ""
        for kid in _kids(node):
            if _is_node(kid) and self._kind(kid) == "Lbl":
                mark = normalised(self._text(kid, page, depth))
        inner.note = mark
        rest = [kid for kid in _kids(node) if not (_is_node(kid) and self._kind(kid) == "Lbl")]
        if any(not _is_node(kid) or self._kind(kid) in _INLINE for kid in rest):
            inner._passage(node, page, depth, without_label=True)
        else:
            for kid in rest:
                inner._block(kid, page, depth)
        self.nodes = inner.nodes
        self.notes.append(Note(mark, tuple(inner.found)))

    def _add_label(self) -> None:
        """Let a label stand alone that no words follow."""
        if self.label:
            self.found.append(Passage((), Spot(0, 0, self.cell, self.note), label=self.label))
            self.label = ""

    def _passage(
        self,
        node: Node,
        page: int | None,
        depth: int,
        level: int = 0,
        *,
        without_label: bool = False,
    ) -> None:
        words = self._collect(node, page, depth, without_label=without_label)
        passage = Passage(
            tuple(words.runs),
            Spot(words.page, 0, self.cell, self.note),
            level,
            self.label,
            tuple(words.marks),
            drawn=words.drawn,
            turns=tuple(words.turns),
        )
        if passage.whole:
            self.found.append(passage)
            self.label = ""

    def _text(self, node: Node, page: int | None, depth: int) -> str:
        return "".join(run.words for run in self._collect(node, page, depth).runs)

    def _collect(
        self, node: Node, page: int | None, depth: int, *, without_label: bool = False
    ) -> _Words:
        words = _Words()
        self._inline(node, page, "", depth, words, without_label=without_label)
        return words

    def _inline(
        self,
        node: Node,
        page: int | None,
        unit: str,
        depth: int,
        words: _Words,
        *,
        without_label: bool = False,
    ) -> None:
        """Gather the words under a node that holds no blocks."""
        self._count(depth)
        page = self._page(node, page)
        unit = _unit(node) or unit
        for kid in _kids(node):
            if isinstance(kid, int) or not _is_node(kid):
                self._content(kid, page, unit, words)
                continue
            kind = self._kind(kid)
            if kind == "Lbl":
                if not without_label:
                    self._inline(kid, page, "", depth + 1, words)
                    words.runs.append(Run(" "))
            elif kind in {"Note", "FENote"}:
                self._note(kid, self._page(kid, page), depth + 1)
            elif kind == "Reference" and not self._holds_entry(node):
                shown = self._text(kid, page, depth + 1)
                place = len(normalised("".join(run.words for run in words.runs)))
                words.marks.append(Mark(place, normalised(shown)))
                if shown != shown.rstrip():  # the space after the mark is the words'
                    words.runs.append(Run(" "))
            elif not _is_struck(kid):
                self._inline(kid, page, unit, depth + 1, words)

    def _holds_entry(self, node: Node) -> bool:
        return self._kind(node) == "TOCI"

    def _content(self, kid: Node, page: int | None, unit: str, words: _Words) -> None:
        if isinstance(kid, int):
            number = kid
        elif isinstance(kid, pikepdf.Dictionary) and isinstance(kid.get("/MCID"), int):
            number = int(kid["/MCID"])
            page = self._page(kid, page)
        else:
            return
        if page is None or not 0 <= page < len(self.words):
            return
        if (page, number) in self.used:
            return
        self.used.add((page, number))
        marked = self.words[page].marked.get(number)
        if marked is None:
            return
        words.turn(page + 1)
        words.runs.extend(Run(one, unit) for one in marked.words)
        words.draw(page + 1, marked.height)

    def _page(self, node: Node, page: int | None) -> int | None:
        held = node.get("/Pg") if isinstance(node, pikepdf.Dictionary) else None
        return page if held is None else self.pages.get(held.objgen, -1)

    def _kind(self, node: Node) -> str:
        name = str(node.get("/S", "")).removeprefix("/")
        for _ in range(_CUSTOM):
            if name in _HEADINGS or name not in self.roles:
                break
            name = self.roles[name]
        return name

    def _count(self, depth: int) -> None:
        self.nodes += 1
        if depth > _DEEPEST or self.nodes > _MOST:
            raise TooLarge


def _kids(node: Node) -> Iterator[Node]:
    held = node.get("/K")
    if isinstance(held, pikepdf.Array):
        yield from held
    elif held is not None:
        yield held


def _is_node(kid: object) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def _unit(node: Node) -> str:
    title = node.get("/T")
    words = str(title) if isinstance(title, pikepdf.String) else ""
    return words if "/" in words else ""


def _attributes(node: Node) -> Iterator[Node]:
    held = node.get("/A")
    for one in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(one, pikepdf.Dictionary):
            yield one


def _is_struck(node: Node) -> bool:
    """Tell whether words are shown as taken out."""
    return any(
        str(one.get("/TextDecorationType", "")) == "/LineThrough" for one in _attributes(node)
    )


def _span(cell: Node) -> int:
    for one in _attributes(cell):
        columns = one.get("/ColSpan")
        if isinstance(columns, int) and 1 <= columns <= 100:  # noqa: PLR2004 - beyond any table
            return columns
    return 1
