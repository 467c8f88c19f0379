"""Files that are asked for by name: a profile or a style, one's own or a shipped one.

Enters: a name or path, and the folders to look in. Leaves: the path of a file. What the files
hold is not known here, nor which folders there are.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, did_you_mean, error
from briefgen.errors import UnusableInput
from briefgen.file_kinds import kind_of, wrong_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.diagnostics import Diagnostic

SUFFIXES = (".yaml", ".yml")
_ENOUGH = 2**16
"""Bytes by which a file is known."""


def is_name(text: str, suffixes: tuple[str, ...] = SUFFIXES) -> bool:
    """Tell a name ("delegation-pack") from a path ("packs/monday.yaml", "../other")."""
    return "/" not in text and "\\" not in text and not text.endswith(suffixes)


def names_in(folders: Sequence[Path], suffixes: tuple[str, ...] = SUFFIXES) -> list[str]:
    """Give the names that can be asked for, in alphabetical order."""
    files = (path for folder in folders if folder.is_dir() for path in folder.iterdir())
    return sorted({path.stem for path in files if path.suffix in suffixes})


def find_named_file(
    kind: str,
    asked: str,
    folders: Sequence[Path],
    place: Place | None = None,
    suffixes: tuple[str, ...] = SUFFIXES,
) -> Path:
    """Find a file by its path, or by its name in the folders; the first folder that has it wins.

    ``kind`` ("profile", "style") and ``place``, where the name was written, are for the message.

    Raises:
        UnusableInput: there is none.
    """
    if not is_name(asked, suffixes):
        path = Path(asked)
        if path.is_file() and (place or not kind_of(_beginning(path))):
            return path
        if path.exists():
            raise UnusableInput([_something_else(kind, asked, suffixes, place)])
        message, hint = f"there is no {kind} at '{asked}'", "check the path"
        raise UnusableInput([error(message, place, hint)])
    for folder in folders:
        for suffix in suffixes:
            path = folder / f"{asked}{suffix}"
            if path.is_file():
                return path
    if place is None and Path(asked).exists():  # a person typed it; no profile opens what it likes
        raise UnusableInput([_something_else(kind, asked, suffixes)])
    hint = did_you_mean(asked, names_in(folders, suffixes))
    raise UnusableInput([error(f"there is no {kind} called '{asked}'", place, hint)])


def _something_else(
    kind: str, asked: str, suffixes: tuple[str, ...], place: Place | None = None
) -> Diagnostic:
    """Say what a path leads to that is asked for as a profile or a style, and is none."""
    path = Path(asked)
    if path.is_dir():
        return error(f"'{asked}' is a folder, not a {kind}", place, f"name the {kind} in it")
    hint = f"name the {kind}, a file that ends in {suffixes[0]}"
    if not path.is_file():  # a pipe or device would never end
        return error(f"'{asked}' is not a file", place, hint)
    return wrong_kind(_beginning(path), Place(asked), f"a {kind}", hint)


def _beginning(path: Path) -> bytes:
    """Give the first bytes of a file, none of one that cannot be read: its reader tells of that."""
    with suppress(OSError), path.open("rb") as stream:
        return stream.read(_ENOUGH)
    return b""
