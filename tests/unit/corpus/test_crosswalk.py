"""The crosswalk's file: each row one tie, with its reasons, and every fault at its place."""

from __future__ import annotations

import pytest

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
"""


def test_rows_keep_their_places() -> None:
    assert read_crosswalk(GOOD.encode(), "c.yaml") == [
        ["t/1", [5], [2, 7], "low", [["d/5/a", "some words"]], "", [2, 11]],
        ["t/2", [1], [], "high", [], "It says so.", [8, 11]],
    ]


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("item: t/2", "item: t/1", 8, "'t/1' is given twice"),
        ("[2, 7]", "[2, 5]", 3, "an objective is named twice"),
        ("    remark: It says so.\n", "", 8, "neither evidence nor remark"),
        ("[1]", "[]", 9, "no objective is named"),
        ("[1]", "[100]", 9, "100 is too large"),
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
