"""A unit's words as markup: escaped, with spans as elements, no character lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefgen.compose.marks import Mark
from briefgen.compose.words import paragraphs, words
from briefgen.corpus.model import Span


def test_spans_become_elements_where_they_stand() -> None:
    """Emphasis, bold, language, note marks and line breaks, each at its characters."""
    spans = [
        Span(4, 7, "emphasis"),
        Span(8, 13, "language", "fr"),
        Span(13, 13, "note", "d/note/4"),
        Span(3, 4, "line-break"),
        Span(14, 18, "strong"),
    ]
    assert str(words("one two three four", spans, [Mark(13, "d/note/4", "4")])) == (
        'one<br/><em>two</em> <span lang="fr">three</span><a data-note="d/note/4">4</a>'
        " <strong>four</strong>"
    )


def test_a_note_inside_emphasis_stays_inside() -> None:
    """Elements that meet at one place nest and never cross."""
    spans = [Span(0, 7, "emphasis"), Span(4, 7, "strong")]
    marked = words("one two", spans, [Mark(7, "n/1", "1")])
    assert str(marked) == '<em>one <strong>two</strong></em><a data-note="n/1">1</a>'


def test_a_letter_falls_into_its_paragraphs() -> None:
    """A paragraph break ends one and starts the next; line breaks stay within."""
    spans = [Span(6, 7, "paragraph-break"), Span(9, 10, "line-break")]
    marks = [Mark(6, "n", "c1"), Mark(18, "m", "c2")]
    assert [str(one) for one in paragraphs("To all In New York", spans, marks)] == [
        'To all<a data-note="n">c1</a>',
        'In<br/>New York<a data-note="m">c2</a>',
    ]


def test_marks_at_one_place_keep_their_order() -> None:
    """A note of the source and a correction, and two corrections, stand one after the other."""
    marks = [Mark(3, "n", "4"), Mark(3, "c", "c1"), Mark(3, "d", "c2")]
    assert "4</a><a" in words("one", (), marks)
    assert words("one", (), marks).endswith('<a data-note="c">c1</a><a data-note="d">c2</a>')


@given(st.text("ab <&>{}\"'*", min_size=1), st.data())
def test_the_characters_survive_any_markup(text: str, data: st.DataObject) -> None:
    """Whatever nested spans a unit has, its markup is well formed and holds its text."""
    end = data.draw(st.integers(0, len(text)))
    start = data.draw(st.integers(0, end))
    inner = data.draw(st.integers(start, end))
    spans = [Span(start, end, "emphasis"), Span(inner, end, "strong"), Span(start, inner, "strong")]
    parsed = etree.fromstring(f"<p>{words(text, data.draw(st.permutations(spans)))}</p>")
    assert "".join(parsed.itertext()) == text


@given(st.text("ab <&>{}\"'*", min_size=1), st.data())
def test_highlights_cross_no_span_and_hold_their_words(text: str, data: st.DataObject) -> None:
    """What was found may begin and end anywhere; its words are marked, all and no others."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    edges = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    spans = [Span(start, end, "emphasis"), Span(start, end, "language", "fr")]
    marks = [Mark(data.draw(st.integers(0, len(text))), "n/1", "1")]
    parsed = etree.fromstring(f"<p>{words(text, spans, marks, [(edges[0], edges[1])])}</p>")
    for mark in parsed.iter("a"):
        mark.text = ""
    assert "".join(parsed.itertext()) == text
    shown = "".join("".join(one.itertext()) for one in parsed.iter("mark"))
    assert shown.split() == text[edges[0] : edges[1]].split() or shown == text[slice(*edges)]


def test_what_was_found_over_a_paragraph_break_is_marked_on_both_sides() -> None:
    """A highlight ends with its paragraph and begins again in the next one."""
    spans = [Span(6, 7, "paragraph-break")]
    first, second = paragraphs("To all In New York", spans, (), [(3, 9)])
    assert (first, second) == ("To <mark>all</mark>", "<mark>In</mark> New York")
