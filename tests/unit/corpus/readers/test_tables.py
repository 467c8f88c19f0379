"""What the two table readers make of page ends, notations of bullets and broken cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.corpus.readers.bullet_table import read_bullet_table
from briefgen.corpus.readers.html_table import read_html_table
from briefgen.corpus.readers.reading import Reading, read_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.corpus.model import Section

BULLETS = """\
Do\tBy\tWith
First\t• one, and\tpeople,
\t<ul> <li>two</li> </ul>\tgroups
Second,\t• three\tall

half\t•\tfour\tof us
Third\t•\tfive\tnobody
"""

HTML = """\

<b>Do</b>\t<b>By</b>\t<b>With</b>
<p>First <b>words</b></p>\t<ul style="list-style-type: none"> <li>• one: <ul> <li>○ a part</li>\
 </ul> </li> </ul>\t<ul> <li>• you</li> <li>• me</li> </ul>
<p>Second</p>\t<ul><li>● two</li><li>○ a half</li></ul>\t<p>people,</p>

\t<p>and a half</p> <ul> <li>○ another</li> <li>• three</li> </ul>\t<p>groups</p>
--\t---\t--
"""


def read(
    text: str, reader: Callable[[Reading, str], tuple[Section, ...]]
) -> tuple[dict[str, str], list[str]]:
    """Give the texts by id, and the messages with their lines."""
    reading = read_lines(text.encode(), "table.txt")
    (section,) = reader(reading, "t")
    messages = [
        f"{one.place.line if one.place else 0}: {one.message}" for one in reading.diagnostics
    ]
    return {unit.id: unit.text for unit in section.units}, messages


def test_a_bullet_table_joins_cells_over_bullets_and_pages() -> None:
    units, messages = read(BULLETS, read_bullet_table)
    assert messages == []
    assert units == {
        "t/head/recommendation": "Do",
        "t/head/means": "By",
        "t/head/partnerships": "With",
        "t/1/recommendation": "First",
        "t/1/means/1": "one, and",
        "t/1/means/2": "two",
        "t/1/partnerships": "people, groups",
        "t/2/recommendation": "Second, half",
        "t/2/means/1": "three",
        "t/2/means/2": "four",
        "t/2/partnerships": "all of us",
        "t/3/recommendation": "Third",
        "t/3/means/1": "five",
        "t/3/partnerships": "nobody",
    }


def test_an_html_table_takes_depth_from_the_glyph_and_joins_over_pages() -> None:
    units, messages = read(HTML, read_html_table)
    assert messages == []
    assert units == {
        "t/head/recommendation": "Do",
        "t/head/means": "By",
        "t/head/partnerships": "With",
        "t/1/recommendation": "First words",
        "t/1/means/1": "one:",
        "t/1/means/1/a": "a part",
        "t/1/partnerships/1": "you",
        "t/1/partnerships/2": "me",
        "t/2/recommendation": "Second",
        "t/2/means/1": "two",
        "t/2/means/1/a": "a half and a half",
        "t/2/means/1/b": "another",
        "t/2/means/2": "three",
        "t/2/partnerships": "people, groups",
    }


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("First\t", "First\t\t", "2: 4 cells where 3 were expected"),
        ("• one", "one", "2: no rule explains the second cell"),
        ("<ul> <li>two", "<ul> <li>• two", "3: no rule explains the second cell"),
        ("two</li> </ul>", "two</li>", "3: no rule explains the second cell"),
        ("\tfour\t", "\t\t", "6: a bullet without words"),
        ("First\t", "\t", "2: cells without a row"),
    ],
)
def test_a_broken_bullet_table_is_told_with_its_line(before: str, after: str, message: str) -> None:
    _, messages = read(BULLETS.replace(before, after, 1), read_bullet_table)
    assert message in messages


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("<p>Second</p>", "<p>Second", "4: the element 'p' is never closed"),
        ("<p>Second</p>", "Second</p>", "4: the end of 'p' has no beginning"),
        ("<p>Second</p>", "<em>Second</em>", "4: no rule explains '<em>'"),
        ("<p>Second</p>", "", "4: a row without a recommendation"),
        ("● two", "two", "4: a bullet without a known glyph"),
        ("people,</p>", "people,</p> more", "4: no rule explains 'more'"),
        ("people,</p>", "people < us</p>", "4: no rule explains '<'"),
        ("<p>people,</p>", "<b>people,</b>", "4: bold outside a paragraph or bullet"),
        ("● two</li><li>○", "○ two</li><li>○", "4: a nested bullet has no bullet above it"),
        ("\t<p>people,</p>", "", "4: 2 cells where 3 were expected"),
        ("<b>By</b>", "<li>• By</li>", "2: a bullet above the first row"),
        ("<b>With</b>", "<p>With</p>", "2: no rule explains 'With'"),
    ],
)
def test_a_broken_html_table_is_told_with_its_line(before: str, after: str, message: str) -> None:
    _, messages = read(HTML.replace(before, after, 1), read_html_table)
    assert message in messages
