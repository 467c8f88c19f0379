"""Roles of the style become looks of glyphs, inside words too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.blocks import Emphasis, Quotation, Span, Strong, Text
from briefgen.writers.pdf.looks import Looks
from briefgen.writers.pdf.runs import runs_of

if TYPE_CHECKING:
    from briefgen.styles import Style


@pytest.fixture
def looks(style: Style) -> Looks:
    return Looks(style)


def test_strong_emphasis_in_a_bold_role_is_bold_and_italic(looks: Looks) -> None:
    (run,) = runs_of((Emphasis((Strong((Text("x"),)),)),), looks.of_role("box-title"), looks)
    assert run.look.face == "FiraGO-BoldItalic"


def test_a_span_takes_from_its_role_only_what_differs_from_body(looks: Looks) -> None:
    small = looks.of_role("footnote")
    link = looks.in_role(small, "link")
    assert (link.size, link.colour) == (small.size, looks.style.role("link").colour)
    marking = looks.in_role(looks.of_role("header"), "marking")
    assert (marking.size, marking.face) == (looks.style.role("marking").size, "FiraGO-Bold")


def test_a_note_mark_is_smaller_than_its_words_and_rises(looks: Looks) -> None:
    words = looks.of_role("table")
    mark = looks.changed(words, "mark")
    assert mark.size < words.size
    assert mark.rise > 0


def test_labels_are_bold_and_coloured_as_the_role_says(looks: Looks) -> None:
    label, words = looks.of_label("list"), looks.of_role("list")
    assert (label.face, words.face) == ("FiraGO-Bold", "FiraGO-Regular")
    assert label.colour == looks.style.role("list").label_colour


def test_words_keep_the_unit_and_the_language_they_stand_in(looks: Looks) -> None:
    quoted = Quotation((Text("words "), Span((Text("mots"),), language="fr")), "gcm-rev2/5/g")
    plain, french = runs_of((quoted,), looks.of_role("body"), looks)
    assert (plain.sense.unit, plain.sense.language) == ("gcm-rev2/5/g", "")
    assert (french.sense.unit, french.sense.language) == ("gcm-rev2/5/g", "fr")
