"""Every card on one page: the largest type that lets all cards of a profile fit.

Enters: packs of cards, a style, the profile that asked for them. Leaves: the style in that size, or
for each card that does not fit in the smallest by how much, with the cure. Pages are those of the
PDF, with some room to spare: Word sets the same lines in another typeface, which is higher.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from briefgen.blocks import Heading
from briefgen.card_looks import card_sizes, in_card_size
from briefgen.diagnostics import error
from briefgen.errors import UnusableInput
from briefgen.print_looks import on_paper
from briefgen.styles import PAGE_SIZES_MM, POINTS_PER_MM
from briefgen.walk import blocks_within, heading_text
from briefgen.writers.pdf import plan_pdf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.blocks import Pack, Section
    from briefgen.diagnostics import Diagnostic
    from briefgen.profiles.schema import Profile
    from briefgen.styles import Paper, Style
    from briefgen.writers.pdf.plan import Page

CARD: Final = "card"
"""The role of the sections that are cards, and the kind of their pages."""
SPARE: Final = 0.05
"""The part of a page that is left free, unless the text would be too small."""
_LARGER: Final[tuple[Paper, ...]] = ("A6", "A5", "A4", "A3")


def fit_cards(packs: Iterable[Pack], style: Style, profile: Profile) -> Style:
    """Give the look in the largest size that the style allows and all cards fit in.

    Raises:
        UnusableInput: cards do not fit in the smallest, each with what would have to go; or what
            ``plan_pdf`` refuses.
    """
    cards = [
        replace(pack, sections=(section,))
        for pack in packs
        for section in pack.sections
        if section.role == CARD
    ]
    sizes = [style.role("body").size] if profile.printing.size else card_sizes(style)
    looks = [in_card_size(style, size) for size in sizes]
    over = _over(cards, looks[0])
    if over:
        raise UnusableInput([_fault(card, pages, looks[0], profile) for card, pages in over])
    fits, fails = 0, len(looks)
    while fails - fits > 1:
        middle = (fits + fails) // 2
        if _over(cards, _with_less_room(looks[middle]), first=True):
            fails = middle
        else:
            fits = middle
    return looks[fits]


def _with_less_room(style: Style) -> Style:
    """Give the look on pages from whose foot a little is taken, to be spare in the end."""
    page = style.page(CARD)
    spare = SPARE * PAGE_SIZES_MM[style.page_size][1]
    less = page.model_copy(update={"bottom_mm": page.bottom_mm + spare})
    return style.model_copy(update={"pages": style.pages | {CARD: less}})


def _over(
    cards: Iterable[Pack], style: Style, *, first: bool = False
) -> list[tuple[Pack, tuple[Page, ...]]]:
    """Give the cards that take more than a page, with their pages; ``first`` stops at one."""
    found: list[tuple[Pack, tuple[Page, ...]]] = []
    for card in cards:
        pages = plan_pdf(card, style).pages
        if len(pages) > 1:
            found.append((card, pages))
            if first:
                break
    return found


def _fault(card: Pack, pages: tuple[Page, ...], style: Style, profile: Profile) -> Diagnostic:
    """Tell by how much a card is too long, in the smallest type."""
    excess = sum(_height(page) for page in pages[1:]) / POINTS_PER_MM
    size = profile.printing.size or style.card.smallest
    message = (
        f"the card '{_name(card.sections[0])}' is {excess:.0f} mm too long for a page of "
        f"{style.page_size} in type of {size:g} points"
    )
    keys = ("card", "actions") if profile.card.actions == "full" else ("layout",)
    return error(message, profile.place(*keys), ", or ".join(_cures(card, style, profile)))


def _cures(card: Pack, style: Style, profile: Profile) -> list[str]:
    """Give what would make room: less on the card, or paper on which it fits as it is."""
    cures = {
        "full": ["list the actions by their letters (card: {actions: letters})"],
        "letters": ["leave the actions out (card: {actions: none})"],
        "none": [],
    }[profile.card.actions]
    if profile.printing.size:
        cures.append("print it in smaller type")
    width, _ = PAGE_SIZES_MM[style.page_size]
    larger = (paper for paper in _LARGER if PAGE_SIZES_MM[paper][0] > width + 1)
    enough = next((paper for paper in larger if not _over([card], on_paper(style, paper))), "")
    if enough:
        cures.append(f"take larger paper (paper: {enough})")
    return cures or ["choose less for it"]


def _height(page: Page) -> float:
    """Give how much of a page its lines take, in points."""
    lines = {
        round(placed.y): max(one.look.leading for one in placed.line.fragments)
        for placed in page.lines
        if not placed.is_furniture
    }
    return sum(lines.values())


def _name(section: Section) -> str:
    headings = (one for one in blocks_within(section.blocks) if isinstance(one, Heading))
    return next(map(heading_text, headings), section.role)
