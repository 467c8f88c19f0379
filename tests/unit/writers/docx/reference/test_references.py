"""A pack in a delegation's own document: all of the pack is there, nothing of the document lost."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import pytest
from delivered import docx_paragraphs
from docx import Document
from docx.shared import Cm
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator
from unit.writers.docx.docx_reading import attributes, find, lines, parts, text_of, tree
from unit.writers.docx.printing import body_words, is_subsequence, printed_words
from unit.writers.docx.reference.letterheads import KINDS, STYLE, png, saved
from unit.writers.docx.trees import PACKS

from briefgen.blocks import Comment, Pack, Paragraph, Section, Text
from briefgen.inspection import inspect_docx
from briefgen.writers.docx import open_reference, write_docx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docx.document import Document as Opened

FILLED = {
    "title": "Objectives 5, 9 and 10",
    "marking": "Internal & more <b>",
    "delegation": "Delegation of Example State",
    "date": "4 June 2018",
}
NUMERALS = str.maketrans("", "", "0123456789 \t\n\N{NO-BREAK SPACE}")


def filled(text: str) -> str:
    for name, words in FILLED.items():
        text = re.sub(rf"\{{\{{ *{name} *\}}\}}", lambda _, words=words: words, text)
    return text


@cache
def reference(kind: str) -> bytes:
    return KINDS[kind]()


@pytest.fixture(scope="session")
def pack(rich_pack: Pack) -> Pack:
    noted = (Comment("u/(a)", ("To be asked.",)),)
    return replace(
        rich_pack, marking=FILLED["marking"], printed_date=FILLED["date"], comments=noted
    )


@pytest.fixture(scope="session")
def results(pack: Pack) -> dict[str, bytes]:
    return {
        kind: write_docx(pack, STYLE, {}, open_reference(reference(kind), f"{kind}.docx"))
        for kind in KINDS
    }


def small(*texts: str, landscape: bool = False) -> Pack:
    paragraphs = tuple(Paragraph((Text(text),)) for text in texts)
    return Pack("Title", "en", "", (Section(paragraphs, landscape=landscape),))


def made_with(document: Opened, pack: Pack) -> bytes:
    return write_docx(pack, STYLE, {}, open_reference(saved(document), "letter.docx"))


def canonical(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True)


@pytest.mark.parametrize("kind", KINDS)
def test_the_audit_finds_nothing(results: dict[str, bytes], tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"{kind}.docx"
    path.write_bytes(results[kind])
    assert [str(one) for one in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_pack_is_there_word_for_word_with_its_labels(
    results: dict[str, bytes], pack: Pack, kind: str
) -> None:
    """But for the cover where the reference has its own, and marks that Word cannot count."""
    wanted = [one.label + one.text for one in lines(write_docx(pack, STYLE, {}))]
    found = [one.label + one.text for one in lines(results[kind])]
    cover = next(at for at, one in enumerate(wanted) if one.startswith("Draft Rev 2"))
    if kind in {"table_in_header", "footnotes"}:
        wanted = wanted[cover:]
    at, loose = 0, [one.translate(NUMERALS) for one in found]
    for one in wanted:
        at = loose.index(one.translate(NUMERALS), at) + 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_of_the_reference_are_kept_and_filled(
    results: dict[str, bytes], kind: str
) -> None:
    """In order, in every part that it had."""
    for name in parts(reference(kind)):
        if not name.startswith("word/") or not name.endswith(".xml") or "/_" in name:
            continue
        if not any(one in name for one in ("document", "header", "footer", "notes", "comments")):
            continue
        found = iter(docx_paragraphs(results[kind], name))
        for text in docx_paragraphs(reference(kind), name):
            if text not in {"{{ body }}", ""}:
                assert filled(text) in found
        assert not re.findall("{{ *(title|body|date|marking) *}}", "".join(found))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_else_of_the_reference_is_touched(results: dict[str, bytes], kind: str) -> None:
    """Pictures, data and themes to the byte; styles, lists, settings, comments one by one."""
    before, after = parts(reference(kind)), parts(results[kind])
    for name, content in before.items():
        if any(one in name for one in ("media", "customXml", "theme", "fontTable")):
            assert after[name] == content
    lists = ("word/numbering.xml", "word/settings.xml", "word/styles.xml", "word/comments.xml")
    for name in lists:
        if name not in before:
            continue
        kept = {canonical(one) for one in tree(results[kind], name)}
        for one in tree(reference(kind), name):
            if etree.QName(one).localname not in {"docDefaults", "footnotePr"}:
                assert canonical(one) in kept


@pytest.mark.parametrize("kind", KINDS)
def test_what_must_be_unique_is_unique_and_every_reference_leads_somewhere(
    results: dict[str, bytes], kind: str
) -> None:
    root, styles = tree(results[kind]), tree(results[kind], "word/styles.xml")
    for path in ("//w:bookmarkStart/@w:id", "//w:bookmarkStart/@w:name", "//w:sdtPr/w:id/@w:val"):
        found = [one.lower() for one in attributes(root, path)]
        assert len(found) == len(set(found))
    known = set(attributes(styles, "//w:style/@w:styleId"))
    assert len({one.lower() for one in known}) == len(attributes(styles, "//w:style/@w:styleId"))
    names = [one.lower() for one in attributes(styles, "//w:style/w:name/@w:val")]
    assert len(names) == len(set(names))
    used = set(attributes(root, "//w:pStyle/@w:val|//w:rStyle/@w:val|//w:tblStyle/@w:val"))
    assert used <= known
    assert set(attributes(styles, "//w:basedOn/@w:val|//w:next/@w:val|//w:link/@w:val")) <= known
    lists = set(attributes(tree(results[kind], "word/numbering.xml"), "//w:num/@w:numId"))
    assert set(attributes(root, "//w:numId/@w:val")) <= lists | {"0"}
    notes = set(attributes(tree(results[kind], "word/footnotes.xml"), "//w:footnote/@w:id"))
    assert set(attributes(root, "//w:footnoteReference/@w:id")) <= notes
    anchors = set(attributes(root, "//w:bookmarkStart/@w:name"))
    assert set(attributes(root, "//w:hyperlink/@w:anchor")) <= anchors
    with zipfile.ZipFile(io.BytesIO(results[kind])) as archive:
        assert len(archive.namelist()) == len(set(archive.namelist()))


def test_the_same_reference_gives_the_same_bytes(results: dict[str, bytes], pack: Pack) -> None:
    opened = open_reference(reference("footnotes"), "x.docx")
    assert write_docx(pack, STYLE, {}, opened) == results["footnotes"]
    assert write_docx(pack, STYLE, {}, opened) == results["footnotes"]


def test_a_pack_made_with_the_starter_is_accessible(
    pack_of: Callable[[str], Pack],
) -> None:
    opened = open_reference(reference("starter"), "starter.docx")
    assert inspect_docx(write_docx(pack_of("delegation-pack"), STYLE, {}, opened), "x") == []


def test_styles_are_known_by_their_names_and_not_by_their_ids(results: dict[str, bytes]) -> None:
    """A Word in German calls "heading 1" otherwise; its style is used, and no other."""
    root = tree(results["other_styles"])
    styles = tree(results["other_styles"], "word/styles.xml")
    *_, heading = [one for one in find(root, "//w:p") if text_of(one) == "Sources"]
    (own,) = attributes(heading, "w:pPr/w:pStyle/@w:val")
    based_on = f"//w:style[@w:styleId='{own}']/w:basedOn/@w:val"
    assert attributes(styles, based_on) == ["berschrift1"]
    assert "Fett" in attributes(root, "//w:rStyle/@w:val")
    clause = "//w:style[@w:styleId='Heading1']/w:name/@w:val"
    assert attributes(styles, clause) == ["Clause"]


def test_the_look_of_a_placeholder_is_that_of_its_first_run(results: dict[str, bytes]) -> None:
    root = tree(results["tracked_changes"])
    (words,) = [
        one for one in find(root, "//w:t") if "Delegation of Example State" in (one.text or "")
        and one.getparent().getparent().tag.endswith("}ins")
    ]  # fmt: skip
    assert words.text == "Delegation of Example State"


def test_the_first_page_of_a_letterhead_is_the_packs_first_page_only(
    results: dict[str, bytes],
) -> None:
    first, *others = find(tree(results["letterhead"]), "//w:sectPr")
    assert find(first, "w:titlePg")
    assert find(first, "w:headerReference[@w:type='first']")
    assert others
    assert not [one for other in others for one in find(other, "w:titlePg|w:headerReference")]


def test_landscape_sections_turn_the_paper_of_the_reference() -> None:
    document = Document()
    document.sections[0].page_width, document.sections[0].page_height = Cm(20), Cm(30)
    document.add_paragraph("{{ body }}")
    root = tree(made_with(document, small("wide", landscape=True)))
    (size,) = find(root, "//w:sectPr/w:pgSz")
    width, height = (int(attributes(size, f"@w:{name}")[0]) for name in "wh")
    assert (width, height) == (round(30 * 1440 / 2.54), round(20 * 1440 / 2.54))
    assert attributes(size, "@w:orient") == ["landscape"]


def test_handouts_begin_on_fronts_of_the_references_paper(tmp_path: Path) -> None:
    (one,) = small("a handout").sections
    sheets = replace(small(), sections=(one, *(replace(one, starts="front"),) * 2))
    for kind in ("letterhead", "protected", "bare"):
        made = write_docx(sheets, STYLE, {}, open_reference(reference(kind), "x.docx"))
        _, second, third = find(tree(made), "//w:sectPr")
        for later in (second, third):
            assert attributes(later, "w:type/@w:val") == ["oddPage"]
            assert attributes(later, "w:pgNumType/@w:start") == ["1"]
        path = tmp_path / f"{kind}.docx"
        path.write_bytes(made)
        assert [str(one) for one in OpenXmlValidator().validate(path).errors] == []


def test_words_after_a_landscape_pack_stand_upright_again() -> None:
    document = Document()
    document.add_paragraph("{{ body }}")
    document.add_paragraph("After it.")
    root = tree(made_with(document, small("wide", landscape=True)))
    assert attributes(root, "//w:sectPr/w:pgSz/@w:orient") == ["landscape"]
    assert len(find(root, "//w:sectPr")) == 2


def test_without_a_place_the_pack_follows_what_there_is() -> None:
    document = Document()
    document.add_paragraph("Before it.")
    printed = [one.text for one in lines(made_with(document, small("the pack")))]
    assert printed == ["Before it.", "the pack"]
    assert [one.text for one in lines(made_with(Document(), small("the pack")))] == ["the pack"]


def test_a_picture_at_the_place_stays_before_the_pack() -> None:
    document = Document()
    document.add_paragraph("{{ body }}").add_run().add_picture(io.BytesIO(png()), Cm(1))
    root = tree(made_with(document, small("the pack")))
    first, second = find(root, "//w:body/w:p")
    assert find(first, ".//w:drawing")
    assert text_of(first) == ""
    assert text_of(second) == "the pack"


def test_the_file_speaks_of_the_pack_and_not_of_the_references_author() -> None:
    document = Document()
    document.core_properties.author = "A. Person"
    document.core_properties.title = "Letterhead 2011"
    made = parts(made_with(document, small("x")))
    assert b"Person" not in b"".join(made.values())
    assert b"Letterhead 2011" not in made["docProps/core.xml"]
    assert not [name for name in made if "thumbnail" in name]


def test_the_language_is_the_packs() -> None:
    pack = replace(small("texte"), language="fr")
    styles = tree(made_with(Document(), pack), "word/styles.xml")
    assert attributes(styles, "//w:docDefaults//w:lang/@w:val") == ["fr"]


@settings(
    max_examples=6,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(pack=PACKS, kind=st.sampled_from(sorted(KINDS)))
def test_any_pack_in_any_reference_is_valid(tmp_path: Path, pack: Pack, kind: str) -> None:
    path = tmp_path / "any.docx"
    path.write_bytes(write_docx(pack, STYLE, {}, open_reference(reference(kind), "x.docx")))
    assert [str(one) for one in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.needs("soffice", "pdftotext")
def test_libreoffice_opens_each_and_prints_the_same_words_in_order(
    results: dict[str, bytes], tmp_path: Path
) -> None:
    for kind, printed in printed_words(results, tmp_path).items():
        assert is_subsequence(body_words(results[kind]), printed), kind


def test_a_pack_may_be_the_reference_of_the_next_and_says_nothing_of_the_first() -> None:
    first = write_docx(replace(small("theirs"), manifest="the first"), STYLE)
    for manifest in ("the second", ""):
        later = replace(small("x"), manifest=manifest)
        made = parts(write_docx(later, STYLE, {}, open_reference(first, "x.docx")))
        items = [made[name].decode() for name in made if name.startswith("customXml/item")]
        assert "the first" not in "".join(items)
        assert ("the second" in "".join(items)) == bool(manifest)
        assert len([name for name in made if "customXml" in name]) == (3 if manifest else 0)
