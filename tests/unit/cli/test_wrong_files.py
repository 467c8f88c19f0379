"""A file of the wrong kind, wherever one is named: what it is, what is wanted, and the cure."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from printed_sheets import numbered

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    Runner = Callable[..., Run]

PNG = b"\x89PNG\r\n\x1a\n" + bytes(60)
FILES = {
    "été à Genève.pdf": numbered(2),
    "photo.pdf": PNG,
    "notes.pdf": b"Some words.\n",
    "empty.pdf": b"",
    "book.docx": b"PK\x03\x04" + bytes(26) + b"xl/workbook.xml",
    "odd.pdf": b"\x00\x01\x02",
}
PROFILE = b"title: A pack\nformats: [pdf]\ncontents:\n  - objectives: [22]\n    from: gcm-rev2\n"
CASES = [
    (("build", "été à Genève.pdf"), "this is a PDF, not a profile", "ends in .yaml"),
    (("build", "./été à Genève.pdf"), "this is a PDF, not a profile", "ends in .yaml"),
    (("build", "./photo.pdf"), "this is a picture, not a profile", "ends in .yaml"),
    (("build", "folder"), "'folder' is a folder, not a profile", "name the profile in it"),
    (("check", "photo.pdf"), "this is a picture, not a profile", "ends in .yaml"),
    (("check", "book.docx"), "cut short or damaged", "fetch or send it again"),
    (("why", "notes.pdf", "gcm-rev2/5/g"), "this is a text file, not a profile", ".yaml"),
    (("verify", "photo.pdf"), "this is a picture, not a Word document or a PDF", ".docx or .pdf"),
    (("verify", "empty.pdf"), "the file is empty", "fetch or send it again"),
    (("trace", "notes.pdf"), "this is a text file, not a Word document or a PDF", ".docx or"),
    (("trace", "folder"), "this is not a file", "name the file itself"),
    (("impose", "--booklet", "book.docx"), "this is an Excel workbook, not a PDF", "finished PDF"),
    (("impose", "--booklet", "empty.pdf"), "the file is empty", "fetch or send it again"),
    (("run-sheet", "photo.pdf"), "this is a picture, not a PDF", "finished PDF"),
    (("run-sheet", "odd.pdf"), "this is a file of no known kind, not a PDF", "finished PDF"),
    (
        ("run-sheet", "été à Genève.pdf", "--since", "photo.pdf"),
        "this is a picture, not a run sheet",
        "run-sheet.csv of the earlier run",
    ),
    (("corpus", "import", "photo.pdf"), "the catalogue does not know this file", "--new"),
    (("corpus", "import", "gone.txt"), "there is no such file", "check the path"),
    (("corpus", "import", "--new", "gone.txt"), "there is no such file", "check the path"),
    (("corpus", "import", "--new", "photo.pdf"), "this is a picture, not a description", "YAML"),
    (
        ("build", "pack.yaml", "--password-file", "photo.pdf"),
        "this is a picture, not a text file",
        "put the password alone",
    ),
    (
        ("build", "pack.yaml", "--password-file", "folder"),
        "this is a folder, not a text file",
        "put the password alone",
    ),
    (("build", "pack.yaml", "--password-file", "gone"), "there is no such file", "check the path"),
]


@pytest.fixture(autouse=True)
def _desk(run: Runner) -> None:  # noqa: ARG001 - it changes to the test's own folder
    for name, data in FILES.items():
        Path(name).write_bytes(data)
    Path("pack.yaml").write_bytes(PROFILE)
    Path("folder").mkdir()


@pytest.mark.parametrize(("arguments", "message", "cure"), CASES)
def test_a_wrong_file_is_told_once_with_its_cure(
    run: Runner, arguments: tuple[str, ...], message: str, cure: str
) -> None:
    """Nothing is written, and nothing is said of bytes or encodings."""
    before = sorted(Path().rglob("*"))
    ended = run(*arguments)
    assert (ended.status, ended.out) == (2, "")
    first, hint = ended.err.splitlines()
    assert message in first
    assert cure in hint
    assert sorted(Path().rglob("*")) == before


def test_two_wrong_files_are_told_at_once(run: Runner) -> None:
    """Those of a corrigendum, with what each of them is, and the same as data."""
    ended = run("corrigendum", "notes.pdf", "photo.pdf", "--json")
    told = [
        "notes.pdf: error: this is a text file, not a Word document or a PDF",
        "photo.pdf: error: this is a picture, not a Word document or a PDF",
    ]
    assert [line for line in ended.err.splitlines() if "error" in line] == told
    found = json.loads(ended.out)["diagnostics"]
    assert [one["file"] for one in found] == ["notes.pdf", "photo.pdf"]
