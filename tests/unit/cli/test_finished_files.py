"""`briefgen check FILE.docx`: what is found is told, and the exit status says how it went."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    Runner = Callable[..., Run]


@pytest.fixture
def pack(run: Runner) -> str:
    run("build", "starter", "--format", "docx")
    return str(Path("output", "starter.docx"))


@pytest.fixture
def untitled(pack: str) -> str:
    path = Path("Untitled.DOCX")
    with zipfile.ZipFile(pack) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"dc:title>", b"dc:rights>"))
    return str(path)


def test_a_good_file_is_good_beside_a_profile(run: Runner, pack: str) -> None:
    ended = run("check", "starter", pack)
    assert ended.out == f"starter: good\n{pack}: good\n"
    assert ended.status == 0


def test_findings_are_told_and_the_answer_is_no(run: Runner, untitled: str) -> None:
    ended = run("check", untitled)
    assert ended.status == 1
    assert ended.err.startswith(f"{untitled}: error: the document has no title\n  hint: ")
    data = json.loads(run("check", untitled, "--json").out)["diagnostics"]
    assert [one["message"] for one in data] == ["the document has no title"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"PK\x03\x04 and nothing more", "cut short or damaged"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "is encrypted"),
        (None, "there is no such file"),
    ],
)
def test_what_cannot_be_read_is_unusable(run: Runner, content: bytes | None, message: str) -> None:
    path = Path("letter.docx")
    if content is not None:
        path.write_bytes(content)
    ended = run("check", "letter.docx")
    assert ended.status == 2
    assert message in ended.err
    assert ended.err.count("error:") == 1


def test_a_folder_is_not_a_file(run: Runner) -> None:
    Path("letter.docx").mkdir()
    assert run("check", "letter.docx").err.startswith("letter.docx: error: this is not a file")
