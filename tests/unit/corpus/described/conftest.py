"""Descriptions made of a few keys, and sources of a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.corpus.described import Described, read_described, read_description

if TYPE_CHECKING:
    from collections.abc import Callable

IDENTITY = """\
id: d
title: T
short-title: T
date: "2031"
status: input
statement: S.
language: en
format: text
"""


@pytest.fixture
def read() -> Callable[[str, str], Described]:
    """Read a source of plain text by the keys of a layout."""

    def read_it(layout: str, source: str) -> Described:
        description = read_description(f"{IDENTITY}{layout}".encode(), "d.yaml")
        return read_described(source.encode(), "s.txt", description, stored="s.txt")

    return read_it


@pytest.fixture
def units(read: Callable[[str, str], Described]) -> Callable[[str, str], dict[str, str]]:
    """Give the words of each unit by its id; nothing may be at fault."""

    def units_of(layout: str, source: str) -> dict[str, str]:
        found = read(layout, source)
        assert found.faults == ()
        return {unit.id: unit.text for unit in found.document.units}

    return units_of
