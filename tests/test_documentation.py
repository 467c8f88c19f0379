"""What the documentation says is true: commands run, examples build, lists are whole."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from program import run_program
from typer.testing import CliRunner

from briefgen import Corpus, build_pack, load_profile, load_style, shipped
from briefgen.cli.commands import app
from briefgen.compose.environment import FILTERS
from briefgen.compose.vocabulary import BLOCK_ATTRIBUTES, ELEMENTS, INLINE_ATTRIBUTES
from briefgen.corpus.described import description_schema
from briefgen.corpus.homes import SHIPPED
from briefgen.styles import REQUIRED_ROLES, WELCOME_ROLES

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEMPLATES_README = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")
STYLE = shipped("templates") / "styles" / "standard.yaml"


def _help(*arguments: str) -> str:
    """Give the help text of a command; the program must know it."""
    answer = CliRunner().invoke(app, [*arguments, "--help"])
    assert answer.exit_code == 0, arguments
    return answer.output


def _examples(language: str) -> list[str]:
    """Give the README's examples in a language, in their order."""
    return re.findall(rf"```{language}\n(.*?)\n```", README, re.DOTALL)


def _example(language: str, start: str) -> str:
    """Give the README's example that begins so."""
    (example,) = (one for one in _examples(language) if one.startswith(start))
    return example


def test_every_command_of_the_readme_exists() -> None:
    """Each `briefgen ...` in the README's table and text names a command that there is."""
    named = set(re.findall(r"briefgen ((?:corpus )?[a-z-]+)", README))
    commands = {"build", "excerpt", "check", "list", "show", "new", "schema", "impose"}
    commands |= {"why", "run-sheet", "corrigendum"}
    commands |= {"corpus import", "corpus check", "corpus export"}
    assert named & commands == commands
    for command in commands:
        _help(*command.split())


def test_the_options_that_the_readme_names_exist() -> None:
    """The rows of some commands name options that their help shows."""
    for command in ("build", "excerpt", "run-sheet", "corrigendum"):
        start = f"| `briefgen {command}"
        (row,) = [line for line in README.splitlines() if line.startswith(start)]
        text = _help(command)
        for option in re.findall(r"--[a-z]+", row):
            assert option in text


def test_the_questions_of_the_readme_are_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each `briefgen excerpt ...` runs as it stands, and writes the file that it names."""
    monkeypatch.chdir(tmp_path)
    questions = re.findall(r"^briefgen (excerpt .*)$", README, re.MULTILINE)
    for question in questions:
        arguments = shlex.split(question)
        answer = CliRunner().invoke(app, arguments)
        assert answer.exit_code == 0, question
        assert "--out" not in arguments or (tmp_path / arguments[-1]).stat().st_size
    assert len(questions) == 3


def test_the_example_profile_of_the_readme_builds(tmp_path: Path) -> None:
    """The YAML in the README is a profile, and gives a pack."""
    example = _example("yaml", "extends:")
    path = tmp_path / "monday.yaml"
    path.write_text(example, encoding="utf-8")
    profile = load_profile(path, search=[shipped("profiles")])
    pack = build_pack(profile, Corpus(), load_style(STYLE), [shipped("templates")])
    assert pack.title == "Objectives 16, 17 and 23"


def test_the_readme_opens_with_two_commands_that_set_themselves_up() -> None:
    """One makes the pack, one runs the tests that CI runs; both are single lines."""
    pack, tests, *_ = _examples("sh")
    assert pack.endswith("briefgen build delegation-pack")
    assert "\n" not in pack
    assert tests == "python3 tests/run.py"
    assert tests in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_a_new_draft_is_added_as_the_readme_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its commands from an empty folder, then its profile: a pack of both texts."""
    monkeypatch.chdir(tmp_path)

    def run(line: str) -> str:
        ended = run_program(line.split()[1:], monkeypatch, capsys)
        assert ended.status == 0, ended.err
        return ended.out

    run("briefgen new desk")
    example = _example("sh", "cd desk")
    folder, *commands = example.splitlines()
    monkeypatch.chdir(folder.removeprefix("cd "))
    for command in commands:
        run(command)
    Path("passes.yaml").write_text(_example("yaml", "title: Passes"), encoding="utf-8")
    run("briefgen build passes.yaml --format outline")
    outline = Path("output/passes.outline.txt").read_text(encoding="utf-8")
    assert "«passes-draft/para/2/b/ii: Those who came with herds;»" in outline
    assert "«gcm-rev2/11/title: " in outline
    (prose,) = re.findall(r"Profiles quote the document at once.*?\n\n", README, re.DOTALL)
    for command in re.findall(r"`(briefgen .*?)`", prose, re.DOTALL):
        assert run(command)


def test_the_room_is_served_as_the_readme_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its profile and its commands in their order, and the run sheet counts what they made."""
    monkeypatch.chdir(tmp_path)
    example = _example("yaml", "title: For the room")
    Path("room.yaml").write_text(example, encoding="utf-8")
    commands = _example("sh", "briefgen build room.yaml")
    for line in commands.splitlines():
        ended = run_program(shlex.split(line, comments=True)[1:], monkeypatch, capsys)
        assert ended.status == 0, (line, ended.err)
    for folder, named in (("output", "output/room.pdf"), ("output/large", "output/large/room.pdf")):
        sheet = Path(folder, "run-sheet.csv").read_text(encoding="utf-8-sig")
        assert [row.split(",")[0] for row in sheet.splitlines()[1:-1]] == [named]
    ended = run_program(["run-sheet", "output/room.pdf", "--check"], monkeypatch, capsys)
    assert ended.status == 0, ended.err


def test_every_key_of_a_description_is_described() -> None:
    """descriptions/README.md has the keys of the schema, and no others at the head of a row."""
    text = (SHIPPED / "descriptions" / "README.md").read_text(encoding="utf-8")
    schema: Any = description_schema()
    parts = schema["$defs"]
    keys = {key for part in parts.values() for key in part.get("properties", ())}
    assert keys - set(re.findall(r"`([a-z-]+)[:`]", text)) == set()
    rows = re.findall(r"^\| ((?:`[a-z-]+`,? ?)+)\|", text, re.MULTILINE)
    heads = {key for row in rows for key in re.findall(r"`([a-z-]+)`", row)}
    layouts = ("OutlineDescription", "TableDescription")
    assert heads == {key for name in layouts for key in parts[name]["properties"]}


@pytest.mark.parametrize("element", sorted(ELEMENTS))
def test_every_element_is_described_with_its_attributes(element: str) -> None:
    """templates/README.md has what the vocabulary has."""
    name = "h1` to `h4" if re.fullmatch("h[1-4]", element) else element
    rows = [line for line in TEMPLATES_README.splitlines() if f"`{name}`" in line]
    rows += [line for line in TEMPLATES_README.splitlines() if f"<{element}>" in line]
    assert rows
    attributes = BLOCK_ATTRIBUTES.get(element) or INLINE_ATTRIBUTES.get(element) or ()
    for attribute in attributes:
        assert any(f"`{attribute}" in row for row in rows), attribute


def test_every_filter_is_described() -> None:
    """No more and no fewer than there are."""
    (listed,) = re.findall(r"^Filters: `(.*?)`", TEMPLATES_README, re.DOTALL | re.MULTILINE)
    assert sorted(listed.split()) == sorted(FILTERS)


def test_every_role_that_a_shipped_template_names_is_in_the_style() -> None:
    """A template's classes are roles of the standard style, and no role stands there unused."""
    style = load_style(STYLE)
    words = "\n".join(
        path.read_text(encoding="utf-8") for path in shipped("templates").glob("*.j2")
    )
    unused = [
        role
        for role in style.roles
        if role not in {*REQUIRED_ROLES, *WELCOME_ROLES} and f'"{role}"' not in words
    ]
    assert unused == []
