"""The register of corrections: applied exactly, shown in the unit, and refused where it is off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.corpus.corrections import Row, correct, corrections_schema, load_corrections
from briefgen.corpus.corrections_file import read_register
from briefgen.corpus.homes import SHIPPED
from briefgen.corpus.model import Correction, Document, Section, Source, Span, Unit
from briefgen.diagnostics import Place
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from briefgen.corpus import Corpus


def document_of(text: str, *spans: Span) -> Document:
    unit = Unit("d/x", "d", "action", text, "x", (1, 1), tuple(sorted(spans)))
    return Document(
        id="d",
        title="T",
        short_title="T",
        date="2018",
        status="input",
        statement="S.",
        language="en",
        layout="compact",
        source=Source("s.txt", "0" * 64),
        sections=(Section("all", (unit,)),),
    )


def row(as_is: str, corrected: str, line: int = 1, unit: str = "d/x") -> Row:
    slip = Correction(unit, as_is, corrected, "source slip", "Seen.", "high", "2018-06-04")
    return Row(slip, Place("d.yaml", line, 5))


def corrected_unit(document: Document, *rows: Row) -> Unit:
    (unit,) = correct(document, rows).units
    return unit


def test_rows_are_applied_wherever_they_stand_and_told_in_the_unit() -> None:
    late, early = row("three four", "three, four"), row("one  two".replace("  ", " "), "one, two")
    unit = corrected_unit(document_of("one two three four"), late, early)
    assert unit.text == "one, two three, four"
    assert unit.corrections == (early.correction, late.correction)


def test_a_unit_tells_where_each_correction_changed_its_characters() -> None:
    rows = [row("one two", "one, two"), row("three4", "three"), row("six", "seven")]
    unit = corrected_unit(document_of("one two three4 five six"), *rows)
    assert unit.text == "one, two three five seven"
    assert [unit.text[start:end] for start, end in unit.corrected_at] == [",", "", "even"]
    assert unit.corrected_at == ((3, 4), (14, 14), (21, 25))


def test_a_document_without_rows_is_itself() -> None:
    document = document_of("one two")
    assert correct(document, ()) == document


@pytest.mark.parametrize(
    ("as_is", "corrected", "before", "after"),
    [
        ("two", "twofold", Span(8, 13, "emphasis"), "three"),
        ("three", "3", Span(4, 7, "emphasis"), "two"),
        ("two", "twofold", Span(4, 13, "emphasis"), "twofold three"),
        ("two three", "two, three", Span(0, 7, "emphasis"), "one two"),
        ("three", "third", Span(8, 13, "emphasis"), "third"),
    ],
)
def test_spans_stay_on_their_words(as_is: str, corrected: str, before: Span, after: str) -> None:
    unit = corrected_unit(document_of("one two three", before), row(as_is, corrected))
    (span,) = unit.spans
    assert unit.text[span.start : span.end] == after


def test_a_note_mark_stays_behind_its_word() -> None:
    text = "the Paris Agreement and the rest"
    mark = Span(19, 19, "note", "d/note/1")
    for as_is, corrected in (
        ("the Paris", "that Paris"),
        ("Agreement and", "Agreement, and"),
        ("rest", "remainder"),
        ("Agreement", "Accord"),
    ):
        unit = corrected_unit(document_of(text, mark), row(as_is, corrected))
        assert unit.text[: unit.spans[0].start].split()[-1] in ("Agreement", "Accord")


@given(st.lists(st.sampled_from(["a", "bb", "c,d"]), min_size=1, max_size=8), st.data())
def test_undoing_a_correction_gives_the_source_again(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    at = data.draw(st.integers(0, len(words) - 1))
    marked = " ".join([*words[:at], f"<{words[at]}>", *words[at + 1 :]])
    as_is = f"<{words[at]}>"
    unit = corrected_unit(document_of(marked), row(as_is, words[at]))
    assert unit.text == text
    assert corrected_unit(document_of(unit.text), row(text, marked)).text == marked


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([row("four", "five", 3)], "'four' stands not in d/x"),
        ([row("o", "0", 3)], "'o' stands 2 times in d/x"),
        ([row("one", "1", 3, "d/y")], "there is no unit 'd/y'"),
        ([row("one two", "1"), row("two", "2", 3)], "a second change of the same words of d/x"),
        ([row("one", "1"), row("one", "2", 3)], "a second change of the same words of d/x"),
    ],
)
def test_a_row_that_does_not_fit_is_an_error_at_its_place(rows: list[Row], message: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        correct(document_of("one two"), rows)
    (fault,) = caught.value.diagnostics
    assert message in fault.message
    assert fault.place == Place("d.yaml", 3, 5)


def test_all_rows_that_do_not_fit_are_told_at_once() -> None:
    rows = [row("x", "y", 9), row("z", "y", 4), row("one", "1", 6, "d/z")]
    with pytest.raises(UnusableInput) as caught:
        correct(document_of("one two"), rows)
    assert [fault.place.line for fault in caught.value.diagnostics if fault.place] == [4, 6, 9]


def test_a_register_edited_badly_is_told_with_its_place() -> None:
    good = (SHIPPED / "corrections" / "iom-governance.yaml").read_text(encoding="utf-8")
    for before, after, message in (
        ("class: source slip", "class: typo", "'typo' is not one of the choices"),
        ("as-is:", "as was:", "unknown key 'as was'"),
        ("    confidence: high\n", "", "the key 'confidence' is missing"),
    ):
        assert before in good
        with pytest.raises(UnusableInput) as caught:
            read_register(good.replace(before, after, 1).encode(), "r.yaml")
        assert any(message in fault.message for fault in caught.value.diagnostics)
        assert all(fault.place and fault.place.line > 1 for fault in caught.value.diagnostics)


def test_the_schema_knows_the_keys_as_they_are_written() -> None:
    rows = corrections_schema()["$defs"]["CorrectionRow"]  # type: ignore[index]
    assert {"unit", "as-is", "corrected", "class", "evidence"} <= set(rows["properties"])


def test_each_shipped_row_is_applied_once_and_in_no_verbatim_text(
    verbatim: Corpus, corrected: Corpus
) -> None:
    count = 0
    for name in corrected.document_ids:
        for correction in (one.correction for one in load_corrections(SHIPPED, name)):
            count += 1
            before, after = verbatim.find(correction.unit), corrected.find(correction.unit)
            assert before is not None
            assert after is not None
            assert before.text.count(correction.as_is) == 1
            assert before.corrections == ()
            assert correction in after.corrections
            assert correction.corrected in after.text
    assert count == sum(
        len(unit.corrections)
        for name in corrected.document_ids
        for unit in corrected.document(name).units
    )
    assert count > 40


def test_units_without_a_row_are_the_source_word_for_word(
    verbatim: Corpus, corrected: Corpus
) -> None:
    for name in corrected.document_ids:
        pairs = zip(corrected.document(name).units, verbatim.document(name).units, strict=True)
        for after, before in pairs:
            assert replace(after, corrections=()) == before or after.corrections


SLIP = re.compile(r"[a-z],[a-z]|[a-z]\d|\b26 countries|Institutionst|Organised|Members States")


def test_no_known_slip_is_left_in_corrected_text(verbatim: Corpus, corrected: Corpus) -> None:
    def slips(corpus: Corpus) -> list[str]:
        units = [unit for name in corpus.document_ids for unit in corpus.document(name).units]
        return [unit.id for unit in units if SLIP.search(unit.text) and not corpus.fault(unit.id)]

    assert len(slips(verbatim)) > 8
    assert slips(corrected) == []
