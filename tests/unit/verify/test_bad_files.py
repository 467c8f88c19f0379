"""Files that are damaged, locked, enormous or hostile: a message, never a crash or "verified"."""

from __future__ import annotations

import io
import zipfile
from random import Random
from typing import TYPE_CHECKING

import pikepdf
import pytest

from briefgen.cli import confined
from briefgen.cli.confined import read_confined
from briefgen.errors import UnusableInput
from briefgen.verify import manifest_of, read_delivered, verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefgen import Corpus


def refusal(data: bytes, reader: Callable[[bytes, str], object] = read_delivered) -> str:
    with pytest.raises(UnusableInput) as caught:
        reader(data, "pack")
    (fault,) = caught.value.diagnostics
    return fault.message


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"hello", "this is a text file, not a Word document or a PDF"),
        (b"%PDF-1.7", "cut short or damaged"),
        (b"%PDF-1.7\n" + b"x" * 5000, "cut short or damaged"),
        (b"PK\x03\x04" + bytes(40), "cut short or damaged"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "encrypted"),
    ],
    ids=["empty", "text", "head of a PDF", "no PDF", "no zip", "OLE"],
)
def test_what_is_no_pack_is_refused(data: bytes, message: str) -> None:
    assert message in refusal(data)


def test_a_file_that_was_cut_short_is_refused(files_of: Callable[..., dict[str, bytes]]) -> None:
    for kind in ("docx", "pdf"):
        data = files_of("objective-handout")[kind]
        for part in (0.3, 0.7, 0.99):
            assert "damaged" in refusal(data[: int(len(data) * part)])


def test_a_pdf_behind_a_password_or_with_restrictions_is_refused(
    files_of: Callable[..., dict[str, bytes]],
) -> None:
    for user in ("secret", ""):
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(files_of("objective-handout")["pdf"])) as pdf:
            pdf.save(out, encryption=pikepdf.Encryption(user=user, owner="owner"))
        assert refusal(out.getvalue()) in {
            "the file is behind a password",
            "the file is encrypted",
        }


@pytest.mark.parametrize("shape", ["circle", "deep"])
def test_a_structure_in_circles_or_without_end_is_refused(
    shape: str, files_of: Callable[..., dict[str, bytes]]
) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(files_of("objective-handout")["pdf"])) as pdf:
        top = pdf.Root.StructTreeRoot.K
        if shape == "circle":
            top.K.append(top)
        else:
            node = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Div, K=0))
            for _ in range(3000):
                node = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Div, K=node))
            top.K.append(node)
        pdf.save(out)
    assert "nested beyond reason" in refusal(out.getvalue())


def test_pages_in_circles_are_refused(files_of: Callable[..., dict[str, bytes]]) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(files_of("objective-handout")["pdf"])) as pdf:
        pages = pdf.Root.Pages
        pages.Kids.append(pages)
        pages.Count = 2
        pdf.save(out)
    with pytest.raises(UnusableInput):
        read_delivered(out.getvalue(), "pack")


def test_a_file_of_random_damage_is_refused_or_reported(
    files_of: Callable[..., dict[str, bytes]], corpus: Corpus
) -> None:
    """Whatever bytes are hit: the words are as they were, or the file does not pass."""
    for kind in ("docx", "pdf"):
        whole = files_of("objective-handout")[kind]
        good = read_delivered(whole, kind)
        for seed in range(60):
            chance = Random(seed)  # noqa: S311 - repeatable, and no secret
            data = bytearray(whole)
            for _ in range(chance.randint(1, 4)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            try:
                file = read_delivered(bytes(data), kind)
                verdict = verify(file, lambda _: corpus)
            except UnusableInput:
                continue
            if verdict.holds:
                assert [one.whole for one in file.passages] == [one.whole for one in good.passages]


def test_a_zip_that_unpacks_to_very_much_is_refused(
    files_of: Callable[..., dict[str, bytes]],
) -> None:
    out = io.BytesIO(files_of("objective-handout")["docx"])
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/bomb.png", bytes(2**23))
    assert "far more than a document holds" in refusal(out.getvalue())


def test_an_entity_in_the_manifest_is_not_expanded(
    files_of: Callable[..., dict[str, bytes]],
) -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(files_of("objective-handout")["docx"])) as whole,
        zipfile.ZipFile(out, "w") as archive,
    ):
        for name in whole.namelist():
            data = whole.read(name)
            if name == "customXml/item1.xml":
                data = (
                    b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
                    b'<manifest xmlns="urn:briefgen:manifest">&x;</manifest>'
                )
            archive.writestr(name, data)
    with pytest.raises(UnusableInput, match="says nothing of what it quotes"):
        manifest_of(read_delivered(out.getvalue(), "pack"))


def test_a_file_comes_back_from_its_own_process_as_it_was_read(
    files_of: Callable[..., dict[str, bytes]],
) -> None:
    for kind in ("docx", "pdf"):
        data = files_of("objective-handout")[kind]
        here = read_delivered(data, "pack")
        assert read_confined(data, "pack") == here


def test_a_process_passes_on_what_is_wrong_with_a_file() -> None:
    assert "cut short or damaged" in refusal(b"%PDF-1.7", read_confined)


def test_a_process_that_takes_too_long_is_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "_PATIENCE", 0.001)
    assert "takes more than 0.001 seconds" in refusal(b"%PDF-1.7", read_confined)


@pytest.mark.parametrize(
    ("ending", "message"),
    [
        ("kill -XCPU $$", "takes more than 30 seconds of computing"),
        ("exit 4", "takes more than 1024 MiB of memory"),
        ("kill -SEGV $$", "was stopped by signal 11 (SIGSEGV)"),
        ("kill -KILL $$", "was stopped by signal 9 (SIGKILL)"),
        ("exit 7", "ended with 7 and no answer"),
        ("exit 0", "ended with 0 and no answer"),
    ],
)
def test_how_a_process_ended_is_told_truly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, message: str
) -> None:
    """A crash is no lack of memory, and a limit is no crash."""
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ncat >/dev/null\n{ending}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(program))
    assert message in refusal(b"%PDF-1.7", read_confined)


def test_a_process_without_memory_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """By its status: there may be no room for words."""

    def full(_: str) -> None:
        raise MemoryError

    monkeypatch.setattr(confined, "_limit", lambda: None)
    monkeypatch.setattr(confined, "_reader", full)
    monkeypatch.setattr("sys.argv", ["confined", "pack.pdf", "words"])
    with pytest.raises(SystemExit) as ended:
        confined.main()
    assert ended.value.code == 4
