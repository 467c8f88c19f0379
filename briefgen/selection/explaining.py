"""Why each unit of a pack is in it: the entry of the profile that chose it.

Enters: a corpus and a ``Selection``. Leaves: reasons, in the order of printing. What is not in a
pack is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.selection.choosing import units_of
from briefgen.selection.model import TablePart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.corpus import Corpus
    from briefgen.corpus.model import Unit
    from briefgen.diagnostics import Place
    from briefgen.selection.model import Selection


class Reason(Struct, frozen=True):
    """A unit that a pack prints, and the place of the entry that chose it.

    ``through`` is the id of what it came with, such as the paragraph that calls a footnote; "" for
    a unit that the entry chose itself.
    """

    unit: Unit
    place: Place
    through: str = ""


def explain(corpus: Corpus, selection: Selection) -> tuple[Reason, ...]:
    """Give the reason of each unit that is printed, each once, in the order of printing."""
    reasons: dict[str, Reason] = {}
    for reason in _reasons(corpus, selection):
        reasons.setdefault(reason.unit.id, reason)
    return tuple(reasons.values())


def _reasons(corpus: Corpus, selection: Selection) -> Iterator[Reason]:
    for part in selection.parts:
        units = list(units_of(part))
        if isinstance(part, TablePart) and units:
            place = selection.reasons[units[0].id]
            yield from (Reason(head, place, part.rows[0].id) for head in part.heads)
        for unit in units:
            place = selection.reasons[unit.id]
            yield Reason(unit, place)
            for span in unit.spans:
                note = corpus.find(span.value) if span.kind == "note" else None
                if note:
                    yield Reason(note, place, unit.id)
