"""The reading of a source file from disk: whole, and no more than a source can be.

Enters: a path. Leaves: bytes. What they hold is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefgen.diagnostics import Place
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from pathlib import Path

SIZE_LIMIT: Final = 8 << 20
"""Bytes of a source; the longest so far has 0.1 million."""


def read_source_file(path: Path) -> bytes:
    """Read a file.

    Raises:
        UnusableInput: there is none, it cannot be read, or it is too large.
    """
    if not path.exists():
        raise UnusableInput.because("there is no such file", Place(str(path)), "check the path")
    if not path.is_file():  # a pipe or device would never end
        message = "this is not a file"
        raise UnusableInput.because(message, Place(str(path)), "name the file itself")
    try:
        with path.open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    except OSError as fault:
        message = f"the file cannot be read: {fault.strerror}"
        raise UnusableInput.because(message, Place(str(path)), "check the name") from None
    if len(data) > SIZE_LIMIT:
        message = f"the file is larger than {SIZE_LIMIT:,} bytes"
        raise UnusableInput.because(message, Place(str(path)), "is this the right file?")
    return data
