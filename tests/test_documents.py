"""Each folder of documents: a description, a source, and the units that they must give.

With ``BRIEFGEN_ACCEPT=1`` in the environment the expectations are written anew; the difference is
to be read before it is committed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from described_sources import source_of
from program import run_program

from briefgen import Corpus
from briefgen.corpus.export import export_units

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

CASES = sorted(path for path in (Path(__file__).parent / "documents").iterdir() if path.is_dir())
EXPECTED = "expected.md"
DOCUMENT_FILES = {
    "accounts/{}.txt",
    "catalogue.yaml",
    "compiled/catalogue.json",
    "compiled/corrections/{}.json",
    "compiled/documents/{}.json",
    "corrections/{}.yaml",
    "descriptions/{}.yaml",
    "documents/{}.yaml",
    "reports/{}.md",
}


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.param
    return folder


@pytest.fixture
def run(
    case: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., Run]:
    """Run the program in a folder that holds the case's description and source."""
    monkeypatch.chdir(tmp_path)
    Path("description.yaml").write_bytes((case / "description.yaml").read_bytes())
    name, data = source_of(case)
    Path(name).write_bytes(data)
    return lambda *arguments: run_program(arguments, monkeypatch, capsys)


def _add(run: Callable[..., Run], case: Path, *options: str) -> Run:
    ended = run("corpus", "import", "--new", "description.yaml", source_of(case)[0], *options)
    assert ended.status == 0, ended.err
    return ended


def _id() -> str:
    (path,) = Path("corpus/documents").glob("*.yaml")
    return path.stem


def _spans(name: str) -> list[str]:
    document = Corpus(Path("corpus")).document(name)
    return [
        f"`{unit.id}` {span.kind} {span.value} «{unit.text[span.start : span.end]}» {span.start}"
        for unit in document.units
        for span in unit.spans
        if span.kind != "line-break"
    ]


def test_the_document_has_exactly_these_units(run: Callable[..., Run], case: Path) -> None:
    """Ids, labels, words and marks; what was mended; what the editor is told to look at."""
    ended = _add(run, case)
    name = _id()
    units = "".join(export_units(Corpus(Path("corpus"), text="verbatim"), [name], "md"))
    account = Path(f"corpus/accounts/{name}.txt").read_text(encoding="utf-8")
    spans = "".join(f"{line}\n" for line in _spans(name))
    told = f"{units}{spans}\n{account}"
    if os.environ.get("BRIEFGEN_ACCEPT"):
        (case / EXPECTED).write_text(told, encoding="utf-8")
    assert told == (case / EXPECTED).read_text(encoding="utf-8")
    assert account.splitlines()[0] in ended.out


def test_everything_of_a_document_is_kept(run: Callable[..., Run], case: Path) -> None:
    """The source as it came, the description, the account, the report, an empty register."""
    _add(run, case)
    name, data = source_of(case)
    folder = Path("corpus")
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == {one.format(_id()) for one in DOCUMENT_FILES} | {f"sources/{name}"}
    assert (folder / "sources" / name).read_bytes() == data


def test_importing_again_changes_no_byte(run: Callable[..., Run], case: Path) -> None:
    _add(run, case)
    before = {path: path.read_bytes() for path in Path("corpus").rglob("*") if path.is_file()}
    ended = _add(run, case, "--json")
    after = {path: path.read_bytes() for path in Path("corpus").rglob("*") if path.is_file()}
    assert before == after
    changes = json.loads(ended.out)["changes"]
    assert set(map(len, changes.values())) == {0}


def test_a_profile_quotes_it_at_once(run: Callable[..., Run], case: Path) -> None:
    """All its sections, beside a shipped text, in a tree and a Word file; listed and shown.

    The contents list of a right-to-left text has no page numbers, and that is said.
    """
    _add(run, case)
    name = _id()
    rightwards = Corpus(Path("corpus")).document(name).language != "ar"
    listed = json.loads(run("list", "sections", "--from", name, "--json").out)
    sections = [row["section"] for row in listed]
    Path("mine.yaml").write_text(
        f"title: T\nfrom: {name}\nformats: [outline, docx]\ncontents:\n"
        f"  - section: {json.dumps(sections)}\n  - {{objectives: [5], from: gcm-rev2}}\n",
        encoding="utf-8",
    )
    ended = run("build", "mine.yaml")
    assert ended.status == 0
    assert ended.err == "" or (not rightwards and "has no page numbers yet" in ended.err)
    outline = Path("output/mine.outline.txt").read_text(encoding="utf-8")
    quoted = [unit for unit in Corpus(Path("corpus")).document(name).units if unit.kind != "note"]
    for unit in quoted:
        assert f"«{unit.id}: " in outline
        assert run("show", unit.id).status == 0
    assert name in run("list", "documents").out


@pytest.mark.parametrize("case", [one for one in CASES if one.name == "arabic"], indirect=True)
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_text_that_a_pdf_cannot_set_is_refused_at_the_entry_that_chose_it(
    run: Callable[..., Run], case: Path, command: str
) -> None:
    """And ``check`` says so as early as ``build``: once, with the formats that can have it."""
    _add(run, case)
    Path("mine.yaml").write_text(
        "title: T\nformats: [docx, pdf]\ncontents:\n"
        "  - {objectives: [5], from: gcm-rev2}\n"
        f"  - {{units: [{_id()}/para/1]}}\n",
        encoding="utf-8",
    )
    ended = run(command, "mine.yaml")
    assert ended.status == 2
    first, hint = ended.err.splitlines()
    assert first.startswith(f"mine.yaml:5:5: error: {_id()}/")
    assert "right-to-left letters cannot be set in PDF yet" in first
    assert "docx, html, text and markdown" in hint
