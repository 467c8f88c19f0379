"""The lint: what documents tell against themselves and one another.

Enters: documents, as their sources have them or with corrections applied. Leaves: findings, each
with its rule, place, severity and the row of a register that would answer it. Nothing is changed.
One module a family of rules; ``mended`` tells what the import did, ``answers`` what people said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.corpus.lint.edges import edges
from briefgen.corpus.lint.findings import RULES, Finding
from briefgen.corpus.lint.numbers import stray_numbers
from briefgen.corpus.lint.order import order
from briefgen.corpus.lint.shapes import shapes
from briefgen.corpus.lint.spelling import misspelt, mixed_spellings, vocabulary
from briefgen.corpus.lint.versions import versions
from briefgen.corpus.lint.wording import slips

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefgen.corpus.model import Document

__all__ = ["RULES", "Finding", "lint"]


def lint(
    documents: Sequence[Document],
    *,
    beside: Sequence[Document] = (),
    shows: Callable[[str], bool] | None = None,
) -> list[Finding]:
    """Give every finding about ``documents``, one after another, in the order of their sources.

    They are held against those ``beside`` them too, of which nothing is told. What stands under a
    recorded fault is left out: it is never printed in its place. ``shows`` tells whether the fonts
    in use have a shape for a character; without it none is looked at.
    """
    sound = [_without_faults(document) for document in documents]
    others = [_without_faults(document) for document in beside]
    words = vocabulary([*sound, *others])
    found = list(versions(sound, others))
    for whole, document in zip(documents, sound, strict=True):
        found += order(whole, document)
        found += slips(document)
        found += stray_numbers(document)
        found += edges(document)
        found += misspelt(document, words)
        found += mixed_spellings(document)
        if shows is not None:
            found += shapes(document, shows)
    units = (unit.id for document in documents for unit in document.units)
    place = {name: at for at, name in enumerate(units)}
    return sorted(found, key=lambda one: (place[one.unit], one.start, one.end, one.rule))


def _without_faults(document: Document) -> Document:
    """Leave out what a fault covers."""
    if not document.faults:
        return document
    prefixes = tuple(f"{fault.under}/" for fault in document.faults)
    return replace(
        document,
        sections=tuple(
            replace(
                section,
                units=tuple(
                    unit for unit in section.units if not f"{unit.id}/".startswith(prefixes)
                ),
            )
            for section in document.sections
        ),
    )
