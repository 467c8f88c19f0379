"""Passwords: where they come from, and files that are opened with them.

Enters: options of the command line, finished files. Leaves: a password, or files without their
encryption. A password comes from a file, the environment or a prompt: never from the command line,
which others on the machine can see and the shell remembers, nor from a profile, which is passed on.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from briefgen.diagnostics import Place, error
from briefgen.errors import UnusableInput
from briefgen.file_kinds import kind_of

if TYPE_CHECKING:
    from briefgen.protection import Unlocked

VARIABLE: Final = "BRIEFGEN_PASSWORD"
_LARGEST_FILE: Final = 4096
"""Bytes of a password file: what is larger is no password."""
_ALONE: Final = "put the password alone into a text file, in UTF-8"

PasswordOfFiles = Annotated[
    Path | None,
    typer.Option(
        "--password-file",
        metavar="FILE",
        help=f"Opens protected PDFs with the first line of a file; {VARIABLE} does, too.",
    ),
]


def new_password(file: Path | None) -> tuple[str, Place]:
    """Give the password of new files and where it is from: a file, the environment, or a person.

    Raises:
        UnusableInput: there is none.
    """
    if file is not None:
        return _from_file(file), Place(str(file))
    place = Place(VARIABLE)
    if VARIABLE in os.environ:
        return os.environ[VARIABLE], place
    if not sys.stdin.isatty():
        message = "a password is wanted, and there is nobody to ask"
        raise UnusableInput.because(
            message, Place("--protect"), f"set {VARIABLE}, or give --password-file"
        )
    asked = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return str(asked), Place("--protect")


def password_of_files(file: Path | None) -> str:
    """Give the password that files are opened with, "" for none.

    Raises:
        UnusableInput: the file that holds it cannot be read.
    """
    return os.environ.get(VARIABLE, "") if file is None else _from_file(file)


def unlocked(data: bytes, name: str, password: str) -> Unlocked:
    """Give a finished file as it is without encryption, and with what it is protected by.

    Raises:
        UnusableInput: it is damaged, or another password opens it.
    """
    from briefgen.cli.confined import unlock_confined
    from briefgen.protection import Unlocked, may_be_encrypted

    if not may_be_encrypted(data):
        return Unlocked(data)
    found = unlock_confined(data, name, password)
    if found.data:
        return found
    message = "the file is behind a password"
    hint = f"give it with --password-file FILE, or set {VARIABLE}"
    if password:
        message = "the file is behind another password than the one given"
        hint = f"see what stands in the first line of --password-file FILE, or in {VARIABLE}"
    raise UnusableInput.because(message, Place(name), hint)


def _from_file(path: Path) -> str:
    """Give the first line of a file."""
    place = Place(str(path))
    if not path.exists():
        raise UnusableInput.because("there is no such file", place, "check the path")
    if path.is_dir():
        message = "this is a folder, not a text file"
        raise UnusableInput.because(message, place, _ALONE)
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST_FILE + 1)
        text = data.decode("utf-8-sig")
    except OSError as fault:
        message = f"the password file cannot be read: {fault.strerror}"
        raise UnusableInput([error(message, place, "check who may read it")]) from None
    except UnicodeDecodeError:
        kind = kind_of(data)
        message = f"this is {kind}, not a text file" if kind else "the password file is not UTF-8"
        raise UnusableInput.because(message, place, _ALONE) from None
    if len(data) > _LARGEST_FILE:
        message = f"the password file is larger than {_LARGEST_FILE} bytes"
        raise UnusableInput([error(message, place, _ALONE)])
    return text.partition("\n")[0].removesuffix("\r")
