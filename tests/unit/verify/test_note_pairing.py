"""A note of a file is told by its mark and its words: sheets count their marks from 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from briefgen import Corpus, build_pack, load_profile, load_style, shipped, write
from briefgen.corrigenda import read_printed
from briefgen.corrigenda.partial_manifest import partial_manifest
from briefgen.manifest.model import NotePassages, Quoted, Said
from briefgen.manifest.model import Passage as Listed
from briefgen.manifest.words import fingerprint
from briefgen.verify import manifest_of, read_delivered, verify
from briefgen.verify.model import Note, Passage, Run, Spot
from briefgen.verify.note_pairing import NoteKey, listed_key, pair_notes, printed_key
from briefgen.verify.parity import compare
from briefgen.verify.tracing import trace

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATES = shipped("templates")
SET = """
title: Two of one mark
layout: handout
from: gcm-final
contents:
  - objectives: [5, 9]
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, corpus: Corpus) -> dict[str, bytes]:
    """Write two sheets, each with a note c1, as PDF and DOCX."""
    path: Path = tmp_path_factory.mktemp("set") / "set.yaml"
    path.write_text(SET, encoding="utf-8")
    style = load_style(TEMPLATES / "styles" / "standard.yaml")
    return write(
        build_pack(load_profile(path, search=[]), corpus, style, [TEMPLATES]),
        style,
        ["pdf", "docx"],
    )


def test_a_listed_note_and_the_printed_one_have_one_key(files: dict[str, bytes]) -> None:
    """Whether its words are of one kind, or said and quoted by turns."""
    for name, data in files.items():
        file = read_delivered(data, name)
        listed = [listed_key(note) for note in manifest_of(file).notes]
        assert listed == [printed_key(note) for note in file.notes]
    parts = (Said("The source has"), Quoted("gcm-final/9/a", fingerprint("more")))
    whole = fingerprint("The source has more")
    listed_note = NotePassages("c1", (Listed(parts, whole),))
    printed_note = Note("c1", (Passage((Run("The source has more"),), Spot(1)),))
    assert listed_key(listed_note) == printed_key(printed_note)


@pytest.mark.parametrize(
    ("known", "found", "partners"),
    [
        (["1 a", "2 b"], ["1 a", "2 b", "3 c"], [0, 1, None]),
        (["1 a", "1 b"], ["1 b", "1 a"], [1, 0]),
        (["1 a"], ["1 a", "1 a", "1 x"], [0, 0, 0]),
        (["1 a", "1 a"], ["1 a", "1 a", "1 a"], [0, 1, 1]),
        (["1 a", "1 b", "1 c"], ["1 x", "1 a", "1 c"], [1, 0, 2]),
        (["1 a", "1 cd", "1 ef"], ["1 ex", "1 dx"], [2, 1]),
        ([], ["1 a"], [None]),
    ],
)
def test_a_note_is_paired_by_its_mark_then_by_its_words(
    known: list[str], found: list[str], partners: list[int | None]
) -> None:
    """What has the same words comes first; a note with other words is what is left of its mark."""
    first, second = ([NoteKey(one[0], (one[2:],)) for one in notes] for notes in (known, found))
    alike = lambda one, other: len({*known[one][2:]} & {*found[other][2:]})  # noqa: E731 - a table's
    assert pair_notes(first, second, alike) == partners


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_notes_of_one_mark_are_held_each_against_its_own(
    kind: str, files: dict[str, bytes], corpus: Corpus
) -> None:
    """A file with both is verified; one that has lost either, or changed it, is not."""
    file = read_delivered(files[kind], f"set.{kind}")
    assert [note.mark for note in file.notes] == ["c1", "c1"]
    assert verify(file, lambda _: corpus).holds
    for lost in range(2):
        kept = file.notes[1 - lost]
        (finding,) = verify(replace(file, notes=(kept,)), lambda _: corpus).findings
        assert finding.message == "note c1 is missing"
        words = kept.passages[0].runs
        other = replace(kept.passages[0], runs=(words[0]._replace(words="Another"), *words[1:]))
        changed = replace(kept, passages=(other,))
        notes = (changed, file.notes[lost])
        assert not verify(replace(file, notes=notes), lambda _: corpus).holds


def test_both_formats_have_the_same_notes_and_trace_them(
    files: dict[str, bytes], corpus: Corpus
) -> None:
    """Parity looks at each; one that a file lacks is told."""
    word, pdf = (read_delivered(files[kind], kind) for kind in ("docx", "pdf"))
    assert compare(word, pdf) == compare(pdf, word) == []
    (finding,) = compare(word, replace(pdf, notes=pdf.notes[:1]))
    assert finding.kind == "parity"
    assert len(compare(replace(word, notes=word.notes[1:]), pdf)) == 1
    traced = [one for one in trace(pdf, manifest_of(pdf), corpus) if one.spot.note]
    assert len(traced) == 2


def test_a_sheet_alone_has_the_note_of_its_own(files: dict[str, bytes]) -> None:
    """The manifest of the second sheet lists its c1, not that of the first."""
    file = read_printed(files["pdf"], "set.pdf")
    manifest = manifest_of(file.delivered)
    pages = [note.passages[0].spot.page for note in file.delivered.notes]
    for page, listed in zip(pages, manifest.notes, strict=True):
        assert partial_manifest(manifest, file.delivered, {page}).notes == (listed,)
