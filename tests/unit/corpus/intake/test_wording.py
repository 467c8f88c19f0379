"""The pieces of a passage make one text, and what held for a piece holds for its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.corpus.intake.wording import Wording
from briefgen.corpus.model import Span

_PIECES = st.lists(
    st.tuples(st.text("ab \t\n", max_size=6), st.booleans(), st.booleans()), max_size=8
)


def test_a_note_stands_after_the_word_before_it() -> None:
    wording = Wording()
    wording.add("Agenda ")
    wording.call_note("n")
    wording.add(" 2030")
    assert wording.folded() == ("Agenda 2030", (Span(6, 6, "note", "n"),))


def test_a_break_at_either_end_is_none() -> None:
    wording = Wording()
    wording.break_line()
    wording.add("word")
    wording.break_line()
    assert wording.folded() == ("word", ())


@given(_PIECES)
def test_text_is_the_words_and_each_letter_keeps_what_held_for_it(
    pieces: list[tuple[str, bool, bool]],
) -> None:
    wording = Wording()
    for text, strong, breaks in pieces:
        wording.add(text, [("strong", "")] if strong else [])
        if breaks:
            wording.break_line()
    raw = "".join(text + " " * breaks for text, _, breaks in pieces)
    text, spans = wording.folded()
    assert text == " ".join(raw.split())
    expected = [strong for piece, strong, _ in pieces for one in piece if one in "ab"]
    held = [
        any(span.kind == "strong" and span.start <= at < span.end for span in spans)
        for at, one in enumerate(text)
        if one != " "
    ]
    assert held == expected
    assert all(text[one.start : one.end] == " " for one in spans if one.kind == "line-break")
