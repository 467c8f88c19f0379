"""A Pack as plain text: for the body of an e-mail, for a message, for a terminal.

Enters: a Pack. Leaves: UTF-8 text, lines of at most ``WIDTH`` characters where words allow it. A
table becomes one record a row, each cell under its column's head; notes stand at the end.
"""

from __future__ import annotations

from textwrap import TextWrapper
from typing import TYPE_CHECKING, assert_never

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
    NoteReference,
    Paragraph,
    Quotation,
    Row,
    ScanCode,
    Span,
    Strong,
    Table,
    Text,
)
from briefgen.walk import heading_text, headings, notes_below
from briefgen.writers.roles import heading_level, is_listed, label_before_words
from briefgen.writers.scan_codes import is_said_beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.blocks import Block, Inline, Inlines, Pack

WIDTH = 76
"""Characters a line: what mail programs quote without breaking it again."""

_UNDERLINES = {1: "=", 2: "-"}


def write_text(pack: Pack) -> bytes:
    """Give the text, with one empty line between paragraphs and a line feed at the end."""
    lines: list[str] = []
    listed = list(headings(pack))
    for section, notes in notes_below(pack):
        lines += _blocks(section.blocks, "", listed)
        for note in notes:
            lines += _labelled(f"[{note.mark}]", note.blocks, "")
    return ("\n".join(_single_gaps(lines)) + "\n").encode()


def _single_gaps(lines: Iterable[str]) -> Iterator[str]:
    """Drop empty lines that begin, end, or follow one another."""
    gap = started = False
    for line in lines:
        if not line.strip():
            gap = started
            continue
        if gap:
            yield ""
        yield line.rstrip()
        gap, started = False, True


def _blocks(blocks: Iterable[Block], indent: str, listed: Sequence[Heading] = ()) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, indent, listed)


def _block(block: Block, indent: str, listed: Sequence[Heading]) -> Iterator[str]:
    match block:
        case Heading():
            lines = list(_wrapped(heading_text(block), indent))
            yield ""
            yield from lines
            if block.level in _UNDERLINES and lines:
                longest = max(map(len, lines)) - len(indent)
                yield indent + _UNDERLINES[block.level] * longest
        case Paragraph():
            yield ""
            for line in _words(block.inlines).split("\n"):
                yield from _wrapped(line, indent)
        case ListBlock():
            for item in block.items:
                bullet = "-" if block.kind == "bullets" else ""
                label = label_before_words(item.label) or bullet
                yield from _labelled(label, item.blocks, indent)
        case Table():
            yield from _table(block, indent)
        case Box():
            yield from _blocks(block.blocks, f"{indent}| ")
            yield ""
        case Contents():
            yield ""
            for heading in listed:
                if is_listed(heading, block):
                    step = indent + "  " * (heading_level(heading) - 1)
                    yield from _wrapped(heading_text(heading), step)
        case ScanCode():
            yield from _code(block, indent)
        case HeatMap():
            yield ""
            yield from _wrapped(block.alternative, indent)
        case _ as never:
            assert_never(never)


def _code(code: ScanCode, indent: str) -> Iterator[str]:
    if not is_said_beside(code):
        yield ""
        yield from _wrapped(code.alternative, indent)
    yield from _blocks(code.blocks, indent)


def _labelled(label: str, blocks: Iterable[Block], indent: str) -> Iterator[str]:
    """Give an item with its label hanging before the first line of its words."""
    hang = " " * (len(label) + 1) if label else ""
    yield ""
    lines = list(_single_gaps(_blocks(blocks, indent + hang)))
    if label:
        first = lines[0][len(indent + hang) :] if lines else ""
        yield f"{indent}{label} {first}"
        lines = lines[1:]
    yield from lines


def _table(table: Table, indent: str) -> Iterator[str]:
    heads = [" ".join(_lines_of(cell.blocks)) for row in table.head[-1:] for cell in row.cells]
    for row in (*table.head[:-1], *table.body) or (Row(tuple(Cell(()) for _ in heads)),):
        yield ""
        yield indent + "-" * 20
        for place, cell in enumerate(row.cells):
            yield ""
            if place < len(heads) and heads[place]:
                yield f"{indent}[{heads[place]}]"
            yield from _single_gaps(_blocks(cell.blocks, f"{indent}  "))
    yield ""
    yield indent + "-" * 20


def _lines_of(blocks: Iterable[Block]) -> list[str]:
    return [line.strip() for line in _blocks(blocks, "") if line.strip()]


def _wrapped(words: str, indent: str) -> list[str]:
    """Break between words only: a hyphen at a line's end could not be told from the source's."""
    wrapper = TextWrapper(
        width=max(WIDTH, len(indent) + 20),
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapper.wrap(words)


def _words(inlines: Inlines) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Quotation() | Strong() | Emphasis() | Span() | Highlight():
            return _words(inline.children)
        case Insertion():
            return f"[+{_words(inline.children)}+]"
        case Deletion():
            return f"[-{_words(inline.children)}-]"
        case Link():
            words = _words(inline.children)
            away = inline.target if not inline.target.startswith("#") else ""
            return f"{words} <{away}>" if away and away != words else words
        case NoteReference():
            return f"[{inline.mark}]"
        case Field():
            return ""
        case LineBreak():
            return "\n"
        case _ as never:
            assert_never(never)
