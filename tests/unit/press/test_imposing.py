"""Imposed files: each page at its place, in its size, on the right paper, the same every time."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from printed_sheets import A4, numbered, pdf_of, saved, sides

from briefgen.errors import UnusableInput
from briefgen.press import Imposed, Scheme, impose, read_facts

BLANK = pdf_of(["p0"])
A5 = (419.53, 595.28)
A6 = (297.64, 419.53)
LETTER = (612.0, 792.0)
HALF_LETTER = (396.0, 612.0)


def _imposed(data: bytes, kind: str, per_side: int = 2, **options: object) -> Imposed:
    scheme = Scheme(kind, per_side, **options)  # type: ignore[arg-type]
    return impose(data, scheme, "pack.pdf", BLANK)


def _place_of(data: bytes, label: str) -> tuple[int, float, float]:
    """Give the side that a label stands on, and the lower left corner of its words."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for at in range(text.count_rects()):
                box = text.get_rect(at)
                if text.get_text_bounded(*box).strip() == label:
                    return number, box[0], box[1]
    finally:
        document.close()
    raise AssertionError(label)


def test_a_booklet_puts_two_pages_side_by_side_on_a4() -> None:
    """Five pages are two sheets; the three empty places say that they are meant to be empty."""
    made = _imposed(numbered(5), "booklet")
    assert sides(made.data) == [["p0", "p1"], ["p2", "p0"], ["p0", "p3"], ["p4", "p5"]]
    assert (made.sheets, made.paper, made.flip, made.empty) == (2, "A4", "short", 3)
    assert made.scale == pytest.approx(0.7071, abs=1e-3)
    facts = read_facts(made.data, "x")
    assert (facts.pages, facts.paper, facts.landscape, facts.flip) == (4, "A4", True, "short")


@pytest.mark.parametrize(
    ("size", "paper", "scale"),
    [(A4, "A4", 0.707), (A5, "A4", 1.0), (LETTER, "Letter", 0.647), (HALF_LETTER, "Letter", 1.0)],
)
def test_pages_of_half_the_paper_keep_their_size(
    size: tuple[float, float], paper: str, scale: float
) -> None:
    """A5 goes on A4 and half-letter on Letter as they are; larger pages are made smaller."""
    made = _imposed(numbered(4, size=size), "booklet")
    assert made.paper == paper
    assert made.scale == pytest.approx(scale, abs=2e-3)


def test_two_four_and_eight_pages_share_a_side() -> None:
    """In rows from left to right; cards are cut into piles, their backs behind their fronts."""
    assert sides(_imposed(numbered(3), "n-up", 2).data) == [["p1", "p2"], ["p3", "p0"]]
    assert sides(_imposed(numbered(4), "n-up", 4).data)[0] == ["p1", "p2", "p3", "p4"]
    front, back = sides(_imposed(numbered(16), "stack", 8).data)
    assert front == ["p1", "p3", "p5", "p7", "p9", "p11", "p13", "p15"]
    assert back == ["p8", "p6", "p4", "p2", "p16", "p14", "p12", "p10"]


@pytest.mark.parametrize(
    ("pages", "per_side", "printed", "empty"), [(2, 2, 1, 0), (5, 2, 3, 1), (3, 4, 1, 1)]
)
def test_a_last_back_with_nothing_on_it_is_not_printed(
    pages: int, per_side: int, printed: int, empty: int
) -> None:
    """A single side is printed as one; places are filled only on the side of the last page."""
    made = _imposed(numbered(pages), "n-up", per_side)
    assert len(sides(made.data)) == printed
    assert (made.empty, made.flip is None) == (empty, printed == 1)
    assert read_facts(made.data, "x").flip == made.flip


def test_the_same_card_fills_a_sheet_with_its_back_behind_it() -> None:
    """So many copies of each; the run sheet is told how many, and a last front has no back."""
    made = _imposed(numbered(3, size=A6), "repeat", 4)
    assert sides(made.data) == [["p1"] * 4, ["p2"] * 4, ["p3"] * 4]
    assert (made.sheets, made.flip, made.scale) == (2, "long", pytest.approx(1, abs=1e-3))
    assert read_facts(made.data, "x").copies == 4
    assert read_facts(_imposed(numbered(4, size=A6), "stack", 4).data, "x").copies == 1


@pytest.mark.parametrize("kind", ["repeat", "stack", "n-up"])
def test_a_file_for_one_side_is_imposed_for_one_side(kind: str) -> None:
    """A card has no other card on its back, unless both sides are asked for by name."""
    simplex = pikepdf.Dictionary(Duplex=pikepdf.Name.Simplex)
    cards = numbered(8, size=A6, ViewerPreferences=simplex)
    made = _imposed(cards, kind, 4)
    assert (made.flip, made.sheets) == (None, 8 if kind == "repeat" else 2)
    assert read_facts(made.data, "x").flip is None
    assert _imposed(cards, kind, 4, single_sided=False).flip == "long"
    assert _imposed(cards, "booklet").flip == "short"


@pytest.mark.parametrize(("told", "upside_down"), [("Long", False), ("Short", True)])
def test_backs_of_cards_are_upright_the_way_the_cards_turn(told: str, upside_down: bool) -> None:  # noqa: FBT001 - a case
    """Like a book, or over the head like a calendar where the file says so."""
    duplex = pikepdf.Name(f"/DuplexFlip{told}Edge")
    cards = numbered(2, size=A6, ViewerPreferences=pikepdf.Dictionary(Duplex=duplex))
    made = _imposed(cards, "repeat", 2).data
    (_, front, _), (side, back, _) = _place_of(made, "p1"), _place_of(made, "p2")
    assert side == 1
    assert (abs(front - back) > 1) == upside_down


def test_pages_that_lie_are_turned_or_stacked() -> None:
    """Landscape pages go below one another two up, and are turned in a booklet of upright ones."""
    wide = numbered(2, size=A4[::-1])
    made = _imposed(wide, "n-up", 2)
    assert sides(made.data)[0] == ["p1", "p2"]
    assert not read_facts(made.data, "x").landscape
    assert made.scale == pytest.approx(0.7071, abs=1e-3)


def test_a_landscape_page_among_upright_ones_is_turned_and_told() -> None:
    """Its head at the left edge, at the size of the others."""
    pdf = pikepdf.open(io.BytesIO(numbered(4)))
    pdf.pages[1].mediabox = [0, 0, A4[1], A4[0]]
    made = _imposed(saved(pdf), "booklet")
    assert (made.turned, made.sheets) == (1, 1)
    assert made.scale == pytest.approx(0.7071, abs=1e-3)
    assert _imposed(numbered(4), "booklet").turned == 0


def test_pages_read_from_the_right_are_laid_out_so() -> None:
    """Where the file says so, or the clerk; a booklet is bound at the right then."""
    arabic = numbered(4, ViewerPreferences=pikepdf.Dictionary(Direction=pikepdf.Name.R2L))
    for made in (_imposed(arabic, "booklet"), _imposed(numbered(4), "booklet", binding="right")):
        assert made.from_the_right
        assert sides(made.data) == [["p1", "p4"], ["p3", "p2"]]
    assert sides(_imposed(arabic, "booklet", binding="left").data)[0] == ["p4", "p1"]
    assert sides(_imposed(arabic, "n-up", 4).data)[0] == ["p2", "p1", "p4", "p3"]


def test_a_turned_page_is_drawn_as_it_is_seen() -> None:
    """/Rotate turns a page: an upright one is then landscape."""
    made = _imposed(numbered(2, rotate=90), "n-up", 2)
    assert not read_facts(made.data, "x").landscape
    assert read_facts(numbered(1, rotate=90), "x").landscape


def test_inner_pages_of_a_booklet_move_towards_the_fold() -> None:
    """By the thickness of the sheets folded around them; the outermost sheet stays."""
    plain = _imposed(numbered(16), "booklet").data
    moved = _imposed(numbered(16), "booklet", thickness_mm=0.2).data
    for label, sheets in (("p1", 0), ("p16", 0), ("p3", 1), ("p7", 3), ("p8", 3), ("p9", 3)):
        side, x, y = _place_of(moved, label)
        plain_side, plain_x, plain_y = _place_of(plain, label)
        left = x < A4[1] / 2
        shift = sheets * 0.2 * 72 / 25.4
        assert (side, y) == (plain_side, pytest.approx(plain_y, abs=0.01))
        assert x - plain_x == pytest.approx(shift if left else -shift, abs=0.02), label


def test_a_printer_that_turns_on_the_other_edge_gets_the_backs_upside_down() -> None:
    """So that they are upright once the sheet is turned; the file says which edge it is for."""
    made = _imposed(numbered(4), "booklet", flip="long")
    assert (made.flip, read_facts(made.data, "x").flip) == ("long", "long")
    for label, usual in (("p2", 0), ("p3", 1)):
        side, x, _ = _place_of(made.data, label)
        assert side == 1
        assert (x > A4[1] / 2) == (usual == 0)


def test_links_tags_and_scripts_are_left_behind() -> None:
    """What is printed is drawn; nothing in it can be opened, run or taken for accessible."""
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    marked = pikepdf.Dictionary(Marked=True)
    tagged = numbered(4, OpenAction=action, MarkInfo=marked, StructTreeRoot=pikepdf.Dictionary())
    made = _imposed(tagged, "booklet")
    assert made.accessible
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert not {"/OpenAction", "/MarkInfo", "/StructTreeRoot", "/Names"} & set(pdf.Root.keys())
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
    assert b"JavaScript" not in made.data
    assert not _imposed(numbered(4), "booklet").accessible


def test_the_same_file_and_scheme_give_the_same_bytes() -> None:
    """A late copy matches."""
    assert _imposed(numbered(9), "booklet").data == _imposed(numbered(9), "booklet").data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 word/document.xml", "this is a Word document, not a PDF"),
        (numbered(3)[:400], "the PDF is damaged"),
        (numbered(3).replace(b"/Kids", b"/Kits"), "the PDF is damaged|the PDF has no page"),
        (
            re.sub(rb"stream\n.{6}", b"stream\nbroken", numbered(3), flags=re.DOTALL),
            "the PDF is damaged",
        ),
        (saved(pikepdf.new()), "the PDF has no page"),
        (numbered(1, size=(0.1, 0.1)), "the PDF is damaged"),
        (
            saved(
                pikepdf.open(io.BytesIO(numbered(2))),
                encryption=pikepdf.Encryption(owner="o", user="u"),
            ),
            "the PDF is encrypted",
        ),
        (
            saved(
                pikepdf.open(io.BytesIO(numbered(2))),
                encryption=pikepdf.Encryption(owner="o", user=""),
            ),
            "the PDF is encrypted",
        ),
    ],
)
def test_a_file_that_cannot_be_printed_is_refused_with_the_cure(data: bytes, message: str) -> None:
    """One message, at the file."""
    with pytest.raises(UnusableInput, match=message) as caught:
        _imposed(data, "booklet")
    (one,) = caught.value.diagnostics
    assert one.place
    assert one.place.file == "pack.pdf"
    assert one.hint


@pytest.mark.parametrize(
    ("scheme", "place"),
    [
        (Scheme("booklet", signature=6), "--signature"),
        (Scheme("booklet", signature=-4), "--signature"),
        (Scheme("booklet", thickness_mm=3), "--creep"),
        (Scheme("booklet", single_sided=True), "--single-sided"),
        (Scheme("n-up", 3), "--nup"),
        (Scheme("n-up", 8), "--nup"),
        (Scheme("stack", 5), "--stack"),
        (Scheme("repeat", 3), "--repeat"),
        (Scheme("repeat", 4, signature=8), "--signature"),
        (Scheme("stack", 4, signature=8), "--signature"),
        (Scheme("n-up", 2, thickness_mm=0.1), "--creep"),
    ],
)
def test_what_paper_cannot_do_is_refused_with_the_cure(scheme: Scheme, place: str) -> None:
    """Odd signatures, grids that there are not, folds of what is not folded."""
    with pytest.raises(UnusableInput) as caught:
        impose(numbered(4), scheme, "pack.pdf", BLANK)
    (one,) = caught.value.diagnostics
    assert (str(one.place), bool(one.hint)) == (place, True)


def test_a_booklet_too_thick_to_fold_asks_for_signatures() -> None:
    """200 pages in one fold push the inner ones out by 4.9 mm; in signatures they fit."""
    with pytest.raises(UnusableInput, match=r"push the inner pages out by 4\.9 mm") as caught:
        _imposed(numbered(200), "booklet", thickness_mm=0.1)
    assert "--signature" in str(caught.value)
    assert _imposed(numbered(200), "booklet", thickness_mm=0.1, signature=32).sheets == 50


def test_200_pages_are_imposed_in_time() -> None:
    """Under two seconds; it takes a fraction of one, and slow machines have their slack."""
    data = numbered(200)
    start = time.perf_counter()
    assert _imposed(data, "booklet").sheets == 50
    assert time.perf_counter() - start < 2


_IMPOSE_MANY = """
import re, sys
from pathlib import Path
from briefgen.press import Scheme, impose
data = Path(sys.argv[1]).read_bytes()
made = impose(data, Scheme("n-up", 4), "many.pdf", data)
status = Path("/proc/self/status").read_text()
print(made.sheets, int(re.search(r"VmHWM:\\s*(\\d+) kB", status)[1]) // 1024)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is read from /proc")
def test_many_pages_do_not_fill_the_memory(tmp_path: Path) -> None:
    """5,000 pages in under 500 MB; a fifth of them in the suite, with as much less to use."""
    pages, megabytes = (5000, 500) if os.environ.get("BRIEFGEN_EXPLORE") else (1000, 250)
    path = tmp_path / "many.pdf"
    path.write_bytes(numbered(pages))
    ended = subprocess.run(
        [sys.executable, "-c", _IMPOSE_MANY, str(path)], capture_output=True, text=True, check=True
    )
    sheets, peak = map(int, ended.stdout.split())
    assert sheets == pages // 8
    assert peak < megabytes
