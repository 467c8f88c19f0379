"""What fits on its paper: the loosest look, within the style's limits, in which all has room.

Enters: packs, or what they are composed of, and a style. Leaves: one look for all of them, or what
does not fit, by how much, and what would have to go. Sheets of a handout are set tighter, and may
lose rows (``handouts``); cards have smaller type (``cards``). Both are measured in the plan of the
PDF, searched by steps (``search``) and refused in the same words (``excess``).
"""

from briefgen.fitting.cards import fit_cards
from briefgen.fitting.handouts import Fitted, fit_packs

__all__ = ["Fitted", "fit_cards", "fit_packs"]
