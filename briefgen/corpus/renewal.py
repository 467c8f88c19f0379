"""The compiled twins of a corpus folder made new, after a person has written in its files.

Enters: a corpus folder. Leaves: a fresh twin for each file that is sound; a stale one is a matter
of speed only, and nothing that a person needs to hear of. No twin is deleted: one whose file is
gone tells that it is gone.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from briefgen.corpus import plain_documents
from briefgen.corpus.compiled import read_twin, twin_path, write_twin
from briefgen.corpus.curated import curated_names, curated_parser
from briefgen.corpus.replacement import replace_files
from briefgen.errors import CannotWrite, UnusableInput

if TYPE_CHECKING:
    from pathlib import Path


def renew_twins(folder: Path) -> None:
    """Write the twins that are stale or missing.

    A file at fault is left to the check to tell of; so are twins that cannot be written.
    """
    parsers = {name: curated_parser(name) for name in curated_names(folder)}
    documents = plain_documents.document_names(folder)
    parsers |= {f"documents/{name}": plain_documents.parse for name in documents}
    twins: dict[Path, bytes] = {}
    for name, parse in parsers.items():
        path, twin = folder / f"{name}.yaml", twin_path(folder, name)
        with suppress(OSError, UnusableInput):
            data = path.read_bytes()
            if read_twin(twin, data) is None:
                twins[twin] = write_twin(data, parse(data, str(path)))
    with suppress(CannotWrite):
        replace_files(twins)
