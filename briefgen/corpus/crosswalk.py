"""The curated ties between rows and bullets of the input tables and the objectives.

Enters: ``crosswalk.yaml``. Leaves: one link for each item and objective, with its evidence, in the
order of the file. Words that merely resemble one another tie nothing: each row was judged by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from briefgen.corpus.compiled import load_plain
from briefgen.diagnostics import Place

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.corpus.compiled import Plain
    from briefgen.corpus.model import Confidence

Strength = Literal["primary", "secondary"]
_STRENGTHS: Final[tuple[Strength, ...]] = ("primary", "secondary")


class Evidence(Struct, frozen=True):
    """Words that bear a link out, and the unit that they stand in, as its source has them."""

    unit: str
    quote: str


class Link(Struct, frozen=True):
    """A tie between an item of a table (a row, a bullet, a cell) and an objective."""

    item: str
    objective: int
    strength: Strength
    confidence: Confidence
    evidence: tuple[Evidence, ...]
    remark: str = ""
    """What the editor of the crosswalk wants its reader to know."""
    place: Place = Place("")
    """Where the row stands in the file."""


def load_crosswalk(folder: Path) -> tuple[Link, ...]:
    """Read the crosswalk; no links if there is no such file.

    Raises:
        UnusableInput: with every fault of the file.
    """
    path = folder / "crosswalk.yaml"
    if not path.exists():
        return ()
    links: list[Link] = []
    rows = load_plain(folder, "crosswalk", parse)["links"]
    for item, primary, secondary, confidence, evidence, remark, mark in rows:
        proofs = tuple(Evidence(*proof) for proof in evidence)
        place = Place(str(path), *mark)
        links += (
            Link(item, objective, strength, confidence, proofs, remark, place)
            for strength, objectives in zip(_STRENGTHS, (primary, secondary), strict=True)
            for objective in objectives
        )
    return tuple(links)


def load_untied(folder: Path) -> dict[int, str]:
    """Read which objectives the tables do not speak of, each with what comes nearest.

    Raises:
        UnusableInput: with every fault of the file.
    """
    if not (folder / "crosswalk.yaml").exists():
        return {}
    return dict(load_plain(folder, "crosswalk", parse)["untied"])


def parse(data: bytes, file: str) -> Plain:
    """Give plain data for the crosswalk's YAML file, the slow way.

    Raises:
        UnusableInput: with every fault of the file.
    """
    from briefgen.corpus.crosswalk_file import read_crosswalk  # noqa: PLC0415 - needs pydantic

    return read_crosswalk(data, file)
