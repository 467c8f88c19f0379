"""By how much something is too long is told in lines, after the sides that it would fill."""

from __future__ import annotations

import pytest

from briefgen.fitting.excess import excess
from briefgen.resources import shipped
from briefgen.style_files import load_style
from briefgen.writers.pdf.measuring import Side

STYLE = load_style(shipped("templates") / "styles" / "standard.yaml")
LINE = STYLE.role("body").leading


def _sides(*heights: float, free: float = 0.0) -> list[Side]:
    return [Side(height, free, ()) for height in heights]


@pytest.mark.parametrize(
    ("sides", "limit", "told"),
    [
        (_sides(700, LINE), 1, "1 line (about 5 mm)"),
        (_sides(700, 10 * LINE), 1, "10 lines (about 48 mm)"),
        (_sides(700, 700, 3 * LINE), 1, "1 side and 3 lines (about 14 mm)"),
        (_sides(700, 700, 700, 3 * LINE), 1, "2 sides and 3 lines (about 14 mm)"),
        (_sides(700, 700, 700, 3 * LINE), 2, "1 side and 3 lines (about 14 mm)"),
        (_sides(700, 10 * LINE, free=4 * LINE), 1, "6 lines (about 29 mm)"),
        (_sides(700, 10 * LINE, free=20 * LINE), 1, "1 line (about 5 mm)"),
    ],
)
def test_lines_beyond_the_limit_are_counted(sides: list[Side], limit: int, told: str) -> None:
    """Room that words left, for they stay together, is theirs; one line is the least."""
    assert excess(sides, limit, STYLE) == told
