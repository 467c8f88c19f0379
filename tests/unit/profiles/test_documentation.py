"""The schema, the README of the profiles and the starter say the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from briefgen.profiles import load_profile, profile_schema
from briefgen.resources import shipped

if TYPE_CHECKING:
    from pathlib import Path

PROFILES = shipped("profiles")
README = (PROFILES / "README.md").read_text(encoding="utf-8")
STARTER = (PROFILES / "starter.yaml").read_text(encoding="utf-8")
SHIPPED = sorted(path.stem for path in PROFILES.glob("*.yaml"))


def _parts() -> dict[str, dict[str, Any]]:
    schema = profile_schema()
    return {"Profile": schema, **schema["$defs"]}


KEYS = sorted((part, key) for part, schema in _parts().items() for key in schema["properties"])


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_profile_loads_and_stands_in_the_readme(name: str) -> None:
    assert load_profile(PROFILES / f"{name}.yaml", search=[PROFILES]).contents
    assert f"| `{name}` |" in README


@pytest.mark.parametrize(("part", "key"), KEYS)
def test_every_key_stands_in_the_readme_and_in_the_starter(part: str, key: str) -> None:
    assert f"`{key}`" in README, part
    assert re.search(rf"^[ #-]*{key}:", STARTER, re.MULTILINE), part


@pytest.mark.parametrize(("part", "key"), KEYS)
def test_every_key_is_described_in_the_schema(part: str, key: str) -> None:
    assert _parts()[part]["properties"][key].get("description")


def test_the_schema_knows_every_kind_of_entry_and_only_those() -> None:
    kinds = profile_schema()["properties"]["contents"]["items"]
    names = [one["$ref"].rsplit("/", 1)[1] for one in kinds.get("oneOf", kinds.get("anyOf", []))]
    kinds_known = ("Objectives", "Units", "Section", "Rows", "Theme", "Note")
    assert names == [f"{kind}Entry" for kind in kinds_known]


@pytest.mark.parametrize("example", re.findall(r"```yaml\n(- .*?)```", README, re.DOTALL))
def test_every_example_of_an_entry_in_the_readme_is_good(example: str, tmp_path: Path) -> None:
    body = "".join(f"  {line}\n" for line in example.splitlines())
    (tmp_path / "example.yaml").write_text(f"title: T\ncontents:\n{body}", encoding="utf-8")
    assert load_profile(tmp_path / "example.yaml", search=[]).contents


def test_the_readme_has_examples() -> None:
    assert README.count("```yaml") == 10
