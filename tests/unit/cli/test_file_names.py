"""What commands make of packs is told from packs by the names of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pikepdf import Dictionary
from printed_sheets import numbered

from briefgen.cli.file_names import imposed_names, revision_names, to_print, versions_in
from briefgen.errors import UnusableInput
from briefgen.press import Scheme
from briefgen.protection import Protection, protect

if TYPE_CHECKING:
    from pathlib import Path

SCHEMES = [Scheme("booklet", 2, "A4"), Scheme("n-up", 4, "A4"), Scheme("stack", 8, "A4")]


def last_in(folder: Path, password: str = "") -> dict[str, Path]:
    """Give the packs of a folder by their names, the last revision of each."""
    return {name: found[max(found)] for name, found in versions_in(folder, password).items()}


def _folder(path: Path, *names: str) -> Path:
    for name in names:
        (path / name).write_bytes(b"")
    return path


@pytest.mark.parametrize("accessible", [True, False])
@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.kind)
def test_what_is_imposed_is_printed_and_is_no_pack(
    tmp_path: Path, scheme: Scheme, *, accessible: bool
) -> None:
    """Its readable twin is neither; the pack itself is both."""
    sheets, text = imposed_names("pack", scheme, accessible=accessible)
    folder = _folder(tmp_path, "pack.pdf", sheets, text, "run-sheet.pdf", ".hidden.pdf", "a.docx")
    assert {path.name for path in to_print(folder)} == {"pack.pdf", sheets}
    assert [path.name for path in last_in(folder).values()] == ["pack.pdf"]


def test_a_pack_imposed_twice_leaves_no_file_for_a_pack(tmp_path: Path) -> None:
    names = (name for one in SCHEMES for name in imposed_names("pack", one, accessible=True))
    assert list(last_in(_folder(tmp_path, "pack.pdf", *names))) == ["pack"]


@pytest.mark.parametrize("name", ["camp-booklet", "web-pages", "the-2-up", "price-rev", "stacks"])
def test_a_pack_may_be_called_what_it_likes(tmp_path: Path, name: str) -> None:
    """By itself it is a pack like any."""
    folder = _folder(tmp_path, f"{name}.pdf")
    assert list(last_in(folder)) == [name]
    assert len(to_print(folder)) == 1


def test_the_last_revision_stands_for_its_pack(tmp_path: Path) -> None:
    """Sheets and notes are no packs."""
    names = [name for number in (1, 2, 10) for name in revision_names("pack", number)]
    folder = _folder(tmp_path, "pack.pdf", *names, "pack-rev1-corrigendum.pdf", "other.pdf")
    found = {name: path.name for name, path in last_in(folder).items()}
    assert found == {"pack": "pack-rev10.pdf", "other": "other.pdf"}


def test_a_protected_build_is_told_from_a_revision_with_its_password(tmp_path: Path) -> None:
    """Its profile may be called after a text, gcm-rev2; without the password nobody knows."""
    built = numbered(1, PieceInfo=Dictionary(briefgen=Dictionary()))
    revised = numbered(1, PieceInfo=Dictionary(briefgen=Dictionary(Revision=3)))
    for name, data in (("gcm-rev2.pdf", built), ("gcm-rev3.pdf", revised)):
        (tmp_path / name).write_bytes(protect(data, Protection("one two")))
    found = {name: path.name for name, path in last_in(tmp_path, "one two").items()}
    assert found == {"gcm-rev2": "gcm-rev2.pdf", "gcm": "gcm-rev3.pdf"}
    with pytest.raises(UnusableInput, match="behind another password"):
        last_in(tmp_path, "three")
