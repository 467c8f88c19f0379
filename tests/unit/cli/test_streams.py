"""Whatever becomes of the program's streams, it ends in a word and with its exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PROGRAM = [sys.executable, "-m", "briefgen"]
FULL = Path("/dev/full")


def _environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
    ],
)
def test_any_text_prints_in_any_locale(locale: dict[str, str], tmp_path: Path) -> None:
    """Names of the co-facilitators have accents; into a pipe they go as UTF-8."""
    done = subprocess.run(
        [*PROGRAM, "show", "gcm-rev2/letter/1"],
        env=_environment(**locale),
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert "Jürg" in done.stdout.decode() or "Gómez" in done.stdout.decode()


def test_a_reader_that_goes_away_is_nothing_wrong(tmp_path: Path) -> None:
    """As in ``list objectives | head``: status 0 and not a word."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*PROGRAM, "list", "objectives"],
            env=_environment(),
            cwd=tmp_path,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not FULL.exists(), reason="the system has no device that is always full")
@pytest.mark.parametrize("command", [["list", "documents"], ["corpus", "export"]])
def test_a_full_disk_under_the_answer_is_told(command: list[str], tmp_path: Path) -> None:
    """One line and status 2, for answers longer and shorter than a buffer."""
    with FULL.open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *command],
            env=_environment(),
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("error: cannot read or write: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="file descriptors are closed by a POSIX shell")
def test_closed_streams_change_no_exit_status(tmp_path: Path) -> None:
    """A program started without standard streams works, and fails, as it would with them."""
    program = f"'{sys.executable}' -m briefgen"
    for arguments, status in (("list documents", 0), ("build no-such-profile", 2)):
        done = subprocess.run(
            ["sh", "-c", f"{program} {arguments} <&- >&- 2>&-"],
            env=_environment(),
            cwd=tmp_path,
            check=False,
        )
        assert done.returncode == status


INTERRUPTED = """
import os, signal, sys
left = [1]
def interrupt(event, arguments):
    if event == MOMENT[0] and str(arguments[0]).endswith(MOMENT[1]) and left:
        left.pop()
        os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(interrupt)
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
from briefgen.cli import main
sys.argv = ["briefgen", "build", "pack.yaml"]
main()
"""


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
@pytest.mark.parametrize(
    "moment", [("open", "pack.yaml"), ("import", "jinja2"), ("import", "briefgen.writers.pdf")]
)
def test_ctrl_c_ends_without_a_traceback(moment: tuple[str, str], tmp_path: Path) -> None:
    """Status 130, as shells expect, nothing half-written, and no traceback, at any moment."""
    (tmp_path / "pack.yaml").write_text(
        "title: T\nfrom: gcm-rev2\nformats: [pdf]\ncontents:\n  - objectives: [5]\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"MOMENT = {moment!r}\n{INTERRUPTED}"],
        env=_environment(),
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 130
    assert b"Traceback" not in done.stderr
    assert not (tmp_path / "output").exists()
