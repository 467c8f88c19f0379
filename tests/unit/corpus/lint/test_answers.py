"""What people say to findings: rows that silence them, and rows that have nothing left to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_documents import findings_of, paragraphs

from briefgen.corpus.corrections import corrections_schema
from briefgen.corpus.corrections_file import read_register
from briefgen.corpus.lint.answers import Answer, load_answers, unanswered
from briefgen.corpus.lint.findings import as_yaml
from briefgen.diagnostics import Place, Severity
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Migrants in 26 countries of the the world."


def left(*answers: Answer, text: str = TEXT) -> list[tuple[Severity, str]]:
    found = unanswered(findings_of(text), [paragraphs(text)], answers)
    return [(one.severity, one.message) for one in found]


def answer(rule: str, as_is: str, unit: str = "d/para/1") -> Answer:
    return Answer(unit, rule, as_is, Place("r.yaml", 3, 5))


def test_a_row_silences_the_finding_of_its_rule_and_words_and_no_other() -> None:
    number, doubled = (message for _, message in left())
    assert [m for _, m in left(answer("stray-number", "in 26 countries"))] == [doubled]
    assert [m for _, m in left(answer("doubled-word", "the the world"))] == [number]
    assert left(answer("stray-number", "26"), answer("doubled-word", "")) == []


def test_a_doubt_silences_whatever_is_found_in_its_words() -> None:
    assert left(answer("", TEXT)) == []
    assert len(left(answer("", "in 26 countries"))) == 1
    assert len(left(answer("", "Migrants in"))) == 2


def test_a_row_for_other_words_or_another_rule_silences_nothing_and_is_told_of() -> None:
    found = left(answer("doubled-word", "in 26 countries"))
    assert len(found) == 3
    assert found[-1][0] is Severity.WARNING
    assert "finds nothing by 'doubled-word'" in found[-1][1]


def test_a_row_whose_words_or_unit_are_gone_is_an_error_with_its_place() -> None:
    gone = unanswered([], [paragraphs(TEXT)], [answer("stray-number", "in 27 countries")])
    assert [str(one).splitlines()[0] for one in gone] == [
        "r.yaml:3:5: error: 'in 27 countries' stands not in d/para/1, where it must stand once"
    ]
    strange = unanswered([], [paragraphs(TEXT)], [answer("", "26", "d/para/9")])
    assert [one.message for one in strange] == ["there is no unit 'd/para/9'"]


def test_words_that_a_correction_has_put_right_cannot_be_accepted_too() -> None:
    found = unanswered([], [paragraphs("Migrants in countries.")], [answer("stray-number", "26")])
    assert [one.severity for one in found] == [Severity.ERROR]


REGISTER = """document: d
corrections: []
doubtful:
  - unit: d/para/1
    as-is: "26"
    question: "Is it a page?"
accepted:
  - unit: d/para/1
    rule: stray-number
    as-is: "26"
    reason: "Counted."
    date: "2018-06-04"
  - unit: d/para/2
    rule: label-order
    reason: "So it was printed."
    date: "2018-06-04"
"""


def test_rows_are_read_with_their_places(tmp_path: Path) -> None:
    (tmp_path / "corrections").mkdir()
    path = tmp_path / "corrections" / "d.yaml"
    path.write_text(REGISTER, encoding="utf-8")
    assert load_answers(tmp_path, "d") == (
        Answer("d/para/1", "stray-number", "26", Place(str(path), 8, 11)),
        Answer("d/para/2", "label-order", "", Place(str(path), 13, 11)),
        Answer("d/para/1", "", "26", Place(str(path), 5, 12)),
    )
    assert load_answers(tmp_path, "e") == ()


def test_a_register_that_is_gone_is_an_error_while_its_compiled_form_is_there(
    tmp_path: Path,
) -> None:
    """Otherwise the slips that it put right would be printed, and nobody told."""
    (tmp_path / "compiled" / "corrections").mkdir(parents=True)
    (tmp_path / "compiled" / "corrections" / "d.json").write_text("{}")
    with pytest.raises(UnusableInput, match="the file is missing"):
        load_answers(tmp_path, "d")


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("rule: label-order", "rule: label-odour", "label-odour"),
        ('reason: "Counted."', 'reason: "Say here why this may stand."', "gives no reason"),
        ("rule: label-order", "rule: mended", "no finding to accept"),
        ('    date: "2018-06-04"\n  - unit', "  - unit", "date"),
        ("    rule: label-order\n", "", "rule"),
    ],
)
def test_a_malformed_row_is_an_error_with_its_place(before: str, after: str, message: str) -> None:
    assert before in REGISTER
    with pytest.raises(UnusableInput) as caught:
        read_register(REGISTER.replace(before, after, 1).encode(), "r.yaml")
    (one,) = caught.value.diagnostics
    assert message in str(one)
    assert one.place is not None
    assert one.place.line > 6


def test_a_suggested_row_fits_the_register_once_a_reason_is_given() -> None:
    for finding in findings_of(TEXT, "Ends in the"):
        suggestion = finding.suggestion("2018-06-04")
        assert suggestion is not None
        name, row = suggestion
        if name == "accepted":
            row["reason"] = 'It is "so".'
        text = f"document: d\n{name}:\n{as_yaml(row)}\n"
        assert len(read_register(text.encode(), "r.yaml")[name]) == 1


def test_the_schema_tells_of_all_three_lists_and_every_rule() -> None:
    schema = corrections_schema()
    properties = schema["properties"]
    assert isinstance(properties, dict)
    assert set(properties) == {"document", "corrections", "doubtful", "accepted"}
    rules = schema["$defs"]["AcceptedRow"]["properties"]["rule"]["enum"]  # type: ignore[index]
    assert "stray-number" in rules
