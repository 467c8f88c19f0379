"""The corpus: what may be quoted, where it comes from, and the proof that it is the source's.

Readers make documents of sources, ``importing`` stores them, ``store`` gives them back unit by
unit. The names below are the stage's interface; each is loaded when it is first used, since a
build needs none of the libraries that an import does.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.corpus.checks import check_corpus
    from briefgen.corpus.chosen_documents import choose_documents
    from briefgen.corpus.export import export_units, exported
    from briefgen.corpus.importing import ImportReport, import_sources
    from briefgen.corpus.raw_check import check_raw
    from briefgen.corpus.store import Corpus

__all__ = [
    "Corpus",
    "ImportReport",
    "check_corpus",
    "check_raw",
    "choose_documents",
    "export_units",
    "exported",
    "import_sources",
]

_HOMES = {
    "Corpus": "store",
    "ImportReport": "importing",
    "check_corpus": "checks",
    "check_raw": "raw_check",
    "choose_documents": "chosen_documents",
    "export_units": "export",
    "exported": "export",
    "import_sources": "importing",
}


def __getattr__(name: str) -> object:
    """Load a public name from its module."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
