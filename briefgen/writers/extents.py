"""What one layout of a section tells a writer whose pages another program makes.

Enters: nothing. Leaves: ``Extent``. Word's own layout may differ by a few lines: what relies on an
extent leaves it some leeway.
"""

from __future__ import annotations

from typing import Final, NamedTuple

LEEWAY: Final = 0.1
"""The part of each page by which Word's layout of a section may be longer or shorter."""


class Extent(NamedTuple):
    """How many pages a section takes, and how many points of height are free on the last one.

    ``notes_on_back`` says that the page after these, its last back, is for notes by hand.
    """

    pages: int
    free: float
    notes_on_back: bool = False

    def leeway(self, page: float) -> float:
        """Give by how much another layout may differ; ``page`` is the height of a page's text."""
        return LEEWAY * page * self.pages
