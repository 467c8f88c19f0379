"""Places are named so that they fit a cell of the note."""

from __future__ import annotations

import pytest
from revised_packs import TEMPLATES

from briefgen.compose.furniture import load_furniture
from briefgen.corpus import Corpus
from briefgen.corrigenda.citing import Places
from briefgen.corrigenda.model import PrintedFile
from briefgen.manifest.model import Identity, Manifest
from briefgen.manifest.plain import manifest_text
from briefgen.verify.model import Delivered, Passage, Run, Spot


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Border management", "Border management"),
        ("border " * 12, f"{'border ' * 9}border …"),
        ("边" * 90, f"{'边' * 70} …"),
    ],
)
def test_a_long_heading_is_cut_where_a_word_ends_if_words_have_ends(words: str, named: str) -> None:
    """Chinese has no spaces between them."""
    passage = Passage((Run(words),), Spot(1), level=1)
    told = manifest_text(Manifest(Identity("briefgen", "pack", "verbatim", "en"), ()))
    file = PrintedFile(Delivered("pack.pdf", "pdf", (passage,), manifest=told))
    places = Places(file, Corpus(), load_furniture("en", TEMPLATES))
    assert places.heading(0) == named
