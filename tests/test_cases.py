"""Each folder of cases: a profile and the outline of the Pack that it must give.

With ``BRIEFGEN_ACCEPT=1`` in the environment the outlines are written anew; the difference is to be
read before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen import build_pack, load_profile, load_style, shipped, write
from briefgen.build import find_ingredients
from briefgen.fitting import fit_packs

if TYPE_CHECKING:
    from briefgen import Corpus, Pack, Profile, Style

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())
TEMPLATES = shipped("templates")
STYLE = load_style(TEMPLATES / "styles" / "standard.yaml")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_case_gives_its_outline(case: Path, corpus: Corpus, verbatim: Corpus) -> None:
    """The tree is exactly what the case says."""
    profile = load_profile(case / "profile.yaml", search=[shipped("profiles")])
    texts = verbatim if profile.text == "verbatim" else corpus
    pack, style = _built(profile, texts)
    outline = write(pack, style, ["outline"])["outline"]
    expected = case / "expected.txt"
    if os.environ.get("BRIEFGEN_ACCEPT"):
        expected.write_bytes(outline)
    assert outline.decode() == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_case_can_be_written_in_every_format(case: Path, corpus: Corpus) -> None:
    """No writer stumbles over what a case holds, and the same input gives the same bytes."""
    profile = load_profile(case / "profile.yaml", search=[shipped("profiles")])
    pack, style = _built(profile, corpus)
    files = write(pack, style, ["docx", "pdf"])
    assert files == write(pack, style, ["docx", "pdf"])


def _built(profile: Profile, corpus: Corpus) -> tuple[Pack, Style]:
    if not profile.handout.fit:
        return build_pack(profile, corpus, STYLE, [TEMPLATES]), STYLE
    apart = {"": find_ingredients(profile, corpus, [TEMPLATES])}
    fitted = fit_packs(profile, corpus, STYLE, profile.handout.fit, apart)
    return fitted.packs[""], fitted.style
