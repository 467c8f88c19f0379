"""Every card on one page: the largest type that lets all cards of a profile fit.

Enters: packs of cards, a style, the profile that asked for them. Leaves: the style in that size, or
for each card that does not fit in the smallest by how much, with the cure. Pages are those of the
PDF, with some room to spare, for Word breaks lines in another typeface.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from briefgen.blocks import Box, Heading, ScanCode
from briefgen.card_looks import card_sizes, in_card_size
from briefgen.diagnostics import error
from briefgen.errors import UnusableInput
from briefgen.print_looks import on_paper
from briefgen.styles import PAGE_SIZES_MM, POINTS_PER_MM
from briefgen.walk import blocks_within, heading_text
from briefgen.writers.pdf import plan_pdf
from briefgen.writers.right_to_left import has_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.blocks import Pack, Section
    from briefgen.diagnostics import Diagnostic
    from briefgen.profiles.schema import Profile
    from briefgen.styles import Paper, Style
    from briefgen.writers.pdf.plan import Element, Page

CARD: Final = "card"
"""The role of the sections that are cards, and the kind of their pages."""
SPARE: Final = 0.05
"""The part of a page that is left free, unless the text would be too small."""
_LARGER: Final[tuple[Paper, ...]] = ("A6", "A5", "A4", "A3")
_TOLD: Final = 5
"""Cards that do not fit are told one by one up to here; of more, the number."""


def fit_cards(packs: Iterable[Pack], style: Style, profile: Profile) -> Style:
    """Give the look in the largest size that the style allows and all cards fit in.

    Cards with words that run from the right, which no PDF can have yet, are not measured: where
    there are no others, the text keeps its size.

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
    cards = [card for card in cards if not has_right_to_left(card)]
    if not cards:
        return in_card_size(style, style.role("body").size)
    sizes = [style.role("body").size] if profile.printing.size else card_sizes(style)
    looks = [in_card_size(style, size) for size in sizes]
    over = [card for card in cards if _is_over(card, looks[0])]
    if over:
        raise UnusableInput(_faults(over, looks[0], profile))
    fits, fails = 0, len(looks)
    while fails - fits > 1:
        middle = (fits + fails) // 2
        tried = _with_less_room(looks[middle], SPARE * PAGE_SIZES_MM[style.page_size][1])
        if any(_is_over(card, tried) for card in cards):
            fails = middle
        else:
            fits = middle
    return looks[fits]


def _is_over(card: Pack, style: Style) -> bool:
    return len(plan_pdf(card, style).pages) > 1


def _with_less_room(style: Style, spare: float) -> Style:
    """Give the look with pages that have so many millimetres less at the foot."""
    page = style.page(CARD)
    less = page.model_copy(update={"bottom_mm": page.bottom_mm + spare})
    return style.model_copy(update={"pages": style.pages | {CARD: less}})


# ---------------------------------------------------------------- what does not fit


def _faults(over: list[Pack], style: Style, profile: Profile) -> Iterator[Diagnostic]:
    """Tell by how much cards are too long, in the smallest type."""
    place = profile.place(*(("card", "actions") if profile.card.actions == "full" else ("layout",)))
    size = profile.printing.size or style.card.smallest
    for card in over[:_TOLD]:
        message = (
            f"the card '{_name(card.sections[0])}' is {_excess(card, style):.0f} mm too long "
            f"for a page of {style.page_size} in type of {size:g} points"
        )
        yield error(message, place, ", or ".join(_cures([card], style, profile)))
    if len(over) > _TOLD:
        more = len(over) - _TOLD
        are = "card is" if more == 1 else "cards are"
        message = f"{more} more {are} too long for a page of {style.page_size}"
        yield error(message, place, ", or ".join(_cures(over, style, profile)))


def _cures(cards: list[Pack], style: Style, profile: Profile) -> list[str]:
    """Give what would make room: less on the card, or paper on which it fits as it is."""
    cures = {
        "full": ["list the actions by their letters (card: {actions: letters})"],
        "letters": ["leave the actions out (card: {actions: none})"],
        "none": [],
    }[profile.card.actions]
    if profile.printing.size:
        cures.append("print it in smaller type")
    bare = [_without_code(card) for card in cards]
    if bare != cards and not any(_is_over(card, style) for card in bare):
        cures.append("leave its code out (card: {qr: none})")
    width, _ = PAGE_SIZES_MM[style.page_size]
    for paper in (one for one in _LARGER if PAGE_SIZES_MM[one][0] > width + 1):
        wider = on_paper(style, paper)
        if not any(_is_over(card, wider) for card in cards):
            cures.append(f"take larger paper (paper: {paper})")
            break
    return cures or ["choose less for it"]


def _without_code(card: Pack) -> Pack:
    """Give a card with what stands beside its code, and no code."""
    (section,) = card.sections
    blocks = tuple(
        Box(one.blocks, one.role) if isinstance(one, ScanCode) else one for one in section.blocks
    )
    return replace(card, sections=(replace(section, blocks=blocks),))


def _excess(card: Pack, style: Style) -> float:
    """Give how many millimetres more than its page a card needs, measured on a higher one."""
    (width, height), (wide, high) = (PAGE_SIZES_MM[one] for one in (style.page_size, "A3"))
    page = style.page(CARD)
    alike = page.model_copy(update={"right_mm": page.right_mm + wide - width})
    tall = style.model_copy(update={"page_size": "A3", "pages": style.pages | {CARD: alike}})
    first, *others = plan_pdf(card, tall).pages
    free = _free(first, (high - page.bottom_mm) * POINTS_PER_MM) / POINTS_PER_MM
    lines = sum(_lines(other) for other in others) / POINTS_PER_MM
    return max(1.0, high - height - free + lines)


def _free(page: Page, bottom: float) -> float:
    """Give the height, in points, between the text of a page and its notes or its foot."""
    text = [one.y for one in page.lines if not one.is_furniture and not _in_note(one.line.element)]
    notes = [one.y for one in page.lines if _in_note(one.line.element)]
    ends = max([*text, *(one.y + one.height for one in page.rectangles if one.element)])
    return min([*notes, bottom]) - ends


def _in_note(element: Element) -> bool:
    return any(one.kind == "note" for one in (element, *element.ancestors()))


def _lines(page: Page) -> float:
    heights = {
        round(placed.y): max(one.look.leading for one in placed.line.fragments)
        for placed in page.lines
        if not placed.is_furniture
    }
    return sum(heights.values())


def _name(section: Section) -> str:
    headings = (one for one in blocks_within(section.blocks) if isinstance(one, Heading))
    return next(map(heading_text, headings), section.role)
