"""Which folder each document of the corpus lives in: the shipped one, or one of the user's own.

Enters: corpus folders, the first of which is the one that others stand beside. Leaves: ids with
their folders, in the order of listing. What is in a document is not known here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefgen.corpus import plain_documents
from briefgen.corpus.compiled import load_plain
from briefgen.diagnostics import Diagnostic, Place, error
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.corpus.compiled import Plain

SHIPPED: Final = Path(__file__).resolve().parent / "data"
"""The folder of the corpus that travels inside the package."""


def find_homes(folders: Sequence[Path]) -> dict[str, Path]:
    """Give the folder of each document, by its id.

    No document hides another: an id that two folders give to different texts is an error. A copy
    of a document, byte for byte, is no other text, and the first is used.

    Raises:
        UnusableInput: with every id that means two documents, or a catalogue at fault.
    """
    homes: dict[str, Path] = {}
    faults: list[Diagnostic] = []
    for folder in folders:
        for name in list_documents(folder):
            first = homes.setdefault(name, folder)
            if first is not folder and _file(first, name) != _file(folder, name):
                whose = "the shipped corpus" if first == SHIPPED else str(first)
                place = Place(str(folder / "documents" / f"{name}.yaml"))
                hint = "give it another id in its description, and import it again"
                faults.append(error(f"{whose} has another document '{name}'", place, hint))
    if faults:
        raise UnusableInput(faults)
    return homes


def list_documents(folder: Path) -> tuple[str, ...]:
    """Give the ids of the documents in a folder: in the catalogue's order, then any others.

    Raises:
        UnusableInput: the catalogue is at fault.
    """
    stored = plain_documents.document_names(folder)
    if not (folder / "catalogue.yaml").exists():
        return stored
    listed = load_plain(folder, "catalogue", parse_catalogue)
    return (
        *(name for name in listed if name in stored),
        *(name for name in stored if name not in listed),
    )


def parse_catalogue(data: bytes, file: str) -> Plain:
    """Give the ids that a catalogue lists, the slow way.

    Raises:
        UnusableInput: with every fault of the file.
    """
    from briefgen.corpus.catalogue import read_catalogue  # noqa: PLC0415 - needs pydantic

    return [entry.id for entry in read_catalogue(data, file).documents]


def _file(folder: Path, name: str) -> bytes:
    return (folder / "documents" / f"{name}.yaml").read_bytes()
