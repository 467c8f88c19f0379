"""Files arrive whole or not at all, beside what was there before."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from briefgen.cli.delivery import check_names, deliver
from briefgen.diagnostics import Place
from briefgen.errors import CannotWrite

if TYPE_CHECKING:
    from pathlib import Path


def test_all_files_are_there_or_none(tmp_path: Path) -> None:
    """The second cannot be written: the first keeps its old words, and nothing hidden is left."""
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "b.pdf").mkdir()
    with pytest.raises(CannotWrite, match="a folder has that name"):
        deliver(tmp_path, {"a.pdf": b"new", "b.pdf": b"new"})
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "b.pdf"]


def test_a_disk_that_fills_up_harms_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One message; the old file stays whole."""
    (tmp_path / "a.pdf").write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match="No space left on device") as caught:
        deliver(tmp_path, {"a.pdf": b"new"})
    assert len(caught.value.diagnostics) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


def test_a_link_is_replaced_never_followed(tmp_path: Path) -> None:
    """A link in the output folder cannot lead the writing elsewhere."""
    (tmp_path / "other.txt").write_bytes(b"other")
    folder = tmp_path / "output"
    folder.mkdir()
    try:
        (folder / "a.pdf").symlink_to(tmp_path / "other.txt")
    except OSError:
        pytest.skip("links need a right here that the tests do not have")
    deliver(folder, {"a.pdf": b"new"})
    assert (tmp_path / "other.txt").read_bytes() == b"other"
    assert (folder / "a.pdf").read_bytes() == b"new"


def test_names_may_hold_folders(tmp_path: Path) -> None:
    """So that a whole starter folder is made or none of it."""
    made = deliver(tmp_path / "desk", {"profiles/a.yaml": b"a", "templates/b/c.yaml": b"c"})
    assert [path.read_bytes() for path in made] == [b"a", b"c"]


@pytest.mark.parametrize(
    "name", [".hidden", "a/b", "..", "a\\b", "c:d", "con", "NUL.x", "Com1", "x.", "x ", "a\nb"]
)
def test_a_name_that_some_system_refuses_is_told(name: str) -> None:
    """The pack may be copied to another system."""
    assert len(check_names({name: Place("p.yaml")})) == 1


@pytest.mark.parametrize("name", ["monday", "console", "č", "a.b", "Réunion du 4 juin"])
def test_ordinary_names_are_let_through(name: str) -> None:
    assert check_names({name: Place("p.yaml")}) == []
