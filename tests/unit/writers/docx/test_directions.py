"""Units in a language that runs from the right begin there: lines, labels, columns, contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openxml_audit import OpenXmlValidator
from unit.writers.docx.docx_reading import attributes, find, tree

from briefgen.blocks import (
    Cell,
    Contents,
    Heading,
    Inlines,
    ListBlock,
    ListItem,
    Note,
    NoteReference,
    Pack,
    Paragraph,
    Quotation,
    Row,
    Section,
    Span,
    Table,
    Text,
)
from briefgen.writers.docx import write_docx

if TYPE_CHECKING:
    from pathlib import Path

    from lxml import etree

    from briefgen.styles import Style

WORDS = "البوابات مفتوحة للجميع"


def arabic(words: str = WORDS, unit: str = "gates/para/1") -> Inlines:
    return (Quotation((Span((Text(words),), language="ar"),), unit),)


def cell(inlines: Inlines) -> Cell:
    return Cell((Paragraph(inlines, "table"),))


ITEM = ListItem((Paragraph((*arabic(), NoteReference("n", "1")), "list"),), "(أ)")
PACK = Pack(
    "",
    "en",
    "",
    (
        Section(
            (
                Contents(),
                Heading(1, arabic(), "gates"),
                Paragraph((Text("In English"),)),
                Paragraph((*arabic(), Text(" said in Arabic"))),
                ListBlock((ITEM,), "labelled"),
                Table((1, 2), (Row((cell(arabic()), cell(arabic()))),), ()),
            )
        ),
    ),
    (Note("n", "1", (Paragraph(arabic(), "footnote"),)),),
)


def paragraphs(root: etree._Element, words: str) -> list[etree._Element]:
    return [one for one in find(root, "//w:p") if words in "".join(one.itertext())]


def test_every_paragraph_of_such_words_begins_at_the_right_and_no_other(style: Style) -> None:
    """Heading, its line in the contents, item, cells; not a line that has other words, too."""
    document = tree(write_docx(PACK, style))
    turned = [bool(find(one, "w:pPr/w:bidi")) for one in paragraphs(document, WORDS)]
    assert turned == [True, True, False, True, True, True]
    (english,) = paragraphs(document, "In English")
    assert not find(english, ".//w:bidi|.//w:rtl")


def test_words_and_label_are_set_from_the_right_in_a_language_that_word_knows(
    style: Style,
) -> None:
    (item,) = paragraphs(tree(write_docx(PACK, style)), "(أ)")
    label, *_ = find(item, "w:r|w:sdt//w:r")
    assert find(label, "w:rPr/w:rtl")
    assert attributes(item, ".//w:sdt//w:lang/@w:bidi") == ["ar-SA"]


def test_columns_run_as_the_words_of_the_head_do_and_notes_as_their_own(style: Style) -> None:
    file = write_docx(PACK, style)
    assert find(tree(file), "//w:tblPr/w:bidiVisual")
    (note,) = paragraphs(tree(file, "word/footnotes.xml"), WORDS)
    assert find(note, "w:pPr/w:bidi")


def test_english_in_an_arabic_file_begins_at_the_left(style: Style) -> None:
    english = Quotation((Span((Text("In English"),), language="en"),), "wells/para/1")
    file = write_docx(Pack("", "ar", "", (Section((Paragraph((english,)),)),)), style)
    (line,) = paragraphs(tree(file), "In English")
    assert attributes(line, "w:pPr/w:bidi/@w:val") == ["0"]


def test_the_audit_finds_nothing_in_a_file_that_runs_both_ways(
    style: Style, tmp_path: Path
) -> None:
    path = tmp_path / "both.docx"
    path.write_bytes(write_docx(PACK, style))
    assert OpenXmlValidator().validate(path).errors == []
