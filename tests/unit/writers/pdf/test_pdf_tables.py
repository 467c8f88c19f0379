"""Tables: heads that come again, rows that break between bullets, rules as the style has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.blocks import Cell, ListBlock, ListItem, Paragraph, Row, Table, Text
from briefgen.writers.pdf import plan_pdf

if TYPE_CHECKING:
    from conftest import MakePack, PlanBlocks

    from briefgen.blocks import Block
    from briefgen.styles import Style
    from briefgen.writers.pdf import Plan
    from briefgen.writers.pdf.plan import Page, PlacedLine

WORDS = "Establish mechanisms for the recognition of skills and qualifications. "
HEADS = ("Recommendations", "Means of implementation", "Partnerships")


def words(text: str, role: str = "table") -> Paragraph:
    return Paragraph((Text(text),), role)


def bullets(*texts: str) -> ListBlock:
    items = tuple(ListItem((words(text, "table-list"),)) for text in texts)
    return ListBlock(items, "bullets", "table-list")


def row(*cells: Block) -> Row:
    return Row(tuple(Cell((cell,)) for cell in cells))


def table(*rows: Row, continued: str = "Table (continued)") -> Table:
    head = Row(tuple(Cell((words(head, "table-head"),), header=True) for head in HEADS))
    return Table((24, 50, 26), (head,), rows, continued=continued)


def of_kind(page: Page, kind: str) -> list[PlacedLine]:
    return [
        placed
        for placed in page.lines
        if any(one.kind == kind for one in (placed.line.element, *placed.line.element.ancestors()))
    ]


def text_of(lines: list[PlacedLine]) -> str:
    return "".join(placed.line.text for placed in lines)


def long_plan(plan: PlanBlocks, bullet: str = WORDS * 3) -> Plan:
    rows = [row(words(f"R{n}"), bullets(*[bullet] * 5), words("Partners")) for n in range(12)]
    return plan(table(*rows))


def test_columns_have_the_proportions_of_the_table(plan: PlanBlocks, style: Style) -> None:
    planned = plan(table(row(words("a"), words("b"), words("c"))))
    xs = [placed.x for placed in planned.pages[0].lines][-3:]
    width = style.paper()[0] - (25 + 23) * 72 / 25.4
    assert xs[1] - xs[0] == pytest.approx(0.24 * width)
    assert xs[2] - xs[1] == pytest.approx(0.50 * width)


def test_the_head_comes_again_on_every_page_with_a_line_that_says_so(plan: PlanBlocks) -> None:
    planned = long_plan(plan)
    assert len(planned.pages) > 2
    for page in planned.pages:
        assert text_of(of_kind(page, "head")) == "".join(f"{head} " for head in HEADS)
        assert all(one.repeated == (page.number > 1) for one in of_kind(page, "head"))
        assert bool(of_kind(page, "continued")) == (page.number > 1)


def test_a_table_that_has_nothing_to_say_on_later_pages_says_nothing(plan: PlanBlocks) -> None:
    rows = [row(words(f"R{n}"), bullets(*[WORDS] * 5), words("x")) for n in range(20)]
    planned = plan(table(*rows, continued=""))
    assert len(planned.pages) > 1
    assert not any(of_kind(page, "continued") for page in planned.pages)


def test_rows_break_between_bullets_and_not_inside_them(plan: PlanBlocks) -> None:
    for page in long_plan(plan).pages:
        labels = [one for one in page.lines if one.line.element.kind == "label"]
        assert text_of(of_kind(page, "list")).count(WORDS.strip()) == 3 * len(labels)


def test_a_bullet_longer_than_a_page_breaks_between_lines_and_keeps_two_on_each_side(
    plan: PlanBlocks,
) -> None:
    planned = plan(table(row(words("R"), bullets(WORDS * 200), words("x"))))
    assert len(planned.pages) > 1
    counts = [len(of_kind(page, "list")) for page in planned.pages]
    assert min(counts) >= 2
    assert "".join(text_of(of_kind(page, "list")) for page in planned.pages).split()[1:] == (
        (WORDS * 200).split()
    )


def test_a_short_row_is_never_divided(plan: PlanBlocks) -> None:
    rows = [row(words(f"R{n}"), words(WORDS * 3), words(WORDS)) for n in range(60)]
    planned = plan(table(*rows))
    for page in planned.pages:
        starts = [one for one in of_kind(page, "row") if one.line.text.startswith("R")]
        assert text_of(of_kind(page, "row")).count(WORDS.strip()) == 4 * len(starts)


def test_the_head_never_stands_without_a_row(plan: PlanBlocks) -> None:
    for lines in range(40, 56):
        filler = Paragraph((Text("Line of text. " * 7 * lines),))
        planned = plan(filler, table(row(words("R"), bullets(WORDS * 6), words("x"))))
        for page in planned.pages:
            assert bool(of_kind(page, "head")) == bool(of_kind(page, "row"))


def test_a_head_too_high_to_repeat_is_not_repeated(plan: PlanBlocks) -> None:
    head = Row((Cell((words(WORDS * 40, "table-head"),)),))
    planned = plan(Table((1,), (head,), tuple(row(words(WORDS * 30)) for _ in range(8))))
    assert len(planned.pages) > 2
    assert [bool(of_kind(page, "head")) for page in planned.pages[1:]] == [False] * (
        len(planned.pages) - 1
    )


def test_horizontal_rules_only_unless_the_style_says_grid(
    style: Style, make_pack: MakePack
) -> None:
    pack = make_pack(table(row(words("a"), words("b"), words("c"))))
    grid = style.model_copy(update={"table": style.table.model_copy(update={"rules": "grid"})})

    def upright(look: Style) -> int:
        return sum(
            one.width <= look.table.rule_width < one.height
            for one in plan_pdf(pack, look).pages[0].rectangles
        )

    assert upright(style) == 0
    assert upright(grid) == 4 * 2


def test_a_table_opens_and_closes_with_a_heavy_rule_and_its_head_has_a_ground(
    plan: PlanBlocks, style: Style
) -> None:
    planned = plan(table(row(words("a"), words("b"), words("c"))))
    ground, *rules = planned.pages[0].rectangles
    assert ground.colour == style.table.head_background
    assert [one.height for one in rules] == [style.table.head_rule_width] * 3


def test_words_in_cells_know_their_cell_row_and_table(plan: PlanBlocks) -> None:
    planned = plan(table(row(words("a"), words("b"), words("c"))))
    line = planned.pages[0].lines[-1].line
    kinds = [one.kind for one in line.element.ancestors()]
    assert kinds == ["cell", "row", "table", "section"]
    head = planned.pages[0].lines[0].line
    assert next(head.element.ancestors()).header


def test_tables_inside_tables_break_over_pages_too(plan: PlanBlocks) -> None:
    inner = Table((1, 1), (), tuple(row(words(f"i{n}"), words(WORDS)) for n in range(80)))
    planned = plan(Table((1, 3), (), (row(words("outer"), inner),)))
    found = [one.line.text for page in planned.pages for one in page.lines]
    assert [text for text in found if text.startswith("i")] == [f"i{n} " for n in range(80)]
    assert len(planned.pages) > 1


def test_a_table_without_rows_or_with_empty_cells_is_no_trouble(plan: PlanBlocks) -> None:
    empty = Row((Cell(()), Cell(()), Cell(())))
    planned = plan(Table((), (), ()), table(), table(empty), words("after"))
    assert planned.pages[-1].lines[-1].line.text == "after "


def test_a_column_is_as_wide_as_its_longest_word_where_others_have_room(
    plan: PlanBlocks,
) -> None:
    """A share too small for a word takes from its neighbours; the word stays whole."""
    head = Row(tuple(Cell((words(head, "table-head"),), header=True) for head in HEADS))
    planned = plan(Table((5, 60, 35), (head,), (row(words("a"), words("b"), words("c")),)))
    found = [placed.line.text.strip() for placed in of_kind(planned.pages[0], "head")]
    assert "Recommendations" in found


def test_proportions_stand_where_words_need_more_than_there_is(plan: PlanBlocks) -> None:
    """No column takes from others when all of them are too narrow; no letter is lost."""
    long = "incomprehensibilities" * 3
    planned = plan(Table((1,) * 6, (), (row(*[words(long)] * 6),)))
    text = "".join("".join(placed.line.text.split()) for placed in planned.pages[0].lines)
    assert len(text.replace(" ", "")) == 6 * len(long)
