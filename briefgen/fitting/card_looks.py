"""The look of a card in one size of type: all else grows or shrinks with it.

Enters: a style and a size. Leaves: another style. The style declares the largest and the smallest
size; which of those between lets a card fit on its page is not known here.
"""

from __future__ import annotations

from itertools import count, takewhile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from briefgen.styles import CardSizes, Role, Style

CARD: Final = "card"
"""The role of the sections that are cards, and the kind of their pages."""
_STEP: Final = 0.25
"""Points between two sizes that are tried."""
_PICTURES: Final = frozenset({"heat-map", "scan-code"})
"""Roles whose lines are as high as the picture in them."""


def card_sizes(style: Style) -> list[float]:
    """Give the sizes that the style allows for a card's text, the smallest first."""
    limits = style.card
    between = takewhile(lambda size: size < limits.largest, count(limits.smallest, _STEP))
    return [*between, limits.largest]


def in_card_size(style: Style, size: float) -> Style:
    """Give the look with text of ``size`` points, and nothing smaller than the style allows."""
    own, smallest = style.role("body").size, style.card.smallest
    tightness = min(1.0, (own - size) / (own - smallest)) if size < own else 0.0
    roles = {
        name: _scaled(role, size / own, tightness, style.card).model_copy(
            update={} if name in _PICTURES else {"lines": "exact"}
        )
        for name, role in style.roles.items()
    }
    return style.model_copy(update={"roles": roles})


def _scaled(role: Role, scale: float, tightness: float, limits: CardSizes) -> Role:
    size = round(max(role.size * scale, limits.smallest), 2)
    apart = role.leading / role.size
    apart += tightness * (min(apart, limits.leading) - apart)
    changes = {
        key: round(getattr(role, key) * scale, 2)
        for key in ("space_before", "space_after", "indent", "hang", "padding")
    }
    return role.model_copy(update=changes | {"size": size, "leading": round(apart * size, 2)})
