"""The tree as readable text, for people and for tests.

Enters: a Pack. Leaves: UTF-8 text: one line a paragraph, two spaces a level, words wrapped by
nobody. Quotations stand in guillemets with their unit; what is not said is not there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.blocks import Block, Inline, Inlines, Pack, RunningLine


def write_outline(pack: Pack) -> bytes:
    """Give the outline of a Pack, with a line feed at the end."""
    return ("\n".join(_lines(pack)) + "\n").encode()


def _lines(pack: Pack) -> Iterator[str]:
    yield f"pack: {pack.title} [{pack.language}] {pack.date}".rstrip()
    for key, value in (("author", pack.author), ("subject", pack.subject)):
        if value:
            yield f"{key}: {value}"
    for section in pack.sections:
        shape = " landscape" if section.landscape else ""
        shape += " on a front" if section.starts == "front" else ""
        yield ""
        yield f"section: {section.role}{shape}"
        yield from _running("header", section.header)
        yield from _running("footer", section.footer)
        if section.continued:
            yield f"  later pages: {_words(section.continued)}"
        yield from _indented(section.blocks)
        if section.writing_room:
            ruled = "ruled" if section.writing_room.ruled else "blank"
            yield f"  room for notes, {ruled}: {_words(section.writing_room.title)}"
    for note in pack.notes:
        yield ""
        yield f"note {note.mark}: {note.id}"
        yield from _indented(note.blocks)


def _running(name: str, line: RunningLine | None) -> Iterator[str]:
    if line is not None:
        yield f"  {name}: {_words(line.left)} | {_words(line.right)}"


def _indented(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        for line in _block(block):
            yield f"  {line}"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            label = f"[{block.label}] " if block.label else ""
            page = " (new page)" if block.new_page else ""
            yield f"h{block.level} #{block.anchor}{page}: {label}{_words(block.inlines)}"
        case Paragraph():
            yield f"{block.role}: {_words(block.inlines)}"
        case ListBlock():
            yield f"{block.kind} list, {block.role}:"
            for item in block.items:
                yield f"  {item.label or '*'}"
                yield from (f"  {line}" for line in _indented(item.blocks))
        case Table():
            widths = " ".join(f"{width:g}" for width in block.widths)
            yield f"{block.role}, columns {widths}: {block.summary}".rstrip(": ")
            for name, rows in (("head", block.head), ("row", block.body)):
                for row in rows:
                    yield f"  {name}"
                    for cell in row.cells:
                        yield "    head cell" if cell.header else "    cell"
                        yield from (f"    {line}" for line in _indented(cell.blocks))
        case Box():
            yield f"{block.role}:"
            yield from _indented(block.blocks)
        case Contents():
            yield f"contents to level {block.depth}"
        case ScanCode():
            yield f"{block.role}, {block.payload}: {block.alternative}"
            yield from _indented(block.blocks)
        case HeatMap():
            yield f"{block.role}, columns {' '.join(block.columns)}: {block.alternative}"
            for name, numbers in block.rows:
                yield f"  {name}: {' '.join(map(str, numbers))}"
        case _ as never:
            assert_never(never)


def _words(inlines: Inlines) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Quotation():
            return f"\u00ab{inline.unit}: {_words(inline.children)}\u00bb"
        case Strong():
            return f"**{_words(inline.children)}**"
        case Emphasis():
            return f"*{_words(inline.children)}*"
        case Span():
            tag = ",".join(one for one in (inline.role, inline.language) if one)
            return f"{{{tag}: {_words(inline.children)}}}"
        case Link():
            return f"[{_words(inline.children)}]({inline.target})"
        case NoteReference():
            return f"[^{inline.mark} {inline.note}]"
        case Insertion():
            return f"{{+{_words(inline.children)}+}}"
        case Deletion():
            return f"{{-{_words(inline.children)}-}}"
        case Highlight():
            return f"=={_words(inline.children)}=="
        case Field():
            return f"<{inline.kind}{' ' if inline.anchor else ''}{inline.anchor}>"
        case LineBreak():
            return " / "
        case _ as never:
            assert_never(never)
