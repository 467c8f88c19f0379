"""Each folder of errors/build: what is wrong, and all that the person at the keyboard is told.

A new case is a new folder: ``profile.yaml``, where needed further files, ``arguments.txt`` (one
argument a line; ``build profile.yaml`` without it) and ``expected.txt``, whose first line is the
exit status and whose rest is standard error. With ``BRIEFGEN_ACCEPT=1`` in the environment the
expectations are written anew; the difference is to be read before it is committed.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from program import run_program

from briefgen import shipped

if TYPE_CHECKING:
    from program import Run

CASES = sorted(path for path in (Path(__file__).parent / "errors" / "build").iterdir())
ARGUMENTS, EXPECTED = "arguments.txt", "expected.txt"


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _told(ended: Run) -> str:
    """Give status and messages, with the place of the shipped files left open."""
    shown = ended.err.replace(f"{shipped('templates')}{os.sep}", "(shipped)/")
    return f"exit {ended.status}\n{shown}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_bad_input_gets_exactly_these_messages_and_changes_no_file(
    case: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "desk"
    shutil.copytree(case, folder, ignore=shutil.ignore_patterns(EXPECTED))
    monkeypatch.chdir(folder)
    before = _files(folder)
    arguments = ["build", "profile.yaml"]
    if ARGUMENTS in before:
        arguments = before[ARGUMENTS].decode().splitlines()
    told = _told(run_program(arguments, monkeypatch, capsys))
    if os.environ.get("BRIEFGEN_ACCEPT"):
        (case / EXPECTED).write_text(told, encoding="utf-8")
    assert told == (case / EXPECTED).read_text(encoding="utf-8")
    assert told.startswith("exit 2\n")
    assert _files(folder) == before


def test_there_are_cases() -> None:
    """An empty folder would let the test above pass without looking at anything."""
    assert len(CASES) > 25
