"""Labels hang in their own column, on the baseline of the words they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.blocks import Cell, Heading, ListBlock, ListItem, Paragraph, Row, Table, Text

if TYPE_CHECKING:
    from conftest import PlanBlocks

    from briefgen.styles import Style
    from briefgen.writers.pdf import Plan
    from briefgen.writers.pdf.plan import PlacedLine

MM = 72 / 25.4
WORDS = "Promote signature, ratification, accession and implementation of the Protocol. " * 3


def item(text: str, label: str = "", role: str = "list") -> ListItem:
    return ListItem((Paragraph((Text(text),), role),), label)


def labelled(*items: ListItem, role: str = "list") -> ListBlock:
    return ListBlock(items, "labelled", role)


def lines(plan: Plan, kind: str) -> list[PlacedLine]:
    return [one for page in plan.pages for one in page.lines if one.line.element.kind == kind]


def test_the_words_stand_at_the_indent_and_the_label_hangs_before_them(
    plan: PlanBlocks, style: Style
) -> None:
    planned = plan(labelled(item(WORDS, "(a)")))
    (label,), words = lines(planned, "label"), lines(planned, "paragraph")
    left = style.page("body").left_mm * MM
    role = style.role("list")
    assert label.x == pytest.approx(left + role.indent - role.hang)
    assert {round(one.x - left, 3) for one in words} == {role.indent}
    assert label.y == words[0].y
    assert label.line.text == "(a) "


def test_a_long_label_moves_the_first_line_only(plan: PlanBlocks) -> None:
    planned = plan(labelled(item(WORDS, "(xviii)")))
    (label,), words = lines(planned, "label"), lines(planned, "paragraph")
    assert label.x + label.line.width < words[0].x
    assert words[1].x < words[0].x
    assert label.y == words[0].y


def test_a_label_as_wide_as_half_the_column_stands_above_its_words(plan: PlanBlocks) -> None:
    planned = plan(
        labelled(item(WORDS, "Recommendation of the working group on the human dimension"))
    )
    label, *_ = lines(planned, "label")
    assert label.y < lines(planned, "paragraph")[0].y


def test_labels_of_lists_in_lists_share_a_line_only_where_they_have_room(plan: PlanBlocks) -> None:
    inner = labelled(item("words", "(i)"))
    beside = plan(labelled(ListItem((inner,), "(a)")))
    assert len({one.y for one in beside.pages[0].lines}) == 1
    above = plan(labelled(ListItem((inner,), "Recommendation")))
    assert len({one.y for one in above.pages[0].lines}) == 2


def test_a_label_without_words_stands_alone(plan: PlanBlocks) -> None:
    planned = plan(labelled(ListItem((), "(a)"), item("words", "(b)")))
    first, second = lines(planned, "label")
    assert (first.line.text, second.line.text) == ("(a) ", "(b) ")
    assert first.y < second.y


def test_a_label_stands_above_a_table_that_starts_its_item(plan: PlanBlocks) -> None:
    table = Table((1,), (), (Row((Cell((Paragraph((Text("cell"),)),)),)),))
    planned = plan(labelled(ListItem((table,), "(a)")))
    assert [one.line.text for one in planned.pages[0].lines] == ["(a) ", "cell "]


def test_bullets_are_the_roles_and_change_inside_bullets(plan: PlanBlocks, style: Style) -> None:
    role = style.role("table-list")
    inner = ListBlock((item("inner", role="table-list"),), "bullets", "table-list")
    outer = ListItem((Paragraph((Text("outer"),), "table-list"), inner))
    planned = plan(ListBlock((outer,), "bullets", "table-list"))
    bullets = [one.line.text.strip() for one in lines(planned, "label")]
    assert bullets == [role.bullet, role.nested_bullet]
    in_letters = plan(labelled(ListItem((inner,), "(a)")))
    assert [one.line.text.strip() for one in lines(in_letters, "label")] == ["(a)", role.bullet]


def test_the_bar_of_a_commitment_runs_along_label_and_words(plan: PlanBlocks, style: Style) -> None:
    planned = plan(labelled(item(WORDS, "24.", "commitment"), role="commitment"))
    rule = style.role("commitment").rule
    assert rule
    (bar,) = (one for one in planned.pages[0].rectangles if one.width == rule.width)
    placed = planned.pages[0].lines
    assert bar.x + bar.width < min(one.x for one in placed)
    assert bar.y < placed[0].y
    assert bar.y + bar.height > placed[-1].y


def test_an_item_knows_its_list_and_its_words_know_their_item(plan: PlanBlocks) -> None:
    planned = plan(labelled(item("words", "(a)")))
    for kind in ("label", "paragraph"):
        (line,) = lines(planned, kind)
        around = [one.kind for one in line.line.element.ancestors()]
        assert around == ["item", "list", "section"]


def test_a_paragraph_with_the_role_body_looks_like_what_it_stands_in(
    plan: PlanBlocks, style: Style
) -> None:
    planned = plan(ListBlock((item("x", role="body"),), "bullets", "table-list"))
    (line,) = lines(planned, "paragraph")
    assert line.line.fragments[0].look.size == style.role("table-list").size


def test_a_thousand_items_keep_their_order(plan: PlanBlocks) -> None:
    planned = plan(
        Heading(1, (Text("Many"),), "many"),
        labelled(*(item("words", f"({number})") for number in range(1000))),
    )
    labels = [one.line.text for one in lines(planned, "label")]
    assert labels == [f"({number}) " for number in range(1000)]


def test_an_item_after_a_list_inside_one_is_as_far_away_as_after_words(
    plan: PlanBlocks, style: Style
) -> None:
    nested = labelled(item("one"), item("two"))
    words = Paragraph((Text("said"),), "paragraphs")
    first = ListItem((words, nested), "1.")
    placed = lines(
        plan(labelled(first, item("next", "2.", "paragraphs"), role="paragraphs")), "paragraph"
    )
    assert [one.line.text.strip() for one in placed] == ["said", "one", "two", "next"]
    said, one, two, following = (one.y for one in placed)
    assert abs(following - two) == pytest.approx(abs(one - said))
    assert style.role("paragraphs").space_after > style.role("list").space_after
