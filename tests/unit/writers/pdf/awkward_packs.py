"""Packs that no page was made for, each with what is awkward about it as its name."""

from __future__ import annotations

from briefgen.blocks import (
    Box,
    Cell,
    Contents,
    Heading,
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
    Strong,
    Table,
    Text,
)

LONG_WORD = "x" * 8000
LONG_TEXT = "word " * 4000
MANY = 10_000
SOME = 500


def _words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def _row(*texts: str) -> Row:
    return Row(tuple(Cell((_words(text),)) for text in texts))


def _pack(*sections: Section, notes: tuple[Note, ...] = (), title: str = "Awkward") -> Pack:
    return Pack(title, "en", "2018-06-04", sections, notes)


def _of(*blocks: Paragraph | Heading | ListBlock | Table | Box | Contents) -> Pack:
    return _pack(Section(blocks))


def _calls(note: Note, *, times: int = 1) -> Paragraph:
    return Paragraph((Text("words"), *(NoteReference(note.id, note.mark),) * times))


_INNER = Table((1, 1), (), (_row(LONG_TEXT, "inner"),))
_LONG_NOTE = Note("n", "1", (_words(LONG_TEXT), Table((1,), (), (_row("in a note"),))))
_EMPTY_NOTE = Note("n", "1", ())
_ODD_NAME = "a (\\)<\ud800>"

AWKWARD = {
    "a cell longer than a page": _of(Table((1, 1), (_row("a", "b"),), (_row(LONG_TEXT, "x"),))),
    "a head longer than a page": _of(Table((1, 1), (_row(LONG_TEXT, "b"),), (_row("x", "y"),))),
    "a table in a cell, longer than a page": _of(
        Table((1, 1), (), (Row((Cell((_INNER,)), Cell((_words("x"),)))),))
    ),
    "a word longer than a page in a cell": _of(Table((1, 1), (), (_row(LONG_WORD, "x"),))),
    "long words in narrow columns": _of(Table((1,) * 8, (), (_row(*["y" * 500] * 8),))),
    "a word longer than a page": _of(_words(LONG_WORD)),
    "a heading and a label longer than a page": _of(
        Heading(1, (Text(LONG_WORD),), "a", LONG_TEXT), Contents()
    ),
    "an item's label longer than a page": _of(
        ListBlock((ListItem((_words("x"),), LONG_TEXT),), "labelled")
    ),
    "a note longer than a page": _pack(Section((_calls(_LONG_NOTE),)), notes=(_LONG_NOTE,)),
    "an empty note, called over and over": _pack(
        Section((_calls(_EMPTY_NOTE, times=SOME),)), notes=(_EMPTY_NOTE,)
    ),
    "a head without a body": _of(Table((1,), (_row("head"),), ())),
    "a table without rows": _of(Table((1,), (), ())),
    "a table without columns": _of(Table((), (), (Row(()),))),
    "a table said to go on at length": _of(
        Table((1,), (_row("a"),), (_row("b"),) * 100, continued="on " * 2000)
    ),
    "contents in a narrow cell": _of(
        Table((1, 9), (), (Row((Cell((Contents(),)), Cell(()))),)), Heading(1, (Text("x"),), "a")
    ),
    "empty items": _of(ListBlock((ListItem(()),) * SOME)),
    "empty items with labels": _of(ListBlock((ListItem((), "(a)"),) * SOME, "labelled")),
    "empty paragraphs": _of(*(_words(" "),) * MANY),
    "empty rows": _of(Table((1, 1), (), (Row((Cell(()), Cell(()))),) * SOME)),
    "empty boxes": _of(*(Box(()),) * SOME),
    "empty headings": _of(Contents(), *(Heading(1, (), f"a{one}") for one in range(SOME))),
    "empty inlines": _of(Paragraph((Strong(()),) * MANY)),
    "line breaks alone": _of(Paragraph((LineBreak(),) * SOME)),
    "links without words": _of(Paragraph((Link((Text(" "),), "https://example.org/"),))),
    "a link in a header": _pack(
        Section((_words("x"),), header=RunningLine((Link((Text("x"),), "https://example.org/"),)))
    ),
    "levels that no heading has": _of(Heading(9, (Text("x"),), "a"), Heading(0, (), "b", "y")),
    "names with half a character": _of(
        Heading(1, (Text("x"),), _ODD_NAME),
        Paragraph((Link((Quotation((Text("y"),), _ODD_NAME),), f"#{_ODD_NAME}"),)),
        Table((1,), (), (_row("z"),), summary=_ODD_NAME * 9000),
    ),
    "a title that no viewer can show": _pack(Section(()), title="\x00\x07\ud800]]>" * 9000),
    "nothing": Pack("", "en", "", ()),
}
