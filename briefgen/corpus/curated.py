"""The files of the corpus that people write: which there are, and their compiled twins.

Enters: a corpus folder. Leaves: for each curated file its plain content, checked against its form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefgen.corpus import corrections, crosswalk, faults, homes
from briefgen.corpus.actors import registry
from briefgen.corpus.compiled import twin_path, write_twin
from briefgen.corpus.themes import library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefgen.corpus.compiled import Plain

_PARSERS: Final[dict[str, Callable[[bytes, str], Plain]]] = {
    "catalogue": homes.parse_catalogue,
    "crosswalk": crosswalk.parse,
    "faults": faults.parse,
}
_FOLDERS: Final[dict[str, Callable[[bytes, str], Plain]]] = {
    "actors": registry.parse,
    "corrections": corrections.parse,
    "themes": library.parse,
}
"""Folders of files of one form."""


def curated_names(folder: Path) -> tuple[str, ...]:
    """Give the names of the curated files in a folder, without ``.yaml``."""
    single = [name for name in _PARSERS if (folder / f"{name}.yaml").exists()]
    in_folders = (
        f"{name}/{path.stem}"
        for name in _FOLDERS
        for path in sorted((folder / name).glob("*.yaml"))
    )
    return (*single, *in_folders)


def curated_parser(name: str) -> Callable[[bytes, str], Plain]:
    """Give what reads the curated file of a name."""
    return _PARSERS[name] if name in _PARSERS else _FOLDERS[name.partition("/")[0]]


def compile_curated(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Give the twin of each curated file: its place and its bytes.

    Raises:
        UnusableInput: a file is at fault.
    """
    for name in curated_names(folder):
        path = folder / f"{name}.yaml"
        data = path.read_bytes()
        yield twin_path(folder, name), write_twin(data, curated_parser(name)(data, str(path)))
