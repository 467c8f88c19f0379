"""The index of actors, held against what a person read in the documents."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen.corpus.actors import Actors, load_actors
from briefgen.corpus.homes import SHIPPED
from briefgen.errors import UnusableInput
from briefgen.yaml_reading import read_yaml_file

if TYPE_CHECKING:
    from briefgen import Corpus

READ = Path(__file__).with_name("read_by_hand.yaml")
BY_HAND: dict[str, list[list[str]]] = read_yaml_file(READ).value  # type: ignore[assignment]


@pytest.fixture(scope="module")
def actors() -> Actors:
    return load_actors([SHIPPED])


@pytest.mark.parametrize("unit_id", BY_HAND)
def test_every_name_that_was_read_is_found_and_no_other(
    actors: Actors, corrected: Corpus, unit_id: str
) -> None:
    unit = corrected.find(unit_id)
    assert unit is not None
    found = [[one.name.id, one.words] for one in actors.in_unit(unit)]
    assert found == BY_HAND[unit_id]


def test_far_more_than_a_hundred_and_twenty_occurrences_were_read() -> None:
    assert sum(map(len, BY_HAND.values())) > 300


@pytest.mark.parametrize(
    ("name", "units"),
    [
        (
            "stakeholders",
            "1a 1c 1k 5a 5c 5e 5j 6d 7d 7k 8b 9f 10j 11c 13b 15f 16c 18e 18g 18l 21f 21i 23b",
        ),
        ("local-authorities", "2c 3e 5e 7k 8c 12c 14e 16f 19j 21i 23c"),
        ("private-sector", "2e 3e 5c 5e 6e 7d 18e 18f 18h 19i 19j 23d"),
        ("trade-unions", "2e 5e 6d 6i 18e"),
        ("migrant-organizations", "3e 6d 14e 16f 19j"),
        ("national-human-rights-institutions", "2c 11c 12c 15d 17d"),
        ("law-enforcement", "9c 10i 12b 17a"),
        ("civil-society", "2c 3e 12c"),
        ("child-protection-authorities", "7e 11e 12d"),
        ("international-organizations", "8b 12c 23d"),
        ("recruiters", "6c 6e 6f"),
    ],
)
def test_the_final_text_names_each_actor_in_exactly_these_actions(
    actors: Actors, corrected: Corpus, name: str, units: str
) -> None:
    document = corrected.document("gcm-final")
    found = dict.fromkeys(
        one.unit.removeprefix("gcm-final/").replace("/", "")
        for one in actors.occurrences([document])
        if one.name.id == name and not one.unit.endswith("/title")
    )
    assert list(found) == units.split()


def test_the_copied_objective_is_not_counted(actors: Actors, corrected: Corpus) -> None:
    """The actions under Objective 20 of the final text are Objective 2's, and name nobody there."""
    found = list(actors.occurrences([corrected.document("gcm-final")]))
    assert not [one for one in found if one.unit.startswith("gcm-final/20/")]


def test_a_narrower_name_counts_for_the_broader_one(actors: Actors, corrected: Corpus) -> None:
    documents = [corrected.document("iom-governance")]
    diaspora = actors.find("diaspora")
    found = Counter(one.name.id for one in actors.occurrences(documents, diaspora))
    assert found == {"diaspora-organizations": 1}


def test_every_occurrence_is_where_it_says(actors: Actors, corrected: Corpus) -> None:
    documents = [corrected.document(name) for name in corrected.document_ids]
    for one in actors.occurrences(documents):
        unit = corrected.find(one.unit)
        assert unit is not None
        assert unit.text[one.start : one.end] == one.words


@pytest.mark.parametrize("asked", ["NHRIs", "national human-rights institution", "trade unions"])
def test_an_actor_answers_to_each_of_its_names(actors: Actors, asked: str) -> None:
    assert actors.find(asked).kind == "actor"


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("trade unoins", "did you mean 'Trade unions' or 'trade union'?"),
        ("Paris Agreement", "'Paris Agreement' is listed as an instrument"),
        ("qqqq", "'briefgen list actors' shows all"),
    ],
)
def test_an_unknown_actor_is_told_with_the_nearest_names(
    actors: Actors, asked: str, hint: str
) -> None:
    with pytest.raises(UnusableInput) as caught:
        actors.find(asked)
    (fault,) = caught.value.diagnostics
    assert (fault.message, fault.hint) == (f"there is no actor '{asked}'", hint)
