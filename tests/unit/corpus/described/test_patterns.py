"""Patterns of literal words and names: what they fit, and how long that takes."""

from __future__ import annotations

import time

import pytest

from briefgen.corpus.described.patterns import read_pattern
from briefgen.yaml_reading import Unfit

NAMES = ("number", "title", "text", "superscript")


def found(pattern: str, line: str) -> dict[str, str] | None:
    spans = read_pattern(pattern, may=NAMES).match(line)
    return None if spans is None else {name: line[slice(*at)] for name, at in spans.items()}


def test_names_stand_for_numbers_and_words() -> None:
    assert found("Objective {number}: {title}", "Objective 12: Keep: wells") == {
        "number": "12",
        "title": "Keep: wells",
    }
    assert found("{text} - {title}", "a - b - c") == {"text": "a", "title": "b - c"}
    assert found("[{number}]", "[3]") == {"number": "3"}


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        ("Objective {number}: {title}", "Objective five: x"),
        ("Objective {number}: {title}", "Objective 5: "),
        ("Page {number}", "Page 5 of 6"),
        ("Preamble", "preamble"),
    ],
)
def test_other_lines_do_not_fit(pattern: str, line: str) -> None:
    assert found(pattern, line) is None


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{number}{text}", "two names stand side by side"),
        ("{nummer}", "'{nummer}' means nothing here"),
        ("{text} {text}", "'{text}' is given twice"),
        ("a {text", "a brace without its fellow"),
        ("", "expected a line as it is printed"),
        ("a  b", "expected a line as it is printed"),
    ],
)
def test_a_pattern_that_cannot_be_meant_is_refused(pattern: str, message: str) -> None:
    with pytest.raises(Unfit, match=message.replace("{", r"\{")):
        read_pattern(pattern, may=NAMES)


def test_no_pattern_takes_long() -> None:
    """Not even one that an expression with as many stars would never finish."""
    names = tuple(f"n{at}" for at in range(20))
    pattern = read_pattern(" a ".join(f"{{{name}}}" for name in names) + " z", may=names)
    start = time.process_time()
    assert pattern.match("a " * 50_000) is None
    assert time.process_time() - start < 1
