"""Words of the corpus are found in any text, whole or in part, exact or nearly so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.verify import QuoteFinder

if TYPE_CHECKING:
    from briefgen import Corpus


@pytest.fixture(scope="module")
def finder(corpus: Corpus) -> QuoteFinder:
    return QuoteFinder(corpus, ["gcm-rev2"])


def text_of(corpus: Corpus, name: str) -> str:
    unit = corpus.find(name)
    assert unit is not None
    return unit.text


def test_a_whole_unit_among_other_words_is_found_exactly(
    finder: QuoteFinder, corpus: Corpus
) -> None:
    words = text_of(corpus, "gcm-rev2/9/c")
    (quote,) = finder.find(f"We recall that the draft says: {words} We agree.")
    assert (quote.unit, quote.exact, quote.whole) == ("gcm-rev2/9/c", True, True)
    assert quote.text == words


@pytest.mark.parametrize("change", ["first", "middle", "last", "dropped", "added"])
def test_a_unit_with_a_changed_word_is_found_with_the_difference(
    change: str, finder: QuoteFinder, corpus: Corpus
) -> None:
    words = text_of(corpus, "gcm-rev2/9/c").split(" ")
    if change == "dropped":
        del words[6]
    elif change == "added":
        words.insert(6, "not")
    else:
        words[{"first": 0, "middle": len(words) // 2, "last": -1}[change]] = "otherwise"
    (quote,) = finder.find(f"Before it. {' '.join(words)} After it.")
    assert quote.unit == "gcm-rev2/9/c"
    assert not quote.exact
    assert quote.whole
    assert "[-" in quote.difference or "{+" in quote.difference


def test_a_sentence_of_a_unit_is_a_part(finder: QuoteFinder, corpus: Corpus) -> None:
    words = " ".join(text_of(corpus, "gcm-rev2/9/c").split(" ")[3:15])
    (quote,) = finder.find(f"They want to {words} and no more.")
    assert (quote.unit, quote.exact, quote.whole) == ("gcm-rev2/9/c", True, False)


def test_case_and_punctuation_hide_no_quotation_and_are_differences(
    finder: QuoteFinder, corpus: Corpus
) -> None:
    (quote,) = finder.find(text_of(corpus, "gcm-rev2/9/c").upper())
    assert quote.unit == "gcm-rev2/9/c"
    assert not quote.exact


def test_other_words_are_no_quotation(finder: QuoteFinder) -> None:
    assert finder.find("") == []
    assert (
        finder.find("Our delegation looks forward to a good round of negotiations in June.") == []
    )
    assert finder.find("with a view to") == []
