"""The program run in this process, in a folder of the test's own."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from briefgen.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True)
class Run:
    """How a run ended: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Run]:
    """Run the program with arguments, from an empty folder."""
    monkeypatch.chdir(tmp_path)

    def started(*arguments: str) -> Run:
        monkeypatch.setattr(sys, "argv", ["briefgen", *arguments])
        status = 0
        try:
            main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(end.code is not None)
        captured = capsys.readouterr()
        return Run(status, captured.out, captured.err)

    return started
