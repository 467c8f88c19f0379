"""A document of one's own: stable ids, what changed, and what no failure may leave behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from program import run_program

from briefgen import Corpus
from briefgen.corpus.homes import SHIPPED

if TYPE_CHECKING:
    from collections.abc import Callable

    from program import Run

    Program = Callable[..., Run]

ADD = ("corpus", "import", "--new", "my-draft.yaml")
KILLED = """
import os, sys
from pathlib import Path
from briefgen.cli import main
moves, move = iter(range(99)), Path.replace
def dying(self, target):
    if next(moves) == {at}:
        os._exit(9)
    return move(self, target)
Path.replace = dying
sys.argv = ["briefgen", "corpus", "import", "--new", "my-draft.yaml"]
main()
"""


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Program:
    """Run the program in a folder that holds the starter description and its source."""
    monkeypatch.chdir(tmp_path)
    for name in ("my-draft.yaml", "my-draft.txt"):
        Path(name).write_bytes((SHIPPED / "descriptions" / name).read_bytes())
    return lambda *arguments: run_program(arguments, monkeypatch, capsys)


def change(file: str, *changes: tuple[str, str]) -> None:
    text = Path(file).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    Path(file).write_text(text, encoding="utf-8")


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_next_version_keeps_its_ids_and_tells_what_is_otherwise(run: Program) -> None:
    """Changed, appeared, vanished and moved units; rows and profiles that no longer hold."""
    assert run(*ADD).status == 0
    Path("profiles").mkdir()
    Path("profiles/mine.yaml").write_text("contents: [{units: [passes-draft/para/2/b/ii]}]")
    Path("profiles/other.yaml").write_text("contents: [{units: [passes-draft/para/2/c]}]")
    change("my-draft.yaml", ("paragraph: 5, sub-item: 5", "paragraph: 6, sub-item: 5"))
    change(
        "my-draft.txt",
        ("all travellers alike", "all travellers equally"),
        ("    (ii) Those who came with herds;\n", ""),
        ("(c) The cost", "(c) The wages of keepers;\n(d) The cost"),
        ("second year.\n", "second year.\n\n4. Decides to meet again.\n"),
    )
    before = contents(Path("corpus"))
    dry = run(*ADD, "--dry-run", "--json")
    assert contents(Path("corpus")) == before
    ended = run(*ADD)
    assert ended.status == 0, ended.err
    assert json.loads(dry.out)["changes"] == {
        "changed": [
            {
                "unit": "passes-draft/para/1",
                "difference": "serves all travellers [-alike;-] {+equally;+}",
            },
        ],
        "appeared": ["passes-draft/para/2/c", "passes-draft/para/4"],
        "vanished": ["passes-draft/para/2/b/ii"],
        "moved": [
            {"from": "passes-draft/para/2/c", "to": "passes-draft/para/2/d", "difference": None}
        ],
        "gone": ["passes-draft/para/2/b/ii"],
        "reused": ["passes-draft/para/2/c"],
        "unmatched": [],
    }
    for line in ("changed   passes-draft/para/1: ", "vanished  passes-draft/para/2/b/ii"):
        assert line in ended.out
    assert "profiles/mine.yaml names what is not there any more: passes" in ended.out
    assert (
        "profiles/other.yaml names ids that mean other words now: passes-draft/para/2/c\n"
        in ended.out
    )
    kept = Path("corpus/changes/passes-draft.md").read_text(encoding="utf-8")
    assert "moved     passes-draft/para/2/c is now passes-draft/para/2/d" in kept
    assert run(*ADD).status == 0
    assert Path("corpus/changes/passes-draft.md").read_text(encoding="utf-8") == kept


ROW = """
  - unit: {unit}
    as-is: {words}
    corrected: mended
    class: source slip
    evidence: a test
    confidence: high
    date: "2031-01-31"
"""


@pytest.mark.parametrize(
    ("unit", "words", "now", "cure"),
    [
        ("para/2/c", "clearing snow", "para/2/c", "the words stand in passes-draft/para/2/d: move"),
        ("para/2/b/ii", "with herds", "para/2/b/ii", "the row matches nothing any more: delete it"),
        ("para/1", "travellers alike", "para/1", "delete it, or give the words as they stand now"),
    ],
)
def test_a_stale_row_is_told_with_its_cure_by_import_and_once_by_check(
    run: Program, unit: str, words: str, now: str, cure: str
) -> None:
    assert run(*ADD).status == 0
    register = Path("corpus/corrections/passes-draft.yaml")
    row = ROW.format(unit=f"passes-draft/{unit}", words=words)
    change(str(register), ("corrections:\n", f"corrections:{row}"))
    change(
        "my-draft.txt",
        ("all travellers alike", "all travellers equally"),
        ("    (ii) Those who came with herds;\n", ""),
        ("(c) The cost", "(c) The wages of keepers;\n(d) The cost"),
    )
    (told,) = [line for line in run(*ADD).out.splitlines() if "register" in line]
    assert f"passes-draft/{now}: '{words}' no longer stands there once; " in told
    assert cure in told
    ended = run("corpus", "check", "passes-draft")
    assert ended.status == 1
    assert ended.out.count(f"'{words}'") + ended.out.count(f"no unit 'passes-draft/{unit}'") == 1
    assert cure in ended.out
    assert run("corpus", "check", "iom-human").status == 0
    assert cure in run("show", "passes-draft/para/3").err


def test_the_report_counts_what_the_check_counts_and_shows_the_row_to_paste(run: Program) -> None:
    """A finding that the register answers is not told again; the others come with their rows."""
    change("my-draft.txt", ("of clearing snow", "of of clearing snow"))
    assert "lint: 1 finding," in run(*ADD).out
    report = Path("corpus/reports/passes-draft.md")
    text = report.read_text(encoding="utf-8")
    row = text.partition("```yaml\n")[2].partition("```")[0]
    assert "a row for corrections/passes-draft.yaml, under corrections:" in text
    change("corpus/corrections/passes-draft.yaml", ("corrections:\n", f"corrections:\n{row}"))
    ended = run("corpus", "check", "passes-draft")
    assert (ended.out, ended.err) == ("The corpus is clean.\n", "")
    assert "lint: 0 findings\n" in run(*ADD).out
    assert report.read_text(encoding="utf-8").endswith("Nothing was found.\n")


def test_a_dry_run_tells_the_findings_since_it_keeps_no_report(run: Program) -> None:
    change("my-draft.txt", ("of clearing snow", "of of clearing snow"))
    told = run(*ADD, "--dry-run").out
    assert "see " not in told
    assert "'of of' is one word twice" in told


def test_a_description_and_a_draft_that_change_places_are_told_apart(run: Program) -> None:
    ended = run("corpus", "import", "my-draft.yaml")
    assert "a YAML file is a description, not a source" in ended.err
    assert "briefgen corpus import --new my-draft.yaml" in ended.err
    ended = run("corpus", "import", "--new", "my-draft.txt")
    assert (ended.status, ended.err.splitlines()[0]) == (
        2,
        "my-draft.txt: error: this is a text file, not a description",
    )


def test_the_report_says_where_the_findings_are_kept(run: Program) -> None:
    change("my-draft.txt", ("of clearing snow", "of of clearing snow"))
    told = run(*ADD).out
    report = Path("corpus", "reports", "passes-draft.md")
    assert f"lint: 1 finding, see {report}" in told
    assert "passes-draft/para/2/c" in report.read_text(encoding="utf-8")


def test_a_source_that_the_catalogue_lists_tells_its_changes_too(run: Program) -> None:
    """A new version of a shipped text, imported over the last one."""
    source = SHIPPED / "sources" / "003_76a64e9c476fc1e3.txt"
    Path(source.name).write_bytes(source.read_bytes())
    assert "changes" not in run("corpus", "import", source.name).out
    document = Path("corpus/documents/iom-governance.yaml")
    change(str(document), ("statisticiens", "rude"))
    told = json.loads(run("corpus", "import", source.name, "--json").out)["changes"]
    assert "[-rude" in told["iom-governance"]["changed"][0]["difference"]
    assert run("corpus", "import", source.name).out.count("no unit changed") == 1


def test_a_malformed_description_is_told_whole_and_changes_nothing(run: Program) -> None:
    assert run(*ADD).status == 0
    before = contents(Path("corpus"))
    change(
        "my-draft.yaml",
        ("date: 2031-02-03", "date: soon"),
        ("unnumbered: true", "unnumberd: true"),
        ('["(a)", "(i)"]', '["(a)", "(b)"]'),
    )
    ended = run(*ADD)
    assert ended.status == 2
    places = [line.split(": ")[0] for line in ended.err.splitlines() if ": error: " in line]
    lines = Path("my-draft.yaml").read_text(encoding="utf-8").splitlines()
    expected = {
        at
        for at, line in enumerate(lines, start=1)
        if any(bad in line for bad in ("soon", "unnumberd", '"(b)"'))
    }
    assert {int(place.split(":")[1]) for place in places} == expected
    assert all(int(place.split(":")[2]) for place in places)
    assert contents(Path("corpus")) == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Draft résolution".encode("cp1252"), "UTF-8"),
        ("Draft resolution".encode("utf-16"), "UTF-16"),
        (b"A line that nothing claims.\n", "nothing in the description claims"),
    ],
)
def test_a_source_that_cannot_be_read_changes_nothing(
    run: Program, words: bytes, message: str
) -> None:
    change("my-draft.yaml", ("unnumbered: true", "unnumbered: false"))
    Path("my-draft.txt").write_bytes(words)
    ended = run(*ADD)
    assert ended.status == 2
    assert message in ended.err
    assert not Path("corpus").exists()


@pytest.mark.parametrize("at", [0, 5, 6])
def test_a_process_killed_half_way_leaves_the_old_document_or_the_new(
    run: Program, at: int
) -> None:
    """What packs quote is never a mixture, and the next import puts all in order."""
    assert run(*ADD).status == 0
    change("my-draft.txt", ("alike", "equally"))
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    script = KILLED.format(at=at)
    ended = subprocess.run([sys.executable, "-c", script], env=environment, check=False)
    assert ended.returncode == 9
    unit = Corpus(Path("corpus")).find("passes-draft/para/1")
    assert unit is not None
    assert unit.text.endswith("equally;" if at == 6 else "alike;")
    assert run(*ADD).status == 0
    assert run("corpus", "check").out == "The corpus is clean.\n"


def test_a_line_that_stands_amid_numbered_paragraphs_is_told_where_none_need_a_number(
    run: Program,
) -> None:
    """With `unnumbered: true` every line can be a paragraph, the foot of a page too."""
    change("my-draft.yaml", ('leave-out: ["Page {number} of {text}"]', ""), ("expected:", "#"))
    ended = run(*ADD, "--dry-run")
    assert (ended.status, ended.err.count("warning: ")) == (0, 1)
    assert "without number between numbered ones (with their lines): 'Page 1 of 2' (24)" in (
        ended.err
    )
    assert "belongs in 'leave-out'" in ended.err


def test_what_a_person_writes_is_compiled_anew_by_the_check_and_nothing_else_is(
    run: Program,
) -> None:
    """A stale twin costs time only; a register that is gone is still missed."""
    assert run(*ADD).status == 0
    register, twin = Path("corrections/passes-draft.yaml"), Path("corrections/passes-draft.json")
    before = contents(Path("corpus"))
    change(str("corpus" / register), ("accepted:\n", "accepted: []\n"))
    assert run("corpus", "check", "passes-draft").out == "The corpus is clean.\n"
    after = contents(Path("corpus"))
    changed = {path for path, data in after.items() if before.get(path) != data}
    assert changed == {"corpus" / register, "corpus/compiled" / twin}
    Path("corpus", register).unlink()
    ended = run("corpus", "check", "passes-draft")
    assert ended.status == 1
    assert "the file is missing, and its compiled form is there" in ended.out
    assert Path("corpus/compiled", twin).exists()
