"""Every unit of a pack has the line that chose it; one that is not in it, a line that would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen import load_profile
from briefgen.selection import explain, select, why_not

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefgen import Corpus, Profile

    Load = Callable[[str], Profile]

CONTENTS = """\
- objectives: {5: [a, c], 9: all}
- objectives: [10]
  parts: [commitment]
- rows: related
  columns: [recommendation, means]
  bullets: related
- units: [gcm-rev2/para/42/a/ii, gcm-rev2/para/2]
"""


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Load a profile by its contents; they begin on the fourth line."""

    def loaded(contents: str) -> Profile:
        path = tmp_path / "mine.yaml"
        path.write_text(f"title: T\nfrom: gcm-rev2\ncontents:\n{contents}", encoding="utf-8")
        return load_profile(path, search=[])

    return loaded


def test_each_unit_has_the_line_of_the_entry_that_chose_it(corpus: Corpus, load: Load) -> None:
    """A footnote has the paragraph that calls it, a head of a column the row below it."""
    reasons = {one.unit.id: one for one in explain(corpus, select(corpus, load(CONTENTS)))}
    told = {
        unit: (reasons[unit].place.line, reasons[unit].through)
        for unit in (
            "gcm-rev2/5/a",
            "gcm-rev2/10/commitment",
            "iom-governance/head/means",
            "iom-governance/2/means/1/a",
            "gcm-rev2/para/42/a",
            "gcm-rev2/note/1",
        )
    }
    assert told == {
        "gcm-rev2/5/a": (4, ""),
        "gcm-rev2/10/commitment": (5, ""),
        "iom-governance/head/means": (7, "iom-governance/2"),
        "iom-governance/2/means/1/a": (7, ""),
        "gcm-rev2/para/42/a": (10, ""),
        "gcm-rev2/note/1": (10, "gcm-rev2/para/2"),
    }
    assert not [unit for unit in reasons if "/partnerships" in unit]  # a column not asked for


@pytest.mark.parametrize(
    ("unit_id", "why", "cure", "line"),
    [
        ("gcm-rev2/5/g", "takes only (a), (c) of Objective 5", "add g to its letters", 4),
        ("gcm-rev2/10/a", "takes only commitment of Objective 10", "add actions to its parts", 6),
        (
            "gcm-rev2/11/b",
            "no entry asks for Objective 11 of gcm-rev2",
            "add '- {objectives: {11: [b]}, from: gcm-rev2}'",
            0,
        ),
        ("gcm-rev2/note/4", "gcm-rev2/2/a is not chosen", "add '- {units: [gcm-rev2/2/a]}'", 0),
        ("gcm-rev2/para/7", "its section, 'vision'", "add '- {units: [gcm-rev2/para/7]}'", 0),
        (
            "iom-governance/2/partnerships",
            "takes only the columns recommendation, means",
            "add partnerships to its columns",
            8,
        ),
        (
            "iom-governance/1/means/4",
            "the crosswalk ties it to Objectives 2, 19, 23",
            "add '- {rows: [iom-governance/1/means/4]}'",
            0,
        ),
        ("gcm-final/20/a", "its words are faulty and never printed", "'draft: true'", 0),
    ],
)
def test_what_is_not_chosen_is_told_why_and_what_would_choose_it(
    corpus: Corpus, load: Load, unit_id: str, why: str, cure: str, line: int
) -> None:
    unit = corpus.find(unit_id)
    assert unit
    absent = why_not(corpus, load(CONTENTS), unit)
    assert why in absent.why
    assert absent.cure.startswith(cure)
    assert (absent.place.line if absent.place else 0) == line


def test_ties_that_only_touch_an_objective_are_told_from_bullets_that_do_not(
    corpus: Corpus, load: Load
) -> None:
    secondary = corpus.find("iom-human/1/means/3")
    assert secondary
    touched = why_not(corpus, load("- rows: related\n  related-to: [20]\n"), secondary)
    assert touched.why == "it touches on Objective 20 without being mainly about it"
    assert touched.cure == "add 'links: all' to the entry"


def test_the_line_that_is_proposed_brings_the_unit_in(corpus: Corpus, load: Load) -> None:
    """For units of every kind of every document, from a profile that chooses nothing of them."""
    nothing = load("- note: words\n")
    kinds: dict[tuple[str, str], int] = {}
    for document in map(corpus.document, corpus.document_ids):
        for unit in document.units:
            seen = kinds[unit.document, unit.kind] = kinds.get((unit.document, unit.kind), 0) + 1
            if seen % 9 != 1 or corpus.fault(unit.id):
                continue
            line = why_not(corpus, nothing, unit).cure.removeprefix("add '").removesuffix("'")
            chosen = explain(corpus, select(corpus, load(f"{line}\n")))
            assert unit.id in [one.unit.id for one in chosen], line
    assert len(kinds) == 23
