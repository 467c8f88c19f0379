"""Markdown is taken in as CommonMark says, with tables and notes, and nothing in it is run."""

from __future__ import annotations

from briefgen.corpus.intake import Grid, Intake, Passage, take_in
from briefgen.corpus.model import Span


def taken(text: str) -> Intake:
    return take_in(text.encode(), "draft.md", "markdown")


def passages(text: str) -> list[Passage]:
    return [one for one in taken(text).parts if isinstance(one, Passage)]


def remarks(text: str) -> list[str]:
    return [str(one) for one in taken(text).unread]


def test_lines_of_a_paragraph_are_joined_and_its_first_line_is_its_place() -> None:
    found = passages("# Part *one*\n\nfirst\nsecond  \nthird\n")
    assert [(one.style, one.text, one.line, one.blank_before) for one in found] == [
        ("heading-1", "Part one", 1, False),
        ("", "first second third", 3, True),
    ]
    assert found[0].spans == (Span(5, 8, "emphasis"),)
    assert found[1].spans == (Span(12, 13, "line-break"),)


def test_lists_have_their_marks_and_levels() -> None:
    found = passages("1. a\n2. b\n   - c\n\n     still c\n3. d\n")
    assert [(one.mark, one.level, one.text) for one in found] == [
        ("1.", 0, "a"),
        ("2.", 0, "b"),
        ("-", 1, "c"),
        ("", 1, "still c"),
        ("3.", 0, "d"),
    ]


def test_numbers_that_are_all_alike_are_counted_and_others_are_kept_and_told() -> None:
    assert [one.mark for one in passages("1. a\n1. b\n1. c\n")] == ["1.", "2.", "3."]
    assert [one.mark for one in passages("3) a\n5) b\n")] == ["3)", "5)"]
    assert remarks("3) a\n5) b\n") == [
        "draft.md:2: warning: the number '5)' was kept; counted, it is 4"
    ]


def test_labels_that_markdown_does_not_know_stay_words() -> None:
    assert [(one.mark, one.text) for one in passages("(a) one\n\n(b) two\n")] == [
        ("", "(a) one"),
        ("", "(b) two"),
    ]


def test_indented_words_are_words() -> None:
    assert [one.text for one in passages("    (a) indented\n")] == ["(a) indented"]


def test_a_table_is_a_grid_with_its_header() -> None:
    (grid,) = taken("| a | **b** |\n|---|---|\n| 1 | x <br> y |\n").parts
    assert isinstance(grid, Grid)
    assert [(row.header, row.line) for row in grid.rows] == [(True, 1), (False, 3)]
    assert grid.rows[0].cells[1].passages[0].spans == (Span(0, 1, "strong"),)
    assert grid.rows[1].cells[1].passages[0].text == "x <br> y"


def test_html_is_words_and_told() -> None:
    text = '<script>alert("x")</script>\n\n&lt;b&gt; R&amp;D'
    assert [one.text for one in passages(text)] == ['<script>alert("x")</script>', "<b> R&D"]
    assert "draft.md:1: warning: HTML was not interpreted: its tags stand as words" in remarks(text)


def test_notes_are_called_where_their_marks_stand() -> None:
    intake = taken("Agenda[^a] 2030\n\n[^a]: See *that*.\n\n    And more.\n\n[^b]: unused\n")
    (one,) = (part for part in intake.parts if isinstance(part, Passage))
    assert (one.text, one.spans) == ("Agenda 2030", (Span(6, 6, "note", "note-a"),))
    assert [(note.key, note.mark, [p.text for p in note.passages]) for note in intake.notes] == [
        ("note-a", "a", ["See that.", "And more."]),
        ("note-b", "b", ["unused"]),
    ]
    assert [str(one) for one in intake.unread] == [
        "draft.md:7: warning: the note 'b' is called nowhere"
    ]


def test_words_that_markdown_itself_swallows_are_told() -> None:
    (definition,) = remarks("words\n\n[1]: A/RES/70/1\n")
    assert definition.startswith(
        "draft.md:3: warning: words were not taken in: '[1]:', 'A/RES/70/1'\n"
    )
    (cell,) = remarks("| a |\n|---|\n| 1 | lost |\n")
    assert cell.startswith("draft.md:3: warning: words were not taken in: 'lost'\n")
