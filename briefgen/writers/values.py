"""The values that a Pack carries beside its words: languages, the date, the widths of columns.

Enters: a Pack. Leaves: every value that no file can be written with. Profiles and templates are
checked as they are read; a Pack that a program makes is checked here.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from briefgen.blocks import Span, Table
from briefgen.diagnostics import error
from briefgen.walk import all_blocks, all_inlines, inlines_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.blocks import Inline, Pack
    from briefgen.diagnostics import Diagnostic

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", re.ASCII)
"""What a language tag looks like (RFC 3066, which ISO 32000-1, 14.9.2, asks for)."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

WIDEST_SHARE = 1e6
"""A column's proportion is no number larger than this."""


def width_faults(pack: Pack) -> Iterator[Diagnostic]:
    """Give the widths of columns that nothing can be laid out with, each once."""
    tables = (one.widths for one in all_blocks(pack) if isinstance(one, Table))
    for widths in dict.fromkeys(tables):
        if not all(abs(width) <= WIDEST_SHARE for width in widths):
            shown = ", ".join(f"{width:g}" for width in widths)
            yield error(
                f"the widths {shown} of a table are not proportions", hint="such as 2, 5, 3"
            )


def value_faults(pack: Pack) -> Iterator[Diagnostic]:
    """Give what is wrong with languages and the date, each fault once."""
    spans = (one.language for one in _inlines(pack) if isinstance(one, Span) and one.language)
    for language in dict.fromkeys((pack.language, *spans)):
        if not _LANGUAGE_TAG.fullmatch(language):
            yield error(f"'{language}' is not a language tag", hint="such as en, fr or pt-BR")
    if pack.date and not _is_day(pack.date):
        yield error(f"'{pack.date}' is not a date", hint="write it as 2018-06-04")


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return _DAY.fullmatch(day) is not None


def _inlines(pack: Pack) -> Iterator[Inline]:
    for note in pack.notes:
        yield from all_inlines(note.blocks)
    for section in pack.sections:
        yield from all_inlines(section.blocks)
        for running in (section.header, section.footer):
            if running:
                yield from inlines_within((*running.left, *running.right))
