"""Codes to scan: what they say, as dark squares on light ground, for every format alike.

Enters: a payload and the look of a role. Leaves: a QR code (ISO/IEC 18004) as squares, lengths in
points. The quiet zone around it is told, not drawn: nothing else may stand in it.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from math import ceil, floor
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct

from briefgen.blocks import Paragraph
from briefgen.styles import POINTS_PER_MM
from briefgen.walk import blocks_within, plain_words
from briefgen.writers.heat_maps import Square

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.blocks import ScanCode
    from briefgen.styles import Role

ERROR_CORRECTION: Final = "M"
"""15 % of the code may be soiled or torn (ISO/IEC 18004, 7.5.1)."""
QUIET_ZONE: Final = 4
"""Modules on every side that stay light (ISO/IEC 18004, 6.3.8)."""
LEAST_MODULE_MM: Final = 0.4
"""A camera held by hand reads no smaller squares with certainty."""
INK: Final = "#000000"

_STEPS: Final = 20
"""Modules are whole twentieths of a point, which every format can say exactly."""
_GAP: Final = 10.0
"""Points between the code and words beside it, where its quiet zone is less."""

Modules: TypeAlias = "Sequence[Sequence[int]]"
"""Rows of modules, 1 for a dark one; without the quiet zone."""


class CodeDrawing(Struct, frozen=True):
    """A square picture ``width`` points wide; ``quiet`` is the least distance of all else."""

    width: float
    quiet: float
    squares: tuple[Square, ...]

    @property
    def gap(self) -> float:
        """The distance of words beside it."""
        return max(self.quiet, _GAP)


@lru_cache(maxsize=100)
def modules_of(payload: str) -> Modules:
    """Give the modules of the code that says ``payload``; a page is planned more than once."""
    import segno  # noqa: PLC0415 - few packs have a code

    code = segno.make_qr(payload, error=ERROR_CORRECTION, encoding="utf-8", boost_error=False)
    return tuple(tuple(row) for row in code.matrix)


def draw_code(payload: str, role: Role, room: float) -> CodeDrawing:
    """Draw a code as wide as the role's ``hang``, or wider where its modules would be too small.

    It is never wider than ``room``, though they be too small then.
    """
    modules = modules_of(payload)
    least = ceil(LEAST_MODULE_MM * POINTS_PER_MM * _STEPS)
    wanted = max(least, floor(role.hang / len(modules) * _STEPS))
    module = min(wanted, max(1, floor(room / len(modules) * _STEPS))) / _STEPS
    squares = tuple(
        Square(x * module, y * module, width * module, height * module, INK)
        for x, y, width, height in squares_of(modules)
    )
    return CodeDrawing(len(modules) * module, QUIET_ZONE * module, squares)


def squares_of(modules: Modules) -> Iterator[tuple[int, int, int, int]]:
    """Give the dark runs of each row as ``x, y, width, height``; like runs in a row are one."""
    open_runs: dict[tuple[int, int], int] = {}
    for y, row in enumerate((*modules, ())):
        runs = set(_dark_runs(row))
        for x, width in [run for run in open_runs if run not in runs]:
            top = open_runs.pop((x, width))
            yield x, top, width, y - top
        for run in sorted(runs):
            open_runs.setdefault(run, y)


def _dark_runs(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    x = 0
    for is_dark, run in groupby(row):
        width = len(list(run))
        if is_dark:
            yield x, width
        x += width


def is_said_beside(code: ScanCode) -> bool:
    """Tell whether the words beside a code say what is in it."""
    beside = (one for one in blocks_within(code.blocks) if isinstance(one, Paragraph))
    return any(code.payload in plain_words(one.inlines) for one in beside)
