"""What a document tells against itself: doubled bodies, gaps in labels, marks without notes.

Enters: a document as its source has it. Leaves: diagnostics at the lines of the source.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from briefgen.corpus.labels import LETTERS, ROMANS, label_at
from briefgen.diagnostics import Diagnostic, Place, error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.corpus.model import Document, Unit

_BODIES = ("objective-title", "commitment", "action")


def lint(document: Document) -> list[Diagnostic]:
    """Give every finding that no recorded fault of the document covers."""
    return [*_doubled(document), *_note_marks(document), *_label_gaps(document)]


def _doubled(document: Document) -> Iterator[Diagnostic]:
    """Find words that stand under two objectives."""
    bodies: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in document.units:
        if unit.kind in _BODIES and not _covered(document, unit):
            bodies[unit.kind, unit.text].append(unit)
    for units in bodies.values():
        for unit in units[1:]:
            message = f"{unit.id} repeats {units[0].id} word for word"
            yield _at(document, unit, message, "record the fault in faults.yaml")


def _covered(document: Document, unit: Unit) -> bool:
    return any(unit.id.startswith(f"{fault.under}/") for fault in document.faults)


def _note_marks(document: Document) -> Iterator[Diagnostic]:
    """Find marks that no note answers to, and notes that no mark calls."""
    notes = {unit.id: unit for unit in document.units if unit.kind == "note"}
    called: set[str] = set()
    for unit in document.units:
        for span in unit.spans:
            if span.kind == "note":
                called.add(span.value)
                if span.value not in notes:
                    yield _at(document, unit, f"{unit.id} calls {span.value}, which does not exist")
    for name, note in notes.items():
        if name not in called:
            yield _at(document, note, f"no mark calls {name}")


def _label_gaps(document: Document) -> Iterator[Diagnostic]:
    """Find lists and numbered paragraphs whose labels do not follow one another."""
    lists: dict[str, list[Unit]] = defaultdict(list)
    for unit in document.units:
        if unit.kind in ("action", "sub-item"):
            lists[unit.id.rpartition("/")[0]].append(unit)
        elif unit.kind in ("paragraph", "commitment"):
            lists["paragraphs"].append(unit)
        elif unit.kind in ("objective-title", "list-entry", "note"):
            lists[unit.kind].append(unit)
    for units in lists.values():
        numbers = tuple(str(number) for number in range(1, len(units) + 1))
        first = units[0].label
        scheme = numbers if first.isdecimal() else ROMANS if first == "i" else LETTERS
        for index, unit in enumerate(units):
            wanted = label_at(scheme, index)
            if unit.label != wanted:
                message = f"{unit.id} has the label '{unit.label}' where '{wanted}' is due"
                yield _at(document, unit, message)
                break


def _at(document: Document, unit: Unit, message: str, hint: str = "") -> Diagnostic:
    return error(message, Place(document.source.file, unit.lines[0]), hint)
