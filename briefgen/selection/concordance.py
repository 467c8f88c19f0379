"""The concordance of a selection: what answers each action, and what the selection leaves out.

Enters: a corpus and a selection. Leaves: for each objective of the selection its actions, each with
the bullets of the tables that the crosswalk ties to it; the units that the selection leaves out;
and how often each actor is named where. Knows nothing of how it will look.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.corpus.actors import load_actors
from briefgen.selection.model import ObjectiveChoice, TextPart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.corpus import Corpus
    from briefgen.corpus.actors import Actors, Name
    from briefgen.corpus.crosswalk import Link
    from briefgen.corpus.model import Document, Unit
    from briefgen.selection.model import Selection

_ACTION_DEPTH = 3
"""Parts of the id of an action: document, objective, letter."""
_ROW_DEPTH = 2
_BULLET_DEPTH = 4


class Counterpart(Struct, frozen=True):
    """A bullet, cell or row of a table that the crosswalk ties to an objective."""

    link: Link
    recommendation: Unit | None
    units: tuple[Unit, ...]
    """The bullet below the one that it continues, with those below it; none for a whole row."""
    partners: tuple[Name, ...]
    """The actors and bodies that the row names under its partnerships."""


class Provision(Struct, frozen=True):
    """An action, or with no unit the objective as a whole, and what answers it."""

    unit: Unit | None
    actors: tuple[Name, ...]
    """The actors and bodies that the action names."""
    counterparts: tuple[Counterpart, ...]
    left_out: bool
    """The selection does not quote it."""


class Concord(Struct, frozen=True):
    """One objective of one document.

    ``by_action`` says that ties rest on actions of this document, so that an action without a
    counterpart has none; else the ties are known of the objective as a whole only.
    """

    document: Document
    number: int
    title: Unit
    provisions: tuple[Provision, ...]
    by_action: bool
    left_out: tuple[Unit, ...]
    """Its units that the selection does not quote, then those bullets of its primary ties."""
    remark: str = ""
    """What is wrong with its text, or that the tables do not speak of it and what comes nearest."""

    @property
    def actions(self) -> tuple[Provision, ...]:
        """Its actions."""
        return tuple(one for one in self.provisions if one.unit)

    @property
    def unanswered(self) -> tuple[Provision, ...]:
        """The actions that no row answers, where that can be known."""
        return tuple(one for one in self.actions if self.by_action and not one.counterparts)


class Concordance(Struct, frozen=True):
    """The objectives of a selection, and what stands beside none of them."""

    objectives: tuple[Concord, ...]
    loose: tuple[Unit, ...]
    """Bullets of the tables that no objective is tied to."""
    named: tuple[tuple[Name, Mapping[int, int]], ...]
    """Actors and bodies, the most often named first, with their counts by objective."""


def draw_concordance(corpus: Corpus, selection: Selection) -> Concordance:
    """Draw the concordance of the objectives that a selection quotes from, in its order.

    Raises:
        UnusableInput: a file of actors or the crosswalk is at fault.
    """
    drawing = _Drawing(corpus, selection, load_actors(corpus.folders))
    choices = {
        (item.document.id, item.number): item
        for part in selection.parts
        if isinstance(part, TextPart)
        for item in part.items
        if isinstance(item, ObjectiveChoice)
    }
    objectives = tuple(map(drawing.concord, choices.values()))
    return Concordance(objectives, tuple(drawing.loose()), drawing.named(objectives))


class _Drawing(Struct, frozen=True):
    corpus: Corpus
    selection: Selection
    actors: Actors

    def concord(self, choice: ObjectiveChoice) -> Concord:
        stem = f"{choice.document.id}/{choice.number}"
        units = () if choice.fault else self.corpus.under(stem)
        actions = tuple(unit for unit in units if unit.kind == "action")
        links = self.corpus.related([choice.number])
        answers: dict[str, list[Counterpart]] = {}
        for link in links:
            counterpart = self._counterpart(link)
            for place in _places(link, actions):
                answers.setdefault(place, []).append(counterpart)
        whole = answers.get("", ())
        provisions = [Provision(None, (), tuple(whole), left_out=False)] if whole else []
        for action in actions:
            found = tuple(answers.get(action.id, ()))
            left_out = action.id not in self.selection.reasons
            provisions.append(Provision(action, self._partners(action), found, left_out))
        return Concord(
            choice.document,
            choice.number,
            choice.title,
            tuple(provisions),
            by_action=bool(actions) and (not links or any(one.id in answers for one in actions)),
            left_out=tuple(self._left_out(choice, units, links)),
            remark=choice.fault.statement
            if choice.fault
            else self.corpus.untied.get(choice.number, ""),
        )

    def _counterpart(self, link: Link) -> Counterpart:
        parts = link.item.split("/")
        row = "/".join(parts[:_ROW_DEPTH])
        above = self.corpus.find("/".join(parts[:-1])) if len(parts) > _BULLET_DEPTH else None
        inside = self.corpus.under(link.item) if len(parts) > _ROW_DEPTH else ()
        return Counterpart(
            link,
            self.corpus.find(f"{row}/recommendation"),
            (above, *inside) if above else inside,
            self._partners(*self.corpus.under(f"{row}/partnerships")),
        )

    def _partners(self, *units: Unit) -> tuple[Name, ...]:
        named = (one.name for unit in units for one in self.actors.in_unit(unit))
        return tuple(dict.fromkeys(name for name in named if name.kind != "instrument"))

    def _left_out(
        self, choice: ObjectiveChoice, units: tuple[Unit, ...], links: tuple[Link, ...]
    ) -> Iterator[Unit]:
        bullets = (
            unit
            for link in links
            if link.strength == "primary"
            for unit in self.corpus.under(link.item)
        )
        quoted = {choice.title.id, *self.selection.reasons}
        for unit in dict.fromkeys((*units, *bullets)):
            if unit.id not in quoted and unit.kind != "objective-title":
                yield unit

    def loose(self) -> Iterator[Unit]:
        """Give the bullets that no tie names, nor one of a bullet above or below them."""
        every = range(1, 100)
        items = {link.item for link in self.corpus.related(every)}
        for name in self.corpus.document_ids:
            document = self.corpus.document(name)
            for unit in document.units if document.layout == "table" else ():
                if unit.kind == "means" and not any(_is_part(unit.id, one) for one in items):
                    yield unit

    def named(self, objectives: tuple[Concord, ...]) -> tuple[tuple[Name, Mapping[int, int]], ...]:
        counts: dict[str, Counter[int]] = {}
        for one in objectives:
            stem = f"{one.document.id}/{one.number}"
            for unit in self.corpus.under(stem):
                if self.corpus.fault(unit.id) is None:
                    for found in self.actors.in_unit(unit):
                        counts.setdefault(found.name.id, Counter())[one.number] += 1
        named = [
            (name, counts[name.id])
            for name in self.actors
            if name.id in counts and name.kind != "instrument"
        ]
        return tuple(sorted(named, key=lambda pair: -pair[1].total()))


def _places(link: Link, actions: tuple[Unit, ...]) -> list[str]:
    """Give the actions that a tie rests on; "" is the objective as a whole."""
    proven = {"/".join(proof.unit.split("/")[:_ACTION_DEPTH]) for proof in link.evidence}
    return [unit.id for unit in actions if unit.id in proven] or [""]


def _is_part(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")
