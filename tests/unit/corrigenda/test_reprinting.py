"""The sheets to print prove themselves, as the whole pack does, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from delivered import pdf_pages
from msgspec.structs import replace
from revised_packs import REVISION, compared, revised

from briefgen.corrigenda import read_printed
from briefgen.corrigenda.model import PrintedFile, PrintedPage
from briefgen.corrigenda.partial_manifest import partial_manifest
from briefgen.corrigenda.reprinting import _scale
from briefgen.errors import UnusableInput
from briefgen.manifest import manifest_text, read_manifest
from briefgen.verify import manifest_of, read_delivered, verify
from briefgen.verify.model import Delivered

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen import Corpus

    Files = Callable[..., dict[str, bytes]]


@pytest.mark.parametrize("name", ["delegation-pack", "full-compact", "iom-tables"])
def test_sheets_and_whole_are_verified(name: str, files_of: Files, corpus: Corpus) -> None:
    """Also where a quotation begins or ends on a sheet that is not printed."""
    old, new = files_of(name, "verbatim")["pdf"], files_of(name)["pdf"]
    made = revised(old, new)
    for data in (made.sheets, made.whole):
        verdict = verify(read_delivered(data, "made.pdf"), lambda _: corpus)
        assert list(verdict.findings) == []
        assert verdict.holds
    assert made.unstamped == ()
    assert pdf_pages(made.whole) != pdf_pages(new)


def test_any_single_sheet_of_a_pack_is_verified(files_of: Files, corpus: Corpus) -> None:
    """Each page alone: the manifest lists what stands there, and the mode, and no more."""
    file = read_printed(files_of("full-compact")["pdf"], "pack.pdf")
    manifest = manifest_of(file.delivered)
    listed = 0
    for page in range(1, len(file.pages) + 1):
        part = partial_manifest(manifest, file.delivered, {page})
        assert part.identity.partial
        listed += len(part.passages)
        again = read_manifest(manifest_text(part), None)  # type: ignore[arg-type]
        assert again == part
        for one in part.passages:
            assert one.heading is None or part.passages[one.heading].level
    assert listed >= len(manifest.passages)
    whole = partial_manifest(manifest, file.delivered, range(1, len(file.pages) + 1))
    assert whole.passages == manifest.passages
    assert sorted(one.mark for one in whole.notes) == sorted(one.mark for one in manifest.notes)
    assert corpus


def test_a_word_changed_on_a_sheet_is_found(files_of: Files, corpus: Corpus) -> None:
    """The manifest of some sheets is believed no more than that of the whole."""
    made = revised(
        files_of("delegation-pack", "verbatim")["pdf"], files_of("delegation-pack")["pdf"]
    )
    file = read_delivered(made.sheets, "made.pdf")
    quoted = next(at for at, one in enumerate(file.passages) if one.units and not one.level)
    one = file.passages[quoted]
    runs = (one.runs[0]._replace(words=f"not {one.runs[0].words}"), *one.runs[1:])
    passages = [*file.passages]
    passages[quoted] = replace(one, runs=runs)
    verdict = verify(replace(file, passages=tuple(passages)), lambda _: corpus)
    assert not verdict.holds


def test_sheets_are_counted_on_and_earlier_stamps_stay(files_of: Files) -> None:
    """The whole of Rev. 1 is the old pack of Rev. 2: what stays keeps its own stamp."""
    first = files_of("delegation-pack", "verbatim")["pdf"]
    second = files_of("delegation-pack")["pdf"]
    made = revised(first, second)
    old = read_printed(made.whole, "old/pack-rev1.pdf")
    assert old.revision == 1
    stamped = [at for at, page in enumerate(old.pages) if page.stamp]
    assert stamped
    found = compared(made.whole, second)
    assert found.is_empty
    again = revised(made.whole, first, replace(REVISION, number=2, words="Rev. 2"))
    pages = read_printed(again.whole, "pack-rev2.pdf").pages
    assert [page.stamp for page in pages if page.stamp] == ["Rev. 2"] * len(stamped)


def test_a_sheets_file_is_not_taken_for_a_pack(files_of: Files) -> None:
    """It holds some sheets: compared with the whole, all others would seem gone."""
    made = revised(
        files_of("delegation-pack", "verbatim")["pdf"], files_of("delegation-pack")["pdf"]
    )
    with pytest.raises(UnusableInput, match="only some sheets of a pack"):
        read_printed(made.sheets, "sheets.pdf")


@pytest.mark.parametrize(("size", "scale"), [(0.0, 1.0), (8.0, 1.0), (16.0, 2.0), (90.0, 3.0)])
def test_a_stamp_is_as_large_as_the_furniture(size: float, scale: float) -> None:
    """In large print, too; but within what a margin holds."""
    pages = (PrintedPage(595, 842, "1", ""), PrintedPage(595, 842, "2", "", size=size))
    assert _scale(PrintedFile(Delivered("pack.pdf", "pdf", ()), pages=pages)) == scale


def test_the_same_files_make_the_same_bytes(files_of: Files) -> None:
    """On any run."""
    old, new = files_of("iom-tables", "verbatim")["pdf"], files_of("iom-tables")["pdf"]
    assert revised(old, new) == revised(old, new)
