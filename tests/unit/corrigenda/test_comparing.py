"""Two files are compared only if they are builds of one pack for the same paper."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from revised_packs import TEMPLATES

from briefgen.compose.furniture import load_furniture
from briefgen.corrigenda.comparing import compare, is_american
from briefgen.corrigenda.model import PrintedFile, PrintedPage
from briefgen.errors import UnusableInput
from briefgen.verify.model import Delivered, Passage, Run, Spot

ENGLISH = load_furniture("en", TEMPLATES)


def _page(width: float = 595.3, height: float = 841.9, body: str = "same") -> PrintedPage:
    return PrintedPage(width, height, "1", body)


def _file(name: str, *pages: PrintedPage) -> PrintedFile:
    return PrintedFile(Delivered(name, "pdf", ()), "Pack", language="en", pages=pages)


OLD = _file("old/pack.pdf", _page())
NEW = _file("new/pack.pdf", _page())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            OLD,
            replace(NEW, title="Other", delivered=Delivered("new/other.pdf", "pdf", ())),
            "this is another pack than old/pack.pdf: 'Other', not 'Pack'",
        ),
        (OLD, replace(NEW, revision=2), "the file is itself revision 2 of a pack"),
        (OLD, replace(NEW, language="fr"), "the pack is in 'fr', and old/pack.pdf in 'en'"),
        (
            OLD,
            replace(NEW, pages=(_page(612, 792),)),
            "the pack is for Letter, and old/pack.pdf for A4",
        ),
        (
            OLD,
            replace(NEW, pages=(_page(400, 300),)),
            "the pack is for 106 by 141 mm, and old/pack.pdf for A4",
        ),
    ],
)
def test_what_is_not_to_be_compared_is_refused(
    old: PrintedFile, new: PrintedFile, told: str
) -> None:
    """Each with its reason."""
    with pytest.raises(UnusableInput) as refused:
        compare(old, new, ENGLISH)
    assert [one.message for one in refused.value.diagnostics] == [told]


@pytest.mark.parametrize(
    "new",
    [
        replace(NEW, title="A title that was changed"),
        replace(NEW, pages=(_page(841.9, 595.3),)),
        replace(NEW, pages=()),
    ],
    ids=["title", "landscape", "word"],
)
def test_what_is_one_pack_all_the_same_is_compared(new: PrintedFile) -> None:
    """A file of the same name, a page that is turned, a Word document beside a PDF."""
    assert compare(OLD, new, ENGLISH).new == new


def test_a_revision_can_be_the_old_file() -> None:
    """The next revision is of what lies on the table."""
    assert compare(replace(OLD, revision=1), NEW, ENGLISH).is_empty


def test_pages_with_the_same_words_at_another_place_are_told() -> None:
    """They are printed again, and no change says why; a side without words is not told of."""
    said = Delivered("pack.pdf", "pdf", (Passage((Run("Same words"),), Spot(2)),))
    old = replace(OLD, delivered=said, pages=(_page(), _page(body="before"), _page(body="lines")))
    new = replace(old, pages=(_page(), _page(body="other"), _page(body="fewer lines")))
    found = compare(old, new, ENGLISH, 1)
    assert found.set_anew == (2,)
    assert found.pages == (2, 3)


def test_the_note_is_for_the_paper_of_its_pack() -> None:
    assert is_american(replace(NEW, pages=(_page(792, 612),)))
    assert is_american(replace(NEW, pages=(_page(396, 612),)))
    assert not is_american(NEW)
    assert not is_american(replace(NEW, pages=()))
