"""What briefgen delivers is verified, in every profile, format, text mode and typography."""

from __future__ import annotations

import subprocess
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pytest

from briefgen import Corpus, build_pack, load_profile, load_style, shipped, write
from briefgen.blocks import Pack, Paragraph, Section, Text
from briefgen.styles import Typography
from briefgen.verify import read_delivered, verify
from briefgen.verify.parity import compare

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PROFILES = sorted(path.stem for path in shipped("profiles").glob("*.yaml"))
MODES = ("verbatim", "corrected", "clean")


@cache
def corpus_of(text: str) -> Corpus:
    return Corpus(text=text)  # type: ignore[arg-type]


def said_of(data: bytes, name: str) -> list[str]:
    return [
        f"{one.spot}: {one.message}"
        for one in verify(read_delivered(data, name), corpus_of).findings
    ]


@pytest.mark.parametrize(("profile", "mode"), list(product(PROFILES, MODES)))
def test_every_shipped_profile_is_verified_in_both_formats_and_they_say_the_same(
    profile: str, mode: str, files_of: Callable[..., dict[str, bytes]]
) -> None:
    files = files_of(profile, mode)
    read = {kind: read_delivered(files[kind], f"{profile}.{kind}") for kind in ("docx", "pdf")}
    for file in read.values():
        verdict = verify(file, corpus_of)
        assert verdict.findings == ()
        assert verdict.counts.quotations > 10
        assert verdict.counts.own_edited == verdict.counts.own_added == 0
    assert compare(read["docx"], read["pdf"]) == []
    assert compare(read["pdf"], read["docx"]) == []


@pytest.mark.parametrize(
    "wishes",
    [
        {},
        {"quotes": "curly", "labels": "a)"},
        {"dashes": "typographic", "titles": "sentence-case"},
    ],
)
def test_a_pack_is_verified_in_every_typography(wishes: dict[str, str]) -> None:
    profiles, templates = shipped("profiles"), shipped("templates")
    style = load_style(templates / "styles" / "standard.yaml")
    style = style.model_copy(update={"typography": Typography.model_validate(wishes)})
    profile = load_profile(
        profiles / "theme-trafficking.yaml", settings=["paper=Letter"], search=[profiles]
    )
    pack = build_pack(profile, corpus_of(profile.text), style, [templates])
    for kind, data in write(pack, style, ("docx", "pdf")).items():
        assert said_of(data, kind) == []


def test_words_that_are_divided_at_the_ends_of_lines_are_whole() -> None:
    profiles, templates = shipped("profiles"), shipped("templates")
    style = load_style(templates / "styles" / "standard.yaml")
    roles = {
        name: role.model_copy(update={"hyphenate": True}) for name, role in style.roles.items()
    }
    style = style.model_copy(update={"roles": roles})
    profile = load_profile(profiles / "iom-tables.yaml", search=[profiles])
    pack = build_pack(profile, corpus_of(profile.text), style, [templates])
    data = write(pack, style, ("pdf",))["pdf"]
    passages = read_delivered(data, "pack").passages
    assert sum("\u00ad" in run.words for one in passages for run in one.runs) > 20
    assert said_of(data, "pack") == []


def test_a_hyphen_and_a_space_at_the_end_of_a_line_are_both_read() -> None:
    """PDFium takes them for a word that is divided: "gender- and" must not become one word."""
    words = "rights-based, gender- and disability-responsive " * 40
    section = Section((Paragraph((Text(words),)),))
    style = load_style(shipped("templates") / "styles" / "standard.yaml")
    data = write(Pack("Hyphens", "en", "", (section,)), style, ("pdf",))["pdf"]
    (passage,) = read_delivered(data, "pack").passages
    assert passage.words == words.strip()


@pytest.mark.needs("soffice")
def test_what_libreoffice_saved_again_is_verified(
    tmp_path: Path, files_of: Callable[..., dict[str, bytes]]
) -> None:
    """It drops the names of content controls, joins runs, and types the marks of notes twice."""
    (tmp_path / "ours").mkdir()
    for profile in PROFILES:
        (tmp_path / "ours" / f"{profile}.docx").write_bytes(files_of(profile)["docx"])
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/office",
            "--headless",
            "--convert-to",
            "docx",
            "--outdir",
            str(tmp_path),
            *map(str, sorted((tmp_path / "ours").iterdir())),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    for profile in PROFILES:
        data = (tmp_path / f"{profile}.docx").read_bytes()
        assert data != files_of(profile)["docx"]
        assert said_of(data, profile) == []
