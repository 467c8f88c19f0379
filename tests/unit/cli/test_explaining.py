"""``briefgen why`` and ``build --explain``: the line of the profile, or the one that is missing."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

PROFILE = "title: T\nfrom: gcm-rev2\ncontents:\n  - objectives: {5: [a, c]}\n"


@pytest.fixture
def ask(run: Callable[..., Run]) -> Callable[..., Run]:
    """Ask about a profile in the working folder."""
    Path("mine.yaml").write_text(PROFILE, encoding="utf-8")
    return run


def test_a_chosen_unit_is_told_with_the_line_that_chose_it(ask: Callable[..., Run]) -> None:
    ended = ask("why", "mine.yaml", "gcm-rev2/5/a")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out == ("mine.yaml:4:5: gcm-rev2/5/a is chosen here\n  objectives: {5: [a, c]}\n")
    data = json.loads(ask("why", "mine.yaml", "gcm-rev2/5/a", "--json").out)
    assert (data["line"], data["entry"], data["with"]) == (4, "objectives: {5: [a, c]}", None)


def test_a_unit_that_is_not_chosen_is_no_with_the_cure(ask: Callable[..., Run]) -> None:
    ended = ask("why", "mine.yaml", "gcm-rev2/5/g")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == (
        "mine.yaml:4:21: error: gcm-rev2/5/g is not chosen: "
        "the entry takes only (a), (c) of Objective 5\n  hint: add g to its letters\n"
    )


@pytest.mark.parametrize(
    ("unit", "hint"),
    [("gcm-rev2/5/zz", "did you mean"), ("gcm-rev2/5", "such as gcm-rev2/5/title")],
)
def test_an_id_that_is_no_unit_is_unusable(ask: Callable[..., Run], unit: str, hint: str) -> None:
    ended = ask("why", "mine.yaml", unit)
    assert ended.status == 2
    assert hint in ended.err


def test_a_setting_that_chose_a_unit_is_named(ask: Callable[..., Run]) -> None:
    ended = ask(
        "why", "mine.yaml", "gcm-rev2/para/7", "--set", "contents=[{units: [gcm-rev2/para/7]}]"
    )
    assert ended.out.startswith("--set contents: gcm-rev2/para/7 is chosen here")


def test_beside_a_pack_stands_why_each_unit_is_in_it(ask: Callable[..., Run]) -> None:
    """One row a unit, as the pack prints them."""
    ended = ask("build", "mine.yaml", "--format", "csv", "--explain")
    assert ended.out.splitlines() == ["output/mine.csv", "output/mine.why.csv"]
    with Path("output/mine.why.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with Path("output/mine.csv").open(encoding="utf-8-sig", newline="") as file:
        printed = [row["unit"] for row in csv.DictReader(file)]
    assert [row["unit"] for row in rows] == printed
    assert {(row["file"], row["line"], row["entry"]) for row in rows} == {
        ("mine.yaml", "4", "objectives: {5: [a, c]}")
    }
