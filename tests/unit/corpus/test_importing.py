"""The import: whole or not at all, the same every time, and deaf to no change of a source."""

from __future__ import annotations

import random
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen.corpus import Corpus, import_sources
from briefgen.corpus.catalogue import Catalogue
from briefgen.corpus.homes import SHIPPED
from briefgen.corpus.importing import import_source, load_catalogue
from briefgen.corpus.source_files import SIZE_LIMIT
from briefgen.errors import CannotWrite, UnusableInput

if TYPE_CHECKING:
    from briefgen.corpus.catalogue import Entry

SOURCES = SHIPPED / "sources"
GOVERNANCE = SOURCES / "003_76a64e9c476fc1e3.txt"
HUMAN = SOURCES / "000_0dbaa97919176bd3.txt"
NAMES = ("gcm-final", "gcm-rev2", "iom-human", "iom-governance")


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def files_of(entry: Entry, sources: dict[str, bytes]) -> dict[str, bytes]:
    names = (entry.source.file, *(one.file for one in entry.transcripts))
    return {name: sources[name] for name in names}


def test_the_shipped_documents_are_what_the_sources_give(tmp_path: Path) -> None:
    report = import_sources(SOURCES, tmp_path)
    assert report.diagnostics == ()
    assert not report.failed
    assert {path.stem for path in report.written} == set(NAMES)
    shipped = contents(SHIPPED)
    for name, data in contents(tmp_path).items():
        assert shipped[name] == data


def test_importing_again_changes_no_byte(tmp_path: Path) -> None:
    import_sources(GOVERNANCE, tmp_path)
    first = contents(tmp_path)
    import_sources([GOVERNANCE], tmp_path)
    assert contents(tmp_path) == first


def test_an_imported_folder_is_a_corpus(tmp_path: Path) -> None:
    import_sources([GOVERNANCE, HUMAN], tmp_path)
    corpus = Corpus(tmp_path, text="verbatim")
    assert set(corpus.document_ids) == {"iom-human", "iom-governance"}
    name = "iom-governance/2/means/1/d"
    assert corpus.find(name) == Corpus(text="verbatim").find(name)


def test_a_report_tells_accounts_and_repairs(tmp_path: Path) -> None:
    report = import_sources(SOURCES / "004_06834b01601389ae.txt", tmp_path)
    lines = report.lines()
    assert lines[0].startswith("gcm-rev2: 16338 words in 004_06834b01601389ae.txt; 15709 in 361")
    assert "  004_06834b01601389ae.txt:263: sentence joined over a page: gcm-rev2/5/g" in lines
    (document,) = report.as_data()["documents"]  # type: ignore[misc]
    assert document["in-units"] == 15709
    assert len(document["repairs"]) == 26


def mutated(data: bytes, chance: random.Random, kind: str) -> bytes:
    """Change one word of a source: its last letters, so that marks around it stay as they are."""
    lines = data.decode().split("\n")
    at = chance.choice([at for at, line in enumerate(lines) if len(line.split()) > 4])
    words = lines[at].split(" ")
    place = chance.choice([p for p, word in enumerate(words) if word.isalpha()])
    changed = {"lost": [], "doubled": [words[place]] * 2, "altered": [words[place] + "s"]}[kind]
    lines[at] = " ".join([*words[:place], *changed, *words[place + 1 :]])
    return "\n".join(lines).encode()


@pytest.mark.parametrize("kind", ["lost", "doubled", "altered"])
@pytest.mark.parametrize("name", NAMES)
def test_any_word_changed_in_a_source_stops_the_import(
    entries: dict[str, Entry], sources: dict[str, bytes], name: str, kind: str
) -> None:
    entry = entries[name]
    files = files_of(entry, sources)
    chance = random.Random(name + kind)  # noqa: S311 - a sample, the same in every run
    files[entry.source.file] = mutated(files[entry.source.file], chance, kind)
    imported = import_source(files, entry)
    assert any("its hash is another" in fault.message for fault in imported.diagnostics)
    shipped = (SHIPPED / "documents" / f"{name}.yaml").read_bytes()
    assert imported.yaml != shipped


@pytest.mark.parametrize("side", ["000_0dbaa97919176bd3.txt", "001_7e204c19351d5e84.txt"])
@pytest.mark.parametrize("kind", ["lost", "doubled", "altered"])
def test_the_cross_check_finds_a_changed_word_without_the_hash(
    entries: dict[str, Entry], sources: dict[str, bytes], side: str, kind: str
) -> None:
    entry = entries["iom-human"]
    files = files_of(entry, sources)
    chance = random.Random(side + kind)  # noqa: S311 - a sample, the same in every run
    files[side] = mutated(files[side], chance, kind)
    imported = import_source(files, entry)
    assert any("its hash is another" not in fault.message for fault in imported.diagnostics)


@pytest.mark.parametrize("name", ["gcm-final", "gcm-rev2", "iom-governance"])
def test_a_line_lost_from_a_source_is_found_without_the_hash(
    entries: dict[str, Entry], sources: dict[str, bytes], name: str
) -> None:
    """Every line with words counts: a gap in labels, in the counts, or in the structure shows."""
    entry = entries[name]
    lines = sources[entry.source.file].decode().split("\n")
    chance = random.Random(name)  # noqa: S311 - a sample, the same in every run
    worded = [
        at for at, line in enumerate(lines) if line.strip(" -\t") and at > 70 * (name == "gcm-rev2")
    ]
    for at in chance.sample(worded, min(6, len(worded))):
        data = "\n".join([*lines[:at], *lines[at + 1 :]]).encode()
        imported = import_source({entry.source.file: data}, entry)
        others = [one for one in imported.diagnostics if "its hash is another" not in one.message]
        assert others, f"line {at + 1} can be lost: {lines[at][:60]}"


@pytest.mark.parametrize("name", NAMES)
def test_a_source_cut_short_is_told(
    entries: dict[str, Entry], sources: dict[str, bytes], name: str
) -> None:
    entry = entries[name]
    files = files_of(entry, sources)
    files[entry.source.file] = files[entry.source.file][: len(files[entry.source.file]) // 2]
    messages = [one.message for one in import_source(files, entry).diagnostics]
    assert any("its hash is another" not in message for message in messages)


def test_bytes_that_are_no_text_are_told_all_of_them_with_their_lines(
    entries: dict[str, Entry], sources: dict[str, bytes]
) -> None:
    entry = entries["iom-governance"]
    data = sources[entry.source.file].replace(b"Palermo", b"Pal\xffermo")
    data = data.replace(b"statisticiens", b"statisti\x00ciens")
    places = [str(one.place) for one in import_source({entry.source.file: data}, entry).diagnostics]
    assert [place.rsplit(":", 1)[0] for place in places[1:]] == [
        "003_76a64e9c476fc1e3.txt:7",
        "003_76a64e9c476fc1e3.txt:11",
    ]


def test_a_failed_import_leaves_the_corpus_as_it_was(
    tmp_path: Path, sources: dict[str, bytes]
) -> None:
    out, folder = tmp_path / "out", tmp_path / "in"
    import_sources([GOVERNANCE, HUMAN], out)
    before = contents(out)
    folder.mkdir()
    for name in (GOVERNANCE.name, HUMAN.name, "001_7e204c19351d5e84.txt"):
        (folder / name).write_bytes(sources[name].replace(b"Palermo", b"Palerme"))
    report = import_sources(folder, out)
    assert report.failed
    assert report.written == ()
    assert contents(out) == before


def test_a_folder_that_refuses_leaves_the_corpus_as_it_was(tmp_path: Path) -> None:
    import_sources(GOVERNANCE, tmp_path)
    (tmp_path / "documents" / "iom-human.yaml").mkdir()
    before = contents(tmp_path)
    with pytest.raises(CannotWrite):
        import_sources([GOVERNANCE, HUMAN], tmp_path)
    assert contents(tmp_path) == before


def test_a_file_that_the_catalogue_does_not_know_is_told_with_the_nearest(tmp_path: Path) -> None:
    stranger = tmp_path / "003_76a64e9c476fc1e4.txt"
    stranger.write_text("words")
    report = import_sources([stranger], tmp_path / "out")
    assert report.failed
    (fault,) = report.diagnostics
    assert fault.hint == "did you mean '003_76a64e9c476fc1e3.txt'?"
    assert not (tmp_path / "out").exists()


def test_a_source_without_its_transcript_is_not_imported(
    tmp_path: Path, sources: dict[str, bytes]
) -> None:
    lone = tmp_path / "000_0dbaa97919176bd3.txt"
    lone.write_bytes(sources[lone.name])
    report = import_sources([lone], tmp_path / "out")
    assert [one.message for one in report.diagnostics] == [
        "the transcript 001_7e204c19351d5e84.txt is missing"
    ]


def test_a_missing_endless_or_huge_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / GOVERNANCE.name
    with pytest.raises(UnusableInput, match="there is no such file"):
        import_sources([path], tmp_path)
    path.mkdir()
    with pytest.raises(UnusableInput, match="not a file"):
        import_sources([path], tmp_path)
    path.rmdir()
    with path.open("wb") as stream:
        stream.truncate(SIZE_LIMIT + 1)
    with pytest.raises(UnusableInput, match="larger than"):
        import_sources([path], tmp_path)


def test_a_new_draft_needs_a_catalogue_entry_and_no_code(tmp_path: Path) -> None:
    data = b"# Objective 1\n## Title: Do good\n## Associated actions\n- a. Do it.\n"
    (tmp_path / "rev3.txt").write_bytes(data)
    (tmp_path / "catalogue.yaml").write_text(
        "documents:\n"
        "  - id: gcm-rev3\n    title: Rev 3\n    short-title: Draft Rev 3\n"
        '    date: "2018-06-26"\n    status: negotiating draft\n    statement: A draft.\n'
        "    language: en\n    layout: compact\n"
        f"    source: {{file: rev3.txt, sha256: {sha256(data).hexdigest()}}}\n"
        "    reading: {format: markdown-objectives}\n"
        "    expected: {units: {objective-title: 1, action: 1}}\n"
    )
    report = import_sources(tmp_path / "rev3.txt", tmp_path)
    assert report.diagnostics == ()
    unit = Corpus(tmp_path).find("gcm-rev3/1/a")
    assert unit is not None
    assert unit.text == "Do it."


def test_the_catalogue_lists_all_four_documents() -> None:
    catalogue = load_catalogue(Path("nowhere"))
    assert isinstance(catalogue, Catalogue)
    assert [entry.id for entry in catalogue.documents] == list(NAMES)
