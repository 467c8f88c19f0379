"""A document written as YAML and read back is the same document, whatever its words are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.corpus.accounting import Account, account
from briefgen.corpus.anchors import anchor_end, anchor_stretch, locate
from briefgen.corpus.document_file import read_document
from briefgen.corpus.document_text import document_text
from briefgen.corpus.model import Document, Section, Source, Span, Unit
from briefgen.corpus.plain_documents import lay_down, restore
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from briefgen.corpus.readers.reading import Reading

NOTHING = Account(0, 0, ())
WORD = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("C", "Z"),
        exclude_characters="\u2028\u2029\ufeff",
    ),
    min_size=1,
    max_size=8,
).filter(lambda word: word.split() == [word])


@st.composite
def units(draw: st.DrawFn) -> Unit:
    words = draw(st.lists(WORD, min_size=1, max_size=40))
    text = " ".join(words)
    ends = [len(" ".join(words[:count])) for count in range(1, len(words) + 1)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    spans = []
    for kind in draw(st.lists(st.sampled_from(["emphasis", "strong", "language"]), unique=True)):
        first = draw(st.integers(0, len(words) - 1))
        last = draw(st.integers(first, len(words) - 1))
        value = "fr" if kind == "language" else ""
        spans.append(Span(starts[first], ends[last], kind, value))
    for number, end in enumerate(draw(st.lists(st.sampled_from(ends), unique=True, max_size=2))):
        spans.append(Span(end, end, "note", f"d/note/{number + 1}"))
    for end in draw(st.sets(st.sampled_from(ends[:-1]), max_size=3)) if len(ends) > 1 else ():
        kind = draw(st.sampled_from(["line-break", "paragraph-break"]))
        spans.append(Span(end, end + 1, kind))
    return Unit("d/x", "d", "letter", text, "a", (1, 2), tuple(sorted(spans)))


def document_of(*some: Unit) -> Document:
    return Document(
        id="d",
        title='A "title": with # marks',
        short_title="T",
        date="2018",
        status="input",
        statement="A statement: with 'quotes'.",
        language="en",
        layout="compact",
        source=Source("s.txt", "0" * 64, ("t.txt",)),
        sections=(Section("all", some),),
    )


@settings(max_examples=60, deadline=None)
@given(units())
def test_any_unit_survives_its_file_and_its_compiled_form(unit: Unit) -> None:
    document = document_of(unit)
    text = document_text(document, NOTHING, ())
    assert read_document(text.encode(), "d.yaml") == document
    assert restore(lay_down(document)) == document


def test_the_shipped_documents_survive_their_files(
    readings: dict[str, tuple[Document, Reading]],
) -> None:
    for document, reading in readings.values():
        balance, _ = account(reading, document)
        text = document_text(document, balance, reading.repairs)
        assert read_document(text.encode(), "d.yaml") == document


@given(st.lists(st.sampled_from(["a", "b", "ab"]), min_size=1, max_size=12), st.data())
def test_an_anchor_finds_its_own_place_however_often_its_words_occur(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    ends = [len(" ".join(words[:count])) for count in range(1, len(words) + 1)]
    end = data.draw(st.sampled_from(ends))
    tail, nth = anchor_end(text, end)
    assert locate(text, tail, nth) == end - len(tail)
    stretch, nth = anchor_stretch(text, 0, end)
    assert locate(text, stretch, nth) == 0


def test_an_anchor_without_nth_must_occur_once() -> None:
    assert locate("one two one", "one") is None
    assert locate("one two one", "one", 2) == 8
    assert locate("one two one", "one", 3) is None
    assert locate("one two one", "two") == 4
    assert locate("one", "") is None


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('after: "the words"', 'after: "the word s"', "'the word s' does not stand exactly once"),
        ("id: d/x", "id: e/x", "'e/x' is not of d"),
        ("kind: action", "kind: action\n        colour: red", "unknown key 'colour'"),
        ("lines: [1, 2]", "lines: [1, two]", "expected a whole number, found text"),
        ("status: input", "status: agreed", "'agreed' is not one of the choices"),
    ],
)
def test_a_document_edited_badly_is_told_with_its_place(
    before: str, after: str, message: str
) -> None:
    marked = Unit("d/x", "d", "action", "the words", "a", (1, 2), (Span(9, 9, "note", "d/note/1"),))
    text = document_text(document_of(marked), NOTHING, ())
    assert before in text
    with pytest.raises(UnusableInput) as caught:
        read_document(text.replace(before, after, 1).encode(), "d.yaml")
    (fault,) = caught.value.diagnostics
    assert message in fault.message
    assert fault.place is not None
    assert fault.place.line > 1


def test_an_id_given_twice_is_told_at_both_places() -> None:
    unit = Unit("d/x", "d", "action", "words", "a", (1, 1))
    text = document_text(document_of(unit, unit), NOTHING, ())
    with pytest.raises(UnusableInput) as caught:
        read_document(text.encode(), "d.yaml")
    assert [one.message for one in caught.value.diagnostics] == ["'d/x' is given twice"] * 2
