"""A watermark stands behind the text of every page of a Word file, as Word itself makes one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator
from unit.writers.docx.docx_reading import attributes, find, parts, tree
from unit.writers.docx.reference.letterheads import letterhead

from briefgen.blocks import Pack, Paragraph, Section, Text
from briefgen.errors import UnusableInput
from briefgen.inspection import inspect_docx
from briefgen.writers.docx import open_reference, write_docx

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.styles import Style

V = "{urn:schemas-microsoft-com:vml}"


def marks(file: bytes) -> dict[str, list[etree._Element]]:
    """Give the shapes of each header by its part's name."""
    return {
        name: list(etree.fromstring(data).iter(f"{V}shape"))
        for name, data in parts(file).items()
        if name.startswith("word/header")
    }


def headers(file: bytes) -> list[list[str]]:
    """Give the parts that each section names as its headers, those taken over too."""
    targets = {
        str(one.get("Id")): f"word/{one.get('Target')}"
        for one in etree.fromstring(parts(file)["word/_rels/document.xml.rels"])
    }
    found: list[list[str]] = []
    for section in find(tree(file), "//w:sectPr"):
        own = [targets[one] for one in attributes(section, "w:headerReference/@r:id")]
        found.append(own or found[-1])
    return found


def test_every_page_has_it_also_those_without_a_header(
    rich_pack: Pack, style: Style, tmp_path: Path
) -> None:
    file = write_docx(replace(rich_pack, watermark="Draft & <only>"), style)
    shapes = marks(file)
    for names in headers(file):
        for name in names:
            (shape,) = shapes[name]
            assert shape[0].get("string") == "Draft & <only>"
    ids = [shape.get("id") for found in shapes.values() for shape in found]
    assert len(ids) == len(set(ids)) > 0
    path = tmp_path / "marked.docx"
    path.write_bytes(file)
    assert OpenXmlValidator().validate(str(path)).errors == []
    assert inspect_docx(file, "marked.docx") == inspect_docx(
        write_docx(rich_pack, style), "marked.docx"
    )


def test_a_page_that_lies_has_it_along_its_own_diagonal(style: Style) -> None:
    sections = (
        Section((Paragraph((Text("a"),)),)),
        Section((Paragraph((Text("b"),)),), landscape=True),
    )
    file = write_docx(Pack("T", "en", "", sections, watermark="Confidential"), style)
    slants = [
        re.search(r"rotation:(\d+)", str(shape.get("style")))
        for found in marks(file).values()
        for shape in found
    ]
    assert [int(one[1]) for one in slants if one] == [305, 325]


def test_words_that_would_be_too_small_or_cannot_be_written_are_told(
    rich_pack: Pack, style: Style
) -> None:
    with pytest.raises(UnusableInput, match="too long to be read across a page") as caught:
        write_docx(replace(rich_pack, watermark="Not to be passed on " * 5), style)
    assert "characters" in caught.value.diagnostics[0].hint
    with pytest.raises(UnusableInput, match="U\\+0001"):
        write_docx(replace(rich_pack, watermark="Dr\x01aft"), style)


def test_a_pack_without_one_is_as_it_was_and_a_letterhead_keeps_its_header(
    rich_pack: Pack, style: Style
) -> None:
    assert write_docx(replace(rich_pack, watermark="  "), style) == write_docx(rich_pack, style)
    reference = open_reference(letterhead(), "letterhead.docx")
    marked = replace(rich_pack, watermark="Draft")
    file = write_docx(marked, style, reference=reference)
    assert not any(marks(file).values())
