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

ADD = ("corpus", "import", "--new", "starter.yaml")
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
sys.argv = ["briefgen", "corpus", "import", "--new", "starter.yaml"]
main()
"""


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Program:
    """Run the program in a folder that holds the starter description and its source."""
    monkeypatch.chdir(tmp_path)
    for name in ("starter.yaml", "starter.txt"):
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
    change("starter.yaml", ("paragraph: 5, sub-item: 5", "paragraph: 6, sub-item: 5"))
    change(
        "starter.txt",
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
            {
                "unit": "passes-draft/para/2/c",
                "difference": "The [-cost-] {+wages+} of [-clearing snow.-] {+keepers;+}",
            },
        ],
        "appeared": ["passes-draft/para/4"],
        "vanished": ["passes-draft/para/2/b/ii"],
        "moved": [{"from": "passes-draft/para/2/c", "to": "passes-draft/para/2/d"}],
        "unmatched": [],
    }
    for line in ("changed   passes-draft/para/1: ", "vanished  passes-draft/para/2/b/ii"):
        assert line in ended.out
    assert "profiles/mine.yaml names what is not there any more: passes" in ended.out


def test_the_report_says_where_the_findings_are_kept(run: Program) -> None:
    change("starter.txt", ("of clearing snow", "of of clearing snow"))
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
        "starter.yaml",
        ("date: 2031-02-03", "date: soon"),
        ("unnumbered: true", "unnumberd: true"),
        ('["(a)", "(i)"]', '["(a)", "(b)"]'),
    )
    ended = run(*ADD)
    assert ended.status == 2
    places = [line.split(": ")[0] for line in ended.err.splitlines() if ": error: " in line]
    lines = Path("starter.yaml").read_text(encoding="utf-8").splitlines()
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
    change("starter.yaml", ("unnumbered: true", "unnumbered: false"))
    Path("starter.txt").write_bytes(words)
    ended = run(*ADD)
    assert ended.status == 2
    assert message in ended.err
    assert not Path("corpus").exists()


@pytest.mark.parametrize("at", [0, 4, 5])
def test_a_process_killed_half_way_leaves_the_old_document_or_the_new(
    run: Program, at: int
) -> None:
    """What packs quote is never a mixture, and the next import puts all in order."""
    assert run(*ADD).status == 0
    change("starter.txt", ("alike", "equally"))
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    script = KILLED.format(at=at)
    ended = subprocess.run([sys.executable, "-c", script], env=environment, check=False)
    assert ended.returncode == 9
    unit = Corpus(Path("corpus")).find("passes-draft/para/1")
    assert unit is not None
    assert unit.text.endswith("equally;" if at == 5 else "alike;")
    assert run(*ADD).status == 0
    assert run("corpus", "check").out == "The corpus is clean.\n"
