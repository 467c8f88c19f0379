"""Verification: a delivered file is read from its bytes and held against the corpus.

Enters: bytes that came from anywhere, and the corpus. Leaves: verdicts, traces and quotes found,
as values. How a file was written is not known here: no writer and no library that a writer uses
for writing is imported. The names below are the stage's interface; each is loaded when it is first
used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.verify.findings import Finding, Verdict
    from briefgen.verify.model import Delivered
    from briefgen.verify.quotes import QuoteFinder
    from briefgen.verify.reading import read_delivered
    from briefgen.verify.tracing import Traced, trace
    from briefgen.verify.verifying import manifest_of, verify

__all__ = [
    "Delivered",
    "Finding",
    "QuoteFinder",
    "Traced",
    "Verdict",
    "manifest_of",
    "read_delivered",
    "trace",
    "verify",
]

_HOMES = {
    "Delivered": "model",
    "Finding": "findings",
    "QuoteFinder": "quotes",
    "Traced": "tracing",
    "Verdict": "findings",
    "manifest_of": "verifying",
    "read_delivered": "reading",
    "trace": "tracing",
    "verify": "verifying",
}


def __getattr__(name: str) -> object:
    """Load a public name from its module."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
