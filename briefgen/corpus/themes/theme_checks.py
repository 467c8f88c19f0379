"""Do the units that themes name exist, and do the words quoted stand in them?

Enters: a corpus folder and its corpus, verbatim. Leaves: every finding, at the row's line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.corpus.folding import fold_name
from briefgen.corpus.homes import SHIPPED
from briefgen.corpus.store import Corpus
from briefgen.corpus.themes.library import LISTING, load_themes
from briefgen.diagnostics import Diagnostic, error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefgen.corpus.themes.model import Member, Theme


def check_themes(folder: Path, corpus: Corpus) -> Iterator[Diagnostic]:
    """Hold the themes of a folder against its documents, and against the shipped ones.

    Raises:
        UnusableInput: a file is at fault.
    """
    shipped = corpus if folder == SHIPPED else Corpus(text="verbatim")
    own = str(folder / LISTING.folder)
    taken: dict[str, Theme] = {}
    for theme in load_themes(dict.fromkeys((SHIPPED, folder))):
        for name in dict.fromkeys(map(fold_name, theme.names)):
            other = taken.setdefault(name, theme)
            if other is not theme and theme.place.file.startswith(own):
                message = f"'{name}' means '{other.id}' already"
                yield error(message, theme.place, "give each name to one theme")
        for member in theme.members:
            if member.place.file.startswith(own):
                document = member.unit.split("/", 1)[0]
                yield from _member(corpus if document in corpus.document_ids else shipped, member)


def _member(corpus: Corpus, member: Member) -> Iterator[Diagnostic]:
    units = corpus.under(member.unit)
    if not units:
        message = f"there is nothing under '{member.unit}'"
        yield error(message, member.place, corpus.nearest(member.unit))
    elif all(corpus.fault(unit.id) for unit in units):
        yield error(f"{member.unit} is faulty and proves nothing", member.place)
    elif not any(member.quote in unit.text for unit in units if not corpus.fault(unit.id)):
        yield error(f"'{member.quote}' does not stand in {member.unit}", member.place)
