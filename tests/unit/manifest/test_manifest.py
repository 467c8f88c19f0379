"""The manifest: what a file says of itself, and the way back from its written form."""

from __future__ import annotations

import io
import json
import re
import zipfile
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pytest
from lxml import etree
from msgspec.structs import replace

from briefgen import load_style, shipped, write
from briefgen.diagnostics import Place
from briefgen.errors import UnusableInput
from briefgen.manifest import manifest_text, read_manifest
from briefgen.manifest.model import Own, Quoted
from briefgen.manifest.words import FINGERPRINT, fingerprint, normalised

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen import Corpus, Pack
    from briefgen.manifest import Manifest

HERE = Place("pack")


@pytest.fixture(scope="module")
def manifest(pack_of: Callable[..., Pack]) -> Manifest:
    return read_manifest(pack_of("delegation-pack").manifest, HERE)


def test_a_manifest_is_read_back_as_it_was_written(
    manifest: Manifest, pack_of: Callable[..., Pack]
) -> None:
    assert manifest_text(manifest) == pack_of("delegation-pack").manifest


def test_fingerprints_with_more_digits_than_now_are_read_as_those_of_now(
    manifest: Manifest, pack_of: Callable[..., Pack]
) -> None:
    """A pack that was delivered by an earlier version is still verified."""
    short = re.compile(f'"[0-9a-f]{{{FINGERPRINT}}}"')
    longer, count = short.subn(
        lambda found: f'{found[0][:-1]}0123abcd"', pack_of("delegation-pack").manifest
    )
    assert count > 50
    assert read_manifest(longer, HERE).passages == manifest.passages


def test_every_quoted_unit_is_listed_with_the_fingerprint_of_its_words(
    manifest: Manifest, verbatim: Corpus, pack_of: Callable[..., Pack]
) -> None:
    plain = read_manifest(pack_of("iom-tables", "verbatim").manifest, HERE)
    for passage in (*plain.passages, *(one for note in plain.notes for one in note.passages)):
        for part in passage.parts:
            if isinstance(part, Quoted):
                unit = verbatim.find(part.unit)
                assert unit is not None
                assert part.words == fingerprint(unit.text)
    assert len({unit for passage in plain.passages for unit in passage.units}) > 50
    assert {"gcm-rev2/5/g", "iom-governance/head/means"} <= {
        unit for passage in manifest.passages for unit in passage.units
    }


def test_a_paragraph_of_a_longer_unit_says_which_characters_it_has(
    pack_of: Callable[..., Pack],
) -> None:
    found = read_manifest(pack_of("full-compact").manifest, HERE)
    pieces = [
        (part.start, part.end)
        for passage in found.passages
        for part in passage.parts
        if isinstance(part, Quoted) and part.unit == "gcm-rev2/letter/1"
    ]
    assert len(pieces) > 1
    assert pieces[0][0] == 0
    for (_, end), (start, _) in pairwise(pieces):
        assert start == (end or 0) + 1  # a space for the break


def test_rows_columns_labels_and_headings_are_kept(manifest: Manifest) -> None:
    by_unit = {one.units[0]: one for one in manifest.passages if one.units}
    action = by_unit["gcm-rev2/5/g"]
    assert action.label == "(g)"
    assert action.heading is not None
    assert manifest.passages[action.heading].units == ("gcm-rev2/5/title",)
    cell = by_unit["iom-governance/2/partnerships"].cell
    assert cell is not None
    assert cell.column == 3
    assert by_unit["iom-governance/2/recommendation"].cell == cell._replace(column=1)


def test_no_word_of_the_delegation_stands_in_the_manifest(pack_of: Callable[..., Pack]) -> None:
    text = pack_of("delegation-pack").manifest
    for word in ("Example State", "smugglers and traffickers", "Trusteeship", "Summary"):
        assert word not in text
    assert any(
        isinstance(part, Own) for one in read_manifest(text, HERE).passages for part in one.parts
    )


@pytest.mark.parametrize("format_name", ["docx", "pdf"])
def test_both_formats_hold_the_manifest(
    format_name: str, files_of: Callable[..., dict[str, bytes]], pack_of: Callable[..., Pack]
) -> None:
    data = files_of("delegation-pack")[format_name]
    if format_name == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            held = etree.fromstring(archive.read("customXml/item1.xml")).text
    else:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            held = pdf.Root.PieceInfo.briefgen.Private.read_bytes().decode()
    assert held == pack_of("delegation-pack").manifest


def test_a_pack_without_a_manifest_makes_files_without_one(
    pack_of: Callable[..., Pack],
) -> None:
    style = load_style(shipped("templates") / "styles" / "standard.yaml")
    files = write(replace(pack_of("objective-handout"), manifest=""), style, ("docx", "pdf"))
    with zipfile.ZipFile(io.BytesIO(files["docx"])) as archive:
        assert not any("customXml" in name for name in archive.namelist())
    assert b"PieceInfo" not in files["pdf"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"manifest": 1}',
        '{"manifest": 2}',
        '{"manifest": "1"}',
        "[" * 100_000,
        "\x00",
    ],
)
def test_what_is_no_manifest_is_refused_in_words(text: str) -> None:
    with pytest.raises(UnusableInput, match="manifest in the file"):
        read_manifest(text, HERE)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("text", "other"),
        ("documents", []),
        ("documents", {"a": 1}),
        ("passages", [{"parts": [{}]}]),
        ("passages", [{"parts": [], "heading": 0}]),
        ("passages", [{"parts": [], "cell": [1, 2]}]),
        ("passages", [{"parts": [], "level": -1}]),
        ("passages", 5),
        ("large_print", "18"),
        ("large_print", 1e9),
        ("notes", [[]]),
    ],
)
def test_a_manifest_with_wrong_values_is_refused(
    key: str, value: object, manifest: Manifest
) -> None:
    data = json.loads(manifest_text(manifest)) | {key: value}
    with pytest.raises(UnusableInput, match="damaged"):
        read_manifest(json.dumps(data), HERE)


def test_words_are_compared_without_what_formats_do_to_them() -> None:
    assert normalised(" of\u00adfi\u00adce\n\u00a0e\ufb03cient  non\u2011state ") == (
        "office efficient non-state"
    )
    assert normalised("cafe\u0301") == "caf\u00e9"
    assert normalised("A \u2013 b") != normalised("a - b")
