"""Letters that join and letters that move together: as HarfBuzz has them, and read back whole."""

from __future__ import annotations

from itertools import product

import pytest
import uharfbuzz

from briefgen.writers.pdf.fonts import load_face
from briefgen.writers.pdf.kerning import LEAST
from briefgen.writers.typefaces import FILES, face_bytes

LETTERS = "AFLPTVWYabcefiklorstvwxyz.,-\u2019\u201c\u00e9\u00f1\u0416\u0410\u0422\u0443\u0433"
PAIRS = ["".join(pair) for pair in product(LETTERS, repeat=2)]
WORDS = ["offices", "efficient", "afflicted", "Trafficking", "fjord", "AVAILABLE", "Tomorrow,"]


def advance(font: uharfbuzz.Font, word: str) -> float:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, {"kern": True, "liga": True, "calt": False})
    return sum(one.x_advance for one in buffer.glyph_positions)


@pytest.mark.parametrize("name", FILES)
def test_a_word_is_as_wide_as_harfbuzz_makes_it_but_for_what_cannot_be_seen(name: str) -> None:
    face = load_face(name)
    font = uharfbuzz.Font(uharfbuzz.Face(face_bytes(name)))
    scale = 1000 / font.face.upem
    apart = {
        word: abs(face.width(word) - advance(font, word) * scale)
        for word in (*PAIRS, *WORDS)
        if all(face.covers(letter) for letter in word)
    }
    too_far = {word: by for word, by in apart.items() if by >= LEAST * (len(word) - 1)}
    assert too_far == {}


def test_letters_that_join_are_one_glyph_that_says_its_letters() -> None:
    face = load_face("FiraGO-Regular")
    glyphs = "".join(part for part in face.shape("office") if isinstance(part, str))
    assert [face.letters(ord(glyph)) for glyph in glyphs] == ["o", "ffi", "c", "e"]


def test_a_face_without_ligatures_shows_letter_by_letter() -> None:
    assert load_face("CascadiaMono-Regular").shape("office") == ("office",)
