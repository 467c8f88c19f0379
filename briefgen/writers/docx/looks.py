"""The look of a paragraph in Word's own measures, from a role and the place it stands in.

Enters: a ``Role`` and a ``Setting``. Leaves: a ``ParagraphLook``. Font sizes are in half-points,
lengths in dxa (twentieths of a point), widths of lines in eighths of a point, gaps in points: the
units of ISO/IEC 29500-1, 17.3.1, which also sets the limits kept here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from briefgen.styles import Role

DXA_PER_POINT = 20
DXA_PER_MM = 1440 / 25.4
_THICKEST, _THINNEST = 96, 2
_WIDEST_GAP = 31
_SPACE_AFTER_TABLE = 8

Side = Literal["top", "left", "bottom", "right"]
_SIDES: dict[str, Side] = {"above": "top", "left": "left", "below": "bottom"}
_ALL_SIDES: tuple[Side, ...] = ("top", "left", "bottom", "right")
_ALIGNMENTS = {"left": "left", "centre": "center", "right": "right"}
"""In a right-to-left paragraph Word takes "left" for the side that lines start at."""


class Border(Struct, frozen=True):
    """A line at one side of a paragraph."""

    side: Side
    width: int
    colour: str
    gap: int


class Setting(NamedTuple):
    """What the place of a paragraph changes in its role's look; lengths are in dxa.

    ``left`` stands for the role's own indent, and ``hang`` is for a label printed as words (the
    numbering hangs those that Word counts); ``tab`` is a tab stop at the column's right edge.
    ``box`` is the role of the box around it, ``first`` and ``last`` its place there. ``at_top`` is
    for what begins a page: Word would leave its space there. ``after`` is the space that the item
    around it wants below, if its own is less.
    """

    left: int | None = None
    hang: int = 0
    tab: int = 0
    box: str = ""
    first: bool = False
    last: bool = False
    after_table: bool = False
    at_top: bool = False
    after: int = 0


PLAIN = Setting()


class ParagraphLook(Struct, frozen=True):
    """All that a paragraph style can say."""

    size: int
    line: int
    colour: str
    bold: bool = False
    italic: bool = False
    align: str = "left"
    before: int = 0
    after: int = 0
    left: int = 0
    right: int = 0
    hang: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    borders: tuple[Border, ...] = ()
    shade: str = ""
    tab: int = 0
    ruled: bool = False
    """The tab draws a line to its stop."""
    line_rule: Literal["atLeast", "exact"] = "atLeast"
    undivided: bool = False
    """Its words are not hyphenated, in a document where others are."""
    keeps_hyphens: bool = False
    """No line ends after a hyphen in it; Word has another hyphen for that, and no such style."""
    outline: int | None = None


def dxa(points: float) -> int:
    """Turn points into twentieths of a point."""
    return round(points * DXA_PER_POINT)


def half_points(points: float, scale: float) -> int:
    """Give a font size in half-points, after the scale of the typeface."""
    return max(2, round(points * scale * 2))


def paper_colour(colour: str) -> str:
    """Turn ``#0b5a8a`` into ``0B5A8A``."""
    return colour.removeprefix("#").upper()


def paragraph_look(
    role: Role, setting: Setting, scale: float, box: Role | None = None
) -> ParagraphLook:
    """Give the look of ``role`` in ``setting``, inside ``box`` if there is one."""
    left = dxa(role.indent) if setting.left is None else setting.left
    # Words in the box's own role leave the space before them to the box.
    before = 0 if role is box or setting.at_top else dxa(role.space_before)
    after = max(dxa(role.space_after), setting.after)
    if setting.after_table:
        before = max(before, dxa(_SPACE_AFTER_TABLE))
    look = ParagraphLook(
        size=half_points(role.size, scale),
        line=dxa(role.leading),
        line_rule="exact" if role.lines == "exact" else "atLeast",
        colour=paper_colour(role.colour),
        bold=role.bold,
        italic=role.italic,
        align=_ALIGNMENTS[role.align],
        before=before,
        after=after,
        left=left,
        hang=setting.hang,
        keep_next=role.keep_with_next,
        keep_lines=role.keep_together,
        borders=_rule(role, dxa(role.hang) - setting.hang),
        tab=setting.tab,
        keeps_hyphens=role.keep_hyphens,
    )
    if box is not None:
        return _boxed(look, box, setting)
    if role.background:
        inset = replace(look, left=look.left + dxa(role.padding))
        return _boxed(inset, role, Setting(first=True, last=True))
    return look


def _boxed(look: ParagraphLook, box: Role, setting: Setting) -> ParagraphLook:
    """Lay a box round a paragraph.

    Word joins the boxes of neighbours that have the same borders, and fills the space between
    them; so the padding is the gap of a border in the background's own colour.
    """
    borders = look.borders
    shade = ""
    starts = setting.first and not setting.at_top
    if box.background:
        shade = paper_colour(box.background)
        gap = min(_WIDEST_GAP, round(box.padding))
        borders = tuple(Border(side, 4, shade, gap) for side in _ALL_SIDES)
    elif not borders:
        borders = _rule(box, 0)
    return replace(
        look,
        borders=borders,
        shade=shade,
        right=dxa(box.padding),
        before=max(look.before, dxa(box.space_before)) if starts else look.before,
        after=max(look.after, dxa(box.space_after)) if setting.last else look.after,
        keep_next=look.keep_next or (box.keep_together and not setting.last),
        keep_lines=look.keep_lines or box.keep_together,
    )


def _rule(role: Role, unused_hang: int) -> tuple[Border, ...]:
    """Give the line of a role; at the left it stands before the labels, if there are any or not.

    Word measures the gap from the label where one hangs out, and from the words elsewhere.
    """
    rule = role.rule
    if rule is None:
        return ()
    gap = rule.gap + (max(0, unused_hang) / DXA_PER_POINT if rule.side == "left" else 0)
    width = min(_THICKEST, max(_THINNEST, round(rule.width * 8)))
    side, colour = _SIDES[rule.side], paper_colour(rule.colour)
    return (Border(side, width, colour, min(_WIDEST_GAP, round(gap))),)
