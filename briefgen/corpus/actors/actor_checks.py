"""Is the list of names sound, and does each name stand in some document?

Enters: a corpus folder and its corpus, verbatim. Leaves: every finding, at the row's line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.corpus.actors.registry import LISTING, load_actors
from briefgen.corpus.homes import SHIPPED
from briefgen.diagnostics import Diagnostic, warning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefgen.corpus.store import Corpus


def check_actors(folder: Path, corpus: Corpus) -> Iterator[Diagnostic]:
    """Hold the names of a folder against its documents.

    Raises:
        UnusableInput: a file is at fault.
    """
    actors = load_actors(dict.fromkeys((SHIPPED, folder)))
    documents = map(corpus.document, corpus.document_ids)
    named = {one.name.id for one in actors.occurrences(documents)}
    own = str(folder / LISTING.folder)
    for name in actors:
        if name.id not in named and name.place.file.startswith(own):
            message = f"no document names '{name.name}'"
            yield warning(message, name.place, "add a variant, or take it out")
