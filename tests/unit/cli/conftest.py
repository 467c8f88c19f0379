"""The program run in this process, in a folder of the test's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from program import run_program

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from program import Run


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Run]:
    """Run the program with arguments, from an empty folder."""
    monkeypatch.chdir(tmp_path)

    def started(*arguments: str) -> Run:
        return run_program(arguments, monkeypatch, capsys)

    return started
