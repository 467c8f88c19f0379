"""Right-to-left text: where a Pack holds it, and what is told of it for which format."""

from __future__ import annotations

import pytest

from briefgen.blocks import (
    Block,
    Contents,
    Inline,
    ListBlock,
    ListItem,
    Pack,
    Paragraph,
    Quotation,
    Section,
    Text,
)
from briefgen.diagnostics import Severity
from briefgen.writers.right_to_left import direction_findings, right_to_left_words

WELCOME = "مرحبا"


def pack(*blocks: Block) -> Pack:
    return Pack("", "en", "", (Section(blocks),))


def quoted(words: str, unit: str) -> Paragraph:
    return Paragraph((Quotation((Text(words),), unit),))


def own(*inlines: Inline) -> Paragraph:
    return Paragraph(inlines)


@pytest.mark.parametrize("text", ["plain", "٤. ٢٠٢٨", "۱۲", "٤٪", "¿é?", ""])
def test_digits_of_any_script_run_from_the_left(text: str) -> None:
    assert right_to_left_words(text) == ""


@pytest.mark.parametrize("words", [WELCOME, "שלום", "أ"])
def test_letters_that_run_from_the_right_are_found(words: str) -> None:
    assert right_to_left_words(f"to say {words} in 2018") == words


def test_a_document_is_named_once_with_its_first_unit_and_how_many_more() -> None:
    """Beside it own words are not named: the document's title is among them."""
    found = direction_findings(
        pack(
            own(Text(WELCOME)),
            quoted(WELCOME, "gates/para/1"),
            quoted("in English", "wells/para/1"),
            ListBlock((ListItem((quoted("in English", "gates/para/2/a"),), "(أ)"),), "labelled"),
        ),
        ["pdf", "docx"],
    )
    assert [(one.severity, one.message, one.about) for one in found] == [
        (
            Severity.ERROR,
            "gates/para/1 and 1 more of 'gates': right-to-left letters cannot be set in PDF yet",
            "gates/para/1",
        )
    ]
    assert "docx, html, text and markdown" in found[0].hint


def test_own_words_are_named_where_they_are_all() -> None:
    (found,) = direction_findings(pack(own(Text(f"to say {WELCOME}"))), ["pdf"])
    assert found.message.startswith(f"'{WELCOME}': ")
    assert found.about == WELCOME


def test_a_word_file_with_contents_is_told_to_lack_their_page_numbers() -> None:
    (found,) = direction_findings(pack(Contents(), quoted(WELCOME, "gates/para/1")), ["docx"])
    assert found.severity is Severity.WARNING
    assert "no page numbers" in found.message
    assert "gates/para/1" in found.message


def test_nothing_is_told_where_nothing_is_missing() -> None:
    text = quoted(WELCOME, "gates/para/1")
    assert direction_findings(pack(text), ["docx", "html"]) == []
    assert direction_findings(pack(Contents(), text), ["html", "text"]) == []
    assert direction_findings(pack(Contents(), own(Text("plain"))), ["docx", "pdf"]) == []
