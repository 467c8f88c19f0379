"""Takes in Markdown: CommonMark with tables and footnotes.

Enters: bytes. Leaves: passages, grids and notes. Lines of one paragraph are joined; a list's own
numbers are marks. HTML in it is not interpreted: it stays words, and is reported. Indented text is
no code here, since drafts are indented for the eye.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin

from briefgen.corpus.intake.encoding import LINE_END, read_text
from briefgen.corpus.intake.model import Grid, GridCell, GridRow, Note, Passage
from briefgen.corpus.intake.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.corpus.intake.findings import Findings
    from briefgen.corpus.intake.wording import Property

_NESTING: Final = 60
"""Lists within lists, and what stands in them; more is refused by the account of words."""
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_LASTING: Final[dict[str, Property]] = {"em": ("emphasis", ""), "strong": ("strong", "")}
_LISTS: Final = frozenset({"bullet_list", "ordered_list"})


def read_markdown(
    data: bytes, findings: Findings
) -> tuple[tuple[Passage | Grid, ...], tuple[Note, ...]]:
    """Read a document.

    Raises:
        UnusableInput: the bytes are no text in UTF-8.
    """
    text = read_text(data, findings)
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _NESTING})
    parser.enable("table").disable("code").use(footnote_plugin, inline=False, move_to_end=False)
    tree = SyntaxTreeNode(parser.parse(text))
    reader = _Reader(LINE_END.split(text), findings)
    parts = tuple(reader.blocks(tree.children))
    for note in reader.notes:
        if note.key not in reader.called:
            findings.remark(
                f"the note '{note.mark}' is called nowhere",
                note.passages[0].line if note.passages else 0,
            )
    return parts, tuple(reader.notes)


class _Reader:
    def __init__(self, lines: list[str], findings: Findings) -> None:
        self._lines = lines
        self._findings = findings
        self.notes: list[Note] = []
        self.called: set[str] = set()

    def blocks(
        self, nodes: list[SyntaxTreeNode], level: int = 0, style: str = ""
    ) -> Iterator[Passage | Grid]:
        """Give the passages and grids of blocks; ``level`` counts the lists around them."""
        for node in nodes:
            if node.type == "paragraph":
                yield from self._passage(node, level, style)
            elif node.type == "heading":
                yield from self._passage(node, level, f"heading-{node.tag[1:]}")
            elif node.type in _LISTS:
                yield from self._list(node, level, style)
            elif node.type == "blockquote":
                yield from self.blocks(node.children, level, "quotation")
            elif node.type == "table":
                yield self._table(node)
            elif node.type == "fence":
                yield from self._fence(node, level)
            elif node.type == "footnote_reference":
                label = str(node.meta["label"])
                passages = (one for one in self.blocks(node.children) if isinstance(one, Passage))
                self.notes.append(Note(f"note-{label}", label, tuple(passages)))
            elif node.type != "hr":
                self._findings.remark(f"'{node.type}' was left out", _line(node))

    def _passage(self, node: SyntaxTreeNode, level: int, style: str) -> Iterator[Passage]:
        line = _line(node)
        text, spans = self._words(node, line).folded()
        if text or spans:
            blank = line > 1 and not self._lines[line - 2].strip()
            yield Passage(text, line, spans, level=level, style=style, blank_before=blank)

    def _list(self, node: SyntaxTreeNode, level: int, style: str) -> Iterator[Passage | Grid]:
        """Give a list's items; the first passage of each has its mark."""
        typed = [item.info for item in node.children]
        counted = len(typed) > 1 and len(set(typed)) == 1
        first = int(typed[0]) if node.type == "ordered_list" else 0
        for place, item in enumerate(node.children):
            mark = item.markup
            if node.type == "ordered_list":
                # numbers that are all alike are meant to be counted; others are the author's
                mark = f"{first + place if counted else item.info}{item.markup}"
                if not counted and int(item.info) != first + place:
                    self._findings.remark(
                        f"the number '{mark}' was kept; counted, it is {first + place}", _line(item)
                    )
            inner = level + 1 if level or self._within(node) else level
            blocks = list(self.blocks(item.children, inner, style))
            if blocks and isinstance(blocks[0], Passage) and not blocks[0].mark:
                yield _marked(blocks[0], mark)
                yield from blocks[1:]
            else:
                yield Passage("", _line(item), mark=mark, level=inner)
                yield from blocks

    def _within(self, node: SyntaxTreeNode) -> bool:
        """Say whether a list stands in the item of another."""
        return node.parent is not None and node.parent.type == "list_item"

    def _table(self, node: SyntaxTreeNode) -> Grid:
        rows = []
        for part in node.children:
            for row in part.children:
                line = _line(row)
                cells = tuple(
                    GridCell(tuple(self._passage(cell, 0, "")), line) for cell in row.children
                )
                rows.append(GridRow(cells, line, part.type == "thead"))
        return Grid(tuple(rows), _line(node))

    def _fence(self, node: SyntaxTreeNode, level: int) -> Iterator[Passage]:
        for line, raw in enumerate(node.content.split("\n"), start=_line(node) + 1):
            wording = Wording()
            wording.add(raw)
            text, spans = wording.folded()
            if text:
                yield Passage(text, line, spans, level=level, style="code")

    def _words(self, node: SyntaxTreeNode, line: int) -> Wording:
        wording = Wording()
        for inline in node.children:
            self._inlines(inline, line, wording, ())
        if _TAG.search(wording.raw()):
            self._findings.remark("HTML was not interpreted: its tags stand as words", line)
        return wording

    def _inlines(
        self, parent: SyntaxTreeNode, line: int, wording: Wording, held: tuple[Property, ...]
    ) -> None:
        for node in parent.children:
            if node.type in {"text", "code_inline"}:
                self._findings.see(node.content, line, -1)
                wording.add(node.content, held)
            elif node.type == "softbreak":
                wording.add(" ", held)
            elif node.type == "hardbreak":
                wording.break_line()
            elif node.type == "footnote_ref":
                key = f"note-{node.meta['label']}"
                self.called.add(key)
                wording.call_note(key)
            elif node.type == "image":
                self._findings.remark(f"a picture was left out: '{node.content}'", line)
            else:
                more = (_LASTING[node.type],) if node.type in _LASTING else ()
                self._inlines(node, line, wording, (*held, *more))


def _line(node: SyntaxTreeNode) -> int:
    """Give the first line of a block; a cell has that of its row."""
    around: SyntaxTreeNode | None = node
    while around is not None and not around.is_root:
        if around.map:
            return around.map[0] + 1
        around = around.parent
    return 1


def _marked(passage: Passage, mark: str) -> Passage:
    return Passage(
        passage.text,
        passage.line,
        passage.spans,
        mark,
        passage.level,
        passage.style,
        blank_before=passage.blank_before,
    )
