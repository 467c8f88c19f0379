"""What would let cards fit: less on them, or larger paper; each was tried before it is named.

Enters: cards that do not fit on their page in the smallest type, and how to compose them anew.
Leaves: cures, in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.blocks import Box, ScanCode
from briefgen.fitting.card_looks import in_card_size
from briefgen.print_looks import on_paper
from briefgen.styles import PAGE_SIZES_MM
from briefgen.walk import quoted_units, section_alone
from briefgen.writers.pdf.measuring import Measure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from briefgen.blocks import Pack
    from briefgen.fitting.search import SheetKey
    from briefgen.profiles.schema import Profile
    from briefgen.styles import Paper, Style

    Composing = Callable[[Profile], Mapping[str, Pack]]

_LARGER: Final[tuple[Paper, ...]] = ("A6", "A5", "A4", "A3")
_LESS: Final[Mapping[str, Mapping[str, str]]] = {
    "full": {
        "letters": "list the actions by their letters (card: {actions: letters})",
        "none": "leave the actions out (card: {actions: none})",
    },
    "letters": {"none": "leave the actions out (card: {actions: none})"},
    "none": {},
}
"""What may be said of actions instead of what is, from the most that is left of them."""


class CardCures(Struct):
    """What is tried: in ``look``, the tightest, with the packs that a changed profile makes."""

    packs: Mapping[str, Pack]
    look: Style
    profile: Profile
    compose: Composing | None = None
    _composed: dict[str, Mapping[str, Pack]] = field(default_factory=dict)

    def of(self, sheets: Sequence[SheetKey]) -> str:
        """Give what lets all of some cards fit, each cure by itself."""
        cards = _cards(self.packs, sheets)
        return ", or ".join(self._cures(sheets, cards)) or "choose less for it"

    def _cures(self, sheets: Sequence[SheetKey], cards: Sequence[Pack]) -> Iterator[str]:
        if not any(quoted_units(card) for card in cards):
            yield "shorten it"
        elif self.compose:
            yield from self._fewer_words(sheets)
        smallest = in_card_size(self.look, self.look.card.smallest)
        if self.profile.printing.size and _all_fit(cards, smallest):
            yield "print it in smaller type"
        bare = [_without_code(card) for card in cards]
        if bare != cards and _all_fit(bare, self.look):
            yield "leave its code out (card: {qr: none})"
        width, _ = PAGE_SIZES_MM[self.look.page_size]
        for paper in _LARGER:
            if PAGE_SIZES_MM[paper][0] > width + 1 and _all_fit(cards, on_paper(self.look, paper)):
                yield f"take larger paper (paper: {paper})"
                return

    def _fewer_words(self, sheets: Sequence[SheetKey]) -> Iterator[str]:
        """Give the first way to say less of the actions that is enough."""
        for actions, cure in _LESS[self.profile.card.actions].items():
            if _all_fit(_cards(self._with_actions(actions), sheets), self.look):
                yield cure
                return

    def _with_actions(self, actions: str) -> Mapping[str, Pack]:
        if actions not in self._composed and self.compose:
            card = self.profile.card.model_copy(update={"actions": actions})
            changed = self.profile.model_copy(update={"card": card})
            self._composed[actions] = self.compose(changed)
        return self._composed[actions]


def _cards(packs: Mapping[str, Pack], sheets: Sequence[SheetKey]) -> list[Pack]:
    return [section_alone(packs[one.file], one.place) for one in sheets]


def _all_fit(cards: Sequence[Pack], look: Style) -> bool:
    return all(len(Measure(card, look).sides(0)) <= 1 for card in cards)


def _without_code(card: Pack) -> Pack:
    """Give a card with what stands beside its code, and no code."""
    (section,) = card.sections
    blocks = tuple(
        Box(one.blocks, one.role) if isinstance(one, ScanCode) else one for one in section.blocks
    )
    return replace(card, sections=(replace(section, blocks=blocks),))
