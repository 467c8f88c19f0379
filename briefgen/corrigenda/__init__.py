"""Corrigenda: what has changed between two builds of a pack, and which sheets are to be exchanged.

Enters: two finished files, as they were printed. Leaves: a ``Corrigendum``, the Pack of its note,
and the sheets to print. How a pack was made is not known here: what counts is what stands on paper.
The names below are the stage's interface; each is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.corrigenda.comparing import compare
    from briefgen.corrigenda.model import Corrigendum, PrintedFile
    from briefgen.corrigenda.note import note_pack
    from briefgen.corrigenda.reading import read_printed
    from briefgen.corrigenda.reprinting import reprint

__all__ = ["Corrigendum", "PrintedFile", "compare", "note_pack", "read_printed", "reprint"]

_HOMES = {
    "Corrigendum": "model",
    "PrintedFile": "model",
    "compare": "comparing",
    "note_pack": "note",
    "read_printed": "reading",
    "reprint": "reprinting",
}


def __getattr__(name: str) -> object:
    """Load a public name from its module."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
