"""The documents that a person means by their ids, or by the files that they come from.

Enters: a catalogue's folder and names. Leaves: ids. No source is read here, save to see that a file
that was named is the one that the catalogue means.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.corpus.importing import load_catalogue
from briefgen.corpus.source_files import read_source_file
from briefgen.diagnostics import Diagnostic, Place, did_you_mean, error
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.corpus.catalogue import SourceFile


def choose_documents(folders: Sequence[Path], names: Sequence[str]) -> frozenset[str]:
    """Give the ids of the documents that are named, by id or by a source's file.

    Raises:
        UnusableInput: with every name that no catalogue of the folders knows, or a file that is
            not the one that the catalogue describes.
    """
    known: dict[str, tuple[str, SourceFile | None]] = {}
    for folder in folders:
        for entry in load_catalogue(folder).documents:
            known.setdefault(entry.id, (entry.id, None))
            for source in (entry.source, *entry.transcripts):
                known.setdefault(source.file, (entry.id, source))
    chosen: set[str] = set()
    faults: list[Diagnostic] = []
    for name in names:
        meant = known.get(name) or known.get(Path(name).name)
        if not meant:
            hint = did_you_mean(Path(name).name, known)
            faults.append(error(f"no document or source of the corpus is '{name}'", hint=hint))
            continue
        document, described = meant
        if described and not _is_source(Path(name), described):
            hint = "check reads the corpus's own sources; 'briefgen corpus import' takes in others"
            message = "not the file that the catalogue describes: its hash is another"
            faults.append(error(message, Place(name), hint))
        chosen.add(document)
    if faults:
        raise UnusableInput(faults)
    return frozenset(chosen)


def _is_source(path: Path, source: SourceFile) -> bool:
    """Say whether a file is the source; a mere name, with no such file here, always is."""
    if not path.is_file():
        return True
    return sha256(read_source_file(path)).hexdigest() == source.sha256
