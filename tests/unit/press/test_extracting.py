"""Pages taken out of a finished PDF are a PDF as good as the whole: words, tags, links, numbers."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pikepdf
import pytest
from delivered import pdf_pages
from printed_sheets import pdf_of
from revised_packs import set_words

from briefgen.corrigenda.drawing import read_drawn
from briefgen.errors import UnusableInput
from briefgen.press.extracting import Extract, extract
from briefgen.press.stamps import Stamp
from briefgen.verify import read_delivered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WORDS = "Rev. 1 \N{MIDDLE DOT} 21 November 2026"


def wanted(*pages: int, **options: object) -> Extract:
    return Extract(pages, "Some pages", "2026-11-21", 1, "{}", **options)  # type: ignore[arg-type]


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield node
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from elements(kid)


@pytest.fixture(scope="module")
def pack(files_of: Callable[[str], dict[str, bytes]]) -> bytes:
    return files_of("delegation-pack")["pdf"]


def test_the_pages_say_what_they_said(pack: bytes) -> None:
    """Word for word, and their structure leads to these words alone."""
    before, data = pdf_pages(pack), extract(pack, wanted(2, 5, 6), "pack.pdf")
    assert pdf_pages(data) == [before[1], before[4], before[5]]
    whole, some = read_delivered(pack, "pack.pdf"), read_delivered(data, "some.pdf")
    assert some.strays == ()
    kept = [one.words for one in whole.passages if one.spot.page in {2, 5, 6}]
    assert [one.words for one in some.passages] == kept
    assert len(data) < len(pack)


def test_pages_keep_their_numbers(pack: bytes) -> None:
    """As a viewer shows them."""
    with opened(extract(pack, wanted(2, 5, 6), "pack.pdf")) as pdf:
        assert [page.label for page in pdf.pages] == ["2", "5", "6"]


def test_nothing_leads_to_a_page_that_is_gone(pack: bytes) -> None:
    """Links of the contents list, bookmarks, names, and the way back from pages to the tree."""
    with opened(extract(pack, wanted(2, 5, 6), "pack.pdf")) as pdf:
        stay = {page.obj.objgen for page in pdf.pages}
        names = pikepdf.NameTree(pdf.Root["/Names"]["/Dests"])
        assert {place[0].objgen for place in names.values()} <= stay
        links = [one for page in pdf.pages for one in page.obj.get("/Annots", [])]
        for goes in (one["/Dest"] for one in links):
            place = goes if isinstance(goes, pikepdf.Array) else names[str(goes)]
            assert place[0].objgen in stay
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
        assert titles
        assert all(one.startswith("Objective") for one in titles)
        top = pdf.Root["/StructTreeRoot"]
        tree = [one for kid in top["/K"] for one in elements(kid)]
        assert {one["/Pg"].objgen for one in tree if "/Pg" in one} <= stay
        known = {one.objgen for one in tree}
        for held in pikepdf.NumberTree(top["/ParentTree"]).values():
            for one in held if isinstance(held, pikepdf.Array) else [held]:
                assert one.objgen in known


def test_headings_begin_at_level_one_and_tables_keep_their_heads(
    files_of: Callable[[str], dict[str, bytes]],
) -> None:
    """Page by page of a pack with tables that go on: no level is skipped, no row without head."""
    data = files_of("iom-tables")["pdf"]
    for page in range(1, len(pdf_pages(data)) + 1):
        with opened(extract(data, wanted(page), "pack.pdf")) as pdf:
            kinds = [
                str(one["/S"]) for kid in pdf.Root["/StructTreeRoot"]["/K"] for one in elements(kid)
            ]
        levels = [int(kind[2:]) for kind in kinds if re.fullmatch("/H[1-6]", kind)]
        assert all(one <= before + 1 for before, one in zip([0, *levels], levels, strict=False))
        assert kinds.count("/Table") == kinds.count("/THead")


def test_a_stamp_is_drawn_and_is_no_part_of_the_text(pack: bytes) -> None:
    """Pages break and read as before; the stamp is one object for all pages."""
    data = set_words(WORDS)
    box = read_drawn(data)[0].words
    assert box is not None
    stamps = {page: Stamp(data, box, (300, 700), (4, 2)) for page in (2, 5)}
    made = extract(pack, wanted(2, 5, 6, stamps=stamps), "pack.pdf")
    drawn = read_drawn(made)
    assert [one.stamp for one in drawn] == [WORDS, WORDS, ""]
    plain = read_drawn(pack)
    assert [one.body for one in drawn] == [plain[at].body for at in (1, 4, 5)]
    assert read_delivered(made, "made.pdf").strays == ()
    with opened(made) as pdf:
        forms = {one.objgen for page in pdf.pages for one in page.resources["/XObject"].values()}
    assert len(forms) == 1


def test_the_file_tells_what_it_is(pack: bytes) -> None:
    """Its title, its day and its revision; the same input gives the same bytes."""
    data = extract(pack, wanted(2), "pack.pdf")
    with opened(data) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Some pages"
        assert str(pdf.docinfo["/ModDate"]) == "D:20261121000000Z"
        assert pdf.Root["/PieceInfo"]["/briefgen"]["/Revision"] == 1
        assert pdf.Root["/PieceInfo"]["/briefgen"]["/Private"].read_bytes() == b"{}"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Some pages"
            assert metadata["pdfuaid:part"] == "1"
    assert data == extract(pack, wanted(2), "pack.pdf")


def test_a_pdf_without_tags_is_cut_as_well() -> None:
    """It has pages, and nothing that could lead astray."""
    data = extract(pdf_of(["one", "two", "three"]), wanted(1, 3), "plain.pdf")
    assert [page.strip() for page in pdf_pages(data)] == ["one", "three"]


def test_a_tree_that_is_nested_beyond_reason_is_refused(pack: bytes) -> None:
    """With the cure, and in no endless walk."""
    with opened(pack) as pdf:
        top = pdf.Root["/StructTreeRoot"]
        around = top["/K"]
        node = around[0] if isinstance(around, pikepdf.Array) else around
        for _ in range(300):
            node = pdf.make_indirect(
                pikepdf.Dictionary({"/S": pikepdf.Name.Sect, "/K": pikepdf.Array([node])})
            )
        top["/K"] = node
        out = io.BytesIO()
        pdf.save(out)
    with pytest.raises(UnusableInput, match="the PDF is damaged"):
        extract(out.getvalue(), wanted(2), "deep.pdf")


def test_a_bookmark_whose_page_is_gone_leads_to_the_first_below_it() -> None:
    """It stays closed over those that are left (ISO 32000-1, 12.3.3)."""
    with opened(pdf_of(["one", "two", "three", "four"])) as pdf:
        with pdf.open_outline() as outline:
            chapter = pikepdf.OutlineItem("Chapter", 0)
            chapter.children += [pikepdf.OutlineItem(f"Page {at + 1}", at) for at in (0, 1, 2)]
            outline.root += [chapter, pikepdf.OutlineItem("Page 4", 3)]
        out = io.BytesIO()
        pdf.save(out)
    with opened(extract(out.getvalue(), wanted(2, 3), "plain.pdf")) as pdf:
        top = pdf.Root["/Outlines"]
        chapter = top["/First"]
        assert (top["/Count"], chapter["/Count"]) == (1, -2)
        assert [str(chapter[key]["/Title"]) for key in ("/First", "/Last")] == ["Page 2", "Page 3"]
        assert chapter["/Dest"][0].objgen == pdf.pages[0].obj.objgen
        assert "/Next" not in chapter
