"""The pack's own words exist in every language, and dates read as people write them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from briefgen import shipped
from briefgen.compose.furniture import Furniture, load_furniture
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from pathlib import Path

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


def test_a_file_that_lacks_words_is_filled_from_later_folders_and_from_english(
    tmp_path: Path,
) -> None:
    """Words of one's own stand; the rest is that language's, or English where nobody has it."""
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "fr.yaml").write_text("contents: Sommaire\n")
    (tmp_path / "languages" / "de.yaml").write_text("contents: Inhalt\n")
    french = load_furniture("fr", [tmp_path, *TEMPLATES])
    german = load_furniture("de", [tmp_path, *TEMPLATES])
    assert (french["contents"], french["delegation"]) == ("Sommaire", "D\u00e9l\u00e9gation")
    assert (german["contents"], german["delegation"]) == ("Inhalt", "Delegation")


def test_a_language_file_that_is_no_list_of_words_is_told_by_its_path(tmp_path: Path) -> None:
    """A number is no word, wherever it stands."""
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "fr.yaml").write_text("contents: 5\n")
    with pytest.raises(UnusableInput, match="a language file is a list"):
        load_furniture("fr", [tmp_path, *TEMPLATES])


def test_what_is_filled_in_is_never_filled_in_again() -> None:
    """A title in braces is a title; a gap that nothing is given for stays to be seen."""
    words = Furniture("en", {"stamp": "{title}, Rev. {number} of {date}"})
    assert words.fill("stamp", title="{number}", number=2) == "{number}, Rev. 2 of {date}"


def test_french_has_no_break_spaces_before_high_marks_and_inside_its_quotation_marks() -> None:
    """Wherever the words are from, a file of one's own too; quotations never pass through here."""
    furniture = load_furniture("fr", TEMPLATES)
    for key, words in furniture.strings.items():
        assert not re.search("\u00ab | [:;?!\u00bb]", words), key
    assert furniture.fill("quoted-words", words="a : b") == "\u00ab\u202fa : b\u202f\u00bb"
    assert furniture.said_of("Rev 2", "projet") == "Rev 2\u00a0: projet"
    assert furniture.listed(["a", "b"]) == "a\u00a0; b"
    assert load_furniture("en", TEMPLATES).listed(["a", "b"]) == "a; b"
