"""What the reader of Markdown objectives makes of sound and broken lists."""

from __future__ import annotations

import pytest

from briefgen.corpus.readers.markdown_objectives import read_markdown_objectives
from briefgen.corpus.readers.reading import Reading, read_lines

LETTERS = "abcdefghi"
SOUND = (
    "# Objective 1\n## Title: Do <b> & * good\n## Associated actions\n"
    + "".join(f"- {letter}. Action {letter}.\n" for letter in LETTERS)
    + "\n# Objective 2\n## Title: Do better\n## Associated actions\n- a. Only one."
)


def read(text: str) -> tuple[list[tuple[str, str, str]], Reading]:
    reading = read_lines(text.encode(), "final.txt")
    sections = read_markdown_objectives(reading, "d")
    return [(unit.id, unit.label, unit.text) for unit in sections[0].units], reading


def test_the_ninth_item_is_the_letter_i_and_markup_is_literal() -> None:
    units, reading = read(SOUND)
    assert reading.diagnostics == []
    assert units == [
        ("d/1/title", "1", "Do <b> & * good"),
        *((f"d/1/{letter}", letter, f"Action {letter}.") for letter in LETTERS),
        ("d/2/title", "2", "Do better"),
        ("d/2/a", "a", "Only one."),
    ]


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("- c. Action c.\n", "", 6),
        ("- c. Action c.\n", "- c. Action c.\n- c. Action c.\n", 7),
        ("# Objective 2", "# Objective 3", 14),
        ("## Title: Do better\n", "", 15),
        ("## Associated actions\n- a. Only", "- a. Only", 16),
        ("- d. Action", "d. Action", 7),
        ("- a. Only one.", "", 16),
    ],
)
def test_a_lost_doubled_or_unknown_line_is_an_error_with_its_number(
    before: str, after: str, line: int
) -> None:
    text = SOUND.replace(before, after, 1)
    assert text != SOUND
    _, reading = read(text)
    assert [one.place.line for one in reading.diagnostics[:1] if one.place] == [line]
