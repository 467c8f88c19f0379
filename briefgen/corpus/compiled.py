"""The derived form of the corpus's YAML files, so that a build need not parse YAML.

Enters: a YAML file of the corpus, and its compiled twin, which carries the hash of the YAML that
it was made from. Leaves: plain data. A twin that is missing, damaged or stale is never used: the
YAML is then parsed instead. A checksum tells damage; it is no seal against forgery, for who can
write here can write the YAML too. What the data mean is not known here.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from briefgen.diagnostics import Place
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FORM: Final = 3
"""Raised whenever the shape of a twin changes, so that none from an older program is used."""

Plain = Any
"""What JSON holds: a twin is read back as it was written, without a schema."""


def load_plain(folder: Path, name: str, parse: Callable[[bytes, str], Plain]) -> Plain:
    """Give the content of ``<folder>/<name>.yaml``, from its twin if that is fresh.

    Raises:
        UnusableInput: the YAML file cannot be read, or ``parse`` finds it at fault.
    """
    path = folder / f"{name}.yaml"
    try:
        data = path.read_bytes()
    except OSError as fault:
        message = f"the corpus file cannot be read: {fault.strerror}"
        raise UnusableInput.because(message, Place(str(path)), "import the corpus again") from None
    twin = read_twin(twin_path(folder, name), data)
    return parse(data, str(path)) if twin is None else twin


def is_absent(folder: Path, name: str) -> bool:
    """Say whether a file that a folder may do without is not there.

    Raises:
        UnusableInput: it was there once, for its twin still is. What it held back or put right
            would otherwise be printed as if nothing were known against it.
    """
    path = folder / f"{name}.yaml"
    if path.exists():
        return False
    if twin_path(folder, name).exists():
        message = "the file is missing, and its compiled form is there"
        hint = "restore it; if it was deleted on purpose, delete the compiled form too"
        raise UnusableInput.because(message, Place(str(path)), hint)
    return True


def twin_path(folder: Path, name: str) -> Path:
    """Give the place of the compiled twin of ``<name>.yaml``."""
    return folder / "compiled" / f"{name}.json"


def read_twin(path: Path, yaml_data: bytes) -> Plain | None:
    """Give the twin's content if it was made from exactly these bytes of YAML."""
    try:
        head, content = path.read_bytes().split(b"\n", 1)
        return json.loads(content) if head == _head(yaml_data, content) else None
    except (OSError, ValueError):
        return None


def write_twin(yaml_data: bytes, content: Plain) -> bytes:
    """Give the bytes of the twin of a YAML file."""
    data = (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
    return _head(yaml_data, data) + b"\n" + data


def _head(yaml_data: bytes, content: bytes) -> bytes:
    """Give the first line of a twin: its form, what it was made from, and its own checksum."""
    head = {
        "form": FORM,
        "yaml-sha256": sha256(yaml_data).hexdigest(),
        "content-sha256": sha256(content).hexdigest(),
    }
    return json.dumps(head).encode()
