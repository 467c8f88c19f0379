"""Files to plain data: the bytes are read here, and no more of them than the limit.

Enters: a path. Leaves: a ``YamlText``, whose places name the file as the path was given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, error
from briefgen.errors import UnusableInput
from briefgen.yaml_reading.characters import SIZE_LIMIT
from briefgen.yaml_reading.reading import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.yaml_reading.text import YamlText


def read_yaml_file(path: Path) -> YamlText:
    """Read the one YAML document of a file.

    Raises:
        UnusableInput: the file cannot be read, or with every fault in it.
    """
    file = str(path)
    if not path.exists():
        raise UnusableInput([error("there is no such file", Place(file), "check the name")])
    if not path.is_file():  # a pipe or device would never end
        raise UnusableInput([error("this is not a file", Place(file), "name the file itself")])
    try:
        with path.open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    except OSError as fault:
        message = f"the file cannot be read: {fault.strerror}"
        raise UnusableInput([error(message, Place(file), "check who may read it")]) from None
    return read_yaml(data, file)
