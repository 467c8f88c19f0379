"""Files that belong together are all replaced, or none is."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.corpus.replacement import replace_files
from briefgen.errors import CannotWrite


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_new_and_old_files_are_written_whole(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"before")
    replace_files({tmp_path / "old": b"after", tmp_path / "deep" / "new": b"new"})
    assert contents(tmp_path) == {"old": b"after", "new": b"new"}


@pytest.mark.parametrize("failing", [0, 1, 2])
def test_a_move_that_fails_puts_every_file_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    (tmp_path / "one").write_bytes(b"before")
    moves = iter(range(3))
    move = Path.replace

    def failing_move(self: Path, target: Path) -> Path:
        if next(moves) == failing:
            raise OSError(28, "No space left on device")
        return move(self, target)

    monkeypatch.setattr(Path, "replace", failing_move)
    with pytest.raises(CannotWrite, match="No space left on device"):
        replace_files({tmp_path / name: b"after" for name in ("one", "two", "three")})
    assert contents(tmp_path) == {"one": b"before"}


def test_a_full_disk_leaves_no_passing_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one").write_bytes(b"before")

    def full(_: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(CannotWrite, match="No space left on device"):
        replace_files({tmp_path / "one": b"after"})
    assert contents(tmp_path) == {"one": b"before"}


def test_an_interruption_puts_every_file_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one").write_bytes(b"before")
    moves = iter(range(2))
    move = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        if next(moves):
            raise KeyboardInterrupt
        return move(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace_files({tmp_path / name: b"after" for name in ("one", "two")})
    assert contents(tmp_path) == {"one": b"before"}


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").write_bytes(b"a file")
    with pytest.raises(CannotWrite) as caught:
        replace_files({tmp_path / "one": b"1", tmp_path / "folder" / "two": b"2"})
    assert caught.value.diagnostics[0].hint == "nothing was changed"
    assert contents(tmp_path) == {"folder": b"a file"}
