"""Objectives, sections and single units of running text, found in the corpus.

Enters: a corpus, a document and what a profile entry asks of it. Leaves: items of a ``TextPart``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.selection.model import ObjectiveChoice

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from briefgen.corpus import Corpus
    from briefgen.corpus.model import Document, Unit

_PART_DEPTH = 3
"""Parts of the id of a title, a commitment, an action; sub-items have more."""
PARTS = ("title", "commitment", "chapeau", "actions")
"""The parts of an objective, in the order in which they stand."""


def objective_numbers(document: Document) -> tuple[int, ...]:
    """Give the numbers of the objectives that a document has, in its order."""
    found: dict[int, None] = {}
    for unit in document.units:
        if unit.kind == "objective-title":
            found[int(unit.path[1])] = None
    return tuple(found)


def choose_objective(
    corpus: Corpus,
    document: Document,
    number: int,
    *,
    parts: Collection[str] = PARTS,
    letters: Collection[str] | None = None,
    draft: bool = False,
) -> ObjectiveChoice:
    """Choose an objective's parts; ``letters`` narrows its actions.

    Where the document's own words are faulty (002's Objective 20 is a copy of Objective 2), none
    of them are chosen: the title comes from the text that the fault names, and so do, when
    ``draft`` asks for it, the actions of the earlier draft.
    """
    prefix = f"{document.id}/{number}"
    fault = corpus.fault(prefix)
    if fault is not None:
        title = corpus.find(fault.title)
        assert title is not None, fault
        instead = None
        if draft and fault.instead:
            other = corpus.document(fault.instead.split("/")[0])
            instead = choose_objective(corpus, other, number, parts=parts, letters=letters)
        return ObjectiveChoice(document, number, title, fault=fault, draft=instead)
    all_units = corpus.under(prefix)
    units = {unit.path[2]: unit for unit in all_units if len(unit.path) == _PART_DEPTH}
    actions = {unit.path[2]: unit for unit in units.values() if unit.kind == "action"}
    chosen = [letter for letter in actions if letters is None or letter in letters]
    if "actions" not in parts:
        actions, chosen = {}, []
    return ObjectiveChoice(
        document,
        number,
        units["title"],
        commitment=units.get("commitment") if "commitment" in parts else None,
        chapeau=units.get("chapeau") if "chapeau" in parts else None,
        actions=tuple(actions[letter] for letter in chosen),
        sub_items=tuple(
            unit for unit in all_units if len(unit.path) > _PART_DEPTH and unit.path[2] in chosen
        ),
        letters=tuple(actions),
    )


def gather(
    corpus: Corpus, document: Document, units: Sequence[Unit], *, draft: bool = False
) -> tuple[Unit | ObjectiveChoice, ...]:
    """Gather units into what a reader needs: an objective's parts under its title, in order.

    A sub-item brings the paragraph above it along, so that it can be understood.
    """
    items: list[Unit | ObjectiveChoice] = []
    for unit in units:
        if not _of_objective(unit):
            items.extend(_with_parents(corpus, unit, items))
            continue
        number = int(unit.path[1])
        last = items[-1] if items else None
        if not (isinstance(last, ObjectiveChoice) and last.number == number):
            last = choose_objective(corpus, document, number, parts=(), draft=draft)
            if last.fault is None:
                whole = choose_objective(corpus, document, number)
                last = replace(last, letters=whole.letters)
            items.append(last)
        if last.fault is None:
            items[-1] = _with_part(corpus, last, unit)
    return tuple(_without_letters_if_none(item) for item in items)


def _of_objective(unit: Unit) -> bool:
    kinds = {"objective-title", "commitment", "chapeau", "action", "sub-item"}
    return unit.kind in kinds and unit.path[1].isdigit()


def _with_part(corpus: Corpus, choice: ObjectiveChoice, unit: Unit) -> ObjectiveChoice:
    match unit.kind:
        case "commitment":
            return replace(choice, commitment=unit)
        case "chapeau":
            return replace(choice, chapeau=unit)
        case "action":
            return replace(choice, actions=(*choice.actions, unit))
        case "sub-item":
            return _with_sub_item(corpus, choice, unit)
        case _:
            return choice


def _with_sub_item(corpus: Corpus, choice: ObjectiveChoice, unit: Unit) -> ObjectiveChoice:
    """Add a sub-item, with the action and the sub-items that it stands below."""
    present = {one.id for one in (*choice.actions, *choice.sub_items)}
    for length in range(_PART_DEPTH, len(unit.path)):
        above = corpus.find("/".join(unit.path[:length]))
        if above and above.id not in present:
            choice = _with_part(corpus, choice, above)
    return replace(choice, sub_items=(*choice.sub_items, unit))


def _without_letters_if_none(item: Unit | ObjectiveChoice) -> Unit | ObjectiveChoice:
    """An objective of which no action was asked for has no gaps to show."""
    if isinstance(item, ObjectiveChoice) and not item.actions:
        return replace(item, letters=())
    return item


def _with_parents(
    corpus: Corpus, unit: Unit, before: Iterable[Unit | ObjectiveChoice]
) -> list[Unit]:
    """Give the paragraphs above a sub-item that are not there yet, and the unit itself."""
    present = {one.id for one in before if not isinstance(one, ObjectiveChoice)}
    above: list[Unit] = []
    parts = unit.path
    if unit.kind == "sub-item":
        for length in range(3, len(parts)):
            parent = corpus.find("/".join(parts[:length]))
            if parent is not None and parent.id not in present:
                above.append(parent)
    return above if unit.id in present else [*above, unit]
