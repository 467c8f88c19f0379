"""Whatever the tree is, the file is well formed, valid, and holds every word in its order."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from openxml_audit import OpenXmlValidator
from unit.writers.docx.docx_reading import find, lines, parts, tree
from unit.writers.docx.printing import is_subsequence
from unit.writers.docx.trees import PACKS

from briefgen.blocks import (
    Box,
    Contents,
    Heading,
    HeatMap,
    ListBlock,
    Paragraph,
    ScanCode,
    Table,
    Text,
)
from briefgen.walk import inlines_within
from briefgen.writers.docx import write_docx

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefgen.blocks import Blocks, Pack
    from briefgen.styles import Style


def texts(blocks: Blocks) -> Iterator[str]:
    """Give the labels and words of blocks in reading order, tabs and note marks left out."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block.label if isinstance(block, Heading) else ""
                inside = inlines_within(block.inlines)
                yield from (inline.text for inline in inside if isinstance(inline, Text))
            case ListBlock():
                for item in block.items:
                    yield item.label if block.kind == "labelled" else ""
                    yield from texts(item.blocks)
            case Table():
                for row in (*block.head, *block.body):
                    for cell in row.cells:
                        yield from texts(cell.blocks)
            case Box() | ScanCode():
                yield from texts(block.blocks)
            case Contents() | HeatMap():
                pass


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PACKS)
def test_any_pack_is_well_formed_and_keeps_its_words_in_order(style: Style, pack: Pack) -> None:
    file = write_docx(pack, style, {"a": "3"})
    for name, content in parts(file).items():
        if not name.endswith(".emf"):
            etree.fromstring(content)
    printed = "".join(f"{line.label}{line.text}" for line in lines(file))
    wanted = "".join(text for section in pack.sections for text in texts(section.blocks))
    assert is_subsequence(wanted, printed)
    calls = len(find(tree(file), "//w:footnoteReference"))
    notes = find(tree(file, "word/footnotes.xml"), "//w:footnote") if calls else []
    assert len(notes) == (calls + 2 if calls else 0)


def test_the_audit_finds_nothing_in_a_pack_with_everything(
    style: Style, rich_pack: Pack, tmp_path: Path
) -> None:
    path = tmp_path / "rich.docx"
    path.write_bytes(write_docx(rich_pack, style, {"objective-9": "3"}))
    assert OpenXmlValidator().validate(path).errors == []


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(pack=PACKS)
def test_the_audit_finds_nothing_in_any_pack(style: Style, tmp_path: Path, pack: Pack) -> None:
    path = tmp_path / "any.docx"
    path.write_bytes(write_docx(pack, style))
    # A validator remembers parts of files that it has seen under the same name.
    assert OpenXmlValidator().validate(path).errors == []


@pytest.mark.needs("soffice", "pdftotext")
def test_libreoffice_converts_it_and_the_pdf_holds_the_words(
    style: Style, rich_pack: Pack, tmp_path: Path
) -> None:
    path = tmp_path / "rich.docx"
    path.write_bytes(write_docx(rich_pack, style, {"objective-9": "3"}))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(["soffice", profile, *convert], check=True, capture_output=True)
    shown = subprocess.run(
        ["pdftotext", "-layout", str(path.with_suffix(".pdf")), "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    pages = shown.split("\f")
    flat = " ".join(shown.split())
    for words in ("Objectives 5, 9 and 10", "Promote signature, ratification", "42.", "(iii)"):
        assert words in flat
    assert [mark for mark in ("(a)", "(b)", "(c)", "(f)", "(g)") if f"{mark} " in flat] == [
        *("(a)", "(b)", "(c)", "(f)", "(g)")
    ]
    assert "Text quoted" not in pages[0]
    assert "Text quoted" in pages[1]
    assert f"2 of {len(pages) - 1}" in pages[1]
    assert sum("Means of implementation" in page for page in pages) > 2
