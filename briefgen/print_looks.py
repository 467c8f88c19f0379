"""The look for a printer: a style on other paper, for both sides of it, in grey.

Enters: a style and what a profile says of printing. Leaves: another style, in which every writer
works as in any. What is printed is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from briefgen.styles import PAGE_SIZES_MM, Duplex, Millimetres, Model

if TYPE_CHECKING:
    from briefgen.styles import Page, Paper, Role, Rule, Style, TableLook

_ABOUT_AS_WIDE = 0.95
_PRINTABLE_MM = 12.0
"""Margin that every printer leaves (the conventions for handouts)."""

_MIDDLE_GREY = 0x59
"""The lightest grey of words: on white it has a contrast of 7 to 1 (WCAG 2.2, 1.4.6)."""

_RED, _GREEN, _BLUE = 0.2126, 0.7152, 0.0722
"""Shares of the colours in what the eye takes for brightness (WCAG 2.2, relative luminance)."""


class Printing(Model):
    """How a pack is to be printed, as a profile says it."""

    duplex: Duplex | None = Field(
        default=None,
        description="The edge that sheets printed on both sides turn about, or none.",
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
        key: max(value * scale, _PRINTABLE_MM)
        for key, value in page.model_dump().items()
        if key.endswith("_mm")
    }
    return page.model_copy(update=sides)


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
