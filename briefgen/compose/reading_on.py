"""What reads on as one text: the sections that one entry asks for, and the notes that they call.

Enters: the parts of a selection. Leaves: parts, with those that belong together made one, so that
an opening and its preamble are cited once; and the notes that stand at the foot of pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.selection import ObjectiveChoice, TextPart, units_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefgen.corpus.model import Unit
    from briefgen.diagnostics import Place
    from briefgen.selection import Part


def read_on(parts: Iterable[Part], reasons: Mapping[str, Place]) -> list[Part]:
    """Give the parts, sections of one entry that follow one another made one.

    ``reasons`` gives the place of the entry that chose each unit.
    """
    joined: list[Part] = []
    for part in parts:
        entry = _entry(part, reasons)
        before = joined[-1] if joined else None
        if (
            isinstance(part, TextPart)
            and isinstance(before, TextPart)
            and entry is not None
            and entry == _entry(before, reasons)
            and before.document is part.document
        ):
            joined[-1] = replace(before, items=(*before.items, *part.items))
        else:
            joined.append(part)
    return joined


def notes_called(parts: Iterable[Part]) -> frozenset[str]:
    """Give the ids of the notes that words of some parts call."""
    return frozenset(
        span.value
        for part in parts
        for unit in units_of(part)
        for span in unit.spans
        if span.kind == "note"
    )


def without_notes(part: TextPart, called: frozenset[str]) -> tuple[Unit | ObjectiveChoice, ...]:
    """Give what of a part stands in the text: not the notes that stand at the foot of a page.

    Notes that were named one by one, and nothing else with them, are what was asked for.
    """
    items = [
        item for item in part.items if isinstance(item, ObjectiveChoice) or item.id not in called
    ]
    return tuple(items) if items or part.section else part.items


def _entry(part: Part, reasons: Mapping[str, Place]) -> Place | None:
    """Give the entry that asked for a section whose units read on, None for any other part."""
    if not isinstance(part, TextPart) or not part.section:
        return None
    if any(_stands_alone(item) for item in part.items):
        return None
    return next((reasons.get(unit.id) for unit in units_of(part)), None)


def _stands_alone(item: Unit | ObjectiveChoice) -> bool:
    return isinstance(item, ObjectiveChoice) or item.kind == "letter"
