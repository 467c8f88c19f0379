"""What cannot stand in a DOCX is refused with its place in words, everything at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from briefgen.blocks import (
    Cell,
    Field,
    Link,
    Note,
    NoteReference,
    Pack,
    Paragraph,
    Row,
    RunningLine,
    Section,
    Span,
    Table,
    Text,
)
from briefgen.diagnostics import error
from briefgen.errors import UnusableInput
from briefgen.writers.docx import write_docx

if TYPE_CHECKING:
    from briefgen.blocks import Inline
    from briefgen.styles import Style


def pack(*inlines: Inline, notes: tuple[Note, ...] = ()) -> Pack:
    return Pack("Title", "en", "2018-06-04", (Section((Paragraph(inlines),)),), notes)


def messages(pack: Pack, style: Style) -> list[str]:
    with pytest.raises(UnusableInput) as caught:
        write_docx(pack, style)
    return [one.message for one in caught.value.diagnostics]


@pytest.mark.parametrize(
    "character", ["\0", "\x0b", "\x0c", "\x1b", "\ud800", "\ufffe", "\n", "\r"]
)
def test_a_character_that_xml_has_not_is_named_with_the_words_around(
    style: Style, character: str
) -> None:
    (message,) = messages(pack(Text(f"some words be{character}fore and after")), style)
    assert f"U+{ord(character):04X}" in message
    assert "some words be\N{REPLACEMENT CHARACTER}fore and after" in message


@pytest.mark.parametrize(
    "target",
    [
        *("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//host/x", "x.docx"),
        *(
            "http://[",
            "http://host:99999/",
            "https://" + "a" * 3000,
            "",
            "https:",
            "#nowhere",
            "#\ud800",
        ),
    ],
)
def test_a_link_goes_to_an_anchor_or_to_the_web_only(style: Style, target: str) -> None:
    (message,) = messages(pack(Link((Text("here"),), target)), style)
    assert str(error(message)).encode()


def test_references_that_go_nowhere_are_refused_as_in_the_pdf(style: Style) -> None:
    references = pack(NoteReference("absent", "1"), Field("page-of", "absent"))
    assert messages(references, style) == [
        "the text calls the note 'absent', which is not there",
        "a page number asks for 'absent', which is not there",
    ]


def test_all_faults_are_told_at_once_and_each_once(style: Style) -> None:
    faulty = pack(Text("a\0b"), Text("a\0b"), Span((Text("x"),), language="no language"))
    assert len(messages(replace(faulty, date="yesterday", author="\x01"), style)) == 4


def test_notes_are_called_in_the_text_only(style: Style) -> None:
    call = NoteReference("n", "1")
    note = Note("n", "1", (Paragraph((Text("x"), call)),))
    refused = ["the note 'n' is called from a note, a header or a footer"]
    assert messages(pack(call, notes=(note,)), style) == refused
    plain = pack(notes=(Note("n", "1", (Paragraph((Text("x"),)),)),))
    headed = replace(plain, sections=(Section((), header=RunningLine((call,))),))
    assert messages(headed, style) == refused


def test_a_row_with_too_few_cells_is_told(style: Style) -> None:
    grid = Table((1.0, 1.0), (), (Row((Cell(()),)),))
    faulty = replace(pack(), sections=(Section((grid,)),))
    assert messages(faulty, style) == ["row 1 of a table has 1 cells for 2 columns"]


def test_addresses_are_written_so_that_word_can_follow_them(style: Style) -> None:
    addresses = ("https://un.org/a b?q=é&x=[1]", "mailto:a@b.org?subject=x y", "HTTP://UN.ORG")
    links = [Link((Text("x"),), address) for address in addresses]
    assert write_docx(pack(*links), style)
