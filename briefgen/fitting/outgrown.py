"""Sheets and cards that fitted once, and do not with the words that were added to them since.

Enters: a pack, the look that it was fitted in, its profile. Leaves: a warning for each that takes
more than its limit: own words are their author's to shorten. With words from the right, which no
PDF can have yet, nothing is measured.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import warning
from briefgen.fitting.card_looks import CARD
from briefgen.fitting.tight_looks import SHEET
from briefgen.profiles.paper_limits import PaperLimit
from briefgen.walk import section_title
from briefgen.writers.pdf.measuring import Measure
from briefgen.writers.right_to_left import has_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.blocks import Pack
    from briefgen.diagnostics import Diagnostic
    from briefgen.profiles.schema import Profile
    from briefgen.styles import Style


def outgrown(pack: Pack, style: Style, profile: Profile) -> Iterator[Diagnostic]:
    """Tell which sheets of a pack take more than its profile asks for, and which cards a page."""
    limits = {}
    if limit := profile.handout.fit:
        limits[SHEET] = limit, profile.place("handout", "fit")
    if profile.layout == "card":
        limits[CARD] = PaperLimit(1, "side"), profile.place("layout")
    if not limits or has_right_to_left(pack):
        return
    measure = Measure(pack, style)
    for at, section in enumerate(pack.sections):
        limit, place = limits.get(section.role, (None, None))
        if limit and len(measure.sides(at)) > limit.sides:
            name = section_title(section, f"a {section.role}")
            message = f"with what was added to it, '{name}' takes more than {limit}"
            yield warning(message, place, "shorten what was added, or take more paper")
