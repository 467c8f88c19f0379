"""Nesting comes from declared labels and their sequence; what stays open is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.corpus.described import Described

    Units = Callable[[str, str], dict[str, str]]
    Read = Callable[[str, str], Described]

LAYOUT = 'kind: outline\nparagraphs: "1."\nlists: ["(a)", "(i)"]\n'
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def text(*labels: str) -> str:
    return "1. Calls for:\n" + "".join(f"{label} words of {label}\n" for label in labels)


def paths(found: Described) -> list[str]:
    return [unit.id.removeprefix("d/para/1/") for unit in found.document.units[1:]]


def test_the_ninth_letter_follows_the_eighth(read: Read) -> None:
    found = read(LAYOUT, text(*(f"({one})" for one in LETTERS[:12])))
    assert paths(found) == list(LETTERS[:12])
    assert found.remarks == ()


def test_a_roman_one_follows_any_letter_if_two_follows_it(read: Read) -> None:
    found = read(LAYOUT, text(*(f"({one})" for one in LETTERS[:8]), "(i)", "(ii)", "(i)", "(j)"))
    assert paths(found)[-4:] == ["h/i", "h/ii", "i", "j"]
    assert found.remarks == ()


def test_a_last_i_after_h_is_told(read: Read) -> None:
    found = read(LAYOUT, text(*(f"({one})" for one in LETTERS[:9])))
    (remark,) = found.remarks
    assert remark.message == "the level of 'i' cannot be told from the labels around it"


def test_in_a_document_of_letters_an_i_with_a_stop_is_a_letter(units: Units) -> None:
    layout = 'kind: outline\nparagraphs: "1."\nlists: ["a."]\n'
    found = units(layout, text(*(f"{one}." for one in LETTERS[:10])))
    assert list(found)[-2:] == ["d/para/1/i", "d/para/1/j"]


def test_a_roman_list_may_stand_right_under_a_paragraph(units: Units) -> None:
    found = units(LAYOUT, text("(i)", "(ii)"))
    assert list(found) == ["d/para/1", "d/para/1/i", "d/para/1/ii"]


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        (("(a)", "(b)", "(d)"), "item 'd' where 'c' was due"),
        (("(b)", "(c)"), "item 'b' where 'a' was due"),
        (("(a)", "(a)"), "item 'a' where 'b' was due"),
    ],
)
def test_a_gap_is_told_and_the_label_kept(
    read: Read, labels: tuple[str, ...], message: str
) -> None:
    found = read(LAYOUT, text(*labels))
    assert found.faults == ()
    assert message in [one.message for one in found.remarks]


def test_a_label_that_stands_twice_has_two_ids(read: Read) -> None:
    found = read(LAYOUT, text("(a)", "(a)"))
    assert paths(found) == ["a", "a-2"]
    assert [unit.label for unit in found.document.units[1:]] == ["a", "a"]


def test_bullets_count_themselves(units: Units) -> None:
    layout = 'kind: outline\nparagraphs: "1."\nlists: ["•", "o"]\n'
    found = units(layout, text("•", "o", "o", "•"))
    assert list(found)[1:] == ["d/para/1/1", "d/para/1/1/1", "d/para/1/1/2", "d/para/1/2"]


def test_a_number_at_the_start_of_a_wrapped_line_is_no_label(units: Units) -> None:
    layout = f"{LAYOUT}lines: wrapped\n"
    found = units(
        layout, "1. It was in the year\n1842. So they said, of\n(a) and (b).\n\n2. Next.\n"
    )
    assert found == {
        "d/para/1": "It was in the year 1842. So they said, of (a) and (b).",
        "d/para/2": "Next.",
    }


@pytest.mark.parametrize("words", ["[1] A note.", "• A bullet.", "iv. Four.", "٢) Two."])
def test_a_label_that_no_key_declares_is_words_and_told(read: Read, words: str) -> None:
    found = read('kind: outline\nunnumbered: true\nparagraphs: "1."\n', f"Words.\n{words}\n")
    assert [unit.text for unit in found.document.units] == ["Words.", words]
    (remark,) = found.remarks
    assert remark.message == f"'{words.split(maxsplit=1)[0]}' was read as words of the text"
    assert "declare it" in remark.hint


def test_words_that_end_in_a_stop_are_no_label(read: Read) -> None:
    layout = "kind: outline\nunnumbered: true\n"
    assert read(layout, "Taxes. The rest.\nNo. 5 stands.\n").remarks == ()
