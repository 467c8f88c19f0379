"""The mark of a correction stands after its word, never inside one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.compose.marks import correction_note, correction_place
from briefgen.corpus.corrections import Row, correct
from briefgen.corpus.model import Correction, Document, Section, Source, Unit
from briefgen.diagnostics import Place

if TYPE_CHECKING:
    from briefgen import Corpus


def _corrected(text: str, as_is: str, corrected: str) -> Unit:
    unit = Unit("d/1/a", "d", "action", text)
    source, sections = Source("s.txt", "0" * 64), (Section("all", (unit,)),)
    document = Document("d", "T", "T", "2018", "input", "S.", "en", "compact", source, sections)
    slip = Correction("d/1/a", as_is, corrected, "source slip", "Seen.", "high", "2018-06-04")
    return correct(document, [Row(slip, Place("d.yaml"))]).units[0]


@pytest.mark.parametrize(
    ("text", "as_is", "corrected", "marked"),
    [
        ("training financial support", "training fin", "training, fin", "training,^ financial"),
        ("systems,including all", "systems,including", "systems, including", "systems,^ including"),
        ("the Agreement4 and", "Agreement4", "Agreement", "Agreement^ and"),
        ("in 26 countries, of", "in 26 countries", "in countries", "in countries,^ of"),
        ("on the-job training", "on the-job", "on-the-job", "on-the-job^ training"),
        ("(MICIC Guidelines),", "Guidelines),", "Guidelines).", "(MICIC Guidelines).^"),
        ("all forms discrimination", "forms disc", "forms of disc", "forms of^ discrimination"),
        ("transit and destination", "destination", "destination.", "destination.^"),
        ("26 are here", "26 are", "are", "are^ here"),
        ("Members States", "Members", "Member", "Member^ States"),
    ],
)
def test_the_mark_follows_the_word_and_its_punctuation(
    text: str, as_is: str, corrected: str, marked: str
) -> None:
    """Whatever was put in, taken out or changed."""
    unit = _corrected(text, as_is, corrected)
    place = correction_place(unit, 0)
    assert marked in f"{unit.text[:place]}^{unit.text[place:]}"
    assert correction_note(unit, 0) == "d/1/a/correction/1"


def test_no_mark_of_the_shipped_corpus_stands_inside_a_word(corpus: Corpus) -> None:
    """Before each mark stands a word or its punctuation, after it a space or nothing."""
    places = 0
    for name in corpus.document_ids:
        for unit in corpus.document(name).units:
            for index in range(len(unit.corrections)):
                place = correction_place(unit, index)
                places += 1
                assert unit.text[place - 1] != " "
                assert unit.text[place : place + 1] in {"", " "}
    assert places > 40
