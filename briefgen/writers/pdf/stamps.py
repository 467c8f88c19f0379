"""Stamps: a watermark across every page, and the number of a copy in its margin.

Enters: a Pack's watermark, the words that count copies, and how many there are. Leaves: lines that
are set once for all pages and take no room from the text: a page breaks where it did without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.styles import POINTS_PER_MM
from briefgen.writers.pdf.lines import break_lines
from briefgen.writers.pdf.plan import Element, Line, Look, Stamps
from briefgen.writers.pdf.runs import Run
from briefgen.writers.typefaces import face_name
from briefgen.writers.watermarks import COLOUR, LARGEST, scale_across, too_long

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.blocks import Pack
    from briefgen.styles import Style
    from briefgen.writers.pdf.compositor import Compositor

FARTHEST_MM, NEAREST_MM = 12.0, 4.0
"""How far from the paper's edge a copy's number stands: less far where margins are narrow."""

_ENDLESS = 1e9


def set_stamps(
    compositor: Compositor, pack: Pack, copies: int, pages: Iterable[tuple[float, float]]
) -> Stamps:
    """Set what stands on every page, if anything does; ``pages`` are their sizes in points.

    What cannot be printed or read becomes a fault of the compositor.
    """
    look = compositor.looks.changed(compositor.looks.of_role("footer"), "strong")
    words = pack.copy_words.replace("{copies}", str(copies))
    numbers = range(1, copies + 1)
    return Stamps(
        _watermark(compositor, pack.watermark, pages) if pack.watermark.strip() else None,
        tuple(_line(compositor, words.replace("{copy}", str(copy)), look) for copy in numbers),
        _edge(compositor.style, look.leading),
    )


def _watermark(compositor: Compositor, words: str, pages: Iterable[tuple[float, float]]) -> Line:
    face = face_name(compositor.style.family.pdf, bold=True, italic=False)
    line = _line(compositor, words, Look(face, LARGEST, LARGEST, COLOUR))
    size = min((LARGEST * scale_across(line.width, *page) for page in pages), default=LARGEST)
    if wrong := too_long(words, size):
        message, hint = wrong
        compositor.faults.append(Diagnostic(Severity.ERROR, message, hint=hint, about=words))
    return line


def _line(compositor: Compositor, words: str, look: Look) -> Line:
    element = Element("footer", "footer", None)
    lines = break_lines(compositor.cut([Run(words, look)]), _ENDLESS, element)
    return lines[0] if lines else Line((), 0.0, element)


def _edge(style: Style, height: float) -> float:
    """Give the distance in points that the margins of all pages leave room for."""
    narrowest = min(min(page.left_mm, page.right_mm) for page in style.pages.values())
    room = narrowest - height / POINTS_PER_MM
    return max(NEAREST_MM, min(FARTHEST_MM, room)) * POINTS_PER_MM
