"""Locators cite document, paragraph, letters, status and date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen import shipped
from briefgen.compose.furniture import load_furniture
from briefgen.compose.locators import objective_locator, rows_locator, runs, text_locator
from briefgen.selection.tables import choose_rows
from briefgen.selection.texts import choose_objective

if TYPE_CHECKING:
    from briefgen import Corpus

ENGLISH = load_furniture("en", [shipped("templates")])
DRAFT = "negotiating draft, not agreed, 28 May 2018"


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("a", "(a)"),
        ("ab", "(a), (b)"),
        ("abc", "(a)\u2013(c)"),
        ("acde", "(a), (c)\u2013(e)"),
        ("ace", "(a), (c), (e)"),
        ("eab", "(e), (a), (b)"),
    ],
)
def test_neighbouring_letters_make_a_run(chosen: str, expected: str) -> None:
    """Three or more in a row are spanned; the order is the one that was chosen."""
    assert runs(list(chosen), list("abcdef")) == expected


def test_labels_that_run_from_the_right_stay_in_the_order_of_the_line() -> None:
    """A left-to-right mark keeps each behind the one before it, in a line of English."""
    digits = ["٢", "٣", "٤", "٨"]
    assert runs(digits, ["٢", "٣", "٤", "٦", "٨"], "{}") == "٢\u2013\u200e٤, \u200e٨"
    assert runs(["أ", "ج"], ["أ", "ب", "ج"]) == "(أ), \u200e(ج)"


def test_an_objective_is_cited_by_its_paragraph(corpus: Corpus) -> None:
    """Draft Rev 2 numbers its paragraphs; the supplied final text does not."""
    draft = choose_objective(corpus, corpus.document("gcm-rev2"), 9)
    assert objective_locator(draft, ENGLISH) == f"Draft Rev 2, para. 24 \u00b7 {DRAFT}"
    some = choose_objective(corpus, corpus.document("gcm-rev2"), 9, letters=["a", "d"])
    assert objective_locator(some, ENGLISH).startswith("Draft Rev 2, para. 24 (a), (d) \u00b7")
    assert objective_locator(some, ENGLISH, "{})").startswith("Draft Rev 2, para. 24 a), d) \u00b7")
    final = choose_objective(corpus, corpus.document("gcm-final"), 9)
    assert "Objective 9" in objective_locator(final, ENGLISH)
    assert "not the edited text of A/RES/73/195" in objective_locator(final, ENGLISH)


def test_running_text_is_cited_by_its_span_of_paragraphs(corpus: Corpus) -> None:
    """A section names its first and last paragraph."""
    document = corpus.document("gcm-rev2")
    units = corpus.section("gcm-rev2", "preamble")
    assert units
    line = text_locator(document, units, ENGLISH)
    assert line == f"Draft Rev 2, paras. 1\u20136 \u00b7 {DRAFT}"


def test_rows_are_cited_with_what_they_were_looked_up_for(corpus: Corpus) -> None:
    """Rows by number, and the objectives that they relate to."""
    rows = choose_rows(corpus, ["iom-governance/3", "iom-governance/1"])
    line = rows_locator(corpus.document("iom-governance"), rows, [5, 9], ENGLISH)
    assert "rows 1, 3" in line
    assert line.endswith("related to Objectives 5 and 9")
