"""How much paper a sheet may take, as a profile says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from briefgen.profiles.schema import Handout

if TYPE_CHECKING:
    from briefgen.profiles.paper_limits import PaperLimit


def _read(value: object) -> PaperLimit | None:
    return Handout.model_validate({"fit": value}).fit


@pytest.mark.parametrize(
    ("words", "sides"),
    [("1 side", 1), ("2 sides", 2), ("1 sheet", 2), ("2 sheets", 4), ("100 sheets", 200)],
)
def test_a_sheet_has_two_sides(words: str, sides: int) -> None:
    limit = _read(words)
    assert limit
    assert limit.sides == sides
    assert str(limit) == words


@pytest.mark.parametrize("value", ["none", None])
def test_none_takes_what_it_needs(value: object) -> None:
    assert _read(value) is None
    assert Handout().fit is None


@pytest.mark.parametrize(
    "value",
    [
        "0 sides",
        "101 sheets",
        "yes",
        True,
        1,
        1.5,
        "1",
        "one side",
        "1 page",
        "-1 side",
        "",
        [],
        "٣ sides",
    ],
)
def test_what_is_no_paper_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        _read(value)


@pytest.mark.parametrize(
    "value", ["1 side", "99 sheets", "100 sheets", "none", "0 sides", "101 sides"]
)
def test_the_schema_takes_what_the_loader_takes(value: str) -> None:
    """So that an editor marks nothing that is right."""
    pattern = re.compile(Handout.model_json_schema()["properties"]["fit"]["pattern"])
    try:
        _read(value)
    except ValidationError:
        assert not pattern.search(value)
    else:
        assert pattern.search(value)
