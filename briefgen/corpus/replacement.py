"""The writing of several files that belong together: all of them, or none.

Enters: paths and bytes. Leaves: the files. What they hold is not known here.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place
from briefgen.errors import CannotWrite

if TYPE_CHECKING:
    from collections.abc import Mapping


def replace_files(contents: Mapping[Path, bytes]) -> None:
    """Write every file whole, making folders as needed.

    All are first written beside their places under passing names; only when the last is on disk
    are they moved, in the order given. If a move fails, those already moved are put back as they
    were. Whoever is killed between two moves leaves what comes last as it was.

    Raises:
        CannotWrite: the folder refuses; every file is then as it was before.
    """
    waiting: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    place = None
    try:
        for place, data in contents.items():
            place.parent.mkdir(parents=True, exist_ok=True)
            before[place] = place.read_bytes() if place.exists() else None
            waiting[place] = _passing_beside(place)
            waiting[place].write_bytes(data)
        for place, passing in waiting.items():
            passing.replace(place)
    except KeyboardInterrupt:
        _undo(waiting, before)
        raise
    except OSError as fault:
        _undo(waiting, before)
        message = f"the corpus cannot be written: {fault.strerror}"
        where = Place(str(place)) if place else None
        raise CannotWrite.because(message, where, "nothing was changed") from None


def _passing_beside(place: Path) -> Path:
    """Make a file with a passing name in the same folder, so that the move is one step."""
    handle, name = mkstemp(dir=place.parent, prefix=f".{place.name}.")
    os.close(handle)
    passing = Path(name)
    passing.chmod(0o644)
    return passing


def _undo(waiting: Mapping[Path, Path], before: Mapping[Path, bytes | None]) -> None:
    for place, passing in waiting.items():
        if passing.exists():
            passing.unlink()
        else:
            _put_back(place, before[place])


def _put_back(place: Path, earlier: bytes | None) -> None:
    with suppress(OSError):
        if earlier is None:
            place.unlink()
        else:
            place.write_bytes(earlier)
