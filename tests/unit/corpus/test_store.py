"""Lookups: ids and aliases, prefixes, sections, hints, faults and ties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from briefgen.corpus import Corpus


def test_documents_come_in_the_order_of_the_catalogue(corrected: Corpus) -> None:
    assert corrected.document_ids == ("gcm-final", "gcm-rev2", "iom-human", "iom-governance")


def test_an_unknown_document_is_told_with_the_nearest(corrected: Corpus) -> None:
    with pytest.raises(UnusableInput, match="did you mean 'gcm-rev2'"):
        corrected.document("gcm-rev3")


def test_every_unit_is_found_by_its_id(corrected: Corpus) -> None:
    for name in corrected.document_ids:
        for unit in corrected.document(name).units:
            assert corrected.find(unit.id) is unit


@pytest.mark.parametrize("objective", [1, 5, 23])
def test_a_commitment_answers_to_its_paragraph_too(corrected: Corpus, objective: int) -> None:
    commitment = corrected.find(f"gcm-rev2/{objective}/commitment")
    assert commitment is not None
    assert corrected.find(f"gcm-rev2/para/{objective + 15}") is commitment
    assert corrected.under(f"gcm-rev2/para/{objective + 15}") == (commitment,)


@pytest.mark.parametrize("name", ["", "gcm-rev2", "gcm-rev2/5", "gcm-rev2/99", "nowhere/1", "/"])
def test_what_is_no_unit_is_not_found(corrected: Corpus, name: str) -> None:
    assert corrected.find(name) is None


def test_a_prefix_ends_at_a_slash(corrected: Corpus) -> None:
    assert {unit.path[1] for unit in corrected.under("gcm-rev2/2")} == {"2"}
    assert [unit.id for unit in corrected.under("iom-human/2/means")] == [
        f"iom-human/2/means/{number}" for number in range(1, 6)
    ]
    assert corrected.under("nowhere/1") == ()


def test_a_bullet_brings_its_nested_bullets(corrected: Corpus) -> None:
    ids = [unit.id for unit in corrected.under("iom-governance/2/means/1")]
    assert ids == [
        "iom-governance/2/means/1",
        *(f"iom-governance/2/means/1/{letter}" for letter in "abcde"),
    ]


def test_a_section_begins_with_the_heading_that_opens_it(corrected: Corpus) -> None:
    preamble = corrected.section("gcm-rev2", "preamble")
    assert preamble is not None
    assert [unit.id for unit in preamble] == [
        "gcm-rev2/heading/preamble",
        *(f"gcm-rev2/para/{number}" for number in range(1, 7)),
    ]
    assert corrected.section("gcm-rev2", "annex") is None


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("gcm-rev2/5/z", "gcm-rev2/5/j"),
        ("gcm-rev2/5/comitment", "gcm-rev2/5/commitment"),
        ("gcm-rev2/para/52", "gcm-rev2/para/51"),
        ("gcm-rev2/para/42/a/vi", "gcm-rev2/para/42/a/v"),
        ("gcm-rev2/principle/child", "gcm-rev2/principle/child-sensitive"),
        ("iom-human/2/means/6", "iom-human/2/means/5"),
        ("iom-humane/2", "iom-human/2"),
    ],
)
def test_a_wrong_id_is_answered_with_the_nearest(corrected: Corpus, wrong: str, right: str) -> None:
    assert corrected.nearest(wrong) == f"did you mean '{right}'?"


def test_a_number_far_beyond_the_last_is_answered_with_the_last(corrected: Corpus) -> None:
    """Whoever asks for the ninth of five does not mean the fifth."""
    assert corrected.nearest("iom-human/2/means/9") == "the last is 'iom-human/2/means/5'"


def test_the_copied_objective_is_covered_by_a_fault(corrected: Corpus) -> None:
    fault = corrected.fault("gcm-final/20/a")
    assert fault is not None
    assert fault == corrected.fault("gcm-final/20")
    assert corrected.document("gcm-final").faults == (fault,)
    title = corrected.find(fault.title)
    assert title is not None
    assert title.text.startswith("Promote faster, safer and cheaper transfer of remittances")
    assert sum(unit.kind == "action" for unit in corrected.under(fault.instead)) == 9
    assert corrected.fault("gcm-final/2/a") is None
    assert corrected.fault("gcm-rev2/20") is None


def test_ties_come_in_the_order_of_the_tables(corrected: Corpus) -> None:
    primary = corrected.related([9, 5], "primary")
    assert [
        (link.item.removeprefix("iom-governance/2/means/"), link.objective) for link in primary
    ] == [
        ("1", 5),
        *((f"1/{letter}", 5) for letter in "abcde"),
        ("2", 9),
        ("2/b", 9),
        ("2/c", 9),
    ]
    further = corrected.related([9, 5], "all")
    assert [link for link in further if link.strength == "primary"] == list(primary)
    assert {link.item for link in further if link.strength == "secondary"} == {
        "iom-governance/1/means/3",
        "iom-governance/2/means/2/a",
        "iom-governance/2/means/2/d",
    }


@pytest.mark.parametrize("objective", [8, 13])
def test_two_objectives_have_no_primary_tie(corrected: Corpus, objective: int) -> None:
    assert corrected.related([objective], "primary") == ()


def test_every_other_objective_but_one_has_a_primary_tie(corrected: Corpus) -> None:
    tied = {link.objective for link in corrected.related(range(1, 24), "primary")}
    assert set(range(1, 24)) - tied == {8, 11, 13, 16}
