"""Numbered copies, passwords and what PDFs carry along, as the command line gives them."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
import typer

from briefgen.cli.passwords import VARIABLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    Runner = Callable[..., Run]

PDF = ("--format", "pdf")


@pytest.fixture(autouse=True)
def _no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)


@pytest.fixture
def profile(tmp_path: Path) -> str:
    """A pack of few words."""
    path = tmp_path / "mine.yaml"
    text = "title: T\nfrom: gcm-rev2\ncontents: [{objectives: {22: [a]}, parts: [actions]}]\n"
    path.write_text(text, encoding="utf-8")
    return path.name


def _opened(path: str, password: str = "") -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(Path(path).read_bytes()), password=password)


def test_each_copy_is_a_file_named_and_marked_by_its_number(run: Runner, profile: str) -> None:
    ended = run("build", profile, *PDF, "--copies", "10", "--watermark", "Draft")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.split() == [f"output/mine-copy-{copy:02}.pdf" for copy in range(1, 11)]
    with pypdfium2.PdfDocument("output/mine-copy-07.pdf") as opened:
        words = opened[0].get_textpage().get_text_range()
    assert "Copy 7 of 10" in words
    assert "Draft" in words


def test_a_password_comes_from_a_file_the_environment_or_a_person(
    run: Runner, profile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In this order; each opens the file, and the person is told that it is no PDF/A."""
    monkeypatch.setattr(sys, "stdin", _Terminal())
    monkeypatch.setattr(typer, "prompt", lambda *_, **__: "typed")
    ended = run("build", profile, *PDF, "--protect", "--out", "typed")
    assert ended.status == 0
    assert "not PDF/A" in ended.err
    monkeypatch.setenv(VARIABLE, "set")
    run("build", profile, *PDF, "--protect", "--out", "set")
    Path("secret").write_bytes(b"\xef\xbb\xbffiled words\r\nsecond line\n")
    run("build", profile, *PDF, "--password-file", "secret", "--out", "filed")
    for folder, password in (("typed", "typed"), ("set", "set"), ("filed", "filed words")):
        with _opened(f"{folder}/mine.pdf", password) as opened, opened.open_metadata() as metadata:
            assert opened.is_encrypted
            assert "pdfaid:part" not in metadata


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_password_in_the_environment_that_nobody_asked_for_is_not_used(
    run: Runner, profile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "set")
    run("build", profile, *PDF)
    with _opened("output/mine.pdf") as opened:
        assert not opened.is_encrypted


def test_restrictions_need_no_password_and_are_told_to_be_a_request(
    run: Runner, profile: str
) -> None:
    ended = run("build", profile, *PDF, "--forbid", "copy", "--forbid", "print", "--copies", "2")
    assert "some programs do not heed them" in ended.err
    assert "give what must stay secret a password" in ended.err
    with _opened("output/mine-copy-2.pdf") as opened:
        assert not opened.allow.extract
        assert not opened.allow.print_highres
        assert opened.allow.accessibility
        assert opened.allow.modify_other
    Path("password").write_text("one two", encoding="utf-8")
    ended = run("build", profile, *PDF, "--forbid", "copy", "--password-file", "password")
    assert "tell the password only to those who may do it all" in ended.err


def test_nothing_goes_out_open_beside_what_is_protected(run: Runner, profile: str) -> None:
    """Nor without a number beside numbered copies."""
    for options, what in ((("--forbid", "copy"), "protected"), (("--copies", "2"), "numbered")):
        ended = run("build", profile, *options)
        assert ended.status == 2
        assert f"only PDFs can be {what}, and docx would go out as well" in ended.err
        assert "add --format pdf" in ended.err
    assert not Path("output").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--copies", "0"), "--copies: error: 0 copies cannot be numbered"),
        (("--copies", "1001"), "from 1 to 1000 copies can be numbered"),
        (("--forbid", "prnt"), "did you mean 'print'?"),
        (("--protect",), "a password is wanted, and there is nobody to ask"),
        (("--password-file", "none"), "none: error: there is no such file"),
        (("--password-file", "empty"), "empty: error: the password is empty"),
        (("--password-file", "latin"), "latin: error: the password file is not UTF-8"),
        (("--password-file", "large"), "large: error: the password file is larger than"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(
    run: Runner,
    profile: str,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    message: str,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    Path("empty").write_bytes(b"\nsecond\n")
    Path("latin").write_bytes(b"\xe9\n")
    Path("large").write_bytes(b"x" * 5000)
    ended = run("build", profile, *PDF, *options)
    assert (ended.status, ended.out) == (2, "")
    assert message in ended.err
    assert not Path("output").exists()


def test_no_option_takes_a_password_and_no_profile_has_one(run: Runner, profile: str) -> None:
    """Others see the arguments of a program, and a profile is passed on."""
    assert run("build", profile, "--password", "x").status == 2
    ended = run("build", profile, "--set", "password=x")
    assert "unknown key 'password'" in ended.err


def test_the_pack_is_made_again_from_the_profile_that_it_carries(
    run: Runner, profile: str, tmp_path: Path
) -> None:
    """Of all files that extend one another, with what was set; and without the comments."""
    extending = tmp_path / "monday.yaml"
    comment = "comments: {gcm-rev2/22/a: Our red line}"
    extending.write_text(f"extends: ./{profile}\nsubtitle: S\n{comment}\n", encoding="utf-8")
    made = ("--attach", "--date", "2018-06-04", "--watermark", "Draft")
    ended = run("build", "monday.yaml", *PDF, *made, "--set", "comments={}")
    assert ended.status == 0, ended.err
    run("build", "monday.yaml", *PDF, *made, "--out", "with-comments")
    for folder in ("output", "with-comments"):
        with _opened(f"{folder}/monday.pdf") as opened:
            attached = opened.attachments["profile.yaml"].get_file().read_bytes()
            manifest = json.loads(opened.attachments["manifest.json"].get_file().read_bytes())
        assert b"red line" not in attached
        assert b"extends" not in attached
        assert manifest["documents"].keys() == {"gcm-rev2"}
    Path("again.yaml").write_bytes(attached)
    ended = run("build", "again.yaml", *PDF)
    assert ended.status == 0, ended.err
    assert Path("output/again.pdf").read_bytes() == Path("output/monday.pdf").read_bytes()


def test_a_file_without_the_watermark_is_named(run: Runner, profile: str) -> None:
    """Nobody is to think that a text file says that it is a draft."""
    formats = ("--format", "outline", "--format", "text")
    ended = run("build", profile, *PDF, *formats, "--watermark", "Draft")
    assert ended.status == 0
    message = "--watermark: warning: the watermark does not stand in outline, text"
    assert message in ended.err


def test_a_profile_says_what_is_carried_along(run: Runner, profile: str) -> None:
    run("build", profile, *PDF, "--set", "attach=[manifest]")
    with _opened("output/mine.pdf") as opened:
        assert list(opened.attachments) == ["manifest.json"]


def test_a_watermark_that_cannot_be_printed_is_told_where_it_was_written(
    run: Runner, profile: str
) -> None:
    with Path(profile).open("a", encoding="utf-8") as stream:
        stream.write("meeting: {name: M, dates: 2018-06-04}\nwatermark: 草\n")
    ended = run("build", profile, *PDF)
    assert ended.status == 2
    assert ended.err.startswith("mine.yaml:5:12: error: U+8349 ")
