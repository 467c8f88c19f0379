"""Labels are read by the kind of numerals that is declared, and give ids in Latin signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.corpus.described.numerals import KINDS, Ordinal, number_id
from briefgen.corpus.described.schemes import BULLETS, read_scheme
from briefgen.yaml_reading import Unfit


@pytest.mark.parametrize(
    ("sample", "words", "signs", "part"),
    [
        ("(a)", "(c) more", "c", "c"),
        ("(a)", "(i) more", "i", "i"),
        ("(i)", "(i) more", "i", "i"),
        ("i.", "iv. more", "iv", "iv"),
        ("a.", "i. more", "i", "i"),
        ("a)", "bb) more", "bb", "bb"),
        ("A.", "C. more", "C", "c"),
        ("I.", "XIV. more", "XIV", "xiv"),
        ("1.", "12. more", "12", "12"),
        ("1.", "8 bis. more", "8 bis", "8-bis"),
        ("(1)", "(3) more", "3", "3"),
        ("١.", "١٢. more", "١٢", "12"),  # noqa: RUF001 - Arabic-Indic digits
        ({"label": "(أ)", "order": "abjad"}, "(ج) more", "ج", "c"),
        ({"label": "(أ)", "order": "hijai"}, "(ج) more", "ج", "e"),
        ({"label": "(أ)", "order": "abjad"}, "(هـ) more", "هـ", "e"),
        ("а)", "г) more", "г", "d"),  # noqa: RUF001 - Cyrillic letters
        ("•", "• more", "", "0"),
    ],
)
def test_a_label_is_read_by_its_scheme(sample: object, words: str, signs: str, part: str) -> None:
    scheme = read_scheme(sample)
    label = scheme.read(words)
    assert label
    assert (label.signs, scheme.id_part(label.place)) == (signs, part)
    assert words[label.end :].strip() == "more"


@pytest.mark.parametrize(
    ("sample", "words"),
    [
        ("(a)", "a) more"),
        ("(a)", "(ab) more"),
        ("(a)", "(a)more"),
        ("(i)", "(iiii) more"),
        ("1.", "1.5 million"),
        ("1.", "١. more"),  # noqa: RUF001 - no label of a document that counts 1, 2, 3
        ("а)", "a) more"),  # noqa: RUF001 - Cyrillic and Latin
        ("•", "•more"),
    ],
)
def test_what_only_resembles_a_label_is_none(sample: str, words: str) -> None:
    label = read_scheme(sample).read(words)
    assert label is None


@pytest.mark.parametrize("sample", ["(b)", "(أ)", "x", "", " (a)", 1, {"label": "(a)"}, {"x": 1}])
def test_a_scheme_is_declared_by_its_first_label(sample: object) -> None:
    with pytest.raises(Unfit) as caught:
        read_scheme(sample)
    assert caught.value.hint


@given(st.sampled_from(KINDS), st.integers(min_value=1, max_value=25))
def test_ids_count_on_in_every_kind(kind: object, number: int) -> None:
    """No two places of one kind have the same part of an id."""
    parts = [kind.id_part(Ordinal(one)) for one in range(1, number + 1)]  # type: ignore[attr-defined]
    assert len(set(parts)) == number


def test_a_number_is_in_the_digits_of_one_script() -> None:
    assert number_id("12") == "12"
    assert number_id("1\u0662") == ""
    assert "•" in BULLETS
