"""How files reach their folder: each whole or not at all, and none outside it.

Enters: names and bytes. Leaves: files. What was there before stays until its successor is whole.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from briefgen.diagnostics import Diagnostic, Place, error
from briefgen.errors import CannotWrite

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Content: TypeAlias = bytes | Callable[[], bytes]

_FORBIDDEN = set('/\\:*?"<>|\0')
"""Characters that a file name cannot have on one system or another."""

_DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
}
"""Names that are devices on Windows, whatever follows their first dot."""


def check_names(names: Mapping[str, Place]) -> list[Diagnostic]:
    """Find the names that would leave the folder, or that no system takes."""
    return [
        error(
            f"'{name}' cannot be the name of a file in the output folder",
            place,
            "rename the profile: letters, digits, hyphens and dots",
        )
        for name, place in names.items()
        if name.startswith(".")
        or name.endswith((".", " "))
        or set(name) & _FORBIDDEN
        or name.split(".")[0].strip().lower() in _DEVICES
        or not name.isprintable()
    ]


def deliver(folder: Path, files: Mapping[str, Content]) -> list[Path]:
    """Write all ``files`` into ``folder``; if one cannot be written, none is put in place.

    What is given as something to call is made when its turn comes, and not kept in memory.
    Names may hold folders (``profiles/mine.yaml``). A program that is killed leaves no file half
    written: at most a hidden one, whose name starts with a dot and ends in eight random letters.

    Raises:
        CannotWrite: the folder cannot be made or written to, or the disk is full.
    """
    waiting: list[tuple[Path, Path]] = []
    try:
        if folder.exists() and not folder.is_dir():
            raise NotADirectoryError(20, "a file has that name", str(folder))
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_dir():
                raise IsADirectoryError(21, "a folder has that name", str(target))
            waiting.append((_write_beside(target, data() if callable(data) else data), target))
        for temporary, target in waiting:
            temporary.replace(target)
    except OSError as fault:
        for temporary, _ in waiting:
            with suppress(OSError):
                temporary.unlink()
        where = Place(str(fault.filename or folder))
        raise CannotWrite.because(
            f"cannot write to '{folder}': {fault.strerror or fault}",
            where,
            "choose another folder with --out, or make room in this one",
        ) from None
    return [target for _, target in waiting]


def _write_beside(target: Path, data: bytes) -> Path:
    """Write to a file of another name in the same folder, down to the disk."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode())
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _mode() -> int:
    """Give the rights that a new file has here; mkstemp gives it to its owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
