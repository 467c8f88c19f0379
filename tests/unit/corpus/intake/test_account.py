"""The count of raw words finds what a reader loses, doubles or glues."""

from __future__ import annotations

import pytest
from docx_by_hand import docx, paragraph, run

from briefgen.corpus.intake import Passage, Word, take_in, words_of
from briefgen.corpus.intake.account import balance
from briefgen.corpus.intake.findings import Findings

RAW = [Word("we", 1), Word("shall", 1), Word("act,", 2)]


def differences(text: str, *, by_place: bool = False) -> list[str]:
    findings = Findings("f")
    balance(RAW, [Passage(text, 1)], findings, by_place=by_place)
    return [str(one).partition("\n")[0] for one in findings.remarks]


def test_the_same_words_balance_whatever_their_punctuation() -> None:
    assert differences("we shall act.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("we shall", ["f:2: warning: words were not taken in: 'act,'"]),
        (
            "we we shall act",
            ["f:1: warning: a word was taken in that the file does not hold so: 'we'"],
        ),
        (
            "we shallact",
            [
                "f:1: warning: words were not taken in: 'shall'",
                "f:2: warning: words were not taken in: 'act,'",
                "f:1: warning: a word was taken in that the file does not hold so: 'shallact'",
            ],
        ),
    ],
)
def test_what_is_lost_doubled_or_glued_is_named(text: str, found: list[str]) -> None:
    assert differences(text) == found


def test_where_blanks_are_only_places_gluing_is_no_difference_but_losing_is() -> None:
    assert differences("we shallact", by_place=True) == []
    assert differences("we shall a", by_place=True) != []


def test_a_wrapper_that_the_reader_of_word_files_does_not_know_hides_no_words() -> None:
    body = f"<w:p>{run('seen')}<w:novelty>{run(' lost')}</w:novelty></w:p>"
    intake = take_in(docx(body), "draft.docx", "docx")
    assert [one.message for one in intake.unread] == [
        "a 'novelty' with 1 words: ' lost' was left out",
        "words were not taken in: 'lost'",
    ]


@pytest.mark.parametrize(
    ("data", "format_name", "expected"),
    [
        (b"a b\nc", "text", [("a", 1), ("b", 1), ("c", 2)]),
        (b"a\tb\n", "tab-separated", [("a", 1), ("b", 1)]),
        (b"# a\n- *b*c\n", "markdown", [("a", 1), ("bc", 2)]),
        (b"<p>a<b>b</b>\n<p>c", "html", [("ab", 1), ("c", 2)]),
        (docx(paragraph("a") + paragraph("b c")), "docx", [("a", 1), ("b", 2), ("c", 2)]),
    ],
)
def test_raw_words_have_their_places(
    data: bytes, format_name: str, expected: list[tuple[str, int]]
) -> None:
    found = words_of(data, "f", format_name)  # type: ignore[arg-type] - each is a known name
    assert [(one.text, one.line) for one in found] == expected
