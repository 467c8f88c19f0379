"""Queries as people type them: what each means, and what is wrong with it at which place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import UnusableInput
from briefgen.search.parsing import parse_query
from briefgen.search.query import Both, Either, Near, Node, Phrase, Without


def _shape(node: Node) -> str:
    """Give a query in brackets, as it was understood."""
    match node:
        case Phrase():
            return "_".join(node.words) + ("*" if node.prefix else "")
        case Near():
            return f"near({' '.join(map(_shape, node.phrases))}, {node.distance})"
        case Both():
            return f"({_shape(node.left)} & {_shape(node.right)})"
        case Either():
            return f"({_shape(node.left)} | {_shape(node.right)})"
        case Without():
            return f"({_shape(node.left)} - {_shape(node.right)})"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("trade unions", "(trade & unions)"),
        ("trade, unions", "(trade & unions)"),
        ('"trade unions"', "trade_unions"),
        ("\u201ctrade unions\u201d", "trade_unions"),
        ("capacity-building", "capacity_building"),
        ("migrant's", "migrant_s"),
        ("migra*", "migra*"),
        ('"decent wor*"', "decent_wor*"),
        ('"decent wor"*', "decent_wor*"),
        ("a OR b c", "(a | (b & c))"),
        ("(a OR b) AND c", "((a | b) & c)"),
        ("a NOT b", "(a - b)"),
        ("a AND NOT b c", "((a - b) & c)"),
        ("NEAR(return consent)", "near(return consent, 10)"),
        ('NEAR("due process" review, 5)', "near(due_process review, 5)"),
        ("NEAR(a b, 3) OR NEAR(c d,0)", "(near(a b, 3) | near(c d, 0))"),
        ("and or not near", "(((and & or) & not) & near)"),
        ("2030 Agenda", "(2030 & Agenda)"),
        ("Lajčák", "Lajčák"),
    ],
)
def test_a_query_is_understood(typed: str, meant: str) -> None:
    assert _shape(parse_query(typed)) == meant


@pytest.mark.parametrize(
    ("typed", "column", "message"),
    [
        ('trade "unions', 7, "the quotation mark is never closed"),
        ("a AND", 6, "a word is missing at the end"),
        ("OR b", 1, "a word is missing before 'OR'"),
        ("NOT b", 1, "there is nothing that NOT could take from"),
        ("a OR NOT b", 6, "there is nothing that NOT could take from"),
        ("a (b c", 3, "this bracket is never closed"),
        ("a)", 2, "this bracket closes nothing"),
        ("()", 2, "a word is missing before ')'"),
        ("a *", 3, "the star stands alone"),
        ("mi*nt", 3, "a star stands only at the end of a word"),
        ("a -b", 3, "a minus sign means nothing here"),
        ("a ?!", 3, "there is no word here"),
        ('a ""', 3, "there is no word here"),
        ("NEAR a", 1, "NEAR needs brackets"),
        ("NEAR(a)", 1, "NEAR needs two words or phrases"),
        ("NEAR(a b", 1, "the bracket of this NEAR is never closed"),
        ("NEAR(a OR b)", 8, "only words and phrases stand in a NEAR"),
        ("NEAR(a b, c)", 11, "a number of words from 0 to 100 is missing here"),
        ("NEAR(a b, 101)", 11, "a number of words from 0 to 100 is missing here"),
        ("a\x00b", 2, "this character cannot be looked for"),
        ("a \x01", 3, "this character cannot be looked for"),
        ("(" * 21 + "a", 21, "more than 20 brackets within one another"),
    ],
)
def test_a_malformed_query_is_explained_with_a_caret(typed: str, column: int, message: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        parse_query(typed)
    (fault,) = caught.value.diagnostics
    assert fault.message == message
    assert fault.hint
    assert fault.place is not None
    assert fault.place.column == column
    caret = str(fault).splitlines()[2]
    if typed.isprintable():
        assert caret == "  " + " " * (column - 1) + "^"


@pytest.mark.parametrize("typed", ["", "   ", ",", "a " * 60, "a" * 501])
def test_what_has_no_place_is_told_without_one(typed: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        parse_query(typed)
    assert caught.value.diagnostics[0].hint


@given(st.text(alphabet=st.sampled_from("ab ()\"*,-ANDORTE\u201c\x00é'^:{}+"), max_size=60))
def test_any_line_is_a_query_or_a_fault(typed: str) -> None:
    """Nothing that is typed ends otherwise, and all words that get through are words."""
    try:
        shape = _shape(parse_query(typed))
    except UnusableInput:
        return
    assert not set('"^:{}+') & set(shape)
