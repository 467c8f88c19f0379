"""Numbers that came into a sentence from elsewhere: a lost note mark, the number of a page.

Enters: a document. Leaves: findings. Real numbers are known by their company: a measure, a month,
a name before them ("Recommendation 202"), or their use more than once.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from briefgen.corpus.lint.findings import Cure, flag
from briefgen.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.corpus.lint.findings import Finding
    from briefgen.corpus.model import Document, Unit

_GLUED = re.compile(
    r"(?<=[a-z])[.,;:)”\"]?\d+\b|(?<![\w./-])\d+(?!(?:st|nd|rd|th|s|am|pm|km|kg)\b)[a-z]{2,}"
)
_SYMBOL = re.compile(r"[/@_=]|://")
_BARE = re.compile(r"(?<= )\d{1,4}(?=[ ,;])")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MEASURES = re.compile(
    r"""
    per | percent | hundred | thousand | million | billion | trillion | degrees | degree |
    kilometres | km | metres | seconds | minutes | hours | hour | days | day | weeks | week
    | months | month | years | year | times | points | pages | am | pm | euros | dollars
    """,
    re.VERBOSE,
)
_MONTHS = re.compile(
    r"""
    january | february | march | april | may | june | july | august | september | october |
    november | december
    """,
    re.VERBOSE,
)
_JOINING = ("and", "or", "to")
_REFERENCES = re.compile(
    r"""
    article | articles | paragraph | paragraphs | para | paras | page | pages | section |
    sections | chapter | chapters | objective | objectives | goal | goals | target | targets
    | annex | part | principle | principles | number | no | nos | decision | decisions |
    resolution | resolutions | rule | rules | note | notes | footnote | item | items |
    figure | table | line | lines | round | session | room | phase | stage | level | volume |
    version | day | week | year | than | about | around | nearly | over | under
    """,
    re.VERBOSE,
)


def stray_numbers(document: Document) -> Iterator[Finding]:
    """Find digits on words, and bare numbers that nothing explains."""
    phrases = _phrases(document)
    for unit in document.units:
        yield from _glued(document, unit)
        yield from _bare(document, unit, phrases)


def _glued(document: Document, unit: Unit) -> Iterator[Finding]:
    for match in _GLUED.finditer(unit.text):
        left = unit.text.rfind(" ", 0, match.start()) + 1
        word = unit.text[left:].split(" ", 1)[0]
        if _SYMBOL.search(word) or re.fullmatch(r"\W*(?:No|Nos|p|pp|para|Add|Rev)\.\d+\W*", word):
            continue
        digits = re.search(r"\d+", match.group())
        assert digits is not None, "the pattern has digits in it"
        start = match.start() + digits.start()
        end = match.start() + digits.end()
        message = f"a digit is glued to a word in '{word}'"
        cure = Cure("", "The digit is a note mark or a page number.", confidence="medium")
        yield flag(
            document, unit, "digit-on-word", Severity.ERROR, message, at=(start, end), cure=cure
        )


def _bare(document: Document, unit: Unit, phrases: Counter[str]) -> Iterator[Finding]:
    for match in _BARE.finditer(unit.text):
        before = unit.text[: match.start() - 1].split(" ")[-2:]
        after = unit.text[match.end() :].lstrip(" ,;").split(" ")[:2]
        if _explained(match.group(), before, after, phrases):
            continue
        following = _WORD.findall(unit.text[match.end() :])[:2]
        borne_out = phrases[" ".join([before[-1], *following]).lower()] > 0
        evidence = "A page number; the words stand without it"
        evidence += " elsewhere in the same source." if borne_out else "."
        cure = Cure("", evidence, confidence="high" if borne_out else "low")
        message = f"the number {match.group()} stands between '{before[-1]}' and '{after[0]}'"
        severity = Severity.ERROR if borne_out else Severity.WARNING
        inner = unit.text[match.end()] == " "
        at = (match.start(), match.end() + 1) if inner else (match.start() - 1, match.end())
        yield flag(document, unit, "stray-number", severity, message, at=at, cure=cure)


def _explained(number: str, before: list[str], after: list[str], phrases: Counter[str]) -> bool:
    """Say whether the two words on either side make it a number that was written."""
    last, first = before[-1], after[0].strip(".,;:()\"'").lower()
    return (
        not last.isalpha()
        or not last.islower()
        or not first[:1].isalpha()
        or bool(_YEAR.match(number))
        or bool(_REFERENCES.fullmatch(last))
        or bool(_MEASURES.fullmatch(first))
        or bool(_MONTHS.fullmatch(first))
        or (last in _JOINING and before[0][:1].isdigit())  # 10 and 11 December
        or (first in _JOINING and after[-1][:1].isdigit())
        or phrases[f"{number} {first}"] > 1
    )


def _phrases(document: Document) -> Counter[str]:
    """Count each number with the word after it, and each run of three words."""
    found: Counter[str] = Counter()
    for unit in document.units:
        words = re.findall(r"\w+(?:-\w+)*", unit.text.lower())
        for index, word in enumerate(words):
            if word.isdecimal():
                found[" ".join(words[index : index + 2])] += 1
            else:
                found[" ".join(words[index : index + 3])] += 1
    return found
