"""Files that are asked for by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import Place
from briefgen.errors import UnusableInput
from briefgen.named_files import find_named_file, is_name, names_in

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    for name in (
        "own/monday.yaml",
        "own/shared.yml",
        "shipped/shared.yaml",
        "shipped/handout.yaml",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    return [tmp_path / "own", tmp_path / "absent", tmp_path / "shipped"]


def test_the_first_folder_that_has_the_name_wins(folders: list[Path]) -> None:
    assert find_named_file("profile", "shared", folders) == folders[0] / "shared.yml"
    assert find_named_file("profile", "handout", folders) == folders[2] / "handout.yaml"


def test_a_path_is_taken_as_it_is(folders: list[Path]) -> None:
    path = folders[0] / "monday.yaml"
    assert find_named_file("profile", str(path), []) == path


def test_an_unknown_name_gets_the_nearest(folders: list[Path]) -> None:
    with pytest.raises(UnusableInput) as caught:
        find_named_file("profile", "mondy", folders, Place("p.yaml", 1, 10))
    assert str(caught.value) == (
        "p.yaml:1:10: error: there is no profile called 'mondy'\n  hint: did you mean 'monday'?"
    )


def test_an_unknown_path_is_told(folders: list[Path]) -> None:
    with pytest.raises(UnusableInput, match=r"there is no style at 'styles/x.yaml'"):
        find_named_file("style", "styles/x.yaml", folders)


def test_a_name_in_a_file_opens_nothing_in_the_working_folder(
    folders: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a person types may be told as what it is; a profile from elsewhere learns nothing."""
    monkeypatch.chdir(folders[2])
    (folders[2] / "letters").mkdir()
    with pytest.raises(UnusableInput, match="'letters' is a folder, not a style"):
        find_named_file("style", "letters", folders)
    with pytest.raises(UnusableInput) as caught:
        find_named_file("style", "letters", folders, Place("p.yaml", 2, 1))
    assert str(caught.value).startswith("p.yaml:2:1: error: there is no style called 'letters'")


def test_names_come_once_and_in_order(folders: list[Path]) -> None:
    assert names_in(folders) == ["handout", "monday", "shared"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("monday", True), ("monday.yaml", False), ("packs/monday", False), ("..\\monday", False)],
)
def test_a_name_has_no_folder_and_no_suffix(text: str, *, expected: bool) -> None:
    assert is_name(text) is expected
