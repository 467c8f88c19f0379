"""Templates as compiled code: kept in the process, and of shipped ones beside Python's own.

Enters: code that Jinja has compiled. Leaves: the same, for the packs that this process has yet to
build; that of the shipped templates also for the next process. It lies where Python keeps what it
has compiled of this package, is as much to be trusted, and is written under the same conditions.
Templates of anyone else are compiled anew by each process: no code is read from their folders.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from pickle import UnpicklingError
from typing import TYPE_CHECKING

import jinja2
from jinja2.bccache import BytecodeCache

from briefgen.resources import shipped

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

_HERE = Path(__file__)
_MOST = 100
"""Templates that a process keeps."""
_DAMAGED = (EOFError, ValueError, UnpicklingError)
"""What Jinja raises of a file that is not as it was written."""


class CompiledTemplates(BytecodeCache):
    """What has been compiled. Jinja asks by a template's file, and compares its source."""

    def __init__(self, kept: Path = _HERE.parent / "__pycache__") -> None:
        """Keep the code of shipped templates in the folder ``kept``."""
        self._kept = kept
        self._known: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Give the file of a template: two folders may have one of the same name."""
        return filename or name

    def get_source_checksum(self, source: str) -> str:
        """Tell a template from what it was, and a program that compiles otherwise."""
        return hashlib.sha256(source.encode() + _compiler()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is known of a template."""
        if bucket.key in self._known:
            bucket.bytecode_from_string(self._known[bucket.key])
        elif file := self._file(bucket.key):
            with suppress(OSError, *_DAMAGED), file.open("rb") as code:
                bucket.load_bytecode(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        code = bucket.bytecode_to_string()
        if len(self._known) < _MOST:
            self._known[bucket.key] = code
        file = self._file(bucket.key)
        if file and not sys.dont_write_bytecode:
            written = file.with_suffix(f".{os.getpid()}")
            with suppress(OSError):  # a folder that is read-only, or full, only costs time
                written.write_bytes(code)
                written.replace(file)
            with suppress(OSError):
                written.unlink(missing_ok=True)

    def _file(self, key: str) -> Path | None:
        """Give where the code of a template lies, if it is a shipped one."""
        template = Path(key).resolve()
        if template.parent != shipped("templates"):
            return None
        return self._kept / f"{template.stem}.{sys.implementation.cache_tag}.template"


@cache
def _compiler() -> bytes:
    """Tell this program from others that would compile a template to something else."""
    source = _HERE.with_name("environment.py").read_bytes()
    return jinja2.__version__.encode() + hashlib.sha256(source).digest()
