"""A file is found on an earlier run sheet by the end of its path, and never taken for another."""

from __future__ import annotations

import pytest

from briefgen.press import match_names


@pytest.mark.parametrize(
    ("names", "records", "matched"),
    [
        (["d/a.pdf"], ["d/a.pdf", "a.pdf"], {"d/a.pdf": "d/a.pdf"}),
        (["/x/d/a.pdf"], ["d/a.pdf", "e/a.pdf"], {"/x/d/a.pdf": "d/a.pdf"}),
        (["new/a.pdf"], ["old/a.pdf"], {"new/a.pdf": "old/a.pdf"}),
        (["d/a.pdf", "e/a.pdf"], ["d/a.pdf"], {"d/a.pdf": "d/a.pdf"}),
        (["d/a.pdf", "e/a.pdf"], ["f/a.pdf"], {}),
        (["d/a.pdf"], ["e/a.pdf", "f/a.pdf"], {}),
        (["d/a.pdf"], ["d/b.pdf", "d/aa.pdf"], {}),
    ],
)
def test_a_name_has_the_record_that_only_it_can_be(
    names: list[str], records: list[str], matched: dict[str, str]
) -> None:
    """The same path first, then the longest end; of two alike, none."""
    assert match_names(names, records) == matched
