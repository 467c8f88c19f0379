"""The look for a printer: a style on other paper, for both sides of it, in large type, in grey.

Enters: a style and what a profile says of printing. Leaves: another style, in which every writer
works as in any. What is printed is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, PlainValidator, WithJsonSchema

from briefgen.styles import (
    PAGE_SIZES_MM,
    POINTS_PER_MM,
    PRINTABLE_MM,
    Duplex,
    Marks,
    Millimetres,
    Model,
)
from briefgen.yaml_reading import Unfit

if TYPE_CHECKING:
    from briefgen.styles import Page, Paper, Role, Rule, Style, TableLook

_ABOUT_AS_WIDE = 0.95
_MIDDLE_GREY = 0x59
"""The lightest grey of words: on white it has a contrast of 7 to 1 (WCAG 2.2, 1.4.6)."""

LARGE = 16.0
"""Points of what is called large print (UKAAF, G003)."""

SMALLEST_SIZE, LARGEST_SIZE = 12.0, 36.0
_LARGEST_SIZE = 72.0
_LEADING = 1.32
_GROWTH, _LARGEST = 0.45, 1.4
"""Headings keep so much of what they are larger by, and are never larger than that."""
_WIDEST_SCALE = 1.8
_WIDEST_HANG = 0.24
"""Indents and columns of labels take no more than this part of the width of the text."""
_MARGIN, _WIDEST_MARGIN_MM, _HIGHEST_MM = 0.085, 20.0, 40.0
_BLACK = "#000000"

_RED, _GREEN, _BLUE = 0.2126, 0.7152, 0.0722
"""Shares of the colours in what the eye takes for brightness (WCAG 2.2, relative luminance)."""


def _size(value: object) -> float:
    """Read a size of type.

    Raises:
        Unfit: it is none, or cannot be printed.
    """
    if value == "large":
        return LARGE
    try:
        points = float(str(value))
    except ValueError:
        raise Unfit(f"'{value}' is no size of type", _SIZE_HINT) from None
    if not SMALLEST_SIZE <= points <= LARGEST_SIZE:
        raise Unfit(f"{points:g} points cannot be large print", _SIZE_HINT)
    return points


_SIZE_HINT = f"write large, or points from {SMALLEST_SIZE:g} to {LARGEST_SIZE:g}"

PrintSize = Annotated[
    float,
    PlainValidator(_size),
    WithJsonSchema(
        {
            "anyOf": [
                {"const": "large"},
                {"type": "number", "minimum": SMALLEST_SIZE, "maximum": LARGEST_SIZE},
            ]
        }
    ),
]


class Printing(Model):
    """How a pack is to be printed, as a profile says it."""

    size: PrintSize | None = Field(
        default=None,
        description="Large print: large (16 points), or the size in points, from 12 to 36.",
    )
    duplex: Duplex | None = Field(
        default=None,
        description="The edge that sheets printed on both sides turn about; none: one side only.",
    )
    binding_mm: Millimetres | None = Field(
        default=None, description="What is added to the margin at that edge."
    )
    colours: Literal["all", "grey"] = Field(
        default="all", description="grey: every colour as a grey that can be read."
    )


def for_print(style: Style, printing: Printing, paper: Paper | None = None) -> Style:
    """Give the look that a profile asks for: on its paper, for its printer."""
    if paper:
        style = on_paper(style, paper)
    changes = {
        key: value
        for key, value in (("duplex", printing.duplex), ("binding_mm", printing.binding_mm))
        if value is not None
    }
    if changes:
        style = style.model_copy(update=changes)
    if printing.size:
        style = in_size(style, printing.size)
    return in_grey(style) if printing.colours == "grey" else style


def on_paper(style: Style, paper: Paper) -> Style:
    """Give the same look on another paper; margins shrink with paper narrower than the style's."""
    scale = min(1.0, PAGE_SIZES_MM[paper][0] / PAGE_SIZES_MM[style.page_size][0])
    if scale > _ABOUT_AS_WIDE:
        return style.model_copy(update={"page_size": paper})
    pages = {name: _shrunk(page, scale) for name, page in style.pages.items()}
    return style.model_copy(update={"page_size": paper, "pages": pages})


def _shrunk(page: Page, scale: float) -> Page:
    """Give narrower margins, but none in which a printer may not print."""
    sides = {
        key: max(value * scale, PRINTABLE_MM)
        for key, value in page.model_dump().items()
        if key.endswith("_mm")
    }
    return page.model_copy(update=sides)


def in_size(style: Style, size: float) -> Style:
    """Give a look for large print, in which no type is smaller than ``size`` points.

    Headings are larger by less than before, lines are apart by a third of their size, all begins at
    the left, and words are black on white (UKAAF, G003).
    """
    scale = size / style.role("body").size
    width = PAGE_SIZES_MM[style.page_size][0]
    side = min(_WIDEST_MARGIN_MM, max(PRINTABLE_MM, _MARGIN * width))
    text = (width - 2 * side) * POINTS_PER_MM
    roles = {name: _large_role(role, size, scale, text) for name, role in style.roles.items()}
    pages = {name: _wide(page, side) for name, page in style.pages.items()}
    return style.model_copy(
        update={
            "roles": roles,
            "pages": pages,
            "table": style.table.model_copy(
                update={"head_background": None, "rule_colour": _BLACK, "padding": 3.0}
            ),
            "family": style.family.model_copy(
                update={"office_scale": max(1.0, style.family.office_scale)}
            ),
            "marks": Marks(links="plain", notes="full-size"),
        }
    )


def _wide(page: Page, side: float) -> Page:
    """Give margins that leave most of the page to the words."""
    narrower = {
        key: min(value, side)
        for key, value in page.model_dump().items()
        if key in {"left_mm", "right_mm", "bottom_mm"}
    }
    ends = {"top_mm": min(page.top_mm, _HIGHEST_MM), "header_mm": PRINTABLE_MM}
    return page.model_copy(update=narrower | ends | {"footer_mm": PRINTABLE_MM})


def _large_role(role: Role, size: float, scale: float, width: float) -> Role:
    larger = min(_LARGEST, 1 + _GROWTH * (role.size * scale / size - 1))
    own = max(size, round(size * larger, 1))
    hang = min(role.hang * scale, _WIDEST_HANG * width)
    indent = min(role.indent * min(scale, _WIDEST_SCALE), _WIDEST_HANG * width)
    space = min(scale, _WIDEST_SCALE)
    return role.model_copy(
        update={
            "size": min(own, _LARGEST_SIZE),
            "leading": min(round(own * _LEADING, 1), 100.0),
            "italic": False,
            "colour": _BLACK,
            "label_colour": None,
            "align": "left",
            "background": None,
            "padding": 0.0,
            "hang": hang,
            "indent": max(indent, hang),
            "space_before": role.space_before * space,
            "space_after": role.space_after * space,
            "keep_together": False,
            "rule": role.rule and role.rule.model_copy(update={"colour": _BLACK}),
        }
    )


def in_grey(style: Style) -> Style:
    """Give a look in black, white and grey: words dark enough to read, grounds as light as before.

    A printer without colours decides by itself what a colour becomes; this decides it here.
    """
    roles = {name: _grey_role(role) for name, role in style.roles.items()}
    return style.model_copy(update={"roles": roles, "table": _grey_table(style.table)})


def _grey_role(role: Role) -> Role:
    return role.model_copy(
        update={
            "colour": _grey_ink(role.colour),
            "label_colour": role.label_colour and _grey_ink(role.label_colour),
            "background": role.background and _grey(role.background),
            "rule": role.rule and _grey_rule(role.rule),
        }
    )


def _grey_rule(rule: Rule) -> Rule:
    return rule.model_copy(update={"colour": _grey_ink(rule.colour)})


def _grey_table(table: TableLook) -> TableLook:
    return table.model_copy(
        update={
            "head_background": table.head_background and _grey(table.head_background),
            "rule_colour": _grey_ink(table.rule_colour),
        }
    )


def _grey(colour: str) -> str:
    """Give the grey that is as bright as a colour."""
    return _hex(_brightness(colour))


def _grey_ink(colour: str) -> str:
    """Give the grey of words and lines: none lighter than can be read by all."""
    return _hex(min(_brightness(colour), _MIDDLE_GREY))


def _brightness(colour: str) -> int:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    luminance = _RED * red + _GREEN * green + _BLUE * blue
    low, gamma = 0.0031308, 2.4
    level = 12.92 * luminance if luminance <= low else 1.055 * luminance ** (1 / gamma) - 0.055
    return round(level * 255)


def _linear(level: float) -> float:
    low, gamma = 0.04045, 2.4
    return level / 12.92 if level <= low else float(((level + 0.055) / 1.055) ** gamma)


def _hex(level: int) -> str:
    return f"#{level:02x}{level:02x}{level:02x}"
