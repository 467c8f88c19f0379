"""An HTML page is taken in as a browser shows it; nothing is run, fetched or lost unsaid."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.corpus.intake import Grid, Intake, Passage, take_in
from briefgen.corpus.model import Span
from briefgen.errors import UnusableInput


def taken(text: str) -> Intake:
    return take_in(text.encode(), "draft.html", "html")


def passages(text: str) -> list[Passage]:
    return [one for one in taken(text).parts if isinstance(one, Passage)]


def remarks(text: str) -> list[str]:
    return [one.message for one in taken(text).unread]


def marks(text: str) -> list[str]:
    return [one.mark for one in passages(text)]


def test_headings_paragraphs_and_loose_words_are_passages() -> None:
    found = passages("<body>loose\n<h2>Head <em>one</em></h2>\n<div>a<p>b</p>c</div>")
    assert [(one.style, one.text, one.line) for one in found] == [
        ("", "loose", 1),
        ("heading-2", "Head one", 2),
        ("", "a", 3),
        ("", "b", 3),
        ("", "c", 3),
    ]


def test_inline_elements_are_spans_and_do_not_part_words() -> None:
    (one,) = passages("<html lang='en'><p>mi<b>gra</b>tion<br>is <span lang='fr'>bien</span></p>")
    assert one.text == "migration is bien"
    assert one.spans == (
        Span(2, 5, "strong"),
        Span(9, 10, "line-break"),
        Span(13, 17, "language", "fr"),
    )


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("<ol>", ["1.", "2."]),
        ("<ol start='3' type='a'>", ["c.", "d."]),
        ("<ol type='I' reversed>", ["II.", "I."]),
        ("<ol style='list-style-type: arabic-indic'>", ["\u0661.", "\u0662."]),
        ("<ol style='list-style-type:lower-roman'>", ["i.", "ii."]),
        ("<ul>", ["•", "•"]),
        ("<ul type='square'>", ["▪", "▪"]),
    ],
)
def test_a_list_prints_its_marks(opening: str, expected: list[str]) -> None:
    assert marks(f"{opening}<li>x<li>y</ol></ul>") == expected


def test_lists_nest_and_an_item_can_set_its_number() -> None:
    found = passages("<ol><li>a<ul><li>in<p>more</p></ul>after<li value=7>g</ol>end")
    assert [(one.mark, one.level, one.text) for one in found] == [
        ("1.", 0, "a"),
        ("◦", 1, "in"),
        ("", 1, "more"),
        ("", 0, "after"),
        ("7.", 0, "g"),
        ("", 0, "end"),
    ]


def test_tables_keep_their_columns() -> None:
    (grid,) = taken(
        "<table><thead><tr><td>h<td>i</thead><tr><td rowspan=2>t<td>1<tr><td><ul><li>x<li>y</ul>"
        "<tr><td colspan=2>wide</table>"
    ).parts
    assert isinstance(grid, Grid)
    assert [row.header for row in grid.rows] == [True, False, False, False]
    assert [[[p.text for p in c.passages] for c in row.cells] for row in grid.rows] == [
        [["h"], ["i"]],
        [["t"], ["1"]],
        [[], ["x", "y"]],
        [["wide"], []],
    ]


def test_what_is_left_out_is_told() -> None:
    found = remarks(
        "<style>li::before{content:'x'}</style><script>bad()</script><p hidden>secret</p>"
        "<p>seen<sup>1</sup> <del>old</del><ins>new</ins></p><img alt='a map'>"
        "<p style='display: none'>unseen</p>"
    )
    assert sorted(found) == [
        "a picture was left out: 'a map'",
        "deleted words were left out: 'old'",
        "hidden words were left out: 'secret'",
        "hidden words were left out: 'unseen'",
        "raised words stand as words; a note mark cannot be told from them",
        "the page's style sheet may print other numbers or bullets",
        "words marked as inserted were read",
    ]


def test_no_entity_of_the_file_is_expanded() -> None:
    page = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "expanded">]>'
        "<p>a &x; b &y; c</p>"
    )
    text = " ".join(one.text for one in passages(page))
    assert "a &x; b &y; c" in text


_PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<ul>", "<ol>", "<li>", "</li>", "</ul>", "<table>", "<tr>", "<td>"),
        *("</table>", "<b>", "</b>", "<br>", "one ", "two", "<div>", "</div>", "<h1>", "<sup>"),
        *(
            "<p hidden>",
            "<pre>",
            "</pre>",
            "<td rowspan=2>",
            "<td colspan=3>",
            "<script>",
            "</del>",
        ),
    ]
)


@given(st.lists(_PIECES, max_size=14))
@settings(max_examples=200, deadline=None)
def test_tags_in_any_order_are_read_or_refused_and_no_word_is_lost_unsaid(
    pieces: list[str],
) -> None:
    try:
        intake = taken("".join(pieces))
    except UnusableInput:
        return
    cells = [
        one
        for part in intake.parts
        if isinstance(part, Grid)
        for row in part.rows
        for cell in row.cells
        for one in cell.passages
    ]
    loose = [one for one in intake.parts if isinstance(one, Passage)]
    held = sum(one.text.count(word) for one in (*loose, *cells) for word in ("one", "two"))
    typed = sum(one.strip() in {"one", "two"} for one in pieces)
    assert held == typed or intake.unread


def test_a_page_of_tags_that_only_close_holds_no_words() -> None:
    with pytest.raises(UnusableInput, match="holds no words"):
        taken("</p></div>")


def test_hostile_pages_are_refused_or_read_in_full() -> None:
    deep = "<div>" * 100_000 + "word"
    with pytest.raises(UnusableInput, match="cannot be read"):
        taken(deep)
    with pytest.raises(UnusableInput, match="takes 9,000 columns"):
        taken("<table><tr><td colspan=9000>x</table>")
    with pytest.raises(UnusableInput, match="more than 64 cells"):
        taken("<table>" + "<tr><td rowspan=60000>x" * 100 + "</table>")
    with pytest.raises(UnusableInput, match=r"U\+202E"):
        taken("<p>a&#x202e;b</p>")
