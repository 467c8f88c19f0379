"""The names that the package offers to programs do what their documentation says."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import briefgen

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", briefgen.__all__)
def test_every_public_name_can_be_loaded(name: str) -> None:
    assert getattr(briefgen, name) is not None


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'bild'"):
        _ = briefgen.bild


def test_a_pack_is_built_and_written_in_each_format_asked_for() -> None:
    profiles, templates = briefgen.shipped("profiles"), briefgen.shipped("templates")
    profile = briefgen.load_profile(profiles / "objective-handout.yaml", search=[profiles])
    style = briefgen.load_style(templates / "styles" / "standard.yaml")
    pack = briefgen.build_pack(profile, briefgen.Corpus(), style, [templates])
    files = briefgen.write(pack, style, ["pdf", "outline"])
    assert list(files) == ["pdf", "outline"]
    assert files["pdf"].startswith(b"%PDF-")
    assert "Enhance availability and flexibility" in files["outline"].decode()


def test_the_program_runs_as_a_module_from_an_empty_folder(tmp_path: Path) -> None:
    """What is installed carries its profiles, templates, styles and corpus with it."""
    command = [sys.executable, "-m", "briefgen", "build", "full-compact", "--format", "outline"]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (tmp_path / "output" / "full-compact.outline.txt").stat().st_size > 200_000
