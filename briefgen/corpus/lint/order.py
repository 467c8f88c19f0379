"""What the units of one document tell against one another: copies, labels, notes, titles.

Enters: a document, and the same without what a fault covers. Leaves: findings.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from briefgen.corpus.labels import LETTERS, ROMANS, label_at
from briefgen.corpus.lint.findings import flag
from briefgen.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.corpus.lint.findings import Finding
    from briefgen.corpus.model import Document, Unit

_BODIES: Final = ("objective-title", "commitment", "action")


def order(document: Document, sound: Document) -> Iterator[Finding]:
    """Find what does not fit together; labels and notes run through what is faulty too."""
    yield from _doubled(sound)
    yield from _notes(document)
    yield from _labels(document)
    yield from _list_titles(sound)
    yield from _commitments(sound)


def _doubled(document: Document) -> Iterator[Finding]:
    """Find words that stand under two objectives."""
    bodies: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in document.units:
        if unit.kind in _BODIES:
            bodies[unit.kind, unit.text].append(unit)
    for units in bodies.values():
        for unit in units[1:]:
            message = f"repeats {units[0].id} word for word"
            hint = "record the fault in faults.yaml"
            yield flag(document, unit, "doubled-text", Severity.ERROR, message, hint=hint)


def _notes(document: Document) -> Iterator[Finding]:
    """Find marks that no note answers to, and notes that no mark calls."""
    notes = {unit.id: unit for unit in document.units if unit.kind == "note"}
    called: set[str] = set()
    for unit in document.units:
        for span in unit.spans:
            if span.kind == "note":
                called.add(span.value)
                if span.value not in notes:
                    message = f"calls {span.value}, which does not exist"
                    yield flag(document, unit, "note-mark", Severity.ERROR, message)
    for name, note in notes.items():
        if name not in called:
            yield flag(document, note, "note-mark", Severity.ERROR, "no mark calls this note")


def _labels(document: Document) -> Iterator[Finding]:
    """Find lists and numbered paragraphs whose labels do not follow one another."""
    lists: dict[str, list[Unit]] = defaultdict(list)
    for unit in document.units:
        if unit.kind in ("action", "sub-item"):
            lists[unit.id.rpartition("/")[0]].append(unit)
        elif unit.kind in ("paragraph", "commitment") and unit.label:
            lists["paragraphs"].append(unit)
        elif unit.kind in ("objective-title", "list-entry", "note"):
            lists[unit.kind].append(unit)
    for units in lists.values():
        numbers = tuple(str(number) for number in range(1, len(units) + 1))
        first = units[0].label
        if not (first.isascii() and (first.islower() or first.isdecimal())):
            continue  # of a scheme that its description declares, and its reading holds it to
        scheme = numbers if first.isdecimal() else ROMANS if first == "i" else LETTERS
        for index, unit in enumerate(units):
            wanted = label_at(scheme, index)
            if unit.label != wanted:
                message = f"the label is '{unit.label}' where '{wanted}' is due"
                yield flag(document, unit, "label-order", Severity.ERROR, message)
                break


def _list_titles(document: Document) -> Iterator[Finding]:
    """Find objectives whose title in the list is not the one of their section."""
    titles = {unit.label: unit for unit in document.units if unit.kind == "objective-title"}
    for entry in document.units:
        title = titles.get(entry.label) if entry.kind == "list-entry" else None
        if title and title.text != entry.text:
            message = f"the list's title is not that of {title.id}: '{title.text}'"
            yield flag(document, entry, "list-title", Severity.WARNING, message)


def _commitments(document: Document) -> Iterator[Finding]:
    """Find objectives that say nothing of what is committed to.

    A document without any is told of once, at its first objective.
    """
    committed = {unit.path[1] for unit in document.units if unit.kind == "commitment"}
    titles = [unit for unit in document.units if unit.kind == "objective-title"]
    bare = [unit for unit in titles if unit.path[1] not in committed]
    if titles and not committed:
        message = "no objective of this document has a commitment"
        yield flag(document, titles[0], "no-commitment", Severity.NOTE, message)
        return
    for unit in bare:
        message = "this objective has no commitment, and others have"
        yield flag(document, unit, "no-commitment", Severity.WARNING, message)
