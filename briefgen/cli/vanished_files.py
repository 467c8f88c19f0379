"""Which files of an earlier run sheet are there no more.

Enters: the paths on it that none of the files named now is, and the folders to look in. Leaves:
those that are not found. An earlier run sheet may come from elsewhere: no file is opened, and none
is looked for outside the folders named and those around the run sheet.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def vanished(records: Sequence[str], names: Sequence[str], folder: Path) -> list[str]:
    """Give the records of no file; ``names`` are those counted, ``folder`` is the run sheet's.

    A file that is there and was not asked after has not vanished.
    """
    counted = {Path(name).resolve() for name in names}
    folders = dict.fromkeys([folder, *(Path(name).parent for name in names)])
    return [
        record
        for record in records
        if not any(
            path.is_file() and path.resolve() not in counted
            for path in _places(PurePosixPath(record), list(folders), folder)
        )
    ]


def _places(record: PurePosixPath, folders: Sequence[Path], sheet: Path) -> Iterator[Path]:
    """Give where the file may be: in the folders, or by a relative path that was typed above."""
    if "\\" in record.name:
        return
    for folder in folders:
        yield folder / record.name
    plain = not record.is_absolute() and not any(mark in str(record) for mark in ("..", "\\", ":"))
    if plain and len(record.parts) > 1:
        for above in (Path(), *sheet.resolve().parents):
            yield above / record
