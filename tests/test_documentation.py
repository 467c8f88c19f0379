"""What the documentation says is true: commands run, examples build, lists are whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefgen import Corpus, build_pack, load_profile, load_style, shipped
from briefgen.cli.commands import app
from briefgen.compose.environment import FILTERS
from briefgen.compose.vocabulary import BLOCK_ATTRIBUTES, ELEMENTS, INLINE_ATTRIBUTES
from briefgen.styles import REQUIRED_ROLES

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEMPLATES_README = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")
STYLE = shipped("templates") / "styles" / "standard.yaml"


def _help(*arguments: str) -> str:
    """Give the help text of a command; the program must know it."""
    answer = CliRunner().invoke(app, [*arguments, "--help"])
    assert answer.exit_code == 0, arguments
    return answer.output


def test_every_command_of_the_readme_exists() -> None:
    """Each `briefgen ...` in the README's table and text names a command that there is."""
    named = set(re.findall(r"briefgen ((?:corpus )?[a-z]+)", README))
    commands = {"build", "check", "list", "show", "new", "schema", "impose"}
    commands |= {"corpus import", "corpus check", "corpus export"}
    assert named & commands == commands
    for command in commands:
        _help(*command.split())


def test_the_options_that_the_readme_names_exist() -> None:
    """The row of `build` names options that its help shows."""
    (row,) = [line for line in README.splitlines() if line.startswith("| `briefgen build")]
    text = _help("build")
    for option in re.findall(r"--[a-z]+", row):
        assert option in text


def test_the_example_profile_of_the_readme_builds(tmp_path: Path) -> None:
    """The YAML in the README is a profile, and gives a pack."""
    (example,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    path = tmp_path / "monday.yaml"
    path.write_text(example, encoding="utf-8")
    profile = load_profile(path, search=[shipped("profiles")])
    pack = build_pack(profile, Corpus(), load_style(STYLE), [shipped("templates")])
    assert pack.title == "Objectives 16 and 17"


def test_the_readme_opens_with_two_commands_that_set_themselves_up() -> None:
    """One makes the pack, one runs the tests that CI runs; both are single lines."""
    pack, tests, *_ = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)
    assert pack.endswith("briefgen build delegation-pack")
    assert "\n" not in pack
    assert tests == "python3 tests/run.py"
    assert tests in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


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
        role for role in style.roles if role not in REQUIRED_ROLES and f'"{role}"' not in words
    ]
    assert unused == []
