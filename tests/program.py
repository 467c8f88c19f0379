"""The program run in this process, as tests at several stages need it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.cli import main

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest


@dataclass(frozen=True)
class Run:
    """How a run ended: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


def run_program(
    arguments: Sequence[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Run the program from the working folder."""
    monkeypatch.setattr(sys, "argv", ["briefgen", *arguments])
    status = 0
    try:
        main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    captured = capsys.readouterr()
    return Run(status, captured.out, captured.err)
