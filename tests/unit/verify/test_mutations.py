"""One thing wrong in a delivered file is reported: a sample of what ``mutations.score`` counts."""

from __future__ import annotations

import pytest
from mutations.score import KINDS, Result, results, table

SAMPLE = sum(map(len, KINDS.values()))


@pytest.fixture(scope="module")
def sample() -> list[Result]:
    """One mutant of each kind, of two packs."""
    packs = (("delegation-pack", "corrected"), ("objective-handout", "clean"))
    return list(results(2 * SAMPLE, seed=1, packs=packs))


def test_every_mutant_of_the_sample_is_reported(sample: list[Result]) -> None:
    assert [one for one in sample if not one.reported] == []


def test_nearly_every_mutant_is_reported_by_its_own_unit(sample: list[Result]) -> None:
    """Words drawn over words cannot be read, so that their unit cannot be told."""
    assert sum(one.named for one in sample) >= 0.9 * len(sample)


def test_all_kinds_of_mutants_are_in_the_table(sample: list[Result]) -> None:
    shown = table(sample)
    for kinds in KINDS.values():
        for kind in kinds:
            assert f"| {kind} |" in shown
