"""The record of what is wrong with the supplied texts and no correction can put right.

Enters: ``faults.yaml``. Leaves: typed faults with their places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.corpus.compiled import is_absent, load_plain
from briefgen.corpus.model import Fault
from briefgen.diagnostics import Place

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.corpus.compiled import Plain


def load_faults(folder: Path) -> tuple[tuple[Fault, Place], ...]:
    """Read the faults; none if there is no such file.

    Raises:
        UnusableInput: with every fault of the file; or it is gone and its compiled form is there.
    """
    path = folder / "faults.yaml"
    if is_absent(folder, "faults"):
        return ()
    return tuple(
        (Fault(*fields), Place(str(path), *mark))
        for fields, mark in load_plain(folder, "faults", parse)
    )


def parse(data: bytes, file: str) -> Plain:
    """Give plain data for the YAML file, the slow way.

    Raises:
        UnusableInput: with every fault of the file.
    """
    from briefgen.corpus.faults_file import read_faults  # noqa: PLC0415 - needs pydantic

    return read_faults(data, file)
