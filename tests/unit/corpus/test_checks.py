"""The examination of a corpus: nothing to say of the shipped one, and every tampering found."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from briefgen.corpus import check_corpus
from briefgen.corpus.checks import check_curated, check_sources, check_wording
from briefgen.corpus.homes import SHIPPED
from briefgen.diagnostics import Severity

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "corpus"
    shutil.copytree(SHIPPED, copy)
    return copy


@pytest.fixture
def curated(tmp_path: Path) -> Path:
    """Give a copy without the sources, which only an import needs."""
    copy = tmp_path / "corpus"
    shutil.copytree(SHIPPED, copy, ignore=shutil.ignore_patterns("sources"))
    return copy


def test_the_shipped_corpus_is_clean() -> None:
    assert check_corpus() == []


@pytest.mark.parametrize(
    ("file", "before", "after", "message"),
    [
        ("compiled/crosswalk.json", "academic", "epidemic", "the compiled form is stale"),
        ("corrections/gcm-final.yaml", "in 26 countries", "in 27 countries", "stands not in"),
        ("corrections/gcm-final.yaml", "return including", "return excluding", "stands not in"),
        ("corrections/gcm-final.yaml", "document: gcm-final", "document: gcm-rev2", "register of"),
        ("crosswalk.yaml", "item: iom-human/2\n", "item: iom-human/7\n", "there is no item"),
        ("crosswalk.yaml", "unit: gcm-final/22/b", "unit: gcm-final/22/d", "there is no unit"),
        ("crosswalk.yaml", "unit: gcm-final/2/e", "unit: gcm-final/20/e", "proves nothing"),
        ("crosswalk.yaml", "avoiding brain", "avoiding bran", "does not stand in gcm-final/2/e"),
        ("crosswalk.yaml", "primary: [22]", "primary: [100]", "100 is too large"),
        ("faults.yaml", "title: gcm-rev2/20/title", "title: gcm-rev2/20/name", "nothing under"),
        ("faults.yaml", "under: gcm-final/20", "under: gcm-final/19", "repeats gcm-final/2/"),
        (
            "corrections/gcm-final.yaml",
            'as-is: "healthcare"',
            'as-is: "wealthcare"',
            "stands not in",
        ),
        (
            "corrections/gcm-final.yaml",
            "rule: no-commitment",
            "rule: note-mark",
            "finds nothing by",
        ),
        (
            "corrections/gcm-rev2.yaml",
            "unit: gcm-rev2/list/4\n",
            "unit: gcm-rev2/list/5\n",
            "title",
        ),
        ("documents/gcm-rev2.yaml", "id: gcm-rev2\n", "id: rev2\n", "is not of rev2"),
    ],
)
def test_tampering_with_what_people_wrote_is_found_and_placed(
    curated: Path, file: str, before: str, after: str, message: str
) -> None:
    path = curated / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    told = [*check_curated(curated), *check_wording(curated)]
    found = [one for one in told if message in one.message]
    assert found
    assert all(one.place is not None for one in found)


def test_tampering_with_sources_and_documents_is_found_and_placed(folder: Path) -> None:
    changes = [
        ("sources/003_76a64e9c476fc1e3.txt", "Palermo", "Palerme", "its hash is another"),
        ("sources/001_7e204c19351d5e84.txt", "abuse", "misuse", "where here stands 'misuse'"),
        ("documents/gcm-rev2.yaml", "humane", "human", "differs from what its source gives"),
        ("compiled/documents/iom-human.json", "racism", "rac1sm", "the compiled form is stale"),
        ("catalogue.yaml", "action: 189", "action: 188", "189 units of kind 'action'"),
        ("catalogue.yaml", "page: 12\n", "page: 11\n", "12 repairs by 'sentence joined"),
    ]
    for file, before, after, _ in changes:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
    found = check_sources(folder)
    assert all(one.place is not None for one in found)
    for *_, message in changes:
        assert any(message in one.message for one in found), message


def test_missing_files_are_errors_and_a_missing_twin_is_a_warning(folder: Path) -> None:
    (folder / "sources" / "002_80b36abd0d576062.txt").unlink()
    (folder / "documents" / "iom-human.yaml").unlink()
    (folder / "compiled" / "faults.json").unlink()
    (folder / "documents" / "stranger.yaml").write_text("id: stranger\n")
    found = {(one.severity, one.message) for one in check_corpus(folder)}
    assert (Severity.ERROR, "the source file is missing") in found
    assert (Severity.ERROR, "the document is missing") in found
    assert (Severity.ERROR, "the catalogue does not list this document") in found
    assert (
        Severity.WARNING,
        "the compiled form is stale or missing, so builds are slow",
    ) in found


def test_a_catalogue_that_cannot_be_read_is_told(folder: Path) -> None:
    (folder / "catalogue.yaml").write_text("documents: {}\n")
    assert [one.message for one in check_corpus(folder)] == [
        "expected a list, found keys with values"
    ]


@pytest.mark.parametrize("name", ["catalogue", "crosswalk", "faults", "corrections/gcm-final"])
def test_a_curated_file_that_is_gone_does_not_pass_in_silence(curated: Path, name: str) -> None:
    """What it put right or held back would be printed, and nobody told."""
    (curated / f"{name}.yaml").unlink()
    found = [one for one in check_curated(curated) if one.message.startswith("the file is missing")]
    assert {one.place.file for one in found if one.place} == {str(curated / f"{name}.yaml")}
    assert found[0].severity is Severity.ERROR


def test_a_folder_without_a_catalogue_is_told_of(tmp_path: Path) -> None:
    messages = [one.message for one in check_sources(tmp_path)]
    assert "there is no catalogue, and the shipped one is used" in messages


def test_documents_can_be_chosen(curated: Path) -> None:
    path = curated / "corrections" / "iom-governance.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("accepted:")], encoding="utf-8")
    assert check_wording(curated, only={"iom-human"}) == []
    found = check_wording(curated, only={"iom-governance"})
    assert {one.place.file for one in found if one.place} == {"003_76a64e9c476fc1e3.txt"}


def test_a_new_draft_is_held_against_the_shipped_texts(tmp_path: Path) -> None:
    """What it lost is found, and of no shipped document is anything told."""
    (tmp_path / "documents").mkdir()
    text = (SHIPPED / "documents" / "gcm-final.yaml").read_text(encoding="utf-8")
    whole, torn = "with the participation of", "with participation of"
    assert text.count(whole) == 1
    new = text.replace("gcm-final", "gcm-rev9").replace(whole, torn)
    (tmp_path / "documents" / "gcm-rev9.yaml").write_text(new, encoding="utf-8")
    found = check_wording(tmp_path, beside=[SHIPPED])
    assert any("no word 'the' here, where gcm-final/1/a has" in one.message for one in found)
    assert all("gcm-rev9/" in one.message for one in found)
