"""What a check of a delivered file finds: each fault with its place, what is there and what should.

Enters: nothing. Leaves: frozen types that the checks make and that are printed as text or JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from msgspec import Struct, field

if TYPE_CHECKING:
    from briefgen.manifest.model import Identity
    from briefgen.verify.model import Delivered, Spot

Kind = Literal[
    "changed",
    "lost",
    "added",
    "order",
    "label",
    "locator",
    "heading",
    "table",
    "mark",
    "note",
    "unlisted",
    "contents",
    "corpus",
    "own",
    "parity",
]

KINDS: Final[dict[Kind, str]] = {
    "changed": "quoted words were changed",
    "lost": "quoted words are missing",
    "added": "words were added inside a quotation",
    "order": "quotations do not stand in their order",
    "label": "a label is not the official one",
    "locator": "what is said of a quotation's origin is wrong",
    "heading": "a quotation stands under another heading",
    "table": "a quotation stands in another row or column",
    "mark": "the mark of a note is wrong or in the wrong place",
    "note": "a footnote does not say what it should",
    "unlisted": "words of the corpus that the pack did not quote",
    "contents": "the contents list names a heading wrongly",
    "corpus": "the corpus at hand has other words than the pack was made from",
    "own": "a PDF's own words were changed since it was built",
    "parity": "two files of one pack differ",
}
"""What each kind of finding means."""


class Finding(Struct, frozen=True):
    """One fault. ``unit`` is the unit that it is about, "" where it is about none."""

    kind: Kind
    spot: Spot
    message: str
    unit: str = ""
    expected: str = ""
    found: str = ""
    pending: bool = False
    """Tracked changes are pending there, which were read as if accepted."""

    def as_data(self) -> dict[str, Any]:
        """Give the same as plain data, for ``--json``."""
        cell = self.spot.cell
        return {
            "kind": self.kind,
            "unit": self.unit or None,
            "page": self.spot.page or None,
            "paragraph": self.spot.paragraph or None,
            "note": self.spot.note or None,
            "cell": {"table": cell[0], "row": cell[1], "column": cell[2]} if cell else None,
            "message": self.message,
            "expected": self.expected or None,
            "found": self.found or None,
            "pending": self.pending,
        }

    def lines(self, file: str) -> list[str]:
        """Give the same as a person reads it: where and what, then expected and found."""
        where = f"{file}, {self.spot}" if str(self.spot) else file
        about = f" ({self.unit})" if self.unit else ""
        pending = "; tracked changes are pending there" if self.pending else ""
        told = [f"{where}: {self.message}{about}{pending}"]
        if self.expected:
            told.append(f"  expected: {self.expected}")
        if self.found:
            told.append(f"  found:    {self.found}")
        return told


class Counts(Struct, frozen=True):
    """What was held against the corpus, and what is the delegation's own."""

    passages: int = 0
    quotations: int = 0
    units: int = 0
    words: int = 0
    notes: int = 0
    headings: int = 0
    cells: int = 0
    own_edited: int = 0
    own_added: int = 0
    own_removed: int = 0

    def as_data(self) -> dict[str, int]:
        """Give the same as plain data."""
        return {
            "passages": self.passages,
            "quotations": self.quotations,
            "units": self.units,
            "quoted-words": self.words,
            "notes": self.notes,
            "headings": self.headings,
            "cells": self.cells,
            "own-passages-edited": self.own_edited,
            "own-passages-added": self.own_added,
            "own-passages-removed": self.own_removed,
        }


class Verdict(Struct, frozen=True):
    """What became of one file: it says what the corpus says, if nothing was found."""

    file: Delivered
    identity: Identity
    counts: Counts
    findings: tuple[Finding, ...] = ()
    remarks: tuple[str, ...] = field(default=())

    @property
    def holds(self) -> bool:
        """Tell whether the file says what the corpus says."""
        return not self.findings

    def as_data(self) -> dict[str, Any]:
        """Give the same as plain data, for ``--json``."""
        identity = self.identity
        return {
            "file": self.file.name,
            "sha256": self.file.sha256,
            "verified": self.holds,
            "manifest": {
                "program": identity.program,
                "profile": identity.profile,
                "text": identity.text,
                "documents": dict(identity.documents),
                "verified-when-built": identity.verified,
            },
            "counts": self.counts.as_data(),
            "findings": [one.as_data() for one in self.findings],
            "remarks": list(self.remarks),
        }
