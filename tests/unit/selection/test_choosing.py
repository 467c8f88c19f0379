"""A profile's contents become parts, in order, with the reason for each unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen import load_profile
from briefgen.errors import UnusableInput
from briefgen.selection import (
    NoRowsPart,
    ObjectiveChoice,
    OwnPart,
    Selection,
    TablePart,
    TextPart,
    select,
    weak_ties,
)
from briefgen.selection.choosing import units_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefgen import Corpus

    Choose = Callable[[str], Selection]


@pytest.fixture
def choose(corpus: Corpus, tmp_path: Path) -> Choose:
    """Select by the contents of a profile, given as YAML."""

    def chosen(contents: str) -> Selection:
        path = tmp_path / "mine.yaml"
        path.write_text(f"title: T\nfrom: gcm-rev2\ncontents:\n{contents}", encoding="utf-8")
        return select(corpus, load_profile(path, search=[]))

    return chosen


def _ids(selection: Selection) -> list[str]:
    return [unit.id for part in selection.parts for unit in units_of(part)]


def test_objectives_come_in_the_order_of_the_profile(choose: Choose) -> None:
    """Lists and ranges keep the author's order."""
    (part,) = choose("- objectives: [10, 2-3]\n").parts
    assert isinstance(part, TextPart)
    assert [item.number for item in part.items if isinstance(item, ObjectiveChoice)] == [10, 2, 3]


def test_parts_and_letters_narrow_an_objective(choose: Choose) -> None:
    """Only the letters asked for, and the title always."""
    found = _ids(choose("- objectives: {23: [a, c-e]}\n  parts: [actions]\n"))
    assert found == [f"gcm-rev2/23/{one}" for one in ("title", "a", "c", "d", "e")]


def test_single_units_come_with_what_makes_them_intelligible(choose: Choose) -> None:
    """A letter under its objective's title, a sub-item under its paragraph."""
    found = _ids(choose("- units: [gcm-rev2/5/g, gcm-rev2/para/42/a/ii]\n"))
    assert found == [
        "gcm-rev2/5/title",
        "gcm-rev2/5/g",
        "gcm-rev2/para/42",
        "gcm-rev2/para/42/a",
        "gcm-rev2/para/42/a/ii",
    ]


def test_a_paragraph_number_finds_the_commitment(choose: Choose) -> None:
    """gcm-rev2/para/20 is the commitment of Objective 5."""
    assert _ids(choose("- units: [gcm-rev2/para/20]\n")) == [
        "gcm-rev2/5/title",
        "gcm-rev2/5/commitment",
    ]


def test_a_whole_objective_may_be_named_as_a_unit(choose: Choose) -> None:
    """An id above units stands for all of them."""
    found = _ids(choose("- units: [gcm-rev2/22]\n"))
    assert found == [
        f"gcm-rev2/22/{one}" for one in ("title", "commitment", "chapeau", "a", "b", "c", "d")
    ]


def test_a_bullet_brings_its_row_along(choose: Choose) -> None:
    """Recommendation, parent bullet and partners stay with a nested bullet."""
    (part,) = choose("- rows: [iom-governance/2/means/1/d]\n").parts
    assert isinstance(part, TablePart)
    (row,) = part.rows
    assert row.recommendation
    assert [unit.id for unit in row.means] == [
        "iom-governance/2/means/1",
        "iom-governance/2/means/1/d",
    ]
    assert [unit.id for unit in row.partnerships] == ["iom-governance/2/partnerships"]


def test_a_partnership_cell_comes_without_bullets(choose: Choose) -> None:
    """The cell asked for, beside the recommendation that it belongs to."""
    found = _ids(choose("- rows: [iom-human/2/partnerships]\n"))
    assert found == ["iom-human/2/recommendation", "iom-human/2/partnerships"]


def test_related_rows_follow_the_objectives_above(choose: Choose) -> None:
    """The crosswalk ties rows to objectives; only those above the entry count."""
    selection = choose("- objectives: [9]\n- rows: related\n- objectives: [1]\n")
    tables = [part for part in selection.parts if isinstance(part, TablePart)]
    assert [row.id for table in tables for row in table.rows] == ["iom-governance/2"]
    assert tables[0].objectives == (9,)


def test_related_bullets_may_stand_without_the_rest_of_their_row(choose: Choose) -> None:
    """With bullets: related, only what the crosswalk names is chosen."""
    (_, part) = choose("- objectives: [4]\n- rows: related\n  bullets: related\n").parts
    assert isinstance(part, TablePart)
    assert [unit.id for unit in part.rows[0].means] == ["iom-governance/3/means/5"]


def test_objectives_without_a_row_are_named(choose: Choose) -> None:
    """Nothing is left out in silence: Objectives 8 and 13 have no IOM row."""
    (_, part) = choose("- objectives: [8, 13]\n- rows: related\n").parts
    assert isinstance(part, NoRowsPart)
    assert part.objectives == (8, 13)
    assert {number: one.split(";")[0] for number, one in part.remarks.items()} == {
        8: "The tables do not speak of missing migrants",
        13: "The tables do not speak of detention",
    }
    assert part.tables == ()


def test_own_words_keep_their_place(choose: Choose) -> None:
    """A note with heading and points is a part like others."""
    (part,) = choose("- heading: H\n  note: words\n  points: [p]\n").parts
    assert part == OwnPart("H", ("words",), ("p",))


def test_the_faulty_objective_gives_none_of_its_words(choose: Choose) -> None:
    """Objective 20 of the final text: Rev 2's title, and Rev 2's actions only if asked for."""
    without = _ids(choose("- objectives: [20]\n  from: gcm-final\n"))
    assert without == ["gcm-rev2/20/title"]
    asked = _ids(choose("- objectives: [20]\n  from: gcm-final\n  draft: true\n"))
    assert "gcm-rev2/20/i" in asked
    single = _ids(choose("- units: [gcm-final/20/a]\n"))
    assert single == ["gcm-rev2/20/title"]
    whole = _ids(choose("- section: objectives\n  from: gcm-final\n"))
    assert not [one for one in whole if one.startswith("gcm-final/20")]


def test_each_unit_knows_the_line_that_chose_it(choose: Choose) -> None:
    """The reason is a place in the profile."""
    reasons = choose("- objectives: [1]\n- objectives: [2]\n").reasons
    assert reasons["gcm-rev2/1/a"].line == 4
    assert reasons["gcm-rev2/2/a"].line == 5


def test_every_unknown_thing_is_told_at_once(choose: Choose) -> None:
    """Objective, letter, section, unit, row and document, each with place and cure."""
    with pytest.raises(UnusableInput) as caught:
        choose(
            "- objectives: [24]\n"
            "- objectives: {9: [z]}\n"
            "- section: preambel\n"
            "- units: [gcm-rev2/5/zz, gcm-rev3/5]\n"
            "- rows: [iom-human/9, gcm-rev2/5/a]\n"
            "- objectives: [1]\n  from: gcm-rev9\n"
        )
    told = [str(one).split("mine.yaml:")[1] for one in caught.value.diagnostics]
    assert [one.split(":")[0] for one in told] == ["4", "5", "6", "7", "7", "8", "8", "10"]
    text = "\n".join(told)
    for expected in (
        "gcm-rev2 has no Objective 24\n  hint: it has Objectives 1 to 23",
        "Objective 9 of gcm-rev2 has no (z)\n  hint: its letters are (a) to (g)",
        "gcm-rev2 has no section 'preambel'\n  hint: did you mean 'preamble'?",
        "the corpus has no unit 'gcm-rev2/5/zz'",
        "the corpus has no unit 'gcm-rev3/5'",
        "the corpus has no unit 'iom-human/9'",
        "'gcm-rev2/5/a' is not in a table",
        "the corpus has no document 'gcm-rev9'\n  hint: did you mean 'gcm-rev2'?",
    ):
        assert expected in text


def test_related_without_objectives_above_is_an_error(choose: Choose) -> None:
    """The entry would choose nothing; the hint says where to put it."""
    with pytest.raises(UnusableInput, match="no objectives above it"):
        choose("- rows: related\n")


def test_rows_may_be_related_to_objectives_that_are_named(choose: Choose) -> None:
    """What stands above does not count then; an objective without rows is told of."""
    above, table, bare = choose(
        "- objectives: [5]\n- rows: related\n  related-to: [18, 13]\n  from: iom-human\n"
    ).parts
    assert isinstance(above, TextPart)
    assert isinstance(table, TablePart)
    assert (table.objectives, [row.id for row in table.rows]) == ((18, 13), ["iom-human/1"])
    assert isinstance(bare, NoRowsPart)
    assert (bare.objectives, list(bare.remarks)) == ((13,), [13])
    assert "The tables do not speak of detention" in bare.remarks[13]
    assert [table.id for table in bare.tables] == ["iom-human"]


def test_ties_of_low_confidence_are_known_by_the_unit_they_stand_at(choose: Choose) -> None:
    """A bullet that is weakly tied to an objective asked for, and to no other."""
    (tied,) = choose("- rows: [iom-human/1]\n  related-to: [2, 18]\n").parts
    (named,) = choose("- rows: [iom-human/1]\n").parts
    assert isinstance(tied, TablePart)
    assert isinstance(named, TablePart)
    assert [weak_ties(row) for row in tied.rows] == [{"iom-human/1/means/8": (2,)}]
    assert [weak_ties(row) for row in named.rows] == [{}]


def test_related_to_means_nothing_where_all_rows_are_asked_for(choose: Choose) -> None:
    with pytest.raises(UnusableInput, match="'related-to' means nothing here"):
        choose("- rows: all\n  related-to: [5]\n")
