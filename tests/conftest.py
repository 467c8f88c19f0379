"""What tests at every stage share: the corpus, the shipped folders, packs that were built once."""

from __future__ import annotations

import os
import shutil
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from briefgen import Corpus, build_pack, load_profile, load_style, shipped, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen import Pack

PROFILES = shipped("profiles")
TEMPLATES = shipped("templates")
STYLE = load_style(TEMPLATES / "styles" / "standard.yaml")

# The same examples on each run, so that a failure is about the change at hand.
# BRIEFGEN_EXPLORE=1 looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("exploring", deadline=None, max_examples=500)
settings.load_profile("exploring" if os.environ.get("BRIEFGEN_EXPLORE") else "steady")

Built = dict[str, bytes]


@cache
def _corpus(text: str) -> Corpus:
    return Corpus(text=text)  # type: ignore[arg-type]


@cache
def _pack(name: str, text: str = "corrected") -> Pack:
    settings = [f"text={text}"]
    profile = load_profile(PROFILES / f"{name}.yaml", settings=settings, search=[PROFILES])
    return build_pack(profile, _corpus(profile.text), STYLE, [TEMPLATES])


@cache
def _files(name: str, text: str = "corrected") -> Built:
    return write(_pack(name, text), STYLE, ("pdf", "docx", "outline"))


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The shipped corpus, corrected."""
    return _corpus("corrected")


@pytest.fixture(scope="session")
def verbatim() -> Corpus:
    """The shipped corpus, with the slips of its sources."""
    return _corpus("verbatim")


@pytest.fixture(scope="session")
def pack_of() -> Callable[..., Pack]:
    """Compose a shipped profile, in a text mode, once for all tests."""
    return _pack


@pytest.fixture(scope="session")
def files_of() -> Callable[..., Built]:
    """Write a shipped profile, in a text mode, in all formats, once for all tests."""
    return _files


def pytest_configure(config: pytest.Config) -> None:
    """Describe the marker for tests that need what not every machine has."""
    config.addinivalue_line(
        "markers", "needs(name): skipped where that program or module is missing"
    )


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip with the reason; where nothing may be skipped (in CI), fail instead."""
    for marker in item.iter_markers("needs"):
        for name in marker.args:
            if shutil.which(name) is None and find_spec(name) is None:
                reason = f"{name} is not installed"
                if os.environ.get("BRIEFGEN_NO_SKIPS"):
                    pytest.fail(reason)
                pytest.skip(reason)
