"""What a reader of the file sees: labels, words, notes, heads, in the order of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from msgspec.structs import replace
from unit.writers.docx.docx_reading import attributes, find, lines, parts, text_of, tree

from briefgen.blocks import (
    Box,
    Cell,
    Contents,
    Heading,
    ListBlock,
    ListItem,
    Note,
    NoteReference,
    Pack,
    Paragraph,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from briefgen.writers.docx import write_docx

if TYPE_CHECKING:
    from briefgen.styles import Style


def pack(*blocks: object, notes: tuple[Note, ...] = (), language: str = "en") -> Pack:
    return Pack("Title", language, "2018-06-04", (Section(blocks),), notes)  # type: ignore[arg-type]


def para(text: str, role: str = "body") -> Paragraph:
    return Paragraph((Text(text),), role)


def labelled(*labels: str, role: str = "list") -> ListBlock:
    return ListBlock(
        tuple(ListItem((para(f"words {one}"),), one) for one in labels), "labelled", role
    )


def test_every_label_is_the_official_one_whatever_is_left_out(style: Style) -> None:
    blocks = (
        labelled("(a)", "(b)", "(d)", "(i)", "(j)"),
        para("between"),
        labelled("(a)", "(c)"),
        labelled("24.", "25.", "27."),
        labelled("Delegation", "Meeting", role="cover-facts"),
    )
    printed = lines(write_docx(pack(*blocks), style))
    shown = [one.label or one.text.partition("\t")[0] for one in printed]
    assert shown == [
        *("(a)", "(b)", "(d)", "(i)", "(j)", "between", "(a)", "(c)", "24.", "25.", "27."),
        *("Delegation", "Meeting"),
    ]


def test_lists_in_lists_and_in_cells_do_not_disturb_the_count_around(style: Style) -> None:
    inner = labelled("(i)", "(ii)", role="sub-list")
    grid = Table((1.0,), (), (Row((Cell((labelled("(a)", "(b)"),)),)),))
    block = ListBlock(
        (
            ListItem((para("first"), inner), "(a)"),
            ListItem((para("second"), grid), "(b)"),
            ListItem((para("third"), inner), "(c)"),
            ListItem((Box((labelled("(a)"),)),), "(d)"),
            ListItem((para("last"),), "(e)"),
        ),
        "labelled",
    )
    printed = [one.label for one in lines(write_docx(pack(block), style)) if one.label]
    assert printed == [
        *("(a)", "(i)", "(ii)", "(b)", "(a)", "(b)", "(c)", "(i)", "(ii)", "(d)", "(a)", "(e)"),
    ]


def test_lists_deeper_than_word_can_count_still_print_their_labels(style: Style) -> None:
    block: Paragraph | ListBlock = para("end")
    labels = [f"({letter})" for letter in "abcdefghijklmn"]
    for label in reversed(labels):
        more = ListItem((para("more"),), f"{label[:-1]}x)")
        block = ListBlock((ListItem((block,), label), more), "labelled")
    printed = lines(write_docx(pack(block), style))
    shown = [one.label or one.text.partition("\t")[0] for one in printed]
    assert [one for one in shown if one in labels] == labels


def test_bullets_are_real_and_those_inside_differ(style: Style) -> None:
    inner = ListBlock((ListItem((para("inner"),)),), role="table-list")
    outer = ListBlock((ListItem((para("outer"), inner)),), role="table-list")
    grid = Table((1.0,), (), (Row((Cell((outer,)),)),))
    printed = [(one.label, one.text) for one in lines(write_docx(pack(grid), style))]
    assert printed[:2] == [("•", "outer"), ("\N{EN DASH}", "inner")]


def test_an_item_without_words_shows_its_label(style: Style) -> None:
    block = ListBlock((ListItem((), "(a)"), ListItem((labelled("(i)"),), "(b)")), "labelled")
    printed = [one.label for one in lines(write_docx(pack(block), style))]
    assert printed == ["(a)", "(b)", "(i)"]


def test_hostile_words_are_printed_literally(style: Style) -> None:
    hostile = "]]> <b>&amp;</b> & {{ 7*7 }} \"' %1 \u00a0\u00ad\u200f\u202e *_ \U0001f600"
    file = write_docx(pack(para(f"  {hostile}  ")), style)
    assert lines(file)[0].text == f"  {hostile}  "


def marks_and_notes(file: bytes) -> tuple[list[str], list[str]]:
    """Give the marks in the text, and the notes with theirs, as Word prints them."""
    settings = tree(file, "word/settings.xml")
    start = int((attributes(settings, "//w:numStart/@w:val") or ["1"])[0])
    marks: list[str] = []
    for call in find(tree(file), "//w:r[w:footnoteReference]"):
        own = text_of(call) or "".join(t.text or "" for t in find(call, "w:t"))
        marks.append(own or str(start + len(marks)))
    notes = [
        "".join(text_of(para) for para in find(note, "w:p"))
        for note in find(tree(file, "word/footnotes.xml"), "/w:footnotes/w:footnote[not(@w:type)]")
    ]
    return marks, notes


@pytest.mark.parametrize("marks", [["1", "2", "3"], ["4"], ["2", "3"], ["1", "3"], ["*", "a"]])
def test_notes_have_their_official_marks(style: Style, marks: list[str]) -> None:
    calls = [Paragraph((Text("x"), NoteReference(mark, mark))) for mark in marks]
    notes = tuple(Note(mark, mark, (para(f"note {mark}", "footnote"),)) for mark in marks)
    file = write_docx(pack(*calls, notes=notes), style)
    printed, texts = marks_and_notes(file)
    assert printed == marks
    counted = int(marks[0]) if marks[0].isdigit() else 0
    if marks == [str(counted + step) for step in range(len(marks))]:
        assert texts == [f"\tnote {mark}" for mark in marks]
        assert len(find(tree(file, "word/footnotes.xml"), "//w:footnoteRef")) == len(marks)
    else:
        assert texts == [f"{mark}\tnote {mark}" for mark in marks]


def test_a_note_called_twice_stands_twice(style: Style) -> None:
    called = Paragraph((Text("x"), NoteReference("n", "7")))
    file = write_docx(pack(called, called, notes=(Note("n", "7", (para("same"),)),)), style)
    assert marks_and_notes(file) == (["7", "7"], ["7\tsame", "7\tsame"])


def test_a_label_in_a_bold_heading_is_bold_and_one_bold_word_in_it_stays_so(style: Style) -> None:
    heading = Heading(1, (Strong((Text("Title"),)),), "h", label="Objective 1")
    file = write_docx(pack(heading), style)
    label, title = find(tree(file), "//w:r[w:t]")
    # In Word, bold in a character style undoes bold in the paragraph's; on the run it stands.
    assert attributes(label, "w:rPr/w:rStyle/@w:val") == ["HeadingLabel"]
    assert find(label, "w:rPr/w:b[not(@w:val)]")
    assert not find(title, "w:rPr/w:rStyle")


def test_contents_show_label_title_and_known_pages(style: Style) -> None:
    blocks = (
        Contents(1),
        Heading(1, (Text("One"),), "one", label="Part"),
        Heading(2, (Text("Deeper"),), "deeper"),
        Heading(1, (Text("Two"),), "two"),
    )
    file = write_docx(pack(*blocks), style, {"one": "3"})
    entries = [text_of(one) for one in find(tree(file), "//w:sdt//w:hyperlink")]
    assert entries == ["Part\tOne\t3", "Two"]
    instructions = "".join(attributes(tree(file), "//w:instrText/text()"))
    assert 'TOC \\o "1-1"' in instructions
    assert b"updateFields" not in parts(file)["word/settings.xml"]
    assert b"w:dirty" not in parts(file)["word/document.xml"]


def test_labels_wider_than_a_third_of_the_contents_stand_in_line_with_their_titles(
    style: Style,
) -> None:
    heading = Heading(1, (Text("One"),), "one", label="Part " * 20)
    file = write_docx(pack(Contents(1), heading), style)
    (entry,) = find(tree(file), "//w:sdt//w:hyperlink")
    assert text_of(entry) == f"{'Part ' * 20}: One"


def test_what_begins_a_page_has_no_space_above_it(style: Style) -> None:
    first = Heading(1, (Text("First"),), "a")
    broken = Heading(1, (Text("Broken"),), "b", new_page=True)
    grid = Table((1.0,), (), (Row((Cell((para("x"),)),)),))
    later = Heading(1, (Text("Later"),), "c")
    file = write_docx(pack(first, grid, broken, later), style)
    used = [one.style for one in lines(file) if one.text in {"First", "Broken", "Later"}]
    assert used == ["Heading1AtPageTop", "Heading1AtPageTop", "Heading1"]
    own = "//w:style[@w:styleId='Heading1AtPageTop']/w:pPr/w:spacing/@*"
    assert attributes(tree(file, "word/styles.xml"), own) == ["0"]


def test_words_are_hyphenated_where_the_style_says_so_and_nowhere_else(style: Style) -> None:
    dividing = style.roles["body"].model_copy(update={"hyphenate": True})
    divided = style.model_copy(update={"roles": {**style.roles, "principle": dividing}})
    for one, settings, switches in (
        (style, [], {}),
        (divided, ["autoHyphenation"], {"Normal": "", "Principle": "0"}),
    ):
        file = write_docx(pack(para("words", "principle")), one)
        found = find(tree(file, "word/settings.xml"), "//w:autoHyphenation")
        assert [etree.QName(each).localname for each in found] == settings
        styles = find(tree(file, "word/styles.xml"), "//w:style[w:pPr/w:suppressAutoHyphens]")
        said = {
            "".join(attributes(each, "@w:styleId")): "".join(
                attributes(each, "w:pPr/w:suppressAutoHyphens/@w:val")
            )
            for each in styles
        }
        assert said == switches


def test_anchors_that_are_alike_get_bookmarks_of_their_own(style: Style) -> None:
    anchors = ["a b", "a-b", "A_B", "9", "x" * 60, "x" * 59 + "y", "", "目"]
    blocks = [Heading(1, (Text("h"),), anchor) for anchor in anchors]
    names = attributes(tree(write_docx(pack(*blocks), style)), "//w:bookmarkStart/@w:name")
    assert len({name.lower() for name in names}) == len(anchors)
    assert all(len(name) <= 40 and name[0].isalpha() for name in names)


def test_a_right_to_left_pack_runs_from_the_right(style: Style) -> None:
    grid = Table((1.0,), (), (Row((Cell((para("خلية"),)),)),))
    file = write_docx(pack(para("مرحبا"), grid, language="ar"), style)
    assert find(tree(file, "word/styles.xml"), "//w:style[@w:styleId='Normal']/w:pPr/w:bidi")
    assert attributes(tree(file, "word/styles.xml"), "//w:docDefaults//w:lang/@w:bidi") == ["ar"]
    assert len(find(tree(file), "//w:r[w:t]/w:rPr/w:rtl")) == 2
    assert find(tree(file), "//w:bidiVisual")
    assert find(tree(file), "//w:sectPr/w:bidi")


def test_a_long_list_is_planned_in_step_with_its_length(style: Style) -> None:
    labels = [f"{number}." for number in range(1, 2001) if number % 3]
    printed = lines(write_docx(pack(labelled(*labels)), style))
    assert [one.label for one in printed] == labels


def test_running_lines_are_shared_and_end_where_a_section_has_none(
    style: Style, rich_pack: Pack
) -> None:
    file = write_docx(rich_pack, style)
    kinds = [name for name in parts(file) if name.startswith(("word/header", "word/footer"))]
    assert len(kinds) == 6
    cover, body, wide, last = find(tree(file), "//w:sectPr")
    assert not find(cover, "w:headerReference|w:footerReference")
    assert len(find(body, "w:headerReference|w:footerReference")) == 2
    assert attributes(wide, "w:pgSz/@w:orient") == ["landscape"]
    relations = dict.fromkeys(attributes(last, "w:headerReference/@r:id"))
    assert relations.keys() != dict.fromkeys(attributes(body, "w:headerReference/@r:id")).keys()


def test_a_section_may_be_empty_or_hold_only_a_table(style: Style) -> None:
    grid = Table((1.0, 2.0), (), (Row((Cell(()), Cell(()))),))
    sections = (Section(()), Section((grid, grid)), Section((Contents(),)), Section((grid,)))
    file = write_docx(replace(pack(), sections=sections), style)
    root = tree(file)
    assert len(find(root, "//w:sectPr")) == len(sections)
    assert all(find(cell, "w:p") for cell in find(root, "//w:tc"))
    assert not find(root, "//w:tbl[following-sibling::*[1][self::w:tbl]]")


def test_an_item_without_a_label_stands_in_line_with_the_words_of_the_others(style: Style) -> None:
    printed = lines(write_docx(pack(labelled("(a)", "", "(b)")), style))
    assert [(one.label, one.text) for one in printed] == [
        ("(a)", "words (a)"),
        ("", "words "),
        ("(b)", "words (b)"),
    ]
    assert printed[1].style == "ListParagraphAt26Pt"


def test_roles_with_names_alike_get_styles_of_their_own(style: Style) -> None:
    roles = {"quiet-one": style.roles["body"], "quiet--one": style.roles["body"]}
    alike = style.model_copy(update={"roles": style.roles | roles})
    file = write_docx(pack(para("a", "quiet-one"), para("b", "quiet--one")), alike)
    assert len({one.style for one in lines(file)}) == 2
