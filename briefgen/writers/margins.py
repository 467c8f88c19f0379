"""Margins as printers can print them: what is kept free at the edges of paper, and what is left.

Enters: the pages of a style. Leaves: margins that no printer runs over, a remark where the style
asks for narrower ones, and what is to be said where margins leave no room for words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefgen.diagnostics import warning
from briefgen.styles import POINTS_PER_MM, PRINTABLE_MM

if TYPE_CHECKING:
    from briefgen.blocks import Pack
    from briefgen.diagnostics import Diagnostic
    from briefgen.styles import Page, Style

LEAST_HEIGHT: Final = 120.0
LEAST_WIDTH: Final = 72.0
"""A page with less room for text than this, in points, is refused."""

_SIDES: Final = ("top", "bottom", "left", "right", "header", "footer")


def printable(page: Page) -> Page:
    """Give a page with nothing nearer to the edge of the paper than printers reach."""
    narrow = _narrow(page)
    return page.model_copy(update=dict.fromkeys(narrow, PRINTABLE_MM)) if narrow else page


def margin_findings(pack: Pack, style: Style) -> list[Diagnostic]:
    """Tell of margins that are made wider, one remark for each kind of page in a pack."""
    found: list[Diagnostic] = []
    for role in dict.fromkeys(section.role for section in pack.sections):
        narrow = _narrow(style.page(role))
        if narrow:
            listed = ", ".join(
                f"{key.removesuffix('_mm')} {millimetres:g}" for key, millimetres in narrow.items()
            )
            message = (
                f"the style '{style.name}' has margins on a page '{role}' that printers do not "
                f"reach, in mm: {listed}"
            )
            hint = f"they were made {PRINTABLE_MM:g} mm; write that or more in the style"
            found.append(warning(message, None, hint))
    return found


def is_too_small(width: float, height: float) -> bool:
    """Tell whether so many points are no room for text."""
    return width < LEAST_WIDTH or height < LEAST_HEIGHT


def no_room(role: str, width: float, height: float) -> tuple[str, str]:
    """Say that a page has no room for text, and the cure; measures in points."""
    message = (
        f"margins, header and footer leave {max(width, 0) / POINTS_PER_MM:.0f} by "
        f"{max(height, 0) / POINTS_PER_MM:.0f} mm of a page '{role}' for its text"
    )
    return message, "shorten the header and footer, or choose smaller margins or larger paper"


def _narrow(page: Page) -> dict[str, float]:
    asked = {f"{side}_mm": float(getattr(page, f"{side}_mm")) for side in _SIDES}
    return {key: value for key, value in asked.items() if value < PRINTABLE_MM}
