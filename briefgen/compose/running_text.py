"""Running text as plain data: objectives, paragraphs, principles, letters, in source order.

Enters: a part of a selection. Leaves: its items, with locators, and signs where something is left
out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.locators import objective_locator, quoted_text, text_locator
from briefgen.compose.omissions import in_runs, mark_gaps, with_gaps
from briefgen.compose.reading_on import without_notes
from briefgen.selection import ObjectiveChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.template_data import Data, TemplateData
    from briefgen.corpus.model import Document, Unit
    from briefgen.selection import TextPart

_WITH_OWN_LOCATOR = {"heading", "letter"}
"""Items before which, or within which, the locator of a run does not stand."""
_WITH_SUB_ITEMS = {"paragraphs", "principles", "plain"}


def running_text(
    shared: TemplateData, part: TextPart, called: frozenset[str], level: int
) -> list[Data]:
    """Give the items of a part; notes that are ``called`` elsewhere stand at the feet of pages."""
    items: list[Data] = []
    run: list[Unit] = []
    has_heading = False
    for item in (*without_notes(part, called), None):
        if isinstance(item, ObjectiveChoice) or item is None or item.kind == "heading":
            items += _run(shared, part.document, run, level + has_heading)
            run = []
        if isinstance(item, ObjectiveChoice):
            items.append(_objective(shared, item, level + has_heading))
        elif item is not None and item.kind == "heading":
            has_heading = True
            items.append(shared.unit_heading(item, level))
        elif item is not None:
            run.append(item)
    return items


def _run(shared: TemplateData, document: Document, units: list[Unit], level: int) -> list[Data]:
    """Give a run of units without objectives: a locator, then groups of one kind each."""
    if not units:
        return []
    if shared.actions == "none":
        line = text_locator(document, units, shared.furniture)
        return [{"kind": "locator", "words": line}]
    items: list[Data] = []
    for unit in units:
        if unit.kind == "sub-heading":
            items.append(shared.unit_heading(unit, level))
        elif unit.kind == "letter":
            items.append(_letter(shared, document, unit, level))
        else:
            _add(shared, unit, items)
    quoted = [unit for unit in units if unit.kind != "letter"]
    if quoted:
        line = text_locator(document, quoted, shared.furniture)
        items.insert(_place_of_locator(items), {"kind": "locator", "words": line})
    return _with_omissions(document, items)


def _add(shared: TemplateData, unit: Unit, items: list[Data]) -> None:
    """Put a unit in the group it belongs to, opening one where the kind changes."""
    last = items[-1] if items else {}
    data = shared.passage(unit)
    kind = {
        "paragraph": "paragraphs",
        "commitment": "paragraphs",
        "sub-item": "paragraphs",
        "principle": "principles",
        "list-entry": "entries",
        "note": "entries",
    }.get(unit.kind, "plain")
    if unit.kind == "paragraph" and not unit.label:
        kind = "plain"
    if unit.kind == "sub-item" and last.get("kind") in _WITH_SUB_ITEMS:
        siblings = _children(last["items"], unit.path[:-1])
        siblings.append(data)
    elif last.get("kind") == kind and last.get("unit_kind") == unit.kind:
        last["items"].append(data)
    else:
        items.append({"kind": kind, "unit_kind": unit.kind, "items": [data]})


def _with_omissions(document: Document, items: list[Data]) -> list[Data]:
    known = [unit.id for unit in document.units]
    for item in items:
        if item["kind"] not in _WITH_SUB_ITEMS:
            continue
        for data in item["items"]:
            mark_gaps(data, known)
        if item["kind"] == "paragraphs":
            item["items"] = in_runs(item["items"])
    return items


def _objective(shared: TemplateData, choice: ObjectiveChoice, level: int) -> Data:
    data: Data = {
        "kind": "objective",
        "heading": shared.heading(
            shared.quoting.words(choice.title), f"{choice.document.id}-{choice.number}", level
        )
        | {
            "label": shared.furniture.objectives([choice.number]),
            "unit": choice.title.id,
        },
        "locator": objective_locator(choice, shared.furniture, shared.label_form),
        "commitment": shared.unit(choice.commitment) if choice.commitment else None,
        "chapeau": shared.unit(choice.chapeau)
        if choice.chapeau and shared.actions != "none"
        else None,
        "actions": in_runs(_actions(shared, choice)),
        "fault": None,
        "draft": None,
    }
    if choice.fault:
        title_from = shared.quoting.corpus.document(choice.title.document)
        data["locator"] = shared.furniture.fill(
            "title-from", text=quoted_text(title_from, shared.furniture)
        )
        data["fault"] = {
            "title": shared.furniture["final-actions-missing"],
            "statement": choice.fault.statement,
        }
    if choice.draft:
        draft = _objective(shared, choice.draft, level)
        source = quoted_text(choice.draft.document, shared.furniture)
        draft["notice"] = shared.furniture.fill("draft-instead", text=source)
        data["draft"] = draft
    return data


def _actions(shared: TemplateData, choice: ObjectiveChoice) -> list[Data]:
    """Give the actions with their sub-items, and signs of what is left out."""
    if shared.actions == "none":
        return []
    known = [unit.id for unit in choice.document.units]
    actions: dict[str, Data] = {}
    for unit in choice.actions:
        action = actions[unit.path[-1]] = shared.passage(unit)
        if shared.actions == "letters":
            continue
        there = {unit.id: action}
        for below in choice.sub_items:
            if below.id.startswith(f"{unit.id}/"):
                there[below.id] = shared.unit(below)
                there[below.id.rpartition("/")[0]]["children"].append(there[below.id])
        mark_gaps(action, known)
    if shared.actions == "letters" or len(actions) in {0, len(choice.letters)}:
        return list(actions.values())
    return with_gaps(choice.letters, actions)


def _letter(shared: TemplateData, document: Document, unit: Unit, level: int) -> Data:
    label = shared.furniture.fill("covering-letter", number=unit.path[2])
    return {
        "kind": "letter",
        "heading": shared.heading(label, unit.id, level),
        "locator": text_locator(document, [unit], shared.furniture),
        "unit": unit.id,
        "paragraphs": shared.quoting.paragraphs(unit),
    }


def _place_of_locator(items: Sequence[Data]) -> int:
    """Give the place of the first words that a locator stands above; below a title of all."""
    words = (at for at, item in enumerate(items) if item["kind"] not in _WITH_OWN_LOCATOR)
    return (at := next(words)) + (items[at].get("unit_kind") == "document-title")


def _children(items: list[Data], path: tuple[str, ...]) -> list[Data]:
    """Find the list that a sub-item belongs to: below the item whose id is ``path``."""
    wanted = "/".join(path)
    level = items
    while level:
        last = next((one for one in reversed(level) if not one["omission"]), None)
        if last is None or last["id"] == wanted:
            return last["children"] if last else level
        level = last["children"]
    return items
