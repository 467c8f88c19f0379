"""The ways over the tree give everything, in reading order."""

from __future__ import annotations

from briefgen.blocks import (
    Box,
    Cell,
    Emphasis,
    Field,
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
    Section,
    Strong,
    Table,
    Text,
)
from briefgen.walk import (
    all_blocks,
    fields,
    heading_text,
    headings,
    note_references,
    plain_words,
    quotations,
)


def _paragraph(words: str, unit: str = "") -> Paragraph:
    inner = (Quotation((Text(words),), unit),) if unit else (Text(words),)
    return Paragraph(inner)


def test_plain_words_are_the_words_without_marks() -> None:
    """Nested inlines give their text; a break is a space; marks and fields are no words."""
    inlines = (
        Text("a "),
        Strong((Emphasis((Text("b"),)),)),
        LineBreak(),
        Link((Text("c"),), "#x"),
        NoteReference("n", "1"),
        Field("page"),
    )
    assert plain_words(inlines) == "a b c"
    assert [one.kind for one in fields(inlines)] == ["page"]


def test_blocks_quotations_and_notes_come_in_reading_order() -> None:
    """Lists, tables, boxes and notes are walked into, each where it stands."""
    table = Table(
        (1, 1),
        (Row((Cell((_paragraph("head", "u/1"),), header=True), Cell(()))),),
        (
            Row(
                (Cell((_paragraph("cell", "u/2"),)), Cell((Paragraph((NoteReference("n", "1"),)),)))
            ),
        ),
    )
    listed = ListBlock((ListItem((_paragraph("item", "u/3"),), "(a)"),), "labelled")
    heading = Heading(1, (Text("Title"),), "t", label="Objective 9")
    sections = (Section((heading, table, Box((listed,)))),)
    pack = Pack("p", "en", "", sections, (Note("n", "1", (_paragraph("note", "u/4"),)),))
    assert [one.unit for one in quotations(pack)] == ["u/1", "u/2", "u/3", "u/4"]
    assert [one.note for one in note_references(pack)] == ["n"]
    assert list(headings(pack)) == [heading]
    assert len(list(all_blocks(pack))) == 9


def test_a_heading_reads_with_its_label_first() -> None:
    """Contents and bookmarks show the label, then the words; either may be missing."""
    words = (Text("Title"),)
    assert heading_text(Heading(1, words, "a", label="Objective 9")) == "Objective 9: Title"
    assert heading_text(Heading(1, words, "a")) == "Title"
    assert heading_text(Heading(1, (), "a", label="Objective 9")) == "Objective 9"
