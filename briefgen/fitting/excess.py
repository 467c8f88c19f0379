"""By how much something is too long for its paper, in words.

Enters: the sides that it takes, measured. Leaves: lines, and sides where there are whole ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.styles import POINTS_PER_MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.styles import Style
    from briefgen.writers.pdf.measuring import Side


def excess(sides: Sequence[Side], limit: int, style: Style) -> str:
    """Give what stands beyond ``limit`` sides, as ``2 sides and 3 lines (about 12 mm)``.

    Lines are those of ``style``'s text; there are more sides than the limit. What a side before
    leaves free, for words that stay together, is taken off.
    """
    *whole, last = sides[limit:]
    leading = style.role("body").leading
    height = max(leading, last.height - sum(side.free for side in sides[limit - 1 : -1]))
    lines = round(height / leading)
    more = f"{lines} line{'s' * (lines > 1)} (about {height / POINTS_PER_MM:.0f} mm)"
    if whole:
        more = f"{len(whole)} side{'s' * (len(whole) > 1)} and {more}"
    return more
