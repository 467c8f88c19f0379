"""Reads files from elsewhere in a process of their own, within limits of memory and time.

Enters: bytes and a name. Leaves: a file as read, or one message. The libraries that read PDFs are
large programs in other languages; what a hostile file may do to them, it does to a process that is
thrown away. Run as a program, this module is that process.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from briefgen.diagnostics import Diagnostic, Place, Severity, error
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.corrigenda import PrintedFile
    from briefgen.protection import Unlocked
    from briefgen.verify import Delivered

_File = TypeVar("_File")

MEMORY: Final = 2**30
"""Bytes of address space; a pack with all shipped texts takes a third of it."""
SECONDS: Final = 30
"""Of computing; a pack with all shipped texts takes one."""
_PATIENCE: Final = 4 * SECONDS
"""Seconds on the clock, for a machine that is busy."""
_SAID: Final = 3
"""The exit status of a process that says what is wrong with the file."""
_FULL: Final = 4
"""That of one which has no memory left."""
_TIME_IS_UP: Final = -getattr(signal, "SIGXCPU", _FULL)
"""That of one which a signal has ended at the limit of computing, where the system knows any."""


def read_confined(data: bytes, name: str) -> Delivered:
    """Read a DOCX or a PDF.

    Raises:
        UnusableInput: the file cannot be read, or not within the limits.
    """
    from briefgen.verify.model import Delivered

    return _read_as(Delivered, "words", data, name)


def read_print_confined(data: bytes, name: str) -> PrintedFile:
    """Read a DOCX or a PDF for what it prints.

    Raises:
        UnusableInput: the file cannot be read, is no pack, or not within the limits.
    """
    from briefgen.corrigenda.model import PrintedFile

    return _read_as(PrintedFile, "print", data, name)


def unlock_confined(data: bytes, name: str, password: str) -> Unlocked:
    """Take the encryption off a PDF; without ``data`` another password opens it.

    Raises:
        UnusableInput: the file cannot be read, or not within the limits.
    """
    from briefgen.protection import Unlocked

    # Others on the machine see a command line: the password goes where the file goes.
    line = password.partition("\n")[0].encode("utf-8", "replace")
    return _read_as(Unlocked, "unlock", line + b"\n" + data, name)


def measure_type_confined(data: bytes, name: str) -> float:
    """Measure the smallest type of a PDF's text, in points; 0 where it has no words.

    Raises:
        UnusableInput: the file cannot be drawn within the limits.
    """
    return _read_as(float, "type", data, name)


def _read_as(kind: type[_File], task: str, data: bytes, name: str) -> _File:
    command = [sys.executable, "-m", "briefgen.cli.confined", name, task]
    try:
        ended = subprocess.run(  # noqa: S603 - the program itself, and a name that it prints
            command, input=data, capture_output=True, timeout=_PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        message = f"reading the file takes more than {_PATIENCE:g} seconds"
        hint = "try again when the machine is less busy; if it stays so, ask the file's sender"
        raise UnusableInput([error(message, Place(name), hint)]) from None
    try:
        if ended.returncode == 0:
            return msgspec.json.decode(ended.stdout, type=kind)
        if ended.returncode == _SAID:
            said = msgspec.json.decode(ended.stdout, type=list[tuple[str, str, str]])
            raise UnusableInput(
                Diagnostic(Severity.ERROR, message, Place(place), hint)
                for message, place, hint in said
            )
    except msgspec.DecodeError:
        pass  # the process was ended while it wrote, or a file has made it write something else
    raise UnusableInput([_stopped(ended.returncode, Place(name))])


def _stopped(status: int, place: Place) -> Diagnostic:
    """Say how a process ended that gave no answer: by a limit, by a signal, or of itself."""
    harmful = "do not open it; ask its sender"
    if status == _FULL:
        message = f"reading the file takes more than {MEMORY >> 20} MiB of memory; no pack does"
        return error(message, place, harmful)
    if status == _TIME_IS_UP:
        message = f"reading the file takes more than {SECONDS} seconds of computing; no pack does"
        return error(message, place, harmful)
    if status < 0:
        with suppress(ValueError):
            number = signal.Signals(-status)
            message = f"reading the file was stopped by signal {-status} ({number.name})"
            if number.name == "SIGKILL":
                hint = "the machine may be short of memory: try again"
                return error(message, place, hint)
            return error(message, place, f"it is damaged or harmful: {harmful}")
    message = f"reading the file ended with {status} and no answer"
    hint = "fetch or send it again; if it stays so, tell the makers of briefgen"
    return error(message, place, hint)


def main() -> None:
    """Read the file on standard input, and answer on standard output."""
    _limit()
    sys.setrecursionlimit(3000)
    try:
        answer: object = _reader(sys.argv[2])(sys.stdin.buffer.read(), sys.argv[1])
        status = 0
    except MemoryError:
        sys.exit(_FULL)
    except UnusableInput as fault:
        answer = [
            [one.message, one.place.file if one.place else "", one.hint]
            for one in fault.diagnostics
        ]
        status = _SAID
    sys.stdout.buffer.write(msgspec.json.encode(answer))
    sys.exit(status)


def _reader(task: str) -> Callable[[bytes, str], object]:
    if task == "print":
        from briefgen.corrigenda import read_printed

        return read_printed
    if task == "unlock":
        return _unlocked
    if task == "type":
        return _smallest_type
    from briefgen.verify import read_delivered

    return read_delivered


def _unlocked(data: bytes, name: str) -> object:
    from briefgen.protection import unlock

    password, _, locked = data.partition(b"\n")
    return unlock(locked, name, password.decode())


def _smallest_type(data: bytes, _: str) -> object:
    from briefgen.press.type_sizes import smallest_type

    return smallest_type(data)


def _limit() -> None:
    """Set the limits, where the system knows any; elsewhere the clock is the only one."""
    try:
        import resource
    except ImportError:
        return
    wanted = (
        (resource.RLIMIT_AS, MEMORY, MEMORY),
        (resource.RLIMIT_CPU, SECONDS, SECONDS + 1),  # at the second it is killed, not told
        (resource.RLIMIT_CORE, 0, 0),
    )
    for kind, soft, most in wanted:
        _, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (min(soft, allowed), allowed))


if __name__ == "__main__":
    main()
