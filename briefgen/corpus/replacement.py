"""The writing of several files that belong together: all of them, or none.

Enters: paths and bytes. Leaves: the files. What they hold is not known here.
"""

from __future__ import annotations

import os
from contextlib import suppress
from tempfile import mkstemp
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place
from briefgen.errors import CannotWrite

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def replace_files(contents: Mapping[Path, bytes]) -> None:
    """Write every file whole, making folders as needed.

    All are first written beside their places under passing names; only when the last is on disk
    are they moved. If a move fails, those already moved are put back as they were.

    Raises:
        CannotWrite: the folder refuses; every file is then as it was before.
    """
    waiting: dict[Path, str] = {}
    before: dict[Path, bytes | None] = {}
    place = next(iter(contents), None)
    try:
        for place, data in contents.items():
            place.parent.mkdir(parents=True, exist_ok=True)
            before[place] = place.read_bytes() if place.exists() else None
            handle, waiting[place] = mkstemp(dir=place.parent, prefix=f".{place.name}.")
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            os.chmod(waiting[place], 0o644)  # noqa: PTH101 - mkstemp gives a string
        moved: list[Path] = []
        try:
            for place, passing in waiting.items():
                os.replace(passing, place)  # noqa: PTH105 - mkstemp gives a string
                moved.append(place)
        except OSError:
            _put_back(before, moved)
            raise
    except OSError as fault:
        for passing in waiting.values():
            with suppress(OSError):
                os.unlink(passing)  # noqa: PTH108 - mkstemp gives a string
        message = f"the corpus cannot be written: {fault.strerror}"
        where = Place(str(place)) if place else None
        raise CannotWrite.because(message, where, "nothing was changed") from None


def _put_back(before: Mapping[Path, bytes | None], moved: list[Path]) -> None:
    for place in moved:
        earlier = before[place]
        with suppress(OSError):
            if earlier is None:
                place.unlink()
            else:
                place.write_bytes(earlier)
