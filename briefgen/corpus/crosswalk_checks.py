"""Do the items and the evidence of the crosswalk exist, and is there some for each objective?

Enters: a corpus folder and its corpus, verbatim. Leaves: every finding, at the row's line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.corpus.crosswalk import load_crosswalk
from briefgen.diagnostics import Diagnostic, error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefgen.corpus.crosswalk import Link
    from briefgen.corpus.store import Corpus


def check_crosswalk(folder: Path, corpus: Corpus) -> Iterator[Diagnostic]:
    """Hold the ties of a folder against its documents.

    Raises:
        UnusableInput: the file is at fault.
    """
    for link in load_crosswalk(folder):
        if not corpus.under(link.item):
            message = f"there is no item '{link.item}'"
            yield error(message, link.place, corpus.nearest(link.item))
        yield from _evidence(corpus, link)
        proven = {proof.unit.split("/")[1] for proof in link.evidence}
        if link.evidence and str(link.objective) not in proven:
            message = f"no evidence for {link.item} is of objective {link.objective}"
            yield error(message, link.place, "quote a unit of that objective")


def _evidence(corpus: Corpus, link: Link) -> Iterator[Diagnostic]:
    for proof in link.evidence:
        unit = corpus.find(proof.unit)
        if unit is None:
            message = f"there is no unit '{proof.unit}'"
            yield error(message, link.place, corpus.nearest(proof.unit))
        elif corpus.fault(proof.unit):
            yield error(f"{proof.unit} is faulty and proves nothing", link.place)
        elif proof.quote not in unit.text:
            yield error(f"'{proof.quote}' does not stand in {proof.unit}", link.place)
