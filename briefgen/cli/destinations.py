"""Where an excerpt goes: a file, a folder, or standard output; and in which formats.

Enters: what ``--out`` and ``--format`` say. Leaves: a ``Destination``. Nothing is written here.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from briefgen.diagnostics import Place, did_you_mean, error
from briefgen.errors import UnusableInput
from briefgen.writers import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

STANDARD_OUTPUT: Final = "-"
_FOLDER: Final = "output"
_ALWAYS: Final = ("docx", "pdf")
"""The formats of a folder that nobody asked for others in."""
_BY_SUFFIX: Final = {f".{suffix}": name for name, (suffix, _) in FORMATS.items()}
_OTHER_SUFFIXES: Final = {".markdown": "markdown", ".htm": "html", ".text": "text"}
BINARY: Final = frozenset({"docx", "pdf", "xlsx"})
"""Formats that a terminal cannot show."""


class Destination(Struct, frozen=True):
    """Formats, and the folder they go to; ``name`` is the file's, "" to name it by its contents.

    No folder means standard output, in the only format there is.
    """

    formats: tuple[str, ...]
    folder: Path | None = None
    name: str = ""


def find_destination(out: str | None, formats: Sequence[str]) -> Destination:
    """Tell where to write.

    With no ``--out``, one format goes to standard output (text, if none is named) and several to
    ``output``. A name that ends like a format is a file; any other is a folder.

    Raises:
        UnusableInput: there is no such format, or the two say different things.
    """
    asked = tuple(dict.fromkeys(formats))
    unknown = [name for name in asked if name not in FORMATS]
    if unknown:
        raise UnusableInput(
            error(f"there is no format '{name}'", Place("--format"), did_you_mean(name, FORMATS))
            for name in unknown
        )
    if out is None and len(asked) > 1:
        out = _FOLDER
    if out in (None, STANDARD_OUTPUT):
        if len(asked) > 1:
            hint = "name a folder with --out, or one format"
            raise UnusableInput.because(
                "several formats cannot share standard output", Place("--out"), hint
            )
        return Destination(asked or ("text",))
    path = Path(str(out))
    if path.is_dir() or str(out).endswith(("/", "\\")) or not path.suffix:
        return Destination(asked or _ALWAYS, path)
    return Destination((_format_of(path, asked),), path.parent, path.name)


def _format_of(path: Path, asked: Sequence[str]) -> str:
    """Give the format of a file by the end of its name, or the one that was asked for."""
    known = _BY_SUFFIX | _OTHER_SUFFIXES
    name = path.name.lower()
    endings = [ending for ending in known if name.endswith(ending)]
    meant = known[max(endings, key=len)] if endings else None
    if len(asked) > 1 or (asked and meant and asked[0] != meant):
        hint = "name a folder with --out, or leave --format out"
        message = f"'{path.name}' cannot hold {' and '.join(asked)}"
        raise UnusableInput.because(message, Place("--out"), hint)
    if meant is None and not asked:
        message = f"'{path.name}' does not end like a format that is known"
        hint = did_you_mean(path.suffix, known) or f"end it in one of {', '.join(_BY_SUFFIX)}"
        raise UnusableInput.because(message, Place("--out"), hint)
    return meant or asked[0]


def print_file(name: str, data: bytes) -> None:
    """Print a finished file in the format ``name`` on standard output, byte for byte.

    Raises:
        UnusableInput: a terminal cannot show it.
    """
    if name in BINARY and sys.stdout.isatty():
        hint = "name a file with --out, or send it into one with >"
        raise UnusableInput.because(f"a terminal cannot show {name}", Place("--out"), hint)
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
