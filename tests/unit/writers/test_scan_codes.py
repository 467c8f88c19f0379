"""A code to scan says the same in every format, to cameras and to those who have none."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from delivered import scanned_codes
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from PIL import Image, ImageDraw

from briefgen.blocks import LONGEST_PAYLOAD, Pack, Paragraph, ScanCode, Section, Text
from briefgen.print_looks import Printing, for_print
from briefgen.resources import shipped
from briefgen.style_files import load_style
from briefgen.styles import POINTS_PER_MM
from briefgen.writers import write
from briefgen.writers.pdf import plan_pdf
from briefgen.writers.scan_codes import (
    LEAST_MODULE_MM,
    QUIET_ZONE,
    draw_code,
    modules_of,
    squares_of,
)

if TYPE_CHECKING:
    from briefgen.styles import Paper, Role, Style

PAYLOAD = "briefgen:gcm-rev2/5#sha256:0123456789abcdef01234567"
BESIDE = Paragraph((Text("Whole of government; Labour ministry; Civil society"),))
CODE = ScanCode(PAYLOAD, f"QR code: {PAYLOAD}", (BESIDE,))


@pytest.fixture(scope="module")
def style() -> Style:
    return load_style(shipped("templates") / "styles" / "standard.yaml")


@pytest.fixture(scope="module")
def role(style: Style) -> Role:
    return style.role("scan-code")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=90))
def test_the_squares_are_the_dark_modules_and_say_the_payload(payload: str) -> None:
    modules = modules_of(payload)
    side = len(modules) + 2 * QUIET_ZONE
    picture = Image.new("L", (side, side), 255)
    pencil = ImageDraw.Draw(picture)
    for x, y, width, height in squares_of(modules):
        left, top = x + QUIET_ZONE, y + QUIET_ZONE
        pencil.rectangle((left, top, left + width - 1, top + height - 1), 0)
    drawn = [
        [int(not picture.getpixel((x + QUIET_ZONE, y + QUIET_ZONE))) for x in range(len(modules))]
        for y in range(len(modules))
    ]
    assert drawn == [list(row) for row in modules]
    (read,) = zxingcpp.read_barcodes(picture.resize((4 * side, 4 * side), 0))
    assert read.bytes == payload.encode()


@pytest.mark.parametrize("payload", ["a", PAYLOAD, "x" * LONGEST_PAYLOAD])
def test_modules_are_large_enough_for_a_camera(role: Role, payload: str) -> None:
    drawing = draw_code(payload, role, 400)
    module = drawing.width / len(modules_of(payload))
    assert module >= LEAST_MODULE_MM * POINTS_PER_MM
    assert drawing.quiet == pytest.approx(QUIET_ZONE * module)
    assert drawing.gap >= drawing.quiet


def test_a_code_is_never_wider_than_its_column(role: Role) -> None:
    assert draw_code("x" * LONGEST_PAYLOAD, role, 40).width <= 40


@pytest.mark.parametrize("colours", ["all", "grey"])
@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_a_camera_reads_it_on_the_page(style: Style, paper: Paper, colours: str) -> None:
    look = for_print(style, Printing.model_validate({"colours": colours}), paper)
    assert scanned_codes(write(_pack(CODE), look, ["pdf"])["pdf"]) == [PAYLOAD]


def test_words_stand_beside_it_and_outside_its_quiet_zone(style: Style) -> None:
    """On the left of the code, from its top on; what follows stands below it."""
    after = Paragraph((Text("After"),))
    (page,) = plan_pdf(_pack(CODE, after), style).pages
    drawing = draw_code(PAYLOAD, style.role("scan-code"), 400)
    left = min(one.x for one in page.rectangles if one.element)
    top = min(one.y for one in page.rectangles if one.element)
    below = top + drawing.width
    *beside, last = page.lines
    assert beside
    for placed in beside:
        assert placed.x + placed.line.width <= left - drawing.quiet
        assert top <= placed.y <= below
    assert last.y - last.line.fragments[0].look.size >= below


def test_a_narrow_column_has_the_words_below_the_code(style: Style) -> None:
    narrow = style.model_copy(
        update={
            "pages": {"body": style.page("body").model_copy(update={"left_mm": 70, "right_mm": 90})}
        }
    )
    (page,) = plan_pdf(_pack(CODE), narrow).pages
    bottom = max(one.y + one.height for one in page.rectangles if one.element)
    assert all(placed.y > bottom for placed in page.lines)


def test_a_web_page_draws_it_on_white_and_tells_it(style: Style) -> None:
    page = html.fromstring(write(_pack(CODE), style, ["html"])["html"])
    (picture,) = page.iter("svg")
    assert picture.get("role") == "img"
    assert picture.get("aria-label") == CODE.alternative
    ground, dark = picture.findall("path")
    assert ground.get("fill") == "#ffffff"
    assert dark.get("d").count("z") == len(list(squares_of(modules_of(PAYLOAD))))


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_what_has_no_pictures_says_once_what_is_in_it(style: Style, form: str) -> None:
    said = Paragraph((Text(PAYLOAD),))
    for code in (CODE, ScanCode(PAYLOAD, CODE.alternative, (said,))):
        told = write(_pack(code), style, [form])[form].decode()
        assert told.replace("\\", "").count(PAYLOAD) == 1


def test_a_word_file_has_it_as_a_picture_in_a_frame_with_its_words(style: Style) -> None:
    data = write(_pack(CODE), style, ["docx"])["docx"]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        document = package.read("word/document.xml").decode()
        pictures = [name for name in package.namelist() if name.endswith(".emf")]
    assert len(pictures) == 1
    assert document.count("<w:framePr ") == 1
    assert f'descr="{CODE.alternative}"' in document


def _pack(*blocks: ScanCode | Paragraph) -> Pack:
    return Pack("A pack", "en", "", (Section(blocks),))
