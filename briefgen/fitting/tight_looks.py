"""A tighter look, so that more words go on a sheet: within the limits that the style declares.

Enters: a style, its limits, and how tight it is to be. Leaves: another style, in which every writer
works as in any. First what is empty shrinks, and only then the type. What is printed is not known
here.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from briefgen.styles import PRINTABLE_MM

if TYPE_CHECKING:
    from briefgen.styles import Fit, Page, Role, Style, TableLook

SHEET = "handout"
"""The kind of page, and role of a section, that the sheets of a handout have."""

_EMPTY_FIRST = 0.4
"""Up to here tightness takes from spaces, leading and margins; from here on, from the type."""

_AIR = 0.6
"""As the type goes down by one, spaces and leading get some of their room back: that of this part
of their own shrinking."""

_SLACK = 1e-6

_AS_THEY_ARE = frozenset({"header", "footer", "marking", "notes-line", "heat-map"})
"""Roles whose type or lines are no text to read: running lines, lines for a pen, squares."""


def tightened(style: Style, limits: Fit, tightness: float, *, type_stays: bool = False) -> Style:
    """Give the look at a tightness from 0, as it is, to 1, at its limits.

    Where ``type_stays``, as in large print, only spaces and margins shrink.
    """
    body = style.role("body").size
    smallest = min(1.0, limits.smallest / body)
    half_points = 2 * style.family.office_scale
    levels = max(1, floor((1 - smallest) * body * half_points + _SLACK))
    empty, type_ = (tightness, 0.0) if type_stays else _stage(tightness, levels)
    type_look = _Type(
        scale=_between(1.0, smallest, type_),
        smallest=limits.smallest,
        leading=limits.leading,
        drawn=0.0 if type_stays else empty,
        half_points=half_points,
    )
    spacing = _between(1.0, limits.spacing, empty)
    roles = {
        name: role if name in _AS_THEY_ARE else _tight_role(role, type_look, spacing)
        for name, role in style.roles.items()
    }
    page = _tight_page(style.page(SHEET), limits, empty)
    return style.model_copy(
        update={
            "roles": roles,
            "pages": style.pages | {SHEET: page},
            "table": _tight_table(style.table, spacing),
        }
    )


def _stage(tightness: float, levels: int) -> tuple[float, float]:
    """Give how far what is empty has shrunk, and how far the type has, each from 0 to 1.

    The type goes down by ``levels``, as many as Word has half-points for.
    """
    if tightness <= _EMPTY_FIRST:
        return tightness / _EMPTY_FIRST, 0.0
    down = levels * (tightness - _EMPTY_FIRST) / (1 - _EMPTY_FIRST)
    level = ceil(down - _SLACK)
    return _between(_AIR, 1.0, min(1.0, down - level + 1)), level / levels


class _Type(NamedTuple):
    """How much smaller type becomes, and how far its lines are drawn together, from 0 to 1."""

    scale: float
    smallest: float
    leading: float
    drawn: float
    half_points: float
    """Of Word's own sizes, in a point of the style's."""

    def size(self, size: float) -> float:
        """Give a smaller size that Word has too, in its half-points; never one below the least."""
        if self.scale == 1 or size <= self.smallest:
            return size
        least = ceil(self.smallest * self.half_points - _SLACK)
        half = max(least, round(size * self.scale * self.half_points))
        return min(size, round(half / self.half_points, 3))

    def apart(self, role: Role) -> float:
        """Give the distance of a role's lines, in sizes of its type."""
        loose = role.leading / role.size
        return _between(loose, min(loose, self.leading), self.drawn)


def _tight_role(role: Role, type_: _Type, spacing: float) -> Role:
    """Make type smaller, and draw lines and blocks together."""
    size = type_.size(role.size)
    rule = role.rule
    if rule and rule.side != "left":
        rule = rule.model_copy(update={"gap": rule.gap * spacing})
    return role.model_copy(
        update={
            "size": size,
            "leading": round(size * type_.apart(role), 2),
            "lines": "exact" if type_.drawn else role.lines,
            "space_before": round(role.space_before * spacing, 2),
            "space_after": round(role.space_after * spacing, 2),
            "padding": round(role.padding * spacing, 2),
            "rule": rule,
        }
    )


def _tight_page(page: Page, limits: Fit, empty: float) -> Page:
    """Give narrower margins; running lines move out as far as printers reach, at most."""
    narrowest = {"header_mm": PRINTABLE_MM, "footer_mm": PRINTABLE_MM}
    sides = {
        key: round(_between(value, min(value, narrowest.get(key, limits.margin_mm)), empty), 2)
        for key, value in page.model_dump().items()
        if key.endswith("_mm")
    }
    return page.model_copy(update=sides)


def _tight_table(table: TableLook, spacing: float) -> TableLook:
    return table.model_copy(update={"padding": round(table.padding * spacing, 2)})


def _between(loose: float, tight: float, part: float) -> float:
    return loose + (tight - loose) * part
