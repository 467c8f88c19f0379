"""Colours: words stand out from what is behind them, wherever both are stated.

Enters: a ``Document``. Leaves: findings. A colour that Word chooses ("auto") is taken to be
legible; a picture behind words is not looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.diagnostics import error
from briefgen.inspection.text_parts import W, child, is_on, own, shown, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from briefgen.diagnostics import Diagnostic
    from briefgen.inspection.style_chains import Styles
    from briefgen.inspection.text_parts import Document

_HEX = re.compile("[0-9A-Fa-f]{6}")
_PAPER = "FFFFFF"
_LEAST, _LEAST_LARGE = 4.5, 3.0
"""WCAG 2.1, 1.4.3, for text and for large text."""
_LARGE, _LARGE_BOLD, _USUAL = 36, 28, 20
"""Half-points: 18 pt, 14 pt bold, and what Word takes where nothing is said."""


def check_contrast(document: Document) -> Iterator[Diagnostic]:
    """Find words that are too pale; each pair of colours is told once, where it is first met."""
    told: set[tuple[str, str, float]] = set()
    for part in document.parts:
        for paragraph in part.paragraphs:
            for run in own(paragraph, f"{W}r"):
                if not words(run).strip():
                    continue
                pair = _colours(run, paragraph, document.styles)
                least = _LEAST_LARGE if _is_large(run, paragraph, document.styles) else _LEAST
                if pair is None or (*pair, least) in told or contrast(*pair) >= least:
                    continue
                told.add((*pair, least))
                ink, paper = pair
                yield error(
                    f"words in #{ink} on #{paper} have a contrast of {contrast(*pair):.1f}:1:"
                    f" '{shown(run)}'",
                    part.place(paragraph),
                    f"choose colours with {least:g}:1 or more (WCAG 1.4.3, EN 301 549 10.1.4.3)",
                )


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours of six hexadecimal digits (WCAG 2.1)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Give the relative luminance (WCAG 2.1, from IEC 61966-2-1)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)  # noqa: PLR2004 - the standard's constants
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _colours(
    run: etree._Element, paragraph: etree._Element, styles: Styles
) -> tuple[str, str] | None:
    """Give the colours of a run's words and of what is behind them, if the words' is stated."""
    ink = _hexadecimal(styles.run_property(run, paragraph, "color"), "val")
    if not ink:
        return None
    behind = (
        _hexadecimal(styles.run_property(run, paragraph, "shd"), "fill"),
        _hexadecimal(styles.paragraph_property(paragraph, "shd"), "fill"),
        *_around(paragraph, styles),
    )
    return ink, next((one for one in behind if one), _PAPER)


def _around(paragraph: etree._Element, styles: Styles) -> Iterator[str]:
    """Give the colours of the cells around, the nearest first."""
    for cell in paragraph.iterancestors(f"{W}tc"):
        yield _hexadecimal(child(cell, "w:tcPr/w:shd"), "fill")
        row = next(cell.iterancestors(f"{W}tr"), None)
        table = next(cell.iterancestors(f"{W}tbl"), None)
        if table is not None and is_on(child(row, "w:trPr/w:tblHeader")):
            shade = styles.first_row_shade(table)
            yield shade.upper() if _HEX.fullmatch(shade) else ""


def _hexadecimal(element: etree._Element | None, name: str) -> str:
    text = "" if element is None else element.get(f"{W}{name}", "")
    return text.upper() if _HEX.fullmatch(text) else ""


def _is_large(run: etree._Element, paragraph: etree._Element, styles: Styles) -> bool:
    found = styles.run_property(run, paragraph, "sz")
    text = "" if found is None else found.get(f"{W}val", "")
    size = int(text) if text.isdigit() else _USUAL
    bold = is_on(styles.run_property(run, paragraph, "b"))
    return size >= (_LARGE_BOLD if bold else _LARGE)
