"""Names in running text: whole words, the longest first, exceptions kept out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.corpus.actors.cells import split_cell
from briefgen.corpus.actors.matching import Matcher
from briefgen.corpus.actors.model import Name

NAMES = (
    Name("cities", "City", "actor", ("cities",)),
    Name("who", "World Health Organization", "body", ("WHO",)),
    Name("framework", "WHO Framework", "instrument", ()),
    Name("media", "Media", "actor", (), ("social media",)),
    Name("employers", "Employers", "actor", ("employer",)),
    Name("employers-organizations", "Employers' organizations", "actor", ()),
    Name("migrants", "Migrant organizations", "actor", ("migrant and diaspora groups",)),
    Name("diaspora", "Diaspora groups", "actor", ("migrant and diaspora groups",)),
    Name("forum", "Forum on Remittances, Investment and Development", "body", ()),
    Name("untoc", "Convention", "instrument", ("Convention (UNTOC)",)),
)
MATCHER = Matcher(NAMES)


def _found(text: str) -> list[tuple[str, str]]:
    return [(one.name, text[one.start : one.end]) for one in MATCHER.mentions(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("capacity and felicity", []),
        ("The city's CITIES", [("cities", "city"), ("cities", "CITIES")]),
        ("those who", []),
        ("the WHO's Framework", [("who", "WHO")]),
        ("the WHO Framework", [("who", "WHO"), ("framework", "WHO Framework")]),
        ("social-media and média", [("media", "média")]),
        (
            "employers\u2019 organizations",
            [("employers-organizations", "employers\u2019 organizations")],
        ),
        ("employers, organizations", [("employers", "employers")]),
        (
            "migrant and diaspora groups",
            [
                ("diaspora", "migrant and diaspora groups"),
                ("migrants", "migrant and diaspora groups"),
            ],
        ),
        ("migrant-organizations", [("migrants", "migrant-organizations")]),
        (
            "Forum on Remittances, Investment and Development",
            [("forum", "Forum on Remittances, Investment and Development")],
        ),
        ("Forum on Remittances Investment and Development", []),
        ("the Convention (UNTOC).", [("untoc", "Convention (UNTOC)")]),
        ("the Convention (as it stands)", [("untoc", "Convention")]),
        ("", []),
    ],
)
def test_names_are_found_as_whole_words(text: str, found: list[tuple[str, str]]) -> None:
    assert _found(text) == found


@given(st.text())
def test_any_text_is_searched_without_fault(text: str) -> None:
    """Mentions lie in the text, hold words, and come in order."""
    mentions = MATCHER.mentions(f"{text} employers {text}")
    assert all(one.start < one.end <= 2 * len(text) + 11 for one in mentions)
    assert mentions == sorted(mentions)
    assert any(one.name.startswith("employers") for one in mentions)


@pytest.mark.parametrize(
    ("cell", "pieces"),
    [
        (
            "Cities; engagement with employers, migrant and diaspora groups and the media.",
            ["Cities", "employers", "migrant and diaspora groups", "media"],
        ),
        (
            "The media, especially cities, such as employers",
            ["The media", "cities", "employers"],
        ),
        ("", []),
    ],
)
def test_a_cell_is_taken_apart_without_breaking_a_name(cell: str, pieces: list[str]) -> None:
    found = split_cell(cell, MATCHER.mentions(cell))
    assert [cell[one.start : one.end] for one in found] == pieces
    assert all(one.names for one in found)


def test_what_is_no_name_stays_a_piece_of_its_own() -> None:
    cell = "employers, fishers and cities"
    found = split_cell(cell, MATCHER.mentions(cell))
    assert [(cell[one.start : one.end], one.names) for one in found] == [
        ("employers", ("employers",)),
        ("fishers", ()),
        ("cities", ("cities",)),
    ]
