"""What faces cover, and what is refused rather than printed wrongly."""

from __future__ import annotations

import pytest

from briefgen.writers.pdf.fonts import UnprintableError, load_face, name_of
from briefgen.writers.typefaces import face_name


def test_a_face_is_named_by_family_and_style() -> None:
    assert face_name("FiraGO", bold=False, italic=False) == "FiraGO-Regular"
    assert face_name("Noto Sans", bold=True, italic=True) == "NotoSans-BoldItalic"


@pytest.mark.parametrize("word", ["Lajčák", "Gómez", "überprüfen", "миграция", "«État»", "⁴", "½"])
def test_latin_and_cyrillic_words_need_one_face_only(word: str) -> None:
    (piece,) = load_face("FiraGO-Bold").cut(word)
    assert (piece.text, piece.face) == (word, "FiraGO-Bold")


def test_a_character_that_the_face_lacks_comes_from_another_face_in_the_middle_of_a_word() -> None:
    pieces = load_face("FiraGO-Regular").cut("a○b")
    assert [piece.text for piece in pieces] == ["a", "○", "b"]
    assert [piece.face for piece in pieces] == [
        "FiraGO-Regular",
        "CascadiaMono-Regular",
        "FiraGO-Regular",
    ]
    assert not any(piece.may_break for piece in pieces)


@pytest.mark.parametrize("character", ["\x07", "\u2028", "\ue000", "\U0001f600", "\ud800"])
def test_what_cannot_be_printed_is_refused(character: str) -> None:
    with pytest.raises(UnprintableError) as refused:
        load_face("FiraGO-Regular").cut(f"a{character}b")
    assert refused.value.character == character


@pytest.mark.parametrize("word", ["مرحبا", "שלום", "\u202eabc", "हिन्दी"])
def test_scripts_that_need_more_than_glyphs_in_a_row_are_refused(word: str) -> None:
    with pytest.raises(UnprintableError, match=r"cannot be set yet|needs shaping"):
        load_face("FiraGO-Regular").cut(word)


@pytest.mark.parametrize("digits", ["١٢٣٤", "۱۲۳", "٢٠٢٨/٤"])
def test_digits_of_any_script_are_set_from_the_left(digits: str) -> None:
    """They have no direction but the left: labels and dates of Arabic and Persian texts."""
    assert "".join(one.text for one in load_face("FiraGO-Regular").cut(digits)) == digits


def test_a_refusal_is_not_forgotten() -> None:
    face = load_face("FiraGO-Regular")
    for _ in range(2):
        with pytest.raises(UnprintableError):
            face.cut("\U0001f600")


def test_a_character_is_named_as_unicode_names_it() -> None:
    assert name_of("○") == "U+25CB WHITE CIRCLE"
    assert name_of("\x07") == "U+0007"
