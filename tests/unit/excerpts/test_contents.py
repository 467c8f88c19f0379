"""An excerpt becomes a profile's contents: what makes a fragment intelligible, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen import shipped
from briefgen.compose.furniture import load_furniture
from briefgen.excerpts import Criteria, Wording, find_excerpt, profile_data
from briefgen.profiles import make_profile

if TYPE_CHECKING:
    from briefgen import Corpus

ENGLISH = Wording(load_furniture("en", [shipped("templates")]).strings)


def data(corpus: Corpus, criteria: Criteria, *, commitment: bool = False) -> dict[str, object]:
    found = profile_data(corpus, find_excerpt(corpus, criteria), ENGLISH, commitment=commitment)
    assert make_profile(found, "the excerpt").template == "excerpt"
    return found


def test_letters_come_below_their_chapeau_and_the_commitment_if_wanted(corpus: Corpus) -> None:
    asked = Criteria(units=("gcm-rev2/5/g", "gcm-rev2/para/42/a/ii"))
    plain = data(corpus, asked)["contents"]
    whole = data(corpus, asked, commitment=True)["contents"]
    last = ["gcm-rev2/5/g", "gcm-rev2/para/42/a/ii"]
    assert plain == [{"units": ["gcm-rev2/5/chapeau", *last]}]
    assert whole == [{"units": ["gcm-rev2/5/commitment", "gcm-rev2/5/chapeau", *last]}]


def test_rows_are_related_to_the_objectives_that_were_asked_for(corpus: Corpus) -> None:
    asked = Criteria(objectives=(22,), queries=("benefits",), documents=("iom-human",))
    assert data(corpus, asked)["contents"] == [
        {"rows": ["iom-human/1/means/4"], "related-to": [22]}
    ]


def test_an_objective_that_the_tables_do_not_speak_of_is_said_to_be_one(corpus: Corpus) -> None:
    *_, last = data(corpus, Criteria(objectives=(13,)))["contents"]  # type: ignore[misc]
    tables = ["iom-human", "iom-governance"]
    assert last == {"rows": "related", "related-to": [13], "from": tables}
    narrowed = data(corpus, Criteria(objectives=(13,), queries=("justice",)))["contents"]
    assert last not in narrowed  # type: ignore[operator]


def test_nothing_found_is_a_page_that_says_so(corpus: Corpus) -> None:
    asked = Criteria(themes=("remittances",), actors=("trade unions",), documents=("gcm-rev2",))
    found = data(corpus, asked)
    assert (found["title"], found["subtitle"]) == (
        "Remittances and Trade unions",
        "No passage; none in Draft Rev 2",
    )
    ((note,),) = [tuple(entry.values()) for entry in found["contents"]]  # type: ignore[attr-defined]
    assert note == (
        "Nothing was found for the theme Remittances and the actor Trade unions.\n\n"
        "Looked in: Draft Rev 2.\n\n"
        "Passages for each part of the question: 15 for the theme Remittances; "
        "5 for the actor Trade unions; none for all."
    )


@pytest.mark.parametrize(
    ("criteria", "words", "name"),
    [
        (
            Criteria(actors=("media", "cities")),
            "the actors Media or Cities",
            "excerpt-media-or-cities",
        ),
        (Criteria(objectives=(5, 9)), "Objectives 5 and 9", "excerpt-objectives-5-and-9"),
        (
            Criteria(queries=('"decent work"', "women")),
            "the words \u201cdecent work\u201d or “women”",
            "excerpt-decent-work-or-women",
        ),
        (Criteria(units=("gcm-rev2/5/g",)), "the unit gcm-rev2/5/g", "excerpt-gcm-rev2-5-g"),
    ],
)
def test_a_question_has_words_and_its_file_a_name(
    corpus: Corpus, criteria: Criteria, words: str, name: str
) -> None:
    found = find_excerpt(corpus, criteria)
    assert (ENGLISH.asked_for(found.answers), ENGLISH.stem(found)) == (words, name)


def test_long_questions_have_short_titles_and_names(corpus: Corpus) -> None:
    found = find_excerpt(corpus, Criteria(queries=("migration " * 39,)))
    assert len(ENGLISH.stem(found)) < 70
    assert len(str(profile_data(corpus, found, ENGLISH)["title"])) == 120


@pytest.mark.parametrize(
    ("language", "title", "summary", "nothing"),
    [
        (
            "fr",
            "Passages contenant «\u202fvisas\u202f»",
            "8 passages\xa0: 3 dans Final text\xa0; 4 dans Draft Rev 2",
            "Rien n\u2019a été trouvé pour l\u2019acteur Media et les mots «\u202fzebra\u202f».",
        ),
        ("es", "Pasajes con «visas»", "8 pasajes: 3 en Final text", "No se ha encontrado nada"),
        (
            "ru",
            "\u041e\u0442\u0440\u044b\u0432\u043a\u0438",
            "\u0412\u0441\u0435\u0433\u043e",
            "\u041d\u0438\u0447\u0435\u0433\u043e",
        ),
    ],
)
def test_an_excerpt_speaks_the_language_of_its_pack(
    corpus: Corpus, language: str, title: str, summary: str, nothing: str
) -> None:
    words = Wording(load_furniture(language, [shipped("templates")]).strings)
    found = profile_data(corpus, find_excerpt(corpus, Criteria(queries=("visas",))), words)
    assert str(found["title"]).startswith(title)
    assert str(found["subtitle"]).startswith(summary)
    asked = find_excerpt(corpus, Criteria(actors=("media",), queries=("zebra",)))
    assert words.nothing_found(asked)[0].startswith(nothing)
