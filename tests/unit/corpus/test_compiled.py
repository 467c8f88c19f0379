"""The compiled form of a corpus file is used when it is fresh, and only then."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from briefgen.corpus.compiled import load_plain, read_twin, twin_path, write_twin
from briefgen.corpus.homes import SHIPPED
from briefgen.corpus.plain_documents import parse
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from pathlib import Path

PARSED = {"parsed": True}


def never(data: bytes, file: str) -> object:
    raise AssertionError(f"{file} was parsed: {data[:20]!r}")


def parsed(data: bytes, file: str) -> object:
    assert data
    assert file
    return PARSED


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "x.yaml").write_bytes(b"key: value\n")
    twin = twin_path(tmp_path, "x")
    twin.parent.mkdir()
    twin.write_bytes(write_twin(b"key: value\n", {"key": "value"}))
    return tmp_path


def test_a_fresh_twin_is_used_instead_of_parsing(folder: Path) -> None:
    assert load_plain(folder, "x", never) == {"key": "value"}


def test_a_twin_of_other_bytes_is_never_used(folder: Path) -> None:
    (folder / "x.yaml").write_bytes(b"key: other\n")
    assert load_plain(folder, "x", parsed) == PARSED


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"form": 1}', b"\xff", b"[" * 200_000])
def test_a_damaged_twin_is_never_used(folder: Path, damage: bytes) -> None:
    twin_path(folder, "x").write_bytes(damage)
    assert load_plain(folder, "x", parsed) == PARSED


@pytest.mark.parametrize("content", [b"5", b"{}", b'{"key":"values"}', b"[" * 200_000])
def test_a_twin_whose_content_was_changed_is_never_used(folder: Path, content: bytes) -> None:
    twin = twin_path(folder, "x")
    head, _ = twin.read_bytes().split(b"\n", 1)
    twin.write_bytes(head + b"\n" + content + b"\n")
    assert load_plain(folder, "x", parsed) == PARSED


def test_a_twin_of_another_form_is_never_used(folder: Path) -> None:
    head, content = twin_path(folder, "x").read_bytes().split(b"\n", 1)
    other = json.loads(head)
    other["form"] += 1
    twin_path(folder, "x").write_bytes(json.dumps(other).encode() + b"\n" + content)
    assert load_plain(folder, "x", parsed) == PARSED


def test_a_missing_twin_means_parsing(folder: Path) -> None:
    twin_path(folder, "x").unlink()
    assert load_plain(folder, "x", parsed) == PARSED


def test_a_missing_file_is_told(folder: Path) -> None:
    with pytest.raises(UnusableInput, match="cannot be read"):
        load_plain(folder, "y", never)


def test_the_shipped_twins_are_fresh_and_equal_what_parsing_gives() -> None:
    for path in sorted((SHIPPED / "documents").glob("*.yaml")):
        data = path.read_bytes()
        twin = read_twin(twin_path(SHIPPED, f"documents/{path.stem}"), data)
        assert twin == parse(data, path.name)


def test_a_build_reads_the_corpus_without_yaml_or_pydantic() -> None:
    program = (
        "import sys\n"
        "from briefgen.corpus import Corpus\n"
        "corpus = Corpus()\n"
        "for name in corpus.document_ids: corpus.document(name)\n"
        "corpus.related([5]); corpus.fault('gcm-final/20')\n"
        "print(sorted({'yaml', 'pydantic'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=SHIPPED.parents[2],
    )
    assert done.stdout == "[]\n"
