"""What is quoted stands in a content control that bears the id of its unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unit.writers.docx.docx_reading import attributes, find, text_of, tree

from briefgen.blocks import (
    Cell,
    Highlight,
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
from briefgen.walk import all_inlines, plain_words
from briefgen.writers.docx import write_docx
from briefgen.writers.docx.content_controls import tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from briefgen.blocks import Blocks, Inline
    from briefgen.styles import Style

NOTE = Note("n", "1", (Paragraph((Quotation((Text("a note"),), "u/note/1"),)),))


def document(style: Style, *blocks: Blocks, part: str = "word/document.xml") -> etree._Element:
    sections = tuple(Section(one) for one in blocks)
    return tree(write_docx(Pack("Title", "en", "2018-06-04", sections, (NOTE,)), style), part)


def quoted(text: str, unit: str = "gcm-rev2/5/g") -> Quotation:
    return Quotation((Text(text),), unit)


def controls(root: etree._Element) -> list[tuple[str, str, str]]:
    """Give the tag, the parent and the words of each control."""
    return [
        (
            attributes(one, "w:sdtPr/w:tag/@w:val")[0],
            str(one.xpath("local-name(..)")),
            text_of(one),
        )
        for one in find(root, "//w:sdt[w:sdtPr/w:tag]")
    ]


def test_a_paragraph_that_is_a_quotation_stands_in_a_control_whole(style: Style) -> None:
    root = document(style, (Paragraph((quoted("all of it"),)), Paragraph((Text("not"),))))
    assert controls(root) == [("gcm-rev2/5/g", "body", "all of it")]
    assert attributes(root, "//w:sdt/w:sdtPr/w:alias/@w:val") == ["gcm-rev2 · 5 · g"]


def test_a_quotation_within_a_paragraph_has_a_control_of_its_own(style: Style) -> None:
    inlines: tuple[Inline, ...] = (
        Strong((Text("Theirs: "),)),
        quoted("one", "u/1"),
        Text(" and "),
        Quotation((Strong((Text("two, "),)), Link((Text("linked"),), "https://un.org")), "u/2"),
    )
    assert controls(document(style, (Paragraph(inlines),))) == [
        ("u/1", "p", "one"),
        ("u/2", "p", "two, linked"),
    ]


def test_list_items_and_cells_keep_their_units(style: Style) -> None:
    items = tuple(
        ListItem((Paragraph((quoted(text, f"u/{text}"),)),), label)
        for text, label in (("a", "(a)"), ("b", "Place"))
    )
    cell = Cell((Paragraph((quoted("in a cell", "u/c"),)),))
    blocks = (ListBlock(items, "labelled"), Table((1.0,), (), (Row((cell,)),)))
    assert controls(document(style, blocks)) == [
        ("u/a", "body", "a"),
        ("u/b", "p", "b"),  # its label is printed as words, and is not the source's
        ("u/c", "tc", "in a cell"),
    ]


def test_the_mark_of_a_note_stays_outside_and_the_note_is_quoted_too(style: Style) -> None:
    """LibreOffice moves a mark inside a control to where the control begins."""
    call = Quotation((Text("before"), NoteReference("n", "1"), Text(" after")), "u/1")
    root = document(style, (Paragraph((call,)),))
    assert controls(root) == [("u/1", "p", "before"), ("u/1", "p", " after")]
    assert find(root, "//w:p/w:r/w:footnoteReference")
    notes = document(style, (Paragraph((call,)),), part="word/footnotes.xml")
    assert controls(notes) == [("u/note/1", "p", "a note")]


def test_a_paragraph_that_ends_a_section_is_not_inside_a_control(style: Style) -> None:
    root = document(style, (Paragraph((quoted("last"),)),), (Paragraph((quoted("next"),)),))
    assert [parent for _, parent, _ in controls(root)] == ["p", "body"]
    assert not find(root, "//w:sdt//w:sectPr")


def test_controls_have_numbers_of_their_own_and_are_neither_locked_nor_shown(
    style: Style,
) -> None:
    blocks = tuple(Paragraph((quoted(f"{n}", "u/same"),)) for n in range(5))
    root = document(style, blocks)
    numbers = attributes(root, "//w:sdt/w:sdtPr/w:id/@w:val")
    assert len(set(numbers)) == len(numbers) == 5
    assert not find(root, "//w:lock|//w:showingPlcHdr|//w:placeholder")
    appearances = root.xpath("//*[local-name()='appearance']/@*")
    assert isinstance(appearances, list)
    assert set(map(str, appearances)) == {"hidden"}


def test_a_tag_longer_than_word_takes_is_cut_and_stays_unlike_others() -> None:
    long = "document/" + "x" * 80
    assert tag("a" * 64) == "a" * 64
    assert len(tag(long)) == 64
    assert tag(long) != tag(f"{long}y")


def test_every_quotation_of_a_whole_pack_can_be_traced(
    files_of: Callable[[str], dict[str, bytes]], pack_of: Callable[[str], Pack]
) -> None:
    """No unit is lost, and what stands in its controls are its words in their order.

    A line break stands outside of controls, and the space that it is for words with it.
    """
    root = tree(files_of("full-compact")["docx"])
    written: dict[str, str] = {}
    for unit, _, text in controls(root):
        written[unit] = written.get(unit, "") + text.replace(" ", "")
    wanted: dict[str, str] = {}
    for section in pack_of("full-compact").sections:
        for inline in all_inlines(section.blocks):
            if isinstance(inline, Quotation):
                unit = tag(inline.unit)
                words = plain_words(inline.children).replace(" ", "")
                wanted[unit] = wanted.get(unit, "") + words
    assert written == wanted


def test_a_quotation_with_words_marked_has_its_control_inside_the_paragraph(style: Style) -> None:
    """LibreOffice would give all of a paragraph in a control the look of its first words."""
    found = (Text("to join "), Highlight((Text("trade unions"),)), Text(" freely"))
    marked = Paragraph((Quotation(found, "gcm-rev2/6/j"),))
    root = document(style, (Paragraph((quoted("plain"),)), marked, Paragraph((Text("end"),))))
    assert controls(root) == [
        ("gcm-rev2/5/g", "body", "plain"),
        ("gcm-rev2/6/j", "p", "to join trade unions freely"),
    ]
