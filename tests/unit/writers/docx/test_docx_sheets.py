"""Sheets for the room in Word: fronts, backs, binding, and lines for notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from unit.writers.docx.docx_reading import attributes, find, parts, text_of, tree

from briefgen.blocks import Field, Pack, Paragraph, RunningLine, Section, Text, WritingRoom
from briefgen.verify import read_delivered
from briefgen.writers import write
from briefgen.writers.docx import write_docx
from briefgen.writers.extents import Extent

if TYPE_CHECKING:
    from briefgen.styles import Style

PAGE = Field("sheet", words=("Sheet {sheet}, front", "Sheet {sheet}, back", "Page {page}"))


RULED, BLANK = (WritingRoom((Text("Notes"),), ruled=ruled) for ruled in (True, False))


def sheet(name: str, room: WritingRoom | None = RULED, footer: str = "Quoted") -> Section:
    return Section(
        (Paragraph((Text(f"Words on {name}"),)),),
        "handout",
        header=RunningLine((Text(name),), (Text("Internal"),)),
        footer=RunningLine((Text(footer),), (PAGE,)),
        continued=(Text("(continued)"),),
        starts="front",
        writing_room=room,
    )


def pack_of(*sections: Section) -> Pack:
    return Pack("Sheets", "en", "2018-06-04", sections)


def lines_of(file: bytes) -> list[dict[str, str]]:
    """Give the words of the running lines of each section, tabs and breaks as such."""
    targets = dict(
        zip(
            attributes(tree(file, "word/_rels/document.xml.rels"), "//@Id"),
            attributes(tree(file, "word/_rels/document.xml.rels"), "//@Target"),
            strict=True,
        )
    )
    found = []
    for section in find(tree(file), "//w:sectPr"):
        words = {}
        for one in find(section, "w:headerReference|w:footerReference"):
            kind = str(one.tag).rpartition("}")[2].removesuffix("Reference")
            pages, relation = (attributes(one, path)[0] for path in ("@w:type", "@r:id"))
            words[f"{pages} {kind}"] = text_of(tree(file, f"word/{targets[relation]}"))
        found.append(words)
    return found


def ruled_lines(file: bytes) -> list[int]:
    """Give the number of lines to write on of each paragraph that has some."""
    styles = tree(file, "word/styles.xml")
    ruled = set(attributes(styles, "//w:style[.//w:tab/@w:leader='underscore']/@w:styleId"))
    return [
        len(find(one, ".//w:r/w:tab"))
        for one in find(tree(file), "//w:body/w:p")
        if attributes(one, "w:pPr/w:pStyle/@w:val")[0] in ruled
    ]


def test_backs_are_mirrored_where_sheets_turn_on_the_long_edge(style: Style) -> None:
    """What is at the left of a front is at the right of its back, and so are the margins."""
    long = style.model_copy(update={"duplex": "long", "binding_mm": 8.0})
    file = write_docx(pack_of(sheet("Objective 5")), long, extents=[Extent(2, 300.0)])
    (lines,) = lines_of(file)
    assert lines["default header"].split("\t") == ["Objective 5", "Internal"]
    assert lines["even header"].split("\t") == ["Internal", "Objective 5 (continued)"]
    assert lines["default footer"].split("\t")[0] == "Quoted"
    assert lines["even footer"].split("\t")[1] == "Quoted"
    settings = tree(file, "word/settings.xml")
    assert find(settings, "w:mirrorMargins")
    assert find(settings, "w:evenAndOddHeaders")


def test_a_long_line_of_a_back_stands_above_its_page_number(style: Style) -> None:
    """No tab drives the number to the edge of the binding."""
    long = style.model_copy(update={"duplex": "long"})
    file = write_docx(pack_of(sheet("Objective 5", footer="Quoted " * 30)), long)
    (lines,) = lines_of(file)
    assert "\n\t" in lines["default footer"]
    assert "\t" not in lines["even footer"]


def test_later_pages_say_that_they_go_on(style: Style) -> None:
    """Backs always; later fronts where there are any, or may be."""
    one, two = sheet("Objective 5"), sheet("Objective 9")
    file = write_docx(pack_of(one, two), style, extents=[Extent(2, 300.0), Extent(3, 300.0)])
    first, second = lines_of(file)
    assert "continued" not in first["default header"]
    assert "continued" in first["even header"]
    assert "first header" not in first
    assert "continued" not in second["first header"]
    assert "continued" in second["default header"]
    assert "continued" in second["even header"]
    for unknown in ([], [Extent(2, 10.0)]):
        (lines,) = lines_of(write_docx(pack_of(one), style, extents=unknown))
        assert "continued" in lines["default header"]


def test_handouts_for_one_side_have_no_backs(style: Style) -> None:
    """Each begins a page, whichever it is; later pages go on, and nothing is mirrored."""
    single = style.model_copy(update={"duplex": "none"})
    file = write_docx(pack_of(sheet("Objective 5"), sheet("Objective 9")), single)
    assert attributes(tree(file), "//w:sectPr/w:type/@w:val") == ["nextPage", "nextPage"]
    settings = tree(file, "word/settings.xml")
    assert not find(settings, "w:mirrorMargins|w:evenAndOddHeaders")
    for lines in lines_of(file):
        assert "continued" not in lines["first header"]
        assert "continued" in lines["default header"]
        assert not any(key.startswith("even") for key in lines)


def test_packs_for_one_side_have_no_backs(style: Style) -> None:
    """Where nothing begins on a front, all pages are alike."""
    section = Section((Paragraph((Text("Words"),)),), header=RunningLine((Text("Title"),)))
    file = write_docx(pack_of(section), style)
    assert set(lines_of(file)[0]) == {"default header"}
    assert not find(tree(file, "word/settings.xml"), "w:evenAndOddHeaders")


def test_room_for_the_binding_is_at_the_edge_that_sheets_turn_about(style: Style) -> None:
    """At the side, or above and below: a back that turns on the short edge is bound below."""
    narrow = style.page("handout")
    for duplex, sides in (("long", (8, 0, 0)), ("short", (0, 8, 8)), ("none", (8, 0, 0))):
        bound = style.model_copy(update={"duplex": duplex, "binding_mm": 8.0})
        file = write_docx(pack_of(sheet("Objective 5")), bound)
        margins = find(tree(file), "//w:pgMar")[0]
        at_side, above, below = sides
        for side, millimetres in (
            ("gutter", at_side),
            ("top", narrow.top_mm + above),
            ("header", narrow.header_mm + above),
            ("bottom", narrow.bottom_mm + below),
            ("footer", narrow.footer_mm + below),
        ):
            (width,) = attributes(margins, f"@w:{side}")
            assert int(width) == pytest.approx(millimetres * 1440 / 25.4, abs=1), (duplex, side)


def test_pages_that_lie_are_bound_at_the_edge_of_their_paper(style: Style) -> None:
    """Above and below for the long edge; mirrored for the short one."""
    lying = replace(sheet("Objective 5"), landscape=True)
    for duplex, gutter in (("long", 0), ("short", round(8 * 1440 / 25.4))):
        bound = style.model_copy(update={"duplex": duplex, "binding_mm": 8.0})
        file = write_docx(pack_of(lying), bound)
        assert int(attributes(tree(file), "//w:pgMar/@w:gutter")[0]) == gutter
        assert bool(find(tree(file, "word/settings.xml"), "w:mirrorMargins")) == bool(gutter)


def test_lines_to_write_on_fill_what_the_other_layout_leaves_free(style: Style) -> None:
    """Less a tenth of what the words take, for Word breaks lines otherwise; a title is above."""
    file = write(pack_of(sheet("Objective 5")), style, ["docx"])["docx"]
    (count,) = ruled_lines(file)
    leading = style.role("notes-line").leading
    assert 0.9 < count * leading / 700 < 1
    assert text_of(tree(file)).count("Notes") == 1
    assert len(parts(file)) == len(parts(write_docx(pack_of(sheet("Objective 5")), style)))
    full = [Extent(2, free) for free in (300.0, 400.0)]
    few, more = (
        ruled_lines(write_docx(pack_of(sheet("Objective 5")), style, extents=[one])) for one in full
    )
    assert 0 < few[0] < more[0] < 400 / leading


def test_an_empty_back_is_for_notes(style: Style) -> None:
    """It is a page of its own where the words surely end before; else it follows them."""
    both, back = Extent(1, 400.0, 700.0), Extent(1, 10.0, 700.0)
    file = write_docx(pack_of(sheet("Objective 5")), style, extents=[both])
    on_front, on_back = ruled_lines(file)
    assert 8 < on_front < on_back
    assert len(find(tree(file), "//w:p[w:pPr/w:pageBreakBefore]")) == 1
    assert "continued" not in lines_of(file)[0]["even header"]
    file = write_docx(pack_of(sheet("Objective 5")), style, extents=[back])
    assert 20 < ruled_lines(file)[0] < on_back
    assert not find(tree(file), "//w:p[w:pPr/w:pageBreakBefore]")
    assert "continued" in lines_of(file)[0]["even header"]
    file = write_docx(pack_of(sheet("Objective 5", BLANK)), style, extents=[both])
    assert text_of(tree(file)).count("Notes") == 2


def test_the_title_above_the_lines_is_no_part_of_the_text(style: Style) -> None:
    """As in the PDF; but more than a title in its style is words like any others."""
    for title, others in (("Notes", 0), ("Words that nobody has quoted, but that look so", 1)):
        room = WritingRoom((Text(title),))
        file = write(pack_of(sheet("Objective 5", room)), style, ["docx"])["docx"]
        words = [one.words for one in read_delivered(file, "sheet.docx").passages]
        assert words == ["Words on Objective 5", *[title] * others]


@pytest.mark.parametrize(
    ("extent", "room"),
    [
        (Extent(1, 140.0), RULED),  # less than three lines, when Word's layout may be longer
        (Extent(3, 600.0), RULED),  # Word may do with two pages
        (Extent(1, 500.0), BLANK),  # blank room is left blank
        (Extent(1, 500.0), None),
    ],
)
def test_no_lines_are_drawn_that_could_begin_a_page(
    style: Style, extent: Extent, room: WritingRoom | None
) -> None:
    """A sheet for notes alone is a sheet that nobody asked for."""
    file = write_docx(pack_of(sheet("Objective 5", room)), style, extents=[extent])
    assert ruled_lines(file) == []
