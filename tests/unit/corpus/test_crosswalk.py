"""The crosswalk's file: each row one tie, with its reasons, and every fault at its place."""

from __future__ import annotations

import pytest

from briefgen import Corpus
from briefgen.corpus.crosswalk_file import read_crosswalk
from briefgen.errors import UnusableInput

GOOD = """\
links:
  - item: t/1
    primary: [5]
    secondary: [2, 7]
    confidence: low
    evidence:
      - {unit: d/5/a, quote: "some words"}
  - item: t/2
    primary: [1]
    confidence: high
    remark: It says so.
untied:
  - objective: 8
    remark: Nothing.
"""


def test_rows_keep_their_places() -> None:
    assert read_crosswalk(GOOD.encode(), "c.yaml") == {
        "links": [
            ["t/1", [5], [2, 7], "low", [["d/5/a", "some words"]], "", [2, 11]],
            ["t/2", [1], [], "high", [], "It says so.", [8, 11]],
        ],
        "untied": [[8, "Nothing."]],
    }


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("item: t/2", "item: t/1", 8, "'t/1' is given twice"),
        ("[2, 7]", "[2, 5]", 3, "an objective is named twice"),
        ("    remark: It says so.\n", "", 8, "neither evidence nor remark"),
        ("[1]", "[]", 9, "no objective is named"),
        ("[1]", "[100]", 9, "100 is too large"),
        ("objective: 8", "objective: 5", 13, "objective 5 has a primary tie"),
        ("confidence: high", "confidence: H", 10, "'H' is not one of the choices"),
    ],
)
def test_a_row_edited_badly_is_told_with_its_place(
    before: str, after: str, line: int, message: str
) -> None:
    assert before in GOOD
    with pytest.raises(UnusableInput) as caught:
        read_crosswalk(GOOD.replace(before, after, 1).encode(), "c.yaml")
    (fault,) = caught.value.diagnostics
    assert message in fault.message
    assert fault.place is not None
    assert fault.place.line == line


def test_objectives_that_the_tables_do_not_speak_of_are_named() -> None:
    corpus = Corpus()
    assert list(corpus.untied) == [8, 13]
    assert not corpus.related([8, 13], "primary")


def test_weak_ties_say_that_they_are_weak() -> None:
    weak = {link.item for link in Corpus().related(range(1, 24)) if link.confidence == "low"}
    assert weak == {
        "iom-human/1/means/8",
        "iom-governance/1/means/1",
        "iom-governance/1/means/2",
        "iom-governance/2/means/3",
        "iom-governance/3/means/3",
    }
