"""The concordance of a selection: ties, gaps and names, as read by hand in the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen import load_profile
from briefgen.selection import select
from briefgen.selection.concordance import draw_concordance

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefgen import Corpus
    from briefgen.selection.concordance import Concord, Concordance

    Draw = Callable[[str], Concordance]


@pytest.fixture
def draw(corpus: Corpus, tmp_path: Path) -> Draw:
    """Draw the concordance of a profile's contents, given as YAML."""

    def drawn(contents: str) -> Concordance:
        path = tmp_path / "mine.yaml"
        path.write_text(f"title: T\nfrom: gcm-final\ncontents:\n{contents}", encoding="utf-8")
        return draw_concordance(corpus, select(corpus, load_profile(path, search=[])))

    return drawn


def _answers(one: Concord) -> dict[str, list[str]]:
    return {
        provision.unit.label if provision.unit else "": [
            part.link.item for part in provision.counterparts
        ]
        for provision in one.provisions
    }


def test_each_action_has_the_bullets_whose_evidence_quotes_it(draw: Draw) -> None:
    """Objective 22: its portability of benefits is the one thing that the tables take up."""
    (one,) = draw("  - objectives: [22]\n").objectives
    assert _answers(one) == {
        "a": [],
        "b": ["iom-human/1/means/4"],
        "c": ["iom-human/1/means/4"],
    }
    assert [provision.unit.label for provision in one.unanswered if provision.unit] == ["a"]


def test_a_bullet_below_another_comes_with_what_it_continues(draw: Draw) -> None:
    (one,) = draw("  - objectives: [9]\n").objectives
    part = next(
        part
        for provision in one.provisions
        for part in provision.counterparts
        if part.link.item == "iom-governance/2/means/2/b"
    )
    assert [unit.id for unit in part.units] == [
        "iom-governance/2/means/2",
        "iom-governance/2/means/2/b",
    ]
    assert part.recommendation
    assert part.recommendation.id == "iom-governance/2/recommendation"
    assert {"Labour ministry", "Judicial authorities"} <= {name.name for name in part.partners}


def test_a_text_whose_actions_the_evidence_does_not_quote_claims_no_gap(draw: Draw) -> None:
    """The ties of Objective 5 quote the final text; by letter, Draft Rev 2 cannot be compared."""
    (one,) = draw("  - objectives: [5]\n    from: gcm-rev2\n").objectives
    assert not one.by_action
    assert not one.unanswered
    assert len(one.actions) == 10
    whole, *rest = one.provisions
    assert whole.unit is None
    assert whole.counterparts
    assert not any(provision.counterparts for provision in rest)


def test_what_the_profile_leaves_out_is_told(draw: Draw) -> None:
    """One action of three, and the bullet of its row; the title is always printed."""
    (one,) = draw("  - objectives: {22: [a, c]}\n").objectives
    assert [unit.id for unit in one.left_out] == ["gcm-final/22/b", "iom-human/1/means/4"]
    assert [provision.left_out for provision in one.actions] == [False, True, False]
    (whole,) = draw("  - objectives: [22]\n  - rows: related\n").objectives
    assert whole.left_out == ()


def test_the_copied_objective_has_ties_and_no_actions(draw: Draw) -> None:
    (one,) = draw("  - objectives: [20]\n").objectives
    assert one.actions == ()
    assert one.title.id == "gcm-rev2/20/title"
    assert one.remark.startswith("The supplied source repeats")
    assert {part.link.item for part in one.provisions[0].counterparts} == {
        "iom-human/1/means/3",
        "iom-human/1/means/5",
        "iom-human/1/means/6",
    }


def test_an_objective_that_the_tables_do_not_speak_of_says_so(draw: Draw) -> None:
    eight, thirteen, five = draw("  - objectives: [8, 13, 5]\n").objectives
    assert eight.remark.startswith("The tables do not speak of missing migrants")
    assert thirteen.remark.startswith("The tables do not speak of detention")
    assert five.remark == ""


def test_every_action_of_the_final_text_stands_in_the_concordance_once(draw: Draw) -> None:
    """178: the twelve of the copied objective are not among them (corpus notes)."""
    concordance = draw("  - objectives: all\n")
    assert sum(len(one.actions) for one in concordance.objectives) == 178
    assert concordance.loose == ()


def test_names_are_counted_by_objective_the_most_often_named_first(draw: Draw) -> None:
    named = {name.id: counts for name, counts in draw("  - objectives: all\n").named}
    assert named["trade-unions"] == {2: 1, 5: 1, 6: 2, 18: 1}
    totals = [sum(counts.values()) for counts in named.values()]
    assert totals == sorted(totals, reverse=True)
    assert next(iter(named)) == "stakeholders"
    assert "2030-agenda" not in named
