"""Compiled templates: shipped ones are kept for the next process, others are not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import jinja2
import pytest

from briefgen.compose import compiled_templates, environment
from briefgen.compose.compiled_templates import CompiledTemplates
from briefgen.compose.environment import open_environment, render

if TYPE_CHECKING:
    from pathlib import Path

NAME = "page.xhtml.j2"
PAGE = "<html><body>{{ words }}</body></html>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with a template, as if that were the shipped one; Python may keep code."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(compiled_templates, "shipped", lambda _: tmp_path / "shipped")
    (tmp_path / "kept").mkdir()
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / NAME).write_text(PAGE)
    return tmp_path


def rendered(folder: Path, monkeypatch: pytest.MonkeyPatch, *, templates: str = "shipped") -> int:
    """Render as a new process would; tell how many templates were compiled for it."""
    compiled: list[str] = []

    class Counting(environment._Room):
        def _generate(self, source, name, filename, defer_init=False):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202, FBT002
            compiled.append(str(name))
            return super()._generate(source, name, filename, defer_init)

    with monkeypatch.context() as patch:
        patch.setattr(environment, "_Room", Counting)
        patch.setattr(environment, "_COMPILED", CompiledTemplates(folder / "kept"))
        room = open_environment([folder / templates])
        for _ in range(2):
            assert "some words" in render(room, "page", {"words": "some words"})
            assert "other words" in render(room, "page", {"words": "other words"})
    return len(compiled)


def test_a_shipped_template_is_compiled_once_for_all_processes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert rendered(folder, monkeypatch) == 1
    assert rendered(folder, monkeypatch) == 0


def test_a_template_of_anyone_else_is_compiled_by_each_process_and_kept_nowhere(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "own").mkdir()
    (folder / "own" / NAME).write_text(PAGE)
    assert rendered(folder, monkeypatch, templates="own") == 1
    assert rendered(folder, monkeypatch, templates="own") == 1
    assert not list((folder / "kept").iterdir())


def test_a_template_that_was_changed_is_compiled_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered(folder, monkeypatch)
    (folder / "shipped" / NAME).write_text(PAGE.replace("body", "main"))
    assert rendered(folder, monkeypatch) == 1


def test_another_release_of_jinja_compiles_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered(folder, monkeypatch)
    compiled_templates._compiler.cache_clear()
    monkeypatch.setattr(jinja2, "__version__", "99")
    assert rendered(folder, monkeypatch) == 1
    compiled_templates._compiler.cache_clear()


@pytest.mark.parametrize("size", [0, 3, 20, 60, -10])
def test_kept_code_that_is_damaged_is_not_used(
    folder: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    rendered(folder, monkeypatch)
    (kept,) = (folder / "kept").iterdir()
    kept.write_bytes(kept.read_bytes()[:size])
    assert rendered(folder, monkeypatch) == 1
    assert rendered(folder, monkeypatch) == 0


def test_where_nothing_can_be_kept_templates_work_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "kept").rmdir()
    assert rendered(folder, monkeypatch) == 1
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    (folder / "kept").mkdir()
    assert rendered(folder, monkeypatch) == 1
    assert not list((folder / "kept").iterdir())
