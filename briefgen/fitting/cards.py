"""Every card on one page: the largest type that lets all cards of a profile fit.

Enters: packs of cards, a style, the profile that asked for them. Leaves: the style in that size, or
for each card that does not fit in the smallest by how much, with the cure. Pages are those of the
PDF, with some room to spare, for Word breaks lines in another typeface.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.blocks import Box, ScanCode
from briefgen.diagnostics import error
from briefgen.errors import UnusableInput
from briefgen.fitting.card_looks import CARD, card_sizes, in_card_size
from briefgen.fitting.excess import excess
from briefgen.fitting.search import SheetKey, loosest
from briefgen.print_looks import on_paper
from briefgen.styles import PAGE_SIZES_MM, POINTS_PER_MM
from briefgen.walk import quoted_units, section_alone, section_title
from briefgen.writers.pdf.measuring import Measure
from briefgen.writers.right_to_left import has_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.blocks import Pack
    from briefgen.diagnostics import Diagnostic
    from briefgen.profiles.schema import Profile
    from briefgen.styles import Paper, Style
    from briefgen.writers.pdf.measuring import Side

_SPARE: Final = 0.05
"""The part of a page that is left free, unless the text would be too small."""
_LARGER: Final[tuple[Paper, ...]] = ("A6", "A5", "A4", "A3")
_TOLD: Final = 5
"""Cards that do not fit are told one by one up to here; of more, the number."""


def fit_cards(packs: Mapping[str, Pack], style: Style, profile: Profile) -> Style:
    """Give the look in the largest size that the style allows and all cards fit in.

    Cards with words that run from the right, which no PDF can have yet, are not measured: where
    there are no others, the text keeps its size.

    Raises:
        UnusableInput: cards do not fit in the smallest, each with what would have to go.
    """
    own = style.role("body").size
    cards = _CardBench(packs, style, (own,) if profile.printing.size else card_sizes(style)[::-1])
    if not cards.sheets:
        return in_card_size(style, own)
    step, failing = loosest(cards)
    if failing:
        raise UnusableInput(_refusals(cards, failing, profile))
    return cards.look(step)


class _CardBench(Struct):
    """All cards of some packs, in ``sizes`` of type from the largest."""

    packs: Mapping[str, Pack]
    style: Style
    sizes: Sequence[float]
    sheets: tuple[SheetKey, ...] = ()
    _measures: dict[tuple[str, int], Measure] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the cards that can be measured."""
        self.sheets = tuple(
            SheetKey(file, at)
            for file, pack in self.packs.items()
            for at, section in enumerate(pack.sections)
            if section.role == CARD and not has_right_to_left(section_alone(pack, at))
        )

    @property
    def tightest(self) -> int:
        """The last step: the smallest type."""
        return len(self.sizes) - 1

    def look(self, step: int) -> Style:
        """Give the look at a step."""
        return in_card_size(self.style, self.sizes[step])

    def fits(self, sheet: SheetKey, step: int) -> bool:
        """Tell whether a card has room on its page at a step, and some to spare but at the last."""
        height = PAGE_SIZES_MM[self.style.page_size][1] * POINTS_PER_MM
        spare = _SPARE * height if step < self.tightest else 0.0
        sides = self.sides(sheet, step)
        return len(sides) <= 1 and all(side.free >= spare for side in sides)

    def length(self, sheet: SheetKey, step: int) -> tuple[int, float]:
        """Give the pages that a card takes at a step, and the height of the text on the last."""
        sides = self.sides(sheet, step)
        return len(sides), sides[-1].height if sides else 0.0

    def sides(self, sheet: SheetKey, step: int) -> tuple[Side, ...]:
        """Give the pages that a card takes at a step."""
        key = (sheet.file, step)
        if key not in self._measures:
            self._measures[key] = Measure(self.packs[sheet.file], self.look(step))
        return self._measures[key].sides(sheet.place)


# ---------------------------------------------------------------- what does not fit


def _refusals(
    bench: _CardBench, failing: Sequence[SheetKey], profile: Profile
) -> Iterator[Diagnostic]:
    """Tell by how much cards are too long in the smallest type, and what would let them fit."""
    place = profile.place(*(("card", "actions") if profile.card.actions == "full" else ("layout",)))
    look = bench.look(bench.tightest)
    page = f"1 side of {look.page_size} in type of {bench.sizes[-1]:g} points"
    cards = [section_alone(bench.packs[one.file], one.place) for one in failing]
    for sheet, card in zip(failing[:_TOLD], cards, strict=False):
        name = section_title(card.sections[0], CARD)
        more = excess(bench.sides(sheet, bench.tightest), 1, look)
        message = f"the card '{name}' needs {more} more than {page}"
        yield error(message, place, ", or ".join(_cures([card], look, profile)))
    if others := cards[_TOLD:]:
        need = "card needs" if len(others) == 1 else "cards need"
        message = f"{len(others)} more {need} more than {page}"
        yield error(message, place, ", or ".join(_cures(cards, look, profile)))


def _cures(cards: Sequence[Pack], look: Style, profile: Profile) -> list[str]:
    """Give what would make room: less on the card, or paper on which it fits as it is."""
    cures: list[str] = []
    if not any(quoted_units(card) for card in cards):
        cures.append("shorten it")
    elif profile.card.actions == "full":
        cures.append("list the actions by their letters (card: {actions: letters})")
    elif profile.card.actions == "letters":
        cures.append("leave the actions out (card: {actions: none})")
    if profile.printing.size:
        cures.append("print it in smaller type")
    bare = [_without_code(card) for card in cards]
    if bare != cards and _all_fit(bare, look):
        cures.append("leave its code out (card: {qr: none})")
    width, _ = PAGE_SIZES_MM[look.page_size]
    larger = (paper for paper in _LARGER if PAGE_SIZES_MM[paper][0] > width + 1)
    if paper := next((one for one in larger if _all_fit(cards, on_paper(look, one))), None):
        cures.append(f"take larger paper (paper: {paper})")
    return cures or ["choose less for it"]


def _all_fit(cards: Sequence[Pack], look: Style) -> bool:
    return all(len(Measure(card, look).sides(0)) <= 1 for card in cards)


def _without_code(card: Pack) -> Pack:
    """Give a card with what stands beside its code, and no code."""
    (section,) = card.sections
    blocks = tuple(
        Box(one.blocks, one.role) if isinstance(one, ScanCode) else one for one in section.blocks
    )
    return replace(card, sections=(replace(section, blocks=blocks),))
