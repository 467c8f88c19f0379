"""Characters that no font in use has a shape for: one finding for each script of a document.

Enters: a document, and the test of a character. Leaves: findings, which are of the first unit where
one stands. Labels are looked at too, since they are printed with the words.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from briefgen.corpus.lint.findings import flag
from briefgen.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefgen.corpus.lint.findings import Finding
    from briefgen.corpus.model import Document

_NAMED: Final = 5
"""Characters that a message names one by one."""
_WORDS: Final = "LMN"
"""The general categories of what scripts are written with: letters, marks, numerals."""
_HINT: Final = (
    "a PDF cannot print it; docx, html, markdown and text show it with the reader's own fonts"
)


def shapes(document: Document, shows: Callable[[str], bool]) -> Iterator[Finding]:
    """Find what ``shows`` says no to, script by script; a sign of no script stands for itself."""
    signs = dict.fromkeys(sign for unit in document.units for sign in unit.label + unit.text)
    lost = [sign for sign in signs if not sign.isspace() and not shows(sign)]
    scripts = _scripts(lost)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    units: dict[str, dict[str, None]] = defaultdict(dict)
    for unit in document.units:
        for sign in unit.label + unit.text if lost else "":
            if script := scripts.get(sign):
                counts[script][sign] += 1
                units[script][unit.id] = None
    by_id = {unit.id: unit for unit in document.units}
    for script, found in counts.items():
        first = by_id[next(iter(units[script]))]
        at = (0, 0)
        if len(units[script]) == 1 and len(found) == 1 and (sign := next(iter(found))):
            start = first.text.find(sign)
            at = (start, start + 1) if start >= 0 else at
        message = f"no font has a shape for {_said(script, found, len(units[script]))}"
        yield flag(document, first, "no-glyph", Severity.ERROR, message, at=at, hint=_HINT)


def _scripts(signs: Sequence[str]) -> dict[str, str]:
    """Give the script of each sign: of letters, marks and numerals, and of punctuation among them.

    A sign of no script that is written with here stands for itself.
    """
    words = {sign: unicodedata.name(sign, "").replace("-", " ").partition(" ")[0] for sign in signs}
    written = {words[sign] for sign in signs if unicodedata.category(sign)[0] in _WORDS}
    return {sign: word if word in written and word else sign for sign, word in words.items()}


def _said(script: str, found: Counter[str], units: int) -> str:
    named = ", ".join(f"'{one}' (U+{ord(one):04X})" for one in list(found)[:_NAMED])
    if len(found) == 1 and units == 1:
        return named
    where = "1 unit" if units == 1 else f"{units} units"
    if len(script) == 1:
        return f"{named}, which stands in {where}"
    more = ", …" if len(found) > _NAMED else ""
    signs = "1 character" if len(found) == 1 else f"{len(found)} characters"
    return f"{signs} of the {script.title()} script in {where}: {named}{more}"
