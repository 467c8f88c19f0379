"""Cards from the command line: one a page, as large as fits, with a code that a camera reads."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from delivered import pdf_pages, scanned_codes

from briefgen.corpus.text_codes import text_code

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    from briefgen import Corpus

    Runner = Callable[..., Run]

CARDS = """
title: Cards
delegation: Delegation of Example State
layout: card
paper: A5
contents:
  - objectives: all
    from: gcm-rev2
  - rows: related
"""
CODE = "briefgen:gcm-rev2/22#sha256:059633cc88ce502cb276daca"


@pytest.mark.parametrize("paper", ["A5", "Half-Letter", "A4"])
def test_every_objective_has_a_page_and_a_code_that_says_which_words_these_are(
    run: Runner, corpus: Corpus, paper: str
) -> None:
    Path("cards.yaml").write_text(CARDS, encoding="utf-8")
    ended = run("build", "cards.yaml", "--format", "pdf", "--set", f"paper={paper}")
    assert (ended.status, ended.err) == (0, "")
    pdf = Path("output/cards.pdf").read_bytes()
    assert scanned_codes(pdf) == [
        str(text_code(corpus, [f"gcm-rev2/{number}"])) for number in range(1, 24)
    ]
    for number, page in enumerate(pdf_pages(pdf), 1):
        assert page.lstrip().startswith(f"Objective {number}")
        assert "negotiating draft, not agreed" in page


def test_libreoffice_prints_the_word_files_with_each_card_on_a_page(
    run: Runner, corpus: Corpus, tmp_path: Path
) -> None:
    """The typeface is another one there, and the codes are pictures in frames."""
    small = CARDS.replace("  - rows: related\n", "card: {actions: none}\n").replace("A5", "A6")
    made = {"a5": CARDS, "a6": small, "half": CARDS.replace("A5", "Half-Letter")}
    for name, profile in made.items():
        Path(f"{name}.yaml").write_text(profile, encoding="utf-8")
        assert run("build", f"{name}.yaml", "--format", "docx").status == 0
    office = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", "printed"]
    files = [f"output/{name}.docx" for name in made]
    subprocess.run(["soffice", office, *convert, *files], check=True, capture_output=True)
    codes = [str(text_code(corpus, [f"gcm-rev2/{number}"])) for number in range(1, 24)]
    for name in made:
        printed = Path(f"printed/{name}.pdf").read_bytes()
        assert scanned_codes(printed) == codes
        pages = pdf_pages(printed)
        assert len(pages) == 23, name
        for number, page in enumerate(pages, 1):
            assert page.lstrip().startswith(f"Objective {number}")


def test_a_pack_of_cards_is_the_same_every_time_and_is_verified(run: Runner) -> None:
    made = []
    for out in ("one", "two"):
        assert run("build", "objective-card", "--out", out).status == 0
        made.append([path.read_bytes() for path in sorted(Path(out).iterdir())])
    assert made[0] == made[1]
    assert run("verify", "one/objective-card.pdf", "one/objective-card.docx").status == 0
    assert run("check", "one/objective-card.docx").status == 0


def test_any_pack_can_be_laid_out_as_cards(run: Runner) -> None:
    """Its own words have a card, and its rows are the partners on those of its objectives."""
    ended = run("build", "delegation-pack", "--layout", "card", "--set", "paper=A5")
    assert (ended.status, ended.err) == (0, "")
    summary, *objectives = pdf_pages(Path("output/delegation-pack.pdf").read_bytes())
    assert summary.lstrip().startswith("Summary for the head of delegation")
    assert ["Partners named" in page for page in objectives] == [True, True, True]
    assert len(scanned_codes(Path("output/delegation-pack.pdf").read_bytes())) == 3


def test_a_theme_is_one_card(run: Runner) -> None:
    of_theme = ("--layout", "card", "--set", "card.each=pack")
    ended = run("build", "theme-trafficking", "--format", "pdf", *of_theme)
    assert (ended.status, ended.err) == (0, "")
    pdf = Path("output/theme-trafficking.pdf").read_bytes()
    (page,) = pdf_pages(pdf)
    assert re.findall(r"Objective \d+", page)[:4] == [f"Objective {n}" for n in (10, 9, 12, 14)]
    (code,) = scanned_codes(pdf)
    assert code.startswith("briefgen:gcm-rev2/10,9/f,12/b,14/d,para/2#sha256:")
    assert run("show", code).status == 0


def test_a_theme_with_the_cards_title_says_it_once(run: Runner) -> None:
    """Its heading comes from the list of themes, in whatever letters the card's title is."""
    of_theme = "layout: card\ncard: {each: pack}\ncontents: [{theme: remittances, from: gcm-final}]"
    for title, times in (("REMITTANCES", 1), ("Money sent home", 2)):
        Path("theme.yaml").write_text(f"title: {title}\n{of_theme}\n", encoding="utf-8")
        assert run("build", "theme.yaml").status == 0
        (page,) = pdf_pages(Path("output/theme.pdf").read_bytes())
        text = page.partition("Objective 1")[0].casefold().splitlines()
        assert len([line for line in text if line.strip()]) == times, text


def test_a_code_is_printed_so_that_it_can_be_typed_off(run: Runner) -> None:
    """No line ends after its hyphen, which would seem to be the line's; the words stay the same."""
    one = CARDS.replace("all", "22").replace("paper: A5", "paper: A6\ncard: {actions: none}")
    Path("cards.yaml").write_text(one, encoding="utf-8")
    assert run("build", "cards.yaml").status == 0
    (page,) = pdf_pages(Path("output/cards.pdf").read_bytes())
    assert "briefgen:gcm-rev2/22 #sha256:" in " ".join(page.split())
    with zipfile.ZipFile("output/cards.docx") as package:
        written = package.read("word/document.xml").decode()
    assert "briefgen:gcm</w:t><w:noBreakHyphen/><w:t>rev2/\u200b22\u200b#" in written
    assert CODE in "".join(page.split())


def test_the_code_of_a_section_names_its_paragraphs(run: Runner) -> None:
    section = "contents: [{section: vision, from: gcm-rev2}]"
    Path("vision.yaml").write_text(f"title: Vision\nlayout: card\n{section}\n", encoding="utf-8")
    assert run("build", "vision.yaml", "--format", "pdf").status == 0
    (code,) = scanned_codes(Path("output/vision.pdf").read_bytes())
    paragraphs = ",".join(f"para/{number}" for number in range(7, 14))
    assert code.startswith(f"briefgen:gcm-rev2/{paragraphs}#sha256:")


def test_what_is_advised_for_a_card_that_is_too_long_is_enough(run: Runner) -> None:
    """Without its actions the first fits on A6; the second does not, and is not told to be."""
    advice = "leave the actions out (card: {actions: none})"
    for contents, helps in (("objectives: 5", True), ("theme: remittances", False)):
        entry = f"contents: [{{{contents}, from: gcm-rev2}}]"
        said = f"title: Small\nlayout: card\npaper: A6\n{entry}\ncard: {{each: part}}\n"
        Path("small.yaml").write_text(said, encoding="utf-8")
        told = run("build", "small.yaml", "--format", "pdf")
        assert told.status == 2
        assert (advice in told.err) is helps, told.err
        without = run("build", "small.yaml", "--format", "pdf", "--set", "card.actions=none")
        assert (without.status == 0) is helps


def test_what_does_not_fit_is_said_of_what_one_can_change(run: Runner) -> None:
    """Of an option, or of one's own profile, not of the shipped one that it extends."""
    own = "extends: objective-card\ntitle: Own\npaper: A6\ncard: {each: part}\n"
    own += "contents: [{theme: remittances, from: gcm-rev2}]\n"
    Path("own.yaml").write_text(own, encoding="utf-8")
    assert run("build", "own.yaml").err.startswith("own.yaml:3:8: error: the card ")
    Path("own.yaml").write_text(own.replace("paper: A6\n", ""), encoding="utf-8")
    told = run("build", "own.yaml", "--set", "paper=A6")
    assert told.err.startswith("--set paper: error: the card ")


def test_an_address_is_not_advised_where_it_was_given(run: Runner) -> None:
    """A code can hold any number of units in an address that does not name them."""
    units = ", ".join(f"gcm-rev2/para/{number}" for number in range(1, 16))
    entry = f"contents: [{{units: [{units}]}}]"
    long = f"https://example.org/{'x' * 174}"
    said = f"title: Long\nlayout: card\n{entry}\ncard: {{each: pack, qr: '{long}{{unit}}'}}\n"
    Path("long.yaml").write_text(said, encoding="utf-8")
    told = run("build", "long.yaml", "--format", "html")
    assert "or give an address without '{unit}'" in told.err
    assert "or give" not in run("build", "long.yaml", "--set", f"card.qr={long}").err


def test_an_excerpt_can_be_a_card(run: Runner) -> None:
    """What does not fit is said of the option, and a card has what fits."""
    asked = ("excerpt", "--theme", "remittances", "--card")
    told = run(*asked, "--set", "paper=A6", "--out", "remittances.pdf")
    assert told.status == 2
    assert told.err.startswith("--card: error: the card 'Remittances' needs ")
    assert run(*asked, "--out", "remittances.pdf").status == 0
    pdf = Path("remittances.pdf").read_bytes()
    assert len(pdf_pages(pdf)) == 1
    assert len(scanned_codes(pdf)) == 1


def test_another_template_has_actions_whole(run: Runner) -> None:
    """It would not say that words are left out."""
    plain = ("--layout", "card", "--set", "template=excerpt", "--format", "text")
    assert run("build", "objective-card", *plain).status == 0
    words = Path("output/objective-card.txt").read_text(encoding="utf-8")
    assert "[…]" not in words
    assert "sector-specific standard terms of employment" in " ".join(words.split())


def test_a_code_can_lead_to_an_address_that_is_printed_too(run: Runner) -> None:
    address = 'card.qr="https://example.org/{unit}"'
    assert run("build", "objective-card", "--format", "pdf", "--set", address).status == 0
    pdf = Path("output/objective-card.pdf").read_bytes()
    assert scanned_codes(pdf) == ["https://example.org/gcm-rev2/5"]
    assert "https://example.org/gcm-rev2/5" in pdf_pages(pdf)[0]
    assert run("build", "objective-card", "--format", "pdf", "--set", "card.qr=none").status == 0
    assert scanned_codes(Path("output/objective-card.pdf").read_bytes()) == []


def test_each_card_can_be_a_file_whose_name_sorts(run: Runner) -> None:
    each = ("--layout", "card", "--set", "card.files=each", "--format", "pdf")
    assert run("build", "delegation-pack", *each).status == 0
    assert sorted(path.name for path in Path("output").iterdir()) == [
        "delegation-pack-01-summary-for-the-head-of-delegation.pdf",
        "delegation-pack-02-objective-5.pdf",
        "delegation-pack-03-objective-9.pdf",
        "delegation-pack-04-objective-10.pdf",
    ]


@pytest.mark.parametrize(("paper", "to_a_sheet"), [("A5", 2), ("A6", 4)])
def test_cards_are_laid_on_sheets_as_large_as_they_are(
    run: Runner, paper: str, to_a_sheet: int
) -> None:
    Path("cards.yaml").write_text(CARDS.replace("all", "[3, 5, 10, 22]"), encoding="utf-8")
    small = ("--set", f"paper={paper}", "--set", "card.actions=none", "--format", "pdf")
    assert run("build", "cards.yaml", *small).status == 0
    laid = run("impose", "output/cards.pdf", "--nup", str(to_a_sheet), "--out", "print")
    assert laid.status == 0
    (sheets,) = (path for path in Path("print").iterdir() if "accessible" not in path.name)
    with pikepdf.open(sheets) as pdf:
        assert len(pdf.pages) == 4 // to_a_sheet  # no side without a card
        assert [float(side) for side in pdf.pages[0].mediabox[2:]] in [
            pytest.approx([595.28, 841.89], abs=0.1),
            pytest.approx([841.89, 595.28], abs=0.1),
        ]
        for matrix in _matrices(pdf.pages[0]):
            scale = (abs(matrix[0]) + abs(matrix[1]), abs(matrix[2]) + abs(matrix[3]))
            assert scale == pytest.approx((1, 1), abs=1e-3)
    assert len(scanned_codes(sheets.read_bytes())) == 4


def _matrices(page: pikepdf.Page) -> list[list[float]]:
    steps = pikepdf.parse_content_stream(page, "cm")
    found = [[float(one) for one in step.operands] for step in steps]
    assert found
    return found


@pytest.mark.parametrize("text", ["corrected", "verbatim"])
def test_what_a_code_is_of_is_shown_if_the_corpus_has_the_same_words(
    run: Runner, text: str
) -> None:
    assert run("build", "objective-card", "--format", "pdf", "--text", text).status == 0
    (code,) = scanned_codes(Path("output/objective-card.pdf").read_bytes())
    told = run("show", f" {code}\n")
    assert told.status == 0
    assert "gcm-rev2/5/j" in told.out
    assert told.out.endswith("These are the words that the code was made of.\n")
    answer = json.loads(run("show", code, "--json").out)
    assert answer["same"]
    assert answer["units"][0]["id"] == "gcm-rev2/5/title"


def test_a_code_of_other_words_is_answered_with_no(run: Runner) -> None:
    told = run("show", CODE.replace("059", "fff"))
    assert told.status == 1
    assert "the corpus has other words at gcm-rev2/22" in told.err


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (CODE[:-1], "is not the whole of a text's code"),
        (CODE.replace("#", " "), "is not the whole of a text's code"),
        (CODE.replace("22", "99"), "the corpus has no unit 'gcm-rev2/99'"),
        (CODE.replace("22", "5,zz"), "the corpus has no unit 'gcm-rev2/zz'"),
        (CODE.replace("gcm-rev2", "gcm-rev9"), "the corpus has no unit 'gcm-rev9/22'"),
    ],
)
def test_what_is_no_code_is_refused(run: Runner, code: str, message: str) -> None:
    told = run("show", code)
    assert told.status == 2
    assert message in told.err


def test_the_address_of_two_documents_keeps_their_places_apart(run: Runner) -> None:
    """A plus in a query would be read as a space, and letters beyond ASCII are no part of one."""
    contents = "[{objectives: 5, from: gcm-rev2}, {objectives: 6, from: gcm-final}]"
    address = "https://example.org/fiche-é?of={unit}"
    card = f'card: {{each: pack, actions: none, qr: "{address}"}}'
    words = f"title: Two\nlayout: card\n{card}\ncontents: {contents}\n"
    Path("two.yaml").write_text(words, encoding="utf-8")
    assert run("build", "two.yaml", "--format", "pdf").status == 0
    (code,) = scanned_codes(Path("output/two.pdf").read_bytes())
    assert code == "https://example.org/fiche-%C3%A9?of=gcm-rev2/5%2Bgcm-final/6"
