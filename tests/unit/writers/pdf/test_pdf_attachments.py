"""Attachments: files inside the PDF, found by name and tied to the document."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pytest
from msgspec.structs import replace

from briefgen.blocks import Attachment, Pack, Paragraph, Section, Text
from briefgen.writers.pdf import plan_pdf, write_pdf
from briefgen.writers.pdf.emitting import emit

if TYPE_CHECKING:
    from briefgen.styles import Style

ATTACHED = (
    Attachment("profile.yaml", "application/yaml", "What it was made from", "source", b"a: 1\n"),
    Attachment("données (1).json", "application/x-a+json", "Data", "data", b"\x00{}\xff"),
)


@pytest.fixture(scope="module")
def pack() -> Pack:
    section = Section((Paragraph((Text("words"),)),))
    return Pack("A pack", "en", "2018-06-04", (section,), attachments=ATTACHED)


def test_a_file_is_got_out_as_it_was_put_in(pack: Pack, style: Style) -> None:
    with pikepdf.open(io.BytesIO(write_pdf(pack, style))) as opened:
        assert set(opened.attachments) == {one.name for one in ATTACHED}
        for one in ATTACHED:
            found = opened.attachments[one.name]
            assert found.get_file().read_bytes() == one.data
            assert found.get_file().mime_type == one.media_type
            assert found.description == one.about


def test_a_file_says_what_it_is_to_the_document(pack: Pack, style: Style) -> None:
    with pikepdf.open(io.BytesIO(write_pdf(pack, style))) as opened:
        relations = {str(one.UF): one.AFRelationship for one in opened.Root.AF}
    assert relations == {"profile.yaml": "/Source", "données (1).json": "/Data"}


@pytest.mark.parametrize(
    ("date", "expected"), [("2018-06-04", "D:20180604000000Z"), ("", "D:19800101000000Z")]
)
def test_the_date_of_an_attached_file_is_the_packs(
    pack: Pack, style: Style, date: str, expected: str
) -> None:
    with pikepdf.open(io.BytesIO(write_pdf(replace(pack, date=date), style))) as opened:
        files = [one.EF.F for one in opened.Root.AF]
    assert [str(one.Params.ModDate) for one in files] == [expected] * 2


def test_the_file_claims_the_part_of_pdf_a_that_allows_what_is_in_it(
    pack: Pack, style: Style
) -> None:
    """Files may be attached by PDF/A-3; one that is to be encrypted may claim nothing."""
    bare = replace(pack, attachments=())
    claims = []
    for data in (
        write_pdf(bare, style),
        write_pdf(pack, style),
        emit(plan_pdf(pack, style), archive=False),
    ):
        with pikepdf.open(io.BytesIO(data)) as opened, opened.open_metadata() as metadata:
            claims.append((metadata.get("pdfaid:part"), metadata["pdfuaid:part"]))
    assert claims == [("2", "1"), ("3", "1"), (None, "1")]


def test_the_packet_of_metadata_names_the_documents_quoted(pack: Pack, style: Style) -> None:
    named = replace(pack, sources=("Draft Rev 2 (gcm-rev2)", "A & B"))
    with (
        pikepdf.open(io.BytesIO(write_pdf(named, style))) as opened,
        opened.open_metadata() as metadata,
    ):
        assert metadata["dc:source"] == "Draft Rev 2 (gcm-rev2); A & B"
