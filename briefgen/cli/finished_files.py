"""Finished files on the command line: read from disk, and looked at for accessibility.

Enters: paths. Leaves: bytes, and findings. What is looked for is ``briefgen.inspection``'s.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, error
from briefgen.errors import Faults, UnusableInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.diagnostics import Diagnostic

SUFFIX = ".docx"
LARGEST_PDF = 512 << 20


def is_finished(name: str) -> bool:
    """Tell a finished file from a profile, by the end of its name."""
    return name.lower().endswith(SUFFIX)


def inspect_files(names: Sequence[str]) -> list[Diagnostic]:
    """Give what is not accessible in some files.

    Raises:
        UnusableInput: with all files that cannot be read.
    """
    from briefgen.inspection import inspect_docx

    faults = Faults()
    found: list[Diagnostic] = []
    for name in names:
        with faults.gathered():
            found += inspect_docx(read_office_file(name), name)
    faults.raise_any()
    return found


def read_office_file(name: str) -> bytes:
    """Give the bytes of a file that is no larger than can be opened.

    Raises:
        UnusableInput: it cannot be read.
    """
    from briefgen.opc import LARGEST_FILE

    return read_finished(name, LARGEST_FILE)


def read_pdf(name: str) -> bytes:
    """Give the bytes of a PDF that is no larger than can be printed.

    Raises:
        UnusableInput: it cannot be read, or is too large.
    """
    data = read_finished(name, LARGEST_PDF)
    if len(data) > LARGEST_PDF:
        message = f"the file is larger than {LARGEST_PDF >> 20} MiB"
        raise UnusableInput(
            [error(message, Place(name), "divide it, or make its pictures smaller")]
        )
    return data


def read_finished(name: str, most: int) -> bytes:
    """Give the bytes of a file, and of one larger than ``most`` one byte more than that.

    Raises:
        UnusableInput: it cannot be read.
    """
    path, place = Path(name), Place(name)
    if not path.exists():
        raise UnusableInput([error("there is no such file", place, "check the path")])
    if not path.is_file():  # a pipe or device would never end
        raise UnusableInput([error("this is not a file", place, "name the file itself")])
    try:
        with path.open("rb") as stream:
            return stream.read(most + 1)
    except OSError as fault:
        message = f"the file cannot be read: {fault.strerror}"
        raise UnusableInput([error(message, place, "check who may read it")]) from None
