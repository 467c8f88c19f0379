"""A unit's words as markup: escaped, with spans as elements, no character lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefgen.compose.words import paragraphs, words
from briefgen.corpus.model import Span, Unit


def _unit(text: str, *spans: Span) -> Unit:
    return Unit("d/1/a", "d", "action", text, spans=spans)


def _mark(note: str) -> str:
    return note.rpartition("/")[2]


def test_spans_become_elements_where_they_stand() -> None:
    """Emphasis, bold, language, note marks and line breaks, each at its characters."""
    unit = _unit(
        "one two three four",
        Span(4, 7, "emphasis"),
        Span(8, 13, "language", "fr"),
        Span(13, 13, "note", "d/note/4"),
        Span(3, 4, "line-break"),
        Span(14, 18, "strong"),
    )
    assert str(words(unit, _mark)) == (
        'one<br/><em>two</em> <span lang="fr">three</span><a data-note="d/note/4">4</a>'
        " <strong>four</strong>"
    )


def test_a_note_inside_emphasis_stays_inside() -> None:
    """Elements that meet at one place nest and never cross."""
    unit = _unit("one two", Span(0, 7, "emphasis"), Span(4, 7, "strong"), Span(7, 7, "note", "n/1"))
    assert str(words(unit, _mark)) == '<em>one <strong>two</strong></em><a data-note="n/1">1</a>'


def test_a_letter_falls_into_its_paragraphs() -> None:
    """A paragraph break ends one and starts the next; line breaks stay within."""
    unit = _unit("To all In New York", Span(6, 7, "paragraph-break"), Span(9, 10, "line-break"))
    assert [str(one) for one in paragraphs(unit, _mark)] == ["To all", "In<br/>New York"]


@given(st.text("ab <&>{}\"'*", min_size=1), st.data())
def test_the_characters_survive_any_markup(text: str, data: st.DataObject) -> None:
    """Whatever nested spans a unit has, its markup is well formed and holds its text."""
    end = data.draw(st.integers(0, len(text)))
    start = data.draw(st.integers(0, end))
    inner = data.draw(st.integers(start, end))
    spans = [Span(start, end, "emphasis"), Span(inner, end, "strong"), Span(start, inner, "strong")]
    unit = _unit(text, *data.draw(st.permutations(spans)))
    parsed = etree.fromstring(f"<p>{words(unit, _mark)}</p>")
    assert "".join(parsed.itertext()) == text
