"""Looks for printers: nothing but black, white and grey, and all of it can be read."""

from __future__ import annotations

import pytest

from briefgen.print_looks import Printing, for_print, in_grey
from briefgen.resources import shipped
from briefgen.style_files import load_style

STYLE = load_style(shipped("templates") / "styles" / "standard.yaml")


def _contrast(ink: str, ground: str) -> float:
    """Give the contrast of two greys (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        level = int(colour[1:3], 16) / 255
        return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4

    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _is_grey(colour: str) -> bool:
    return colour[1:3] == colour[3:5] == colour[5:7]


def test_every_colour_becomes_a_grey_with_enough_contrast() -> None:
    """Words at least 4.5 to 1 on their own ground, 7 to 1 on white."""
    style = in_grey(STYLE)
    table = style.table
    assert _is_grey(table.rule_colour)
    assert table.head_background
    assert _is_grey(table.head_background)
    for role in style.roles.values():
        inks = [role.colour, role.label_colour, role.rule and role.rule.colour]
        for ink in filter(None, inks):
            assert _is_grey(ink)
            assert _contrast(ink, "#ffffff") >= 7
            assert _contrast(ink, role.background or "#ffffff") >= 4.5


@pytest.mark.parametrize("bright", ["#ffff00", "#ff0000", "#00ff00", "#ffffff"])
def test_a_bright_ink_is_made_dark(bright: str) -> None:
    """Yellow words would vanish on a printer without colours."""
    roles = STYLE.roles | {"body": STYLE.role("body").model_copy(update={"colour": bright})}
    grey = in_grey(STYLE.model_copy(update={"roles": roles})).role("body").colour
    assert _contrast(grey, "#ffffff") >= 7


def test_a_profile_says_only_what_it_wants_other() -> None:
    """Without anything said the style is what it was."""
    assert for_print(STYLE, Printing()) == STYLE
    changed = for_print(STYLE, Printing(duplex="long", binding_mm=8, colours="grey"), "A5")
    assert (changed.duplex, changed.binding_mm, changed.page_size) == ("long", 8, "A5")
    assert _is_grey(changed.role("link").colour)
