"""A Pack as Markdown: for wikis, chats and editors that know it.

Enters: a Pack. Leaves: UTF-8 CommonMark with the tables and notes of GitHub's dialect. No character
of a text acts as markup. Official labels are words at the head of an item, since Markdown cannot
count ``(a)``; a cell of a table is one line, its bullets are typed.
"""

from __future__ import annotations

import re
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
from briefgen.walk import heading_text, headings
from briefgen.writers.roles import heading_level, is_listed, label_before_words
from briefgen.writers.scan_codes import is_said_beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.blocks import Block, Inline, Inlines, Pack, Row

_ANYWHERE = re.compile(r"([\\`*_\[\]<>|~&^])")
_AT_THE_START = re.compile(r"^(\s*)([#+\-=:]|\d+(?=[.)]))")
_NOTE_NAME = re.compile(r"[^A-Za-z0-9-]+")


def write_markdown(pack: Pack) -> bytes:
    """Give the text, blocks parted by empty lines."""
    lines: list[str] = []
    listed = list(headings(pack))
    for section in pack.sections:
        lines += _blocks(section.blocks, "", listed)
    for note in pack.notes:
        body = list(_blocks(note.blocks, "    "))
        lines += [f"[^{_note_name(note.id)}]: {body[0].strip() if body else ''}", *body[1:], ""]
    return ("\n".join(lines).rstrip() + "\n").encode()


def _blocks(blocks: Iterable[Block], indent: str, listed: Sequence[Heading] = ()) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, indent, listed)


def _block(block: Block, indent: str, listed: Sequence[Heading]) -> Iterator[str]:
    match block:
        case Heading():
            label = _escaped(block.label)
            words = _line(block.inlines)
            joined = f"{label}: {words}" if label and words else label or words
            yield f"{indent}{'#' * heading_level(block)} {joined}".rstrip()
            yield ""
        case Paragraph():
            yield indent + _line(block.inlines)
            yield ""
        case ListBlock():
            for item in block.items:
                label = _escaped(label_before_words(item.label))
                yield from _item(label, item.blocks, indent)
        case Table():
            yield from _table(block, indent)
        case Box():
            yield from _blocks(block.blocks, f"{indent}> ")
        case Contents():
            for heading in listed:
                if is_listed(heading, block):
                    step = "  " * (heading_level(heading) - 1)
                    yield f"{indent}{step}- {_escaped(heading_text(heading))}"
            yield ""
        case ScanCode():
            if not is_said_beside(block):
                yield indent + _AT_THE_START.sub(_disarmed, _escaped(block.alternative))
                yield ""
            yield from _blocks(block.blocks, indent)
        case HeatMap():
            yield indent + _AT_THE_START.sub(_disarmed, _escaped(block.alternative))
            yield ""
        case _ as never:
            assert_never(never)


def _item(label: str, blocks: Iterable[Block], indent: str) -> Iterator[str]:
    lines = list(_blocks(blocks, f"{indent}  "))
    first = lines[0][len(indent) + 2 :] if lines else ""
    yield f"{indent}- {label} {first}".rstrip() if label else f"{indent}- {first}".rstrip()
    yield from lines[1:] or [""]


def _table(table: Table, indent: str) -> Iterator[str]:
    columns = len(table.widths)
    heads = table.head[-1:]
    cells = _cells(heads[0]) if heads else [""] * columns
    yield f"{indent}| {' | '.join(cells)} |"
    yield f"{indent}|{' --- |' * columns}"
    for row in (*table.head[:-1], *table.body):
        yield f"{indent}| {' | '.join(_cells(row))} |"
    yield ""


def _cells(row: Row) -> list[str]:
    return ["<br>".join(_cell_lines(cell.blocks)) for cell in row.cells]


def _cell_lines(blocks: Iterable[Block], before: str = "") -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield before + _line(block.inlines)
            case ListBlock():
                for item in block.items:
                    lines = list(_cell_lines(item.blocks, ""))
                    label = _escaped(label_before_words(item.label)) or "\u2022"
                    yield f"{before}{label} {lines[0] if lines else ''}".rstrip()
                    yield from (f"{before}\u2003{line}" for line in lines[1:])
            case Table():
                for row in (*block.head, *block.body):
                    for cell in row.cells:
                        yield from _cell_lines(cell.blocks, before)
            case Box() | ScanCode():
                yield from _cell_lines(block.blocks, before)
            case HeatMap():
                yield before + _escaped(block.alternative)
            case Contents():
                pass
            case _ as never:
                assert_never(never)


def _line(inlines: Inlines) -> str:
    return _AT_THE_START.sub(_disarmed, _children(inlines))


def _disarmed(start: re.Match[str]) -> str:
    """Take its meaning from what would open a heading, a list or a rule at a line's start."""
    gap, sign = start.groups()
    return f"{gap}{sign}\\" if sign.isdigit() else f"{gap}\\{sign}"


def _escaped(text: str) -> str:
    return _ANYWHERE.sub(r"\\\1", text)


def _note_name(name: str) -> str:
    return _NOTE_NAME.sub("-", name)


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return _escaped(inline.text)
        case Quotation() | Span():
            return _children(inline.children)
        case Strong():
            return _set_off(inline.children, "**", "strong")
        case Emphasis():
            return _set_off(inline.children, "*", "em")
        case Insertion():
            return f"<ins>{_children(inline.children)}</ins>"
        case Highlight():
            return f"<mark>{_children(inline.children)}</mark>"
        case Deletion():
            return f"<del>{_children(inline.children)}</del>"
        case Link():
            target = web_address(inline.target)
            words = _children(inline.children)
            return f"[{words}](<{target}>)" if target else words
        case NoteReference():
            return f"[^{_note_name(inline.note)}]"
        case Field():
            return ""
        case LineBreak():
            return "<br>"
        case _ as never:
            assert_never(never)


def _children(inlines: Inlines) -> str:
    words = ""
    for inline in inlines:
        piece = _inline(inline)
        if words.endswith("*") and piece.startswith("*"):
            words += "<!-- -->"  # two runs side by side would be read as one sign of four stars
        words += piece
    return words


def _set_off(children: Inlines, sign: str, tag: str) -> str:
    """Use Markdown's sign where it cannot be misread, else the element that it stands for."""
    words = _children(children)
    if words[:1].isalnum() and words[-1:].isalnum() and "*" not in words:
        return f"{sign}{words}{sign}"
    return f"<{tag}>{words}</{tag}>"
