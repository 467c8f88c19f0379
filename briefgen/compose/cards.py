"""Cards: what stands on each, and what a card says besides the text it quotes.

Enters: the parts of a selection. Leaves: groups of parts, one a card, and plain data: the partners
that the rows of the tables name, and the code to scan. Rows themselves do not stand on cards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace

from briefgen.addresses import web_address
from briefgen.blocks import LONGEST_PAYLOAD
from briefgen.compose.locators import no_rows, rows_locator, weak_tie
from briefgen.compose.sheets import SheetParts, on_sheets
from briefgen.corpus.actors import load_actors
from briefgen.corpus.text_codes import places, text_code
from briefgen.diagnostics import error
from briefgen.errors import UnusableInput
from briefgen.selection import (
    NoRowsPart,
    ObjectiveChoice,
    OwnPart,
    TablePart,
    TextPart,
    weak_ties,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.compose.furniture import Furniture
    from briefgen.compose.template_data import Data
    from briefgen.corpus import Corpus
    from briefgen.diagnostics import Place
    from briefgen.profiles.schema import Profile
    from briefgen.selection import Part, Selection

_HEADINGS = {"heading", "sub-heading"}
_FIRST_NAMED = 5
"""Rows that a message names before it counts."""


def on_cards(profile: Profile, selection: Selection, furniture: Furniture) -> list[SheetParts]:
    """Divide a selection among cards; rows go to the card of the text that they belong to.

    Raises:
        UnusableInput: there are rows that belong to no card.
    """
    if profile.card.each == "pack":
        groups = [SheetParts(profile.title, list(selection.parts))]
    elif profile.card.each == "part":
        groups = _by_entries(selection, furniture)
    else:
        groups = on_sheets(selection, "item", furniture)
    loose = [
        row.id
        for group in groups
        if _is_of_rows(group)
        for part in group.parts
        for row in (part.rows if isinstance(part, TablePart) else ())
    ]
    if loose:
        named = ", ".join(loose[:_FIRST_NAMED]) + ", ..." * (len(loose) > _FIRST_NAMED)
        raise UnusableInput.because(
            f"rows stand on no card by themselves: {named}",
            _place_of(loose[0], profile, selection),
            "choose the objectives that they belong to with them, or take them out",
        )
    return groups


def _place_of(row: str, profile: Profile, selection: Selection) -> Place:
    reasons = (place for unit, place in selection.reasons.items() if unit.startswith(f"{row}/"))
    return next(reasons, profile.place("contents"))


def _by_entries(selection: Selection, furniture: Furniture) -> list[SheetParts]:
    """Give each entry a card; rows go with the entry above them."""
    groups: list[SheetParts] = []
    for group in on_sheets(selection, "part", furniture):
        if groups and _is_of_rows(group):
            for part in group.parts:
                if isinstance(part, NoRowsPart):
                    _tell_of_no_rows(part, groups)
                else:
                    groups[-1].parts.append(part)
        else:
            groups.append(group)
    return groups


def _tell_of_no_rows(part: NoRowsPart, cards: list[SheetParts]) -> None:
    """Say on the card of each objective that no row is about it; of those on none, on the last."""
    left = set(part.objectives)
    for card in cards:
        mine = tuple(number for number in part.objectives if number in _objectives_on(card))
        if mine:
            card.parts.append(replace(part, objectives=mine))
            left -= set(mine)
    if rest := tuple(number for number in part.objectives if number in left):
        cards[-1].parts.append(replace(part, objectives=rest))


def _objectives_on(card: SheetParts) -> set[int]:
    return {
        item.number
        for part in card.parts
        if isinstance(part, TextPart)
        for item in part.items
        if isinstance(item, ObjectiveChoice)
    }


def _is_of_rows(group: SheetParts) -> bool:
    return all(isinstance(part, TablePart | NoRowsPart) for part in group.parts)


class CardData(Struct, frozen=True):
    """What makes the data of cards: for each, the parts that are printed and what is said besides.

    Raises ``UnusableInput`` where a code would hold too much.
    """

    profile: Profile
    corpus: Corpus
    furniture: Furniture

    def printed(self, card: SheetParts) -> list[Part]:
        """Give the parts whose own words stand on the card."""
        return [part for part in card.parts if isinstance(part, TextPart | OwnPart)]

    def said(self, card: SheetParts) -> Data:
        """Give what the card says besides."""
        return {
            "partners": [
                self._partners(part) for part in card.parts if isinstance(part, TablePart)
            ],
            "no_rows": [
                no_rows(part, self.furniture) for part in card.parts if isinstance(part, NoRowsPart)
            ],
            "code": self._code(card),
        }

    def _partners(self, part: TablePart) -> Data:
        actors = load_actors(self.corpus.folders)
        units = [unit for row in part.rows for unit in row.partnerships]
        named = (one.name for unit in units for one in actors.in_unit(unit))
        names = dict.fromkeys(
            name.name_in(self.furniture.language) for name in named if name.kind != "instrument"
        )
        weak = {
            number
            for row in part.rows
            for numbers in weak_ties(row).values()
            for number in numbers
            if not part.objectives or number in part.objectives
        }
        return {
            "names": [{"words": words, "language": language} for words, language in names],
            "source": rows_locator(part.document, part.rows, part.objectives, self.furniture),
            "tie": weak_tie(sorted(weak), (), self.furniture) if part.objectives else "",
        }

    def _code(self, card: SheetParts) -> Data | None:
        """Give what the code of a card says; none for words of the delegation's own alone."""
        target = self.profile.card.qr
        is_text = target == "text"
        ids = list(dict.fromkeys(_coded(card, faulty=not is_text)))
        if target == "none" or not ids:
            return None
        if is_text:
            payload = str(text_code(self.corpus, ids))
        else:
            address = target.replace("{unit}", quote(places(ids), safe="/,"))
            payload = web_address(address) or address
        self._check(payload, card)
        return {
            "payload": payload,
            "address": "" if is_text else payload,
            "alternative": self.furniture.fill("code-alternative", payload=payload),
        }

    def _check(self, payload: str, card: SheetParts) -> None:
        size = len(payload.encode())
        if size > LONGEST_PAYLOAD:
            hint = "choose fewer units for it, or say 'card: {qr: none}'"
            if "{unit}" in self.profile.card.qr or self.profile.card.qr == "text":
                hint += ", or give an address without '{unit}'"
            message = (
                f"the code of the card '{card.name}' would hold {size} bytes, "
                f"and {LONGEST_PAYLOAD} are the most"
            )
            raise UnusableInput([error(message, self.profile.place("card", "qr"), hint)])


def _coded(card: SheetParts, *, faulty: bool) -> Iterator[str]:
    """Give the ids that a card's code speaks of: objectives as a whole, other units by themselves.

    Headings would only make it longer.
    An objective whose text is at fault in its document has no words to vouch for.
    """
    for part in card.parts:
        for item in part.items if isinstance(part, TextPart) else ():
            if not isinstance(item, ObjectiveChoice):
                if item.kind not in _HEADINGS:
                    yield item.id
                continue
            choice = item.draft or item
            if choice.fault is None or faulty:
                yield from _of_objective(choice)


def _of_objective(choice: ObjectiveChoice) -> Iterator[str]:
    """Give an objective, or where only some of its letters were chosen, these."""
    if choice.actions and len(choice.actions) < len(choice.letters):
        yield from (unit.id for unit in choice.actions)
    else:
        yield f"{choice.document.id}/{choice.number}"
