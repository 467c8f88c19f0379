"""The concordance of a pack as plain data: rows to print, gaps to tell, numbers to draw.

Enters: the concordance of a selection. Leaves: dictionaries, lists and texts for a template, as
``templates/README.md`` describes them; the words of units are quoted, all others are the pack's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.compose.locators import quoted_text
from briefgen.compose.places import cite_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefgen.compose.furniture import Furniture
    from briefgen.compose.quoting import Quoting
    from briefgen.corpus.actors import Name
    from briefgen.corpus.model import Document, Unit
    from briefgen.selection.concordance import Concord, Concordance, Counterpart, Provision

Data = dict[str, Any]

_OFTEN = 2
"""The picture shows who is named at least so often; the table shows all."""
_FIRST = 3
"""Names that the picture's alternative words give."""
_BULLET_DEPTH = 4
"""Parts of the id of a bullet: document, row, column, number; bullets below it have more."""


def concordance_sheet(
    concordance: Concordance, furniture: Furniture, quoting: Quoting
) -> tuple[Data, tuple[Document, ...]]:
    """Give what a template prints of a concordance, and the documents that it quotes."""
    sheet = _Sheet(furniture, quoting)
    data = {
        "objectives": [sheet.objective(one) for one in concordance.objectives],
        "left_out": [
            {"objective": sheet.label(one), "items": list(map(sheet.item, one.left_out))}
            for one in concordance.objectives
            if one.left_out
        ],
        "loose": list(map(sheet.item, concordance.loose)),
        "actors": sheet.actors(concordance),
    }
    return data, tuple(map(quoting.corpus.document, sheet.documents))


class _Sheet:
    """One pass over a concordance; ``documents`` are the ids of those that it quoted."""

    def __init__(self, furniture: Furniture, quoting: Quoting) -> None:
        self.furniture = furniture
        self.quoting = quoting
        self.documents: dict[str, None] = {}

    def objective(self, one: Concord) -> Data:
        """Give an objective with a row for each action and counterpart."""
        rows = [row for provision in one.provisions for row in self._rows(provision, one)]
        ties = {part.link.item for each in one.provisions for part in each.counterparts}
        answered = sum(bool(each.counterparts) for each in one.actions)
        return {
            "label": self.label(one),
            "document": one.document.short_title,
            "anchor": f"c-{one.document.id}-{one.number}",
            "title": self._quoted(one.title),
            "locator": self._locator(one),
            "remark": one.remark,
            "by_action": one.by_action,
            "actions": len(one.actions),
            "answered": answered if one.by_action else "",
            "unanswered": len(one.unanswered) if one.by_action else "",
            "ties": len(ties),
            "left_out": len(one.left_out),
            "rows": rows,
        }

    def _locator(self, one: Concord) -> str:
        titled = self.quoting.corpus.document(one.title.document)
        text = quoted_text(titled, self.furniture)
        if titled.id == one.document.id:
            return text
        return self.furniture.fill("title-from", text=text)

    def label(self, one: Concord) -> str:
        """Name an objective: ``Objective 5``."""
        return self.furniture.objectives([one.number])

    def item(self, unit: Unit) -> Data:
        """Give a unit with where it stands."""
        short = self.quoting.corpus.document(unit.document).short_title
        return self._quoted(unit) | {"place": f"{short}, {self._place(unit)}"}

    def actors(self, concordance: Concordance) -> Data:
        """Give who is named how often under which objective, most often named first."""
        numbers = sorted({one.number for one in concordance.objectives})
        rows = [_counted(name, counts, numbers) for name, counts in concordance.named]
        shown = [row for row in rows if row["total"] >= _OFTEN] or rows
        first = [f"{row['name']} ({row['total']})" for row in shown[:_FIRST]]
        most = self.furniture.all_of(first)
        alternative = self.furniture.fill(
            "heat-map", actors=len(shown), objectives=len(numbers), most=most
        )
        return {"objectives": numbers, "rows": rows, "shown": shown, "alternative": alternative}

    def _rows(self, provision: Provision, one: Concord) -> list[Data]:
        unit = provision.unit
        shared = {
            "label": self.quoting.display.label_form.format(unit.label) if unit else "",
            "action": self._quoted(unit) if unit else None,
            "actors": _listed(provision.actors),
            "left_out": provision.left_out,
        }
        known = one.by_action or unit is None
        empty = {"counterpart": False, "known": known}
        if not provision.counterparts:
            return [shared | empty]
        return [shared | empty | self._counterpart(part) for part in provision.counterparts]

    def _counterpart(self, part: Counterpart) -> Data:
        link = part.link
        document, row = link.item.split("/")[:2]
        short = self.quoting.corpus.document(document).short_title
        return {
            "counterpart": True,
            "place": f"{short}, {self.furniture['row']} {row}",
            "recommendation": self._quoted(part.recommendation) if part.recommendation else None,
            "means": [
                self._quoted(one) | {"nested": len(one.path) > _BULLET_DEPTH} for one in part.units
            ],
            "partners": _listed(part.partners),
            "strength": self.furniture[f"tie-{link.strength}"],
            "confidence": self.furniture[f"confidence-{link.confidence}"],
            "doubtful": link.confidence == "low",
        }

    def _quoted(self, unit: Unit) -> Data:
        self.documents[unit.document] = None
        return {"id": unit.id, "words": self.quoting.words(unit)}

    def _place(self, unit: Unit) -> str:
        form = self.quoting.display.label_form
        return cite_unit(unit, self.quoting.corpus, self.furniture, form)


def _counted(name: Name, counts: Mapping[int, int], numbers: Sequence[int]) -> Data:
    found = [counts.get(number, 0) for number in numbers]
    places = [f"{number} ({count})" for number, count in zip(numbers, found, strict=True) if count]
    return {
        "name": name.name,
        "counts": found,
        "total": sum(found),
        "places": ", ".join(places),
    }


def _listed(names: Iterable[Name]) -> str:
    return "; ".join(name.name for name in names)
