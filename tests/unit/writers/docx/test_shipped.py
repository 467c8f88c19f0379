"""Every shipped profile gives a valid Word file, by itself and in a delegation's own document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from delivered import pdf_pages
from openxml_audit import OpenXmlValidator
from unit.writers.docx.docx_reading import attributes, find, text_of, tree
from unit.writers.docx.printing import body_words, is_subsequence, printed_words
from unit.writers.docx.reference.letterheads import STYLE, letterhead, starter, table_in_header

from briefgen.inspection import inspect_docx
from briefgen.resources import shipped
from briefgen.writers.docx import open_reference, write_docx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefgen.blocks import Pack

PROFILES = sorted(path.stem for path in shipped("profiles").glob("*.yaml"))


@pytest.mark.parametrize("name", PROFILES)
def test_the_audit_finds_nothing(
    files_of: Callable[..., dict[str, bytes]],
    pack_of: Callable[..., Pack],
    tmp_path: Path,
    name: str,
) -> None:
    framed = write_docx(pack_of(name), STYLE, {}, open_reference(starter(), "starter.docx"))
    for kind, data in (("own", files_of(name)["docx"]), ("framed", framed)):
        path = tmp_path / f"{name}-{kind}.docx"
        path.write_bytes(data)
        assert [str(one) for one in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.parametrize("name", PROFILES)
def test_the_contents_show_the_pages_of_the_pdf(
    files_of: Callable[..., dict[str, bytes]], name: str
) -> None:
    """As it was laid out in the same build: the heading is on the page that its entry names."""
    files = files_of(name)
    root = tree(files["docx"])
    pages = [re.sub(r"\W+", "", page) for page in pdf_pages(files["pdf"])]
    entries = [text_of(one) for one in find(root, "//w:sdt//w:hyperlink[w:r/w:tab]")]
    assert bool(entries) == bool(attributes(root, "//w:docPartGallery/@w:val"))
    for entry in entries:
        words, _, page = entry.rpartition("\t")
        title = re.sub(r"\W+", "", words.partition(": ")[2] or words)
        assert title in pages[int(page) - 1], entry


@pytest.mark.needs("soffice", "pdftotext")
def test_libreoffice_prints_all_words_in_order(
    files_of: Callable[..., dict[str, bytes]], pack_of: Callable[..., Pack], tmp_path: Path
) -> None:
    made = {name: files_of(name)["docx"] for name in PROFILES if name != "full-compact"}
    opened = open_reference(table_in_header(), "letter.docx")
    made["framed"] = write_docx(pack_of("delegation-pack"), STYLE, {}, opened)
    for name, printed in printed_words(made, tmp_path).items():
        assert is_subsequence(body_words(made[name]), printed), name


def test_a_pack_in_a_letterhead_is_accessible_where_the_letterhead_is(
    pack_of: Callable[..., Pack],
) -> None:
    """But for the pale blue that python-docx gives a subtitle, which is the letterhead's own."""
    opened = open_reference(letterhead(), "letterhead.docx")
    found = inspect_docx(write_docx(pack_of("delegation-pack"), STYLE, {}, opened), "x")
    assert [one.message for one in found if "#4F81BD" not in one.message] == []
