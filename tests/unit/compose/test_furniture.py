"""The pack's own words exist in every language, and dates read as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen import shipped
from briefgen.compose.furniture import load_furniture
from briefgen.errors import UnusableInput

TEMPLATES = [shipped("templates")]
LANGUAGES = sorted(path.stem for path in (TEMPLATES[0] / "languages").glob("*.yaml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language: str) -> None:
    """The keys are those of English, and the places to fill in are the same."""
    english = load_furniture("en", TEMPLATES).strings
    other = load_furniture(language, TEMPLATES).strings
    assert list(other) == list(english)
    for key, words in english.items():
        assert words.count("{") == other[key].count("{"), key


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("en", "28 May 2018", "May 2018"),
        ("fr", "28 mai 2018", "mai 2018"),
        ("es", "28 de mayo de 2018", "mayo de 2018"),
        ("ru", "28 \u043c\u0430\u044f 2018\u202f\u0433.", "\u043c\u0430\u0439 2018\u202f\u0433."),
    ],
)
def test_dates_follow_the_language(language: str, day: str, month: str) -> None:
    """A day, a month or a year is printed as exactly as it is known."""
    furniture = load_furniture(language, TEMPLATES)
    assert furniture.date("2018-05-28") == day
    assert furniture.date("2018-05") == month
    assert furniture.date("2017") == "2017"


def test_spans_of_days_name_the_month_once() -> None:
    """4 to 8 June 2018; both months where they differ; one day alone."""
    furniture = load_furniture("en", TEMPLATES)
    assert furniture.dates(date(2018, 6, 4), date(2018, 6, 8)) == "4 to 8 June 2018"
    assert furniture.dates(date(2018, 5, 28), date(2018, 6, 1)) == "28 May 2018 to 1 June 2018"
    assert furniture.dates(date(2018, 6, 4), date(2018, 6, 4)) == "4 June 2018"


def test_objectives_are_listed_as_in_a_sentence() -> None:
    """One, two, and more than two."""
    furniture = load_furniture("en", TEMPLATES)
    assert furniture.objectives([5]) == "Objective 5"
    assert furniture.objectives([5, 9]) == "Objectives 5 and 9"
    assert furniture.objectives([5, 9, 10]) == "Objectives 5, 9 and 10"


def test_an_unknown_language_is_told_with_the_known_ones() -> None:
    """The message names what there is."""
    with pytest.raises(UnusableInput, match="known: en, es, fr, ru"):
        load_furniture("tlh", TEMPLATES)
