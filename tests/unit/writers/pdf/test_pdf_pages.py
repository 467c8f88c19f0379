"""Where pages end, what stands at their edges, and the numbers that only pages know."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pikepdf
import pytest

from briefgen.blocks import (
    Box,
    Contents,
    Deletion,
    Field,
    Heading,
    Highlight,
    Insertion,
    Link,
    ListBlock,
    ListItem,
    Pack,
    Paragraph,
    RunningLine,
    Section,
    Text,
)
from briefgen.writers.pdf import plan_pdf
from briefgen.writers.pdf.emitting import emit

if TYPE_CHECKING:
    from conftest import PlanBlocks

    from briefgen.styles import Style
    from briefgen.writers.pdf.plan import Page, PlacedLine

MM = 72 / 25.4
LINE = "We commit to facilitate safe, orderly and regular migration in all its dimensions now. "


def words(text: str, role: str = "body") -> Paragraph:
    return Paragraph((Text(text),), role)


def heading(level: int, text: str, anchor: str, label: str = "", *, new: bool = False) -> Heading:
    return Heading(level, (Text(text),), anchor, label, new_page=new)


def of_kind(page: Page, kind: str) -> list[PlacedLine]:
    return [one for one in page.lines if one.line.element.kind == kind]


@pytest.mark.parametrize("lines", range(40, 58))
def test_no_heading_ends_a_page_and_no_line_stands_alone(plan: PlanBlocks, lines: int) -> None:
    planned = plan(
        words(LINE * lines), heading(2, "Means", "m", "Part 2"), words(LINE * 4), words(LINE * 3)
    )
    for page in planned.pages:
        assert page.lines[-1].line.element.kind == "paragraph"
        counts: dict[object, int] = {}
        for one in page.lines:
            counts[one.line.element] = counts.get(one.line.element, 0) + 1
        assert all(count > 1 for element, count in counts.items() if element.kind == "paragraph")


def test_list_items_stay_whole_where_that_wastes_little(plan: PlanBlocks) -> None:
    items = tuple(ListItem((words(LINE * 4, "list"),), f"({n})") for n in range(40))
    for page in plan(ListBlock(items, "labelled")).pages:
        lines = {one.y: one.line.element for one in of_kind(page, "paragraph")}
        counts = [list(lines.values()).count(element) for element in set(lines.values())]
        assert set(counts) == {4}


def test_a_box_that_fits_is_kept_together_and_a_larger_one_goes_on_overleaf(
    plan: PlanBlocks, style: Style
) -> None:
    ground = style.role("box").background
    small = Box(tuple(words(LINE * 3) for _ in range(3)))
    planned = plan(words(LINE * 48), small)
    assert [any(one.colour == ground for one in page.rectangles) for page in planned.pages] == [
        False,
        True,
    ]
    large = Box(tuple(words(LINE * 8) for _ in range(12)))
    planned = plan(large)
    assert len(planned.pages) > 1
    assert all(any(one.colour == ground for one in page.rectangles) for page in planned.pages)


def test_a_section_and_a_heading_that_asks_for_it_start_a_page(style: Style) -> None:
    sections = (
        Section((words("one"), heading(1, "Two", "two", new=True), words("two"))),
        Section(()),
        Section((heading(1, "Three", "three", new=True), words("three")), landscape=True),
    )
    planned = plan_pdf(Pack("", "en", "", sections), style)
    assert [page.lines[-1].line.text for page in planned.pages] == ["one ", "two ", "three "]
    width, height = style.paper()
    assert [(page.width, page.height) for page in planned.pages] == [
        (width, height),
        (width, height),
        (height, width),
    ]
    assert dict(planned.page_numbers) == {"two": 2, "three": 3}


def test_a_pack_without_blocks_is_one_empty_page(style: Style) -> None:
    planned = plan_pdf(Pack("", "en", "", ()), style)
    assert [page.lines for page in planned.pages] == [()]


def test_header_and_footer_count_pages_and_keep_to_their_edges(style: Style) -> None:
    running = RunningLine((Text("Objectives"),), (Field("page"), Text(" of "), Field("pages")))
    cover = Section((words("cover"),), "cover")
    body = Section((words(LINE * 600),), header=running, footer=running)
    planned = plan_pdf(Pack("", "en", "", (cover, body)), style)
    total = len(planned.pages)
    assert total >= 12
    assert not of_kind(planned.pages[0], "header")
    right = style.paper()[0] - style.page("body").right_mm * MM
    for page in planned.pages[1:]:
        for kind in ("header", "footer"):
            first, last = of_kind(page, kind)
            assert first.line.text == "Objectives "
            assert last.line.text == f"{page.number} of {total} "
            assert last.x + last.line.width == pytest.approx(right)
            assert 12 * MM <= last.y <= page.height - 12 * MM


def test_nothing_stands_nearer_than_12_mm_to_the_edge_whatever_the_style_says(
    style: Style,
) -> None:
    edge = {
        "top_mm": 0,
        "bottom_mm": 0,
        "left_mm": 0,
        "right_mm": 0,
        "header_mm": 0,
        "footer_mm": 0,
    }
    bare = style.model_copy(update={"pages": {"body": style.page("body").model_copy(update=edge)}})
    running = RunningLine((Text("left"),), (Text("right"),))
    planned = plan_pdf(
        Pack("", "en", "", (Section((words(LINE * 200),), header=running, footer=running),)), bare
    )
    for page in planned.pages:
        for one in page.lines:
            assert one.x >= 12 * MM - 0.01
            assert one.x + one.line.width <= page.width - 12 * MM + 0.01
            assert 12 * MM <= one.y <= page.height - 12 * MM


def test_a_long_header_moves_the_text_down(style: Style) -> None:
    running = RunningLine((Text(LINE * 6),))
    planned = plan_pdf(Pack("", "en", "", (Section((words("text"),), header=running),)), style)
    (page,) = planned.pages
    assert of_kind(page, "paragraph")[0].y > of_kind(page, "header")[-1].y + 12


def test_contents_list_every_heading_with_its_page_in_one_pass(plan: PlanBlocks) -> None:
    headings = [heading(1, f"Title {n}", f"o{n}", f"Objective {n}", new=True) for n in range(1, 24)]
    title = Heading(1, (Text("Contents"),), "contents", role="contents-heading")
    planned = plan(title, Contents(2), *headings, heading(3, "Deep", "deep"), words("x"))
    entries = of_kind(planned.pages[0], "entry")
    shown = [one.line.text.strip() for one in entries]
    assert shown == [
        part for n in range(1, 24) for part in (f"Objective {n}", f"Title {n}", str(n + 1))
    ]
    assert len({one.x for one in entries if one.line.text.startswith("Title")}) == 1
    ends = {round(one.x + one.line.width, 3) for one in entries if one.line.text.strip().isdigit()}
    assert len(ends) == 1
    targets = [link.target for link in planned.pages[0].links]
    assert targets == [f"#o{n}" for n in range(1, 24) for _ in range(3)]


def test_bookmarks_show_label_and_title_at_their_page(plan: PlanBlocks) -> None:
    planned = plan(
        heading(1, "Smuggling", "o9", "Objective 9"),
        words(LINE),
        heading(2, "Points", "p", new=True),
    )
    assert [(one.title, one.level, one.page) for one in planned.bookmarks] == [
        ("Objective 9: Smuggling", 1, 1),
        ("Points", 2, 2),
    ]


def test_a_page_number_in_the_text_takes_no_more_room_than_it_needs(plan: PlanBlocks) -> None:
    inlines = (Text("see page "), Field("page-of", "a"), Text(", and on"))
    planned = plan(heading(1, "A", "a"), Paragraph(inlines))
    line = planned.pages[0].lines[-1].line
    assert line.text == "see page 1, and on "
    first, number, last = line.fragments
    assert number.x + number.width == pytest.approx(last.x)
    assert first.x + first.width < number.x


def test_links_cover_their_words_on_each_line(plan: PlanBlocks) -> None:
    planned = plan(Paragraph((Text("See "), Link((Text(LINE * 2),), "https://example.org/"))))
    links = planned.pages[0].links
    assert len(links) == 2
    for link, placed in zip(links, planned.pages[0].lines, strict=True):
        assert link.y < placed.y < link.y + link.height
        assert link.target == "https://example.org/"
        assert link.text in LINE * 2


def test_added_words_are_underlined_and_words_taken_out_struck(plan: PlanBlocks) -> None:
    planned = plan(Paragraph((Insertion((Text("new"),)), Text(" and "), Deletion((Text("old"),)))))
    under, through = planned.pages[0].rectangles
    (placed,) = planned.pages[0].lines
    assert under.y > placed.y > through.y
    assert through.x > under.x + under.width


def test_words_looked_for_stand_on_a_ground_that_is_told_of(plan: PlanBlocks) -> None:
    """The tint lies behind their glyphs and no others, and the structure says its colour."""
    found = (Text("Of "), Highlight((Text("trade unions"),)), Text(" and others"))
    planned = plan(Paragraph(found))
    (ground,) = planned.pages[0].rectangles
    (placed,) = planned.pages[0].lines
    _, marked, _ = placed.line.fragments
    assert marked.text.strip() == "trade unions"
    assert (ground.x, ground.width) == (placed.x + marked.x, marked.width)
    assert ground.y < placed.y < ground.y + ground.height
    colour = rb"/BackgroundColor ?\[ ?1.000 0.914 0.639 ?\]"
    assert re.search(colour, uncompressed(emit(planned)))


def uncompressed(data: bytes) -> bytes:
    """Give a file with nothing packed."""
    plain = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(
            plain,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            compress_streams=False,
        )
    return plain.getvalue()
