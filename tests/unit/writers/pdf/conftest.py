"""What the PDF writer's tests share: the shipped style, and short ways to a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from briefgen.blocks import Pack, Section
from briefgen.resources import shipped
from briefgen.style_files import load_style
from briefgen.writers.pdf import plan_pdf

if TYPE_CHECKING:
    from briefgen.blocks import Block, Note
    from briefgen.styles import Style
    from briefgen.writers.pdf import Plan


class MakePack(Protocol):
    """Makes a Pack of one section from blocks."""

    def __call__(self, *blocks: Block, notes: tuple[Note, ...] = ()) -> Pack: ...


class PlanBlocks(Protocol):
    """Lays blocks out in the shipped style."""

    def __call__(self, *blocks: Block, notes: tuple[Note, ...] = ()) -> Plan: ...


@pytest.fixture(scope="session")
def style() -> Style:
    return load_style(shipped("templates") / "styles" / "standard.yaml")


@pytest.fixture(scope="session")
def make_pack() -> MakePack:
    def make(*blocks: Block, notes: tuple[Note, ...] = ()) -> Pack:
        return Pack("A pack", "en", "2018-06-04", (Section(blocks),), notes)

    return make


@pytest.fixture(scope="session")
def plan(style: Style, make_pack: MakePack) -> PlanBlocks:
    def lay_out(*blocks: Block, notes: tuple[Note, ...] = ()) -> Plan:
        return plan_pdf(make_pack(*blocks, notes=notes), style)

    return lay_out
