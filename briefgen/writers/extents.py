"""What one layout of a section tells a writer whose pages another program makes.

Enters: nothing. Leaves: ``Extent``. Word's own layout may differ by a few lines: what relies on an
extent leaves it some leeway.
"""

from __future__ import annotations

from typing import Final, NamedTuple

LEEWAY: Final = 0.1
"""The part of its text's height by which Word's layout of a section may be longer or shorter."""


class Extent(NamedTuple):
    """How many pages a section takes, and how many points of height are free on the last one.

    ``notes_back`` is the height of the page after these, its last back, if that is for notes by
    hand, else 0.
    """

    pages: int
    free: float
    notes_back: float = 0.0

    def leeway(self, page: float, free: float) -> float:
        """Give by how much another layout may differ.

        ``page`` is the height of a full page and ``free`` that of the last one's rest, in one unit.
        """
        return LEEWAY * (page * self.pages - free)
