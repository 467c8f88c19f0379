"""The blocks of a Pack as HTML elements.

Enters: a Pack and its style. Leaves: lines of HTML; every character of the Pack is
escaped. Looks are named by class, but for those of pictures.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, assert_never

from briefgen.addresses import web_address
from briefgen.blocks import (
    Box,
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
    NoteReference,
    Paragraph,
    Quotation,
    ScanCode,
    Span,
    Strong,
    Table,
    Text,
)
from briefgen.walk import all_inlines, heading_text, headings, notes_below, shared_language
from briefgen.writers.html.pictures import code_picture, picture
from briefgen.writers.right_to_left import direction_of
from briefgen.writers.roles import contents_role, heading_level, heading_role, is_listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.blocks import Block, Cell, Inline, Inlines, Note, Pack
    from briefgen.styles import Style


def _turns(pack: Pack) -> bool:
    """Tell whether lines begin on both sides: then each language must say where its own do."""
    flows = [section.blocks for section in pack.sections] + [note.blocks for note in pack.notes]
    spans = (one for flow in flows for one in all_inlines(flow) if isinstance(one, Span))
    tags = {pack.language, *(one.language for one in spans if one.language)}
    return len({direction_of(tag) for tag in tags}) > 1


class Body:
    """What stands between ``<main>`` and ``</main>``.

    A note that is called twice has one text and two ways back to where it was called.
    """

    def __init__(self, pack: Pack, style: Style) -> None:
        self._pack = pack
        self._style = style
        self._calls: dict[str, int] = {}
        self._turns = _turns(pack)

    def lines(self) -> Iterator[str]:
        """Give the sections in order, with the notes that stand below them."""
        for section, notes in notes_below(self._pack):
            yield f'<section class="{escape(section.role)}">'
            yield from self._blocks(section.blocks)
            yield "</section>"
            if notes:
                yield '<section class="notes">'
                for note in notes:
                    yield from self._note(note)
                yield "</section>"

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                spoken = self._spoken(block.inlines)
                yield f'<p class="{escape(block.role)}"{spoken}>{self._words(block.inlines)}</p>'
            case ListBlock():
                yield from self._list(block)
            case Table():
                yield from self._table(block)
            case Box():
                yield f'<div class="{escape(block.role)}">'
                yield from self._blocks(block.blocks)
                yield "</div>"
            case Contents():
                yield from self._contents(block)
            case ScanCode():
                yield f'<div class="{escape(block.role)} code">'
                yield from code_picture(block)
                yield from self._blocks(block.blocks)
                yield "</div>"
            case HeatMap():
                yield from picture(block, self._style.role(block.role))
            case _ as never:
                assert_never(never)

    def _heading(self, heading: Heading) -> str:
        level = heading_level(heading)
        label = ""
        if heading.label:
            label = f'<span class="heading-label">{escape(heading.label)}</span>'
            label += "<br>" if heading.inlines else ""
        name, spoken = escape(heading_role(heading)), self._spoken(heading.inlines)
        return (
            f'<h{level} id="{escape(heading.anchor)}" class="{name}"{spoken}>'
            f"{label}{self._words(heading.inlines)}</h{level}>"
        )

    def _list(self, block: ListBlock) -> Iterator[str]:
        """An official label is words: a browser may not count, so it stands in the item."""
        tag = "ul" if block.kind == "bullets" else "ol"
        labelled = "" if block.kind == "bullets" else " labelled"
        yield f'<{tag} class="{escape(block.role)}{labelled}">'
        for item in block.items:
            label = f'<span class="label">{escape(item.label)}</span> ' if item.label else ""
            first = item.blocks[0] if item.blocks else None
            # Its label stands on the side where the words begin.
            spoken = self._spoken(first.inlines) if isinstance(first, Paragraph) else ""
            yield f"<li{spoken}>{label}"
            yield from self._blocks(item.blocks)
            yield "</li>"
        yield f"</{tag}>"

    def _table(self, table: Table) -> Iterator[str]:
        yield f'<table class="{escape(table.role)}">'
        if table.summary:
            yield f"<caption>{escape(table.summary)}</caption>"
        whole = sum(table.widths) or 1
        yield "<colgroup>"
        yield from (f'<col style="width: {100 * width / whole:.4g}%">' for width in table.widths)
        yield "</colgroup>"
        for part, rows, scope in (("thead", table.head, "col"), ("tbody", table.body, "row")):
            if rows:
                yield f"<{part}>"
                for row in rows:
                    yield "<tr>"
                    for cell in row.cells:
                        yield from self._cell(cell, scope)
                    yield "</tr>"
                yield f"</{part}>"
        yield "</table>"

    def _cell(self, cell: Cell, scope: str) -> Iterator[str]:
        is_head = cell.header or scope == "col"
        yield f'<th scope="{scope}">' if is_head else "<td>"
        yield from self._blocks(cell.blocks)
        yield "</th>" if is_head else "</td>"

    def _contents(self, contents: Contents) -> Iterator[str]:
        yield '<nav class="contents"><ul>'
        for heading in headings(self._pack):
            if is_listed(heading, contents):
                words = escape(heading_text(heading))
                link = f'<a href="#{escape(heading.anchor)}">{words}</a>'
                spoken = self._spoken(heading.inlines)
                yield f'<li class="{contents_role(heading)}"{spoken}>{link}</li>'
        yield "</ul></nav>"

    def _note(self, note: Note) -> Iterator[str]:
        name, mark = escape(note.id), escape(note.mark)
        yield f'<aside id="note:{name}" class="footnote" role="doc-footnote">'
        calls = self._calls.get(note.id, 0)
        back = f'<a href="#call:{name}:1" role="doc-backlink">{mark}</a>' if calls else mark
        yield f'<span class="label">{back}</span>'
        yield from self._blocks(note.blocks)
        yield "</aside>"

    def _words(self, inlines: Inlines) -> str:
        return "".join(map(self._inline, inlines))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                return escape(inline.text, quote=False)
            case Quotation():
                return self._element("span", inline.children, f' data-unit="{escape(inline.unit)}"')
            case Strong():
                return self._element("strong", inline.children)
            case Emphasis():
                return self._element("em", inline.children)
            case Span():
                role = f' class="{escape(inline.role)}"' if inline.role else ""
                spoken = role + self._language(inline.language)
                return self._element("span", inline.children, spoken)
            case Insertion():
                return self._element("ins", inline.children)
            case Highlight():
                return self._element("mark", inline.children, ' class="highlight"')
            case Deletion():
                return self._element("del", inline.children)
            case Link():
                return self._link(inline)
            case NoteReference():
                return self._call(inline)
            case Field():
                return ""  # a web page has no pages
            case LineBreak():
                return "<br>"
            case _ as never:
                assert_never(never)

    def _element(self, tag: str, children: Inlines, attributes: str = "") -> str:
        return f"<{tag}{attributes}>{self._words(children)}</{tag}>"

    def _link(self, link: Link) -> str:
        target = link.target if link.target.startswith("#") else web_address(link.target)
        if target is None:
            return self._words(link.children)
        return self._element("a", link.children, f' href="{escape(target)}"')

    def _call(self, call: NoteReference) -> str:
        number = self._calls[call.note] = self._calls.get(call.note, 0) + 1
        name = escape(call.note)
        return (
            f'<sup class="note-mark"><a id="call:{name}:{number}" href="#note:{name}"'
            f' role="doc-noteref">{escape(call.mark)}</a></sup>'
        )

    def _spoken(self, inlines: Inlines) -> str:
        """Say what language a block is in, and where its lines begin, if not as the page says."""
        return self._language(shared_language(inlines))

    def _language(self, tag: str) -> str:
        if not tag:
            return ""
        direction = ""
        if self._turns:
            direction = f' dir="{direction_of(tag)}"'
        return f' lang="{escape(tag)}"{direction}'
