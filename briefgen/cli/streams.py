"""Standard output and error as they really are: closed, full, of another encoding, or gone.

Enters: the streams that the program was started with. Leaves: streams that take any words, and an
exit status for each way in which they fail or the person stops the program.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

INTERRUPTED = 130
"""The exit status of a program that was stopped with Ctrl-C, as shells give it."""


def open_streams() -> None:
    """See that both streams are there and that no character of any text stops the program.

    Into a file or a pipe goes UTF-8, whatever the locale; a terminal gets what it can show.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _nowhere())
        elif isinstance(stream, TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _nowhere() -> TextIO:
    return TextIOWrapper(BytesIO(), encoding="utf-8", errors="backslashreplace")


@contextmanager
def quiet_endings() -> Iterator[None]:
    """End the program in a word where its streams fail or a person stops it, never in a traceback.

    Raises:
        SystemExit: a reader that went away is nothing wrong (0); a disk that is full is (2).
    """
    try:
        yield
        sys.stdout.flush()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _drop_output()
        sys.exit(0)
    except OSError as fault:
        _drop_output()
        where = f" '{fault.filename}'" if fault.filename else ""
        with suppress(OSError):
            print(f"error: cannot read or write{where}: {fault.strerror}", file=sys.stderr)
        sys.exit(2)


def _drop_output() -> None:
    """Send what is still to be printed nowhere, so that ending does not fail on it again."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
