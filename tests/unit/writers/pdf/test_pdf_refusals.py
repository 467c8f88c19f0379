"""What the writer refuses: all faults at once, each with the words or names to find it by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.blocks import (
    Cell,
    Field,
    Heading,
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
from briefgen.errors import UnusableInput
from briefgen.writers.pdf import plan_pdf

if TYPE_CHECKING:
    from conftest import PlanBlocks

    from briefgen.blocks import Block, Inline
    from briefgen.styles import Style


def words(*inlines: Inline | str) -> Paragraph:
    return Paragraph(tuple(Text(one) if isinstance(one, str) else one for one in inlines))


def messages(plan: PlanBlocks, *blocks: Block, notes: tuple[Note, ...] = ()) -> list[str]:
    with pytest.raises(UnusableInput) as refused:
        plan(*blocks, notes=notes)
    return [one.message for one in refused.value.diagnostics]


def test_characters_that_cannot_be_printed_are_all_named_with_the_words_around(
    plan: PlanBlocks,
) -> None:
    found = messages(plan, words("smuggling \x07 of migrants"), words("a smile \U0001f600 here"))
    assert found == [
        "U+0007 in 'smuggling \N{REPLACEMENT CHARACTER} of migrants': it cannot be printed",
        "U+1F600 GRINNING FACE in 'a smile \U0001f600 here': no font has it",
    ]


def test_a_quoted_item_of_which_nothing_can_be_printed_is_told_and_not_stumbled_over(
    plan: PlanBlocks,
) -> None:
    quoted = words(Quotation((Text("\U0001f600"),), "gates/para/1"))
    found = messages(plan, ListBlock((ListItem((quoted,), "\U0001f601"),), "labelled"))
    assert len(found) == 2
    assert all("no font has it" in message for message in found)


def test_languages_and_dates_that_are_none_are_told_with_the_characters(style: Style) -> None:
    pack = Pack("", "no language", "yesterday", (Section((words("\x07"),)),))
    with pytest.raises(UnusableInput) as refused:
        plan_pdf(pack, style)
    assert [one.message for one in refused.value.diagnostics] == [
        "'no language' is not a language tag",
        "'yesterday' is not a date",
        "U+0007 in '\N{REPLACEMENT CHARACTER}': it cannot be printed",
    ]


def test_references_that_go_nowhere_are_all_told(plan: PlanBlocks) -> None:
    blocks = words(
        Link((Text("there"),), "#obj-5"),
        Field("page-of", "obj-6"),
        NoteReference("n1", "1"),
        Link((Text("bad"),), "javascript:alert(1)"),
        Link((Text("file"),), "file:///etc/passwd"),
    )
    assert messages(plan, Heading(1, (), "obj-9"), blocks) == [
        "a link goes to 'obj-5', which is not there",
        "a page number asks for 'obj-6', which is not there",
        "the text calls the note 'n1', which is not there",
        "a link cannot go to 'javascript:alert(1)'",
        "a link cannot go to 'file:///etc/passwd'",
    ]


def test_names_given_twice_are_told(plan: PlanBlocks) -> None:
    notes = (Note("n", "1", ()), Note("n", "2", ()))
    assert messages(plan, Heading(1, (), "a"), Heading(2, (), "a"), notes=notes) == [
        "the anchor 'a' is given twice",
        "the note 'n' is given twice",
    ]


def test_a_note_that_would_never_be_printed_is_refused(style: Style, plan: PlanBlocks) -> None:
    call = NoteReference("n", "1")
    note = Note("n", "1", (words("x", call),))
    assert messages(plan, words(call), notes=(note,)) == [
        "the note 'n' is called from a note, a header or a footer"
    ]
    header = RunningLine((call,))
    section = Section((words("x"),), header=header)
    with pytest.raises(UnusableInput, match="a header or a footer"):
        plan_pdf(Pack("", "en", "", (section,), (Note("n", "1", ()),)), style)
    assert messages(plan, words(NoteReference("n", " ")), notes=(Note("n", "1", ()),)) == [
        "the call of the note 'n' has no mark"
    ]


def test_what_is_nested_too_deep_is_refused_before_it_can_overflow_the_stack(
    plan: PlanBlocks,
) -> None:
    block: Block = words("deep")
    inline: Inline = Text("deep")
    for _ in range(10_000):
        block = ListBlock((ListItem((block,)),))
        inline = Strong((inline,))
    for deep in (block, words(inline)):
        assert messages(plan, deep) == ["the text is nested more than 60 deep"]


def test_a_table_that_does_not_add_up_is_refused(plan: PlanBlocks) -> None:
    cell = Cell((words("x"),))
    assert messages(plan, Table((1, 1), (), (Row((cell,)),))) == [
        "a table row has 1 cells, and the table 2 columns"
    ]
    (found,) = messages(plan, Table((1,) * 40, (), (Row((cell,) * 40),)))
    assert found.startswith("column 1 of a table leaves")


def test_a_header_that_leaves_no_room_for_the_text_is_refused(style: Style) -> None:
    section = Section((words("x"),), header=RunningLine((Text("word " * 2000),)))
    with pytest.raises(UnusableInput, match="leave 162 by 0 mm of a page 'body' for its text"):
        plan_pdf(Pack("", "en", "", (section,)), style)
