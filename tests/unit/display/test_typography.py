"""Typographic display changes characters one for one, and can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.display.typography import AS_SOURCE, Display, curly, dashed, folded
from briefgen.styles import Typography

if TYPE_CHECKING:
    from briefgen import Corpus

FULL = Typography(quotes="curly", dashes="typographic", titles="sentence-case")


@pytest.mark.parametrize(
    ("straight", "language", "shown"),
    [
        ("States' rights, a worker's", "en", "States\u2019 rights, a worker\u2019s"),
        (
            'the "skills passports" ("one")',
            "en",
            "the \u201cskills passports\u201d (\u201cone\u201d)",
        ),
        ("the 'Draft Rev 2' of", "en", "the \u2018Draft Rev 2\u2019 of"),
        ("\"the 'one' thing\"", "en", "\u201cthe \u2018one\u2019 thing\u201d"),
        ("'tis the States", "en-GB", "\u2019tis the States"),
        ('el "pacto"', "es", "el \u00abpacto\u00bb"),
        ('le "pacte"', "fr", "le \u201cpacte\u201d"),
        ("already \u201ccurly\u201d", "en", "already \u201ccurly\u201d"),
    ],
)
def test_quotation_marks_open_and_close_as_the_language_has_them(
    straight: str, language: str, shown: str
) -> None:
    """Apostrophes are never taken for marks that open."""
    assert curly(straight, language) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Reduction 2015-2030.", "Reduction 2015\u20132030."),
        ("from 9:00-10:00 am", "from 9:00\u201310:00 am"),
        ("paras. 3-5, 7-9", "paras. 3\u20135, 7\u20139"),
        ("one - two", "one \u2013 two"),
        ("evidence-based", "evidence-based"),
        ("on 2018-05-28", "on 2018-05-28"),
        ("call 963-1234 or 555-0100", "call 963-1234 or 555-0100"),
        ("FCCC/CP/2015/10-12", "FCCC/CP/2015/10-12"),
        ("A4-5", "A4-5"),
        ("4.b", "4.b"),
    ],
)
def test_dashes_stand_in_ranges_and_between_spaces_only(typed: str, shown: str) -> None:
    """Dates, symbols and telephone numbers are no ranges."""
    assert dashed(typed) == shown


@given(st.text("ab AB12 \"'-\u201c\u2019.,(", max_size=40), st.sampled_from(["en", "es", "ru"]))
def test_display_keeps_every_place_and_folds_back(text: str, language: str) -> None:
    """As many characters, each the same when both sides are folded."""
    shown = dashed(curly(text, language))
    assert len(shown) == len(text)
    assert folded(shown) == folded(text)
    assert all(one in shown for one in text if one.isalnum())


def test_every_unit_of_the_corpus_keeps_its_words(corpus: Corpus) -> None:
    """Spans, marks and words stay where they are in everything that can be quoted."""
    display, plain = Display(FULL, corpus), Display(AS_SOURCE, corpus)
    changed = 0
    for name in corpus.document_ids:
        for unit in corpus.document(name).units:
            shown = display.text(unit)
            changed += shown != unit.text
            assert len(shown) == len(unit.text)
            assert folded(shown) == folded(unit.text)
            assert plain.text(unit) == unit.text
    assert changed > 40


def test_no_straight_mark_is_left_in_what_is_shown(corpus: Corpus) -> None:
    """Neither quotation marks nor ranges of years."""
    display = Display(FULL, corpus)
    shown = [
        display.text(unit) for name in corpus.document_ids for unit in corpus.document(name).units
    ]
    assert not any(one in text for text in shown for one in "\"'")
    assert any("2015\u20132030" in text for text in shown)


@pytest.mark.parametrize(("labels", "form"), [("(a)", "({})"), ("a)", "{})")])
def test_the_form_of_labels_can_be_filled(corpus: Corpus, labels: str, form: str) -> None:
    """The official form, and the one of French and Spanish."""
    typography = Typography.model_validate({"labels": labels})
    assert Display(typography, corpus).label_form == form
