"""Right-to-left text: which languages run so, where a Pack holds it, what each format makes of it.

Enters: language tags; a Pack and the formats wanted. Leaves: facts, and findings that name the
units. Knows no layout: it tells before one is made what the PDF cannot set yet.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, assert_never
from unicodedata import bidirectional

from briefgen.blocks import (
    Box,
    Contents,
    Heading,
    HeatMap,
    ListBlock,
    Paragraph,
    Quotation,
    ScanCode,
    Table,
    Text,
)
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.walk import NESTING_INLINES, all_blocks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from briefgen.blocks import Block, Inline, Pack

_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})

_NEAR = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]+"
)
"""The blocks that have right-to-left letters; they have digits and marks as well."""


def runs_right_to_left(tag: str) -> bool:
    """Tell whether lines in a language (a BCP 47 tag) start at the right."""
    return tag.partition("-")[0].lower() in _LANGUAGES


def direction_of(tag: str) -> Literal["rtl", "ltr"]:
    """Give the direction of a language, as HTML names it."""
    return "rtl" if runs_right_to_left(tag) else "ltr"


def right_to_left_words(text: str) -> str:
    """Give the first stretch of a text whose letters run from the right, "" if none does.

    Digits of any script run from the left (UAX 9, classes EN and AN): they are no such letters.
    """
    if text.isascii():
        return ""
    stretches = (found[0] for found in _NEAR.finditer(text))
    return next((one for one in stretches if any(map(_is_strong, one))), "")


def _is_strong(character: str) -> bool:
    return bidirectional(character) in {"R", "AL"}


def direction_findings(pack: Pack, formats: Collection[str]) -> list[Diagnostic]:
    """Tell what of a Pack a PDF cannot set, and what a Word file must do without for that.

    Each document is named once, by the first unit of it that is meant; own words if they are all.
    ``about`` is that unit's id, or the words.
    """
    places = _places(pack) if {"pdf", "docx"}.intersection(formats) else {}
    if "pdf" in formats:
        return [
            Diagnostic(
                Severity.ERROR,
                f"{where}: right-to-left letters cannot be set in PDF yet",
                hint="take pdf out of the formats: docx, html, text and markdown can have it",
                about=about,
            )
            for where, about in _named(places)
        ]
    if places and any(isinstance(block, Contents) for block in all_blocks(pack)):
        message = "the contents list of the Word file has no page numbers yet: they are the PDF's"
        hint = "in Word: press Ctrl+A, then F9"
        where, about = _named(places)[0]
        message = f"{message}, and right-to-left letters cannot be set in PDF ({where})"
        return [Diagnostic(Severity.WARNING, message, hint=hint, about=about)]
    return []


def has_right_to_left(pack: Pack) -> bool:
    """Tell whether any words of a Pack run from the right."""
    return any(right_to_left_words(text) for text, _ in _texts(pack))


def _places(pack: Pack) -> dict[str, list[str]]:
    """Give the units with such words by their documents; own words stand under ""."""
    places: dict[str, dict[str, None]] = {}
    for text, unit in _texts(pack):
        words = right_to_left_words(text)
        if words:
            places.setdefault(unit.partition("/")[0], {})[unit or words] = None
    return {document: list(found) for document, found in places.items()}


def _named(places: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Give how each is named to people, and what it is about.

    Beside a document own words are not named: its title is among them, and the cure is the same.
    """
    named: list[tuple[str, str]] = []
    for document, found in places.items():
        more = f" and {len(found) - 1} more of '{document}'" if len(found) > 1 else ""
        if document:
            named.append((f"{found[0]}{more}", found[0]))
    return named or [(f"'{words}'", words) for words in places.get("", ())]


# ------------------------------------------------------------ every text, with its unit


def _texts(pack: Pack) -> Iterator[tuple[str, str]]:
    """Give every text that is printed, with the id of the unit that it is quoted from."""
    for section in pack.sections:
        yield from _of_blocks(section.blocks)
        for line in (section.header, section.footer):
            if line:
                yield from _of_inlines((*line.left, *line.right), "")
    for note in pack.notes:
        yield note.mark, ""
        yield from _of_blocks(note.blocks)


def _of_blocks(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        match block:
            case Heading():
                yield block.label, ""
                yield from _of_inlines(block.inlines, "")
            case Paragraph():
                yield from _of_inlines(block.inlines, "")
            case ListBlock():
                for item in block.items:
                    yield item.label, _first_unit(item.blocks)
                    yield from _of_blocks(item.blocks)
            case Table():
                yield block.continued, ""
                for row in (*block.head, *block.body):
                    for cell in row.cells:
                        yield from _of_blocks(cell.blocks)
            case Box() | ScanCode():
                yield from _of_blocks(block.blocks)
            case HeatMap():
                yield from ((name, "") for name in block.columns)
                yield from ((name, "") for name, _ in block.rows)
            case Contents():
                pass  # its words are those of headings
            case _ as never:
                assert_never(never)


def _of_inlines(inlines: Iterable[Inline], unit: str) -> Iterator[tuple[str, str]]:
    for inline in inlines:
        if isinstance(inline, Text):
            yield inline.text, unit
        elif isinstance(inline, NESTING_INLINES):
            inside = inline.unit if isinstance(inline, Quotation) else unit
            yield from _of_inlines(inline.children, inside)


def _first_unit(blocks: Iterable[Block]) -> str:
    """Give the unit that a label belongs to: the one quoted in the item's first paragraph."""
    first = next(iter(blocks), None)
    if not isinstance(first, Paragraph):
        return ""
    return next((one.unit for one in first.inlines if isinstance(one, Quotation)), "")
