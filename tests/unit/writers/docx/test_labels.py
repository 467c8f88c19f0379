"""Which labels Word can count, and that it then prints them exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit.writers.docx.docx_reading import numeral

from briefgen.writers.docx.labels import LabelRun, Scheme, label_runs, readings


def printed(runs: tuple[LabelRun, ...], labels: list[str]) -> list[str]:
    """Print each item by its run; a run without a scheme prints its labels as words."""
    found: list[str] = []
    for run in runs:
        assert run.start == len(found)
        for step in range(run.count):
            if run.scheme is None:
                found.append(labels[run.start + step])
            else:
                number = numeral(run.scheme.numeral, run.value + step)
                found.append(f"{run.scheme.before}{number}{run.scheme.after}")
    return found


LABELS = st.one_of(
    st.sampled_from(["(a)", "(i)", "(v)", "(ii)", "(aa)", "24.", "a)", "1.", "(1)", "I", "Place"]),
    st.from_regex(r"\(?([a-z]{1,4}|[IVXLC]{1,5}|[0-9]{1,5})[).]?", fullmatch=True),
    st.text(max_size=6),
)


@given(st.lists(LABELS, max_size=12), st.booleans())
def test_whatever_the_labels_are_each_is_printed_as_it_is(labels: list[str], inside: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    assert printed(label_runs(labels, inside_letters=inside), labels) == labels


@given(st.integers(1, 52), st.sampled_from(["lowerLetter", "upperLetter", "lowerRoman", "decimal"]))
def test_a_list_that_counts_on_is_one_run(count: int, kind: str) -> None:
    labels = [f"({numeral(kind, value)})" for value in range(1, count + 1)]
    assert len(label_runs(labels)) == 1


def test_a_letter_left_out_starts_a_new_run_in_the_same_scheme() -> None:
    letters = Scheme("lowerLetter", "(", ")")
    assert label_runs(["(a)", "(c)", "(d)", "(f)"]) == (
        LabelRun(0, 1, letters, 1),
        LabelRun(1, 2, letters, 3),
        LabelRun(3, 1, letters, 6),
    )


@pytest.mark.parametrize(
    ("labels", "inside", "kind"),
    [
        (["(h)", "(i)", "(j)"], False, "lowerLetter"),
        (["(i)", "(ii)"], False, "lowerRoman"),
        (["(i)"], False, "lowerLetter"),
        (["(i)"], True, "lowerRoman"),
        (["(c)"], True, "lowerLetter"),
        (["(ii)"], False, "lowerRoman"),
        (["IV."], True, "upperRoman"),
    ],
)
def test_i_is_a_letter_or_a_numeral_by_its_neighbours_and_its_place(
    labels: list[str],
    inside: bool,  # noqa: FBT001 - a column of the cases
    kind: str,
) -> None:
    (run,) = label_runs(labels, inside_letters=inside)
    assert run.scheme is not None
    assert run.scheme.numeral == kind


@pytest.mark.parametrize("label", ["Delegation", "Pack of", "", "01.", "(A.1)", "iiii", "42 bis"])
def test_a_name_is_no_number(label: str) -> None:
    assert readings(label) == {}
    assert label_runs([label]) == (LabelRun(0, 1),)
