"""Every card on one page: the largest type that lets all cards of a profile fit.

Enters: packs of cards, a style, the profile that asked for them. Leaves: the style in that size, or
for each card that does not fit in the smallest by how much, with the cure. Pages are those of the
PDF, with some room to spare, for Word breaks lines in another typeface.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from briefgen.diagnostics import error
from briefgen.errors import UnusableInput
from briefgen.fitting.card_cures import CardCures
from briefgen.fitting.card_looks import CARD, card_sizes, in_card_size
from briefgen.fitting.excess import excess
from briefgen.fitting.search import SheetKey, loosest
from briefgen.styles import PAGE_SIZES_MM, POINTS_PER_MM
from briefgen.walk import section_alone, section_title
from briefgen.writers.pdf.measuring import Measure
from briefgen.writers.right_to_left import has_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.blocks import Pack
    from briefgen.diagnostics import Diagnostic, Place
    from briefgen.fitting.card_cures import Composing
    from briefgen.profiles.schema import Profile
    from briefgen.styles import Style
    from briefgen.writers.pdf.measuring import Side
    from briefgen.yaml_reading import KeyPath

_SPARE: Final = 0.05
"""The part of a page that is left free, unless the text would be too small."""
_TOLD: Final = 5
"""Cards that do not fit are told one by one up to here; of more, the number."""


def fit_cards(
    packs: Mapping[str, Pack], style: Style, profile: Profile, compose: Composing | None = None
) -> Style:
    """Give the look in the largest size that the style allows and all cards fit in.

    Cards with words that run from the right, which no PDF can have yet, are not measured: where
    there are no others, the text keeps its size. ``compose`` makes the packs of a profile with
    other actions, to try what would let them fit; without it, that is not advised.

    Raises:
        UnusableInput: cards do not fit in the smallest, each with what would have to go.
    """
    own = style.role("body").size
    cards = _CardBench(packs, style, (own,) if profile.printing.size else card_sizes(style)[::-1])
    if not cards.sheets:
        return in_card_size(style, own)
    step, failing = loosest(cards)
    if failing:
        raise UnusableInput(_refusals(cards, failing, profile, compose))
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
    bench: _CardBench, failing: Sequence[SheetKey], profile: Profile, compose: Composing | None
) -> Iterator[Diagnostic]:
    """Tell by how much cards are too long in the smallest type, and what would let them fit."""
    place = _place(profile)
    look = bench.look(bench.tightest)
    page = f"1 side of {look.page_size} in type of {bench.sizes[-1]:g} points"
    cures = CardCures(bench.packs, look, profile, compose)
    for sheet in failing[:_TOLD]:
        card = section_alone(bench.packs[sheet.file], sheet.place)
        name = section_title(card.sections[0], CARD)
        more = excess(bench.sides(sheet, bench.tightest), 1, look)
        message = f"the card '{name}' needs {more} more than {page}"
        yield error(message, place, cures.of([sheet]))
    if others := failing[_TOLD:]:
        need = "card needs" if len(others) == 1 else "cards need"
        message = f"{len(others)} more {need} more than {page}"
        yield error(message, place, cures.of(others))


def _place(profile: Profile) -> Place:
    """Give the place that someone can change: an option, or one in the profile's own file.

    A profile that it extends may be a shipped one.
    """
    paths: list[KeyPath] = [("layout",), ("paper",), ("print",), ("contents",)]
    if profile.card.actions == "full":
        paths.insert(0, ("card", "actions"))
    own = profile.place()
    places = [profile.place(*path) for path in paths]
    options = [one for one in places if one.file.startswith("--")]
    return next((one for one in (*options, *places) if one in options or one.file == own.file), own)
