"""Sheets that fitted once, and do not with the words that were added to them since.

Enters: a pack and the look that it was fitted in. Leaves: a warning for each sheet that takes more
than its limit: own words are their author's to shorten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import warning
from briefgen.fitting.tight_looks import SHEET
from briefgen.walk import section_title
from briefgen.writers.pdf.measuring import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.blocks import Pack
    from briefgen.diagnostics import Diagnostic, Place
    from briefgen.profiles.paper_limits import PaperLimit
    from briefgen.styles import Style


def outgrown(pack: Pack, style: Style, limit: PaperLimit, place: Place) -> Iterator[Diagnostic]:
    """Tell which sheets of a pack take more than ``limit``; ``place`` is where it was asked for."""
    measure = Measure(pack, style)
    for at, section in enumerate(pack.sections):
        if section.role == SHEET and len(measure.sides(at)) > limit.sides:
            name = section_title(section, "a sheet")
            message = f"with what was added to it, '{name}' takes more than {limit}"
            yield warning(message, place, "shorten what was added, or take more paper")
