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
    all_inlines,
    heading_text,
    headings,
    notes_below,
    plain_words,
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
    inlines = list(all_inlines((*sections[0].blocks, *pack.notes[0].blocks)))
    quoted = [one.unit for one in inlines if isinstance(one, Quotation)]
    assert quoted == ["u/1", "u/2", "u/3", "u/4"]
    assert [one.note for one in inlines if isinstance(one, NoteReference)] == ["n"]
    assert len(list(all_blocks(pack))) == 9


def test_headings_of_notes_are_not_among_the_headings_of_the_pack() -> None:
    """A note has no place of its own that a contents list could lead to."""
    own, inside = Heading(1, (Text("Title"),), "t"), Heading(1, (Text("In a note"),), "n")
    pack = Pack("p", "en", "", (Section((Box((own,)),)),), (Note("n", "1", (inside,)),))
    assert list(headings(pack)) == [own]


def test_a_heading_reads_with_its_label_first() -> None:
    """Contents and bookmarks show the label, then the words; either may be missing."""
    words = (Text("Title"),)
    assert heading_text(Heading(1, words, "a", label="Objective 9")) == "Objective 9: Title"
    assert heading_text(Heading(1, words, "a")) == "Title"
    assert heading_text(Heading(1, (), "a", label="Objective 9")) == "Objective 9"


def test_notes_stand_at_the_end_unless_their_marks_recur() -> None:
    """Then each is below the section that calls it; one that none calls is at the end."""
    sections = tuple(
        Section((Paragraph((NoteReference(called, "1"),)),)) for called in ("a", "b", "a")
    )
    first, second, third = Note("a", "1", ()), Note("b", "1", ()), Note("c", "2", ())
    pack = Pack("T", "en", "", sections, (first, second, third))
    assert [notes for _, notes in notes_below(pack)] == [(first,), (second,), (third,)]
    pack = Pack("T", "en", "", sections, (first, third))
    assert [notes for _, notes in notes_below(pack)] == [(), (), (first, third)]
    assert list(notes_below(Pack("T", "en", "", (), (first,)))) == []
