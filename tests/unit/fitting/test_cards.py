"""All cards have one size of type: the largest in which each has a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from briefgen import build_pack, load_profile, shipped
from briefgen.blocks import Note, Paragraph, Section, Text
from briefgen.errors import UnusableInput
from briefgen.fitting import fit_cards
from briefgen.fitting.card_looks import card_sizes, in_card_size
from briefgen.print_looks import for_print
from briefgen.style_files import load_style
from briefgen.styles import PAGE_SIZES_MM, POINTS_PER_MM
from briefgen.writers.pdf import plan_pdf
from briefgen.writers.pdf.measuring import Measure

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen import Corpus, Pack
    from briefgen.profiles.schema import Profile
    from briefgen.styles import Style

STANDARD = load_style(shipped("templates") / "styles" / "standard.yaml")


def _made(folder: Path, corpus: Corpus, contents: str, **said: str) -> tuple[Pack, Style, Profile]:
    lines = [f"{key}: {value}" for key, value in said.items()]
    text = "\n".join(["title: Cards", "layout: card", *lines, f"contents: [{contents}]"])
    (folder / "cards.yaml").write_text(text, encoding="utf-8")
    profile = load_profile(folder / "cards.yaml", search=[shipped("profiles")])
    style = for_print(STANDARD, profile.printing, profile.paper)
    return build_pack(profile, corpus, style, [shipped("templates")]), style, profile


@pytest.mark.parametrize("paper", ["A4", "A5", "A6"])
def test_the_largest_size_is_taken_in_which_all_fit(
    tmp_path: Path, corpus: Corpus, paper: str
) -> None:
    """With some room to spare; one step larger, a card fills its page, or takes another."""
    wanted = "{objectives: [22, 10], from: gcm-rev2, parts: [commitment]}"
    pack, style, profile = _made(tmp_path, corpus, wanted, paper=paper)
    look = fit_cards({"": pack}, style, profile)
    spare = 0.05 * PAGE_SIZES_MM[style.page_size][1] * POINTS_PER_MM
    sides = [side for at in range(2) for side in Measure(pack, look).sides(at)]
    assert len(sides) == 2
    assert all(side.free >= spare for side in sides)
    sizes = card_sizes(style)
    at = sizes.index(look.role("body").size)
    assert at > 0
    assert at == len(sizes) - 1 or len(plan_pdf(pack, in_card_size(style, sizes[at + 2])).pages) > 2


def test_what_is_too_long_is_told_by_as_much_as_it_is(tmp_path: Path, corpus: Corpus) -> None:
    """On a page that is higher by so much the card fits; by some lines less, it does not."""
    wanted = "{objectives: 5, from: gcm-rev2}"
    pack, style, profile = _made(tmp_path, corpus, wanted, paper="A5", card="{actions: full}")

    def compose(changed: Profile) -> dict[str, Pack]:
        return {"": build_pack(changed, corpus, style, [shipped("templates")])}

    with pytest.raises(UnusableInput) as told:
        fit_cards({"": pack}, style, profile, compose)
    (fault,) = told.value.diagnostics
    found = re.search(r" (\d+) lines? \(about (\d+) mm\) more than 1 side of A5", fault.message)
    assert found, fault.message
    lines, excess = map(int, found.groups())
    line = round(style.card.smallest * style.card.leading / POINTS_PER_MM)
    assert excess == pytest.approx(lines * line, rel=0.1)
    look = in_card_size(style, style.card.smallest)
    for more, pages in ((excess - 3 * line, 2), (excess + 1, 1)):
        page = look.page("card")
        higher = page.model_copy(
            update={"right_mm": page.right_mm + 149, "bottom_mm": page.bottom_mm + 210 - more}
        )
        tall = look.model_copy(update={"page_size": "A3", "pages": look.pages | {"card": higher}})
        assert len(plan_pdf(pack, tall).pages) == pages
    assert fault.hint == (
        "list the actions by their letters (card: {actions: letters}), or take larger paper "
        "(paper: A4)"
    )


def test_large_print_keeps_its_size(tmp_path: Path, corpus: Corpus) -> None:
    wanted = "{objectives: 22, from: gcm-rev2, parts: [commitment]}"
    pack, style, profile = _made(tmp_path, corpus, wanted, paper="A4", print="{size: 18}")
    assert fit_cards({"": pack}, style, profile).role("body").size == 18
    pack, style, profile = _made(tmp_path, corpus, wanted, paper="A6", print="{size: 18}")
    with pytest.raises(UnusableInput, match="in type of 18 points") as told:
        fit_cards({"": pack}, style, profile)
    assert "print it in smaller type" in told.value.diagnostics[0].hint


def test_cards_that_no_pdf_can_have_are_left_as_they_are(tmp_path: Path, corpus: Corpus) -> None:
    """A Word file can have words that run from the right."""
    wanted = "{heading: \u0645\u0644\u062e\u0635, note: Ours}"
    pack, style, profile = _made(tmp_path, corpus, wanted, paper="A6")
    assert fit_cards({"": pack}, style, profile).role("body").size == style.role("body").size


def test_a_note_from_the_right_concerns_the_card_that_calls_it(
    tmp_path: Path, corpus: Corpus
) -> None:
    """The other cards are measured; with all notes counted, none would be."""
    wanted = "{objectives: [5, 22], from: gcm-rev2, parts: [commitment]}"
    pack, style, profile = _made(tmp_path, corpus, wanted, paper="A5")
    note = Note("rtl", "9", (Paragraph((Text("\u0645\u0644\u062e\u0635"),), "footnote"),))
    alone = fit_cards({"": pack}, style, profile)
    assert fit_cards({"": replace(pack, notes=(*pack.notes, note))}, style, profile) == alone
    assert alone.role("body").size != style.role("body").size


def test_own_words_that_are_too_long_are_to_be_shortened(tmp_path: Path, corpus: Corpus) -> None:
    """There are no actions to leave out."""
    wanted = f"{{heading: Ours, note: '{'We insist on this. ' * 200}'}}"
    pack, style, profile = _made(tmp_path, corpus, wanted, paper="A6")
    with pytest.raises(UnusableInput) as told:
        fit_cards({"": pack}, style, profile)
    assert told.value.diagnostics[0].hint == "shorten it, or take larger paper (paper: A5)"


def test_a_code_is_named_where_the_card_would_fit_without_it(
    tmp_path: Path, corpus: Corpus
) -> None:
    """And it does fit then."""
    wanted = "{objectives: 14, from: gcm-rev2, parts: [commitment]}"
    asked = {"paper": "A5", "print": "{size: 16}"}
    pack, style, profile = _made(tmp_path, corpus, wanted, card="{actions: none}", **asked)
    with pytest.raises(UnusableInput) as told:
        fit_cards({"": pack}, style, profile)
    assert ", or leave its code out (card: {qr: none}), or " in told.value.diagnostics[0].hint
    pack, style, profile = _made(
        tmp_path, corpus, wanted, card="{actions: none, qr: none}", **asked
    )
    assert fit_cards({"": pack}, style, profile).role("body").size == 16


def test_a_card_without_words_needs_no_room(tmp_path: Path, corpus: Corpus) -> None:
    """A template may make one; the other cards decide."""
    wanted = "{objectives: 22, from: gcm-rev2, parts: [commitment]}"
    pack, style, profile = _made(tmp_path, corpus, wanted, paper="A6")
    more = replace(pack, sections=(*pack.sections, Section((), "card")))
    assert fit_cards({"": more}, style, profile) == fit_cards({"": pack}, style, profile)
