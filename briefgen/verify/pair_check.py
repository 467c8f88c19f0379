"""One passage of a file, held against the one that is expected in its place.

Enters: an expected passage and the one that was found for it. Leaves: what is wrong with its words,
its label, its marks and the units that the file names for it. Where it stands is not judged here.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from briefgen.corpus.changes import word_difference
from briefgen.manifest.model import Quoted, Said
from briefgen.manifest.words import fingerprint, normalised
from briefgen.verify.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.verify.expected import Expected
    from briefgen.verify.findings import Kind
    from briefgen.verify.model import Passage

_SAYS: Final[dict[Kind, str]] = {
    "changed": "the words were changed",
    "lost": "words are missing",
    "added": "words were added",
}


def check_pair(expected: Expected, found: Passage) -> list[Finding]:
    """Give what is wrong with a passage."""
    findings: list[Finding] = []
    if expected.key != fingerprint(found.whole):
        findings += _check_words(expected, found)
    else:
        findings += _check_pieces(expected, found)
    findings += _check_marks(expected, found)
    findings += _check_units(expected, found)
    if expected.passage.units and bool(expected.passage.level) != bool(found.level):
        message = (
            "a heading is a heading no more" if expected.passage.level else "this is no heading"
        )
        findings.append(
            Finding("heading", found.spot, message, expected.passage.units[0], found=found.words)
        )
    return findings


def unit_of(expected: Expected) -> str:
    """Give the first unit that a passage quotes, "" for none."""
    return expected.passage.units[0] if expected.passage.units else ""


def differ(before: str, after: str) -> Kind:
    """Say how words differ: some are missing, some were added, or some are others."""
    matcher = SequenceMatcher(None, before.split(), after.split(), autojunk=False)
    kinds = {what for what, *_ in matcher.get_opcodes() if what != "equal"}
    if kinds == {"delete"}:
        return "lost"
    return "added" if kinds == {"insert"} else "changed"


def _check_words(expected: Expected, found: Passage) -> Iterator[Finding]:
    unit = unit_of(expected)
    if expected.text is None:
        yield from _check_pieces(expected, found)
        yield from _check_label(expected, found)
        return
    if expected.text != found.words:
        if not unit:
            difference = word_difference(expected.text, found.words)
            message = f"what the pack says of its quotations was changed: {difference}"
            yield Finding("locator", found.spot, message, "", expected.text, found.words)
        elif expected.passage.label and found.words.endswith(expected.text):
            # a label that is printed as words, and is another
            shown = found.words.removesuffix(expected.text).strip()
            yield _wrong_label(expected, found, shown)
            return
        else:
            kind = differ(expected.text, found.words)
            difference = word_difference(expected.text, found.words)
            message = f"{_SAYS[kind]}: {difference}"
            yield Finding(kind, found.spot, message, unit, expected.text, found.words)
    yield from _check_label(expected, found)


def _check_label(expected: Expected, found: Passage) -> Iterator[Finding]:
    """Compare labels, where the words do not hold them."""
    if not expected.passage.units:
        return
    wanted, shown = normalised(expected.passage.label), normalised(found.label)
    if wanted != shown and not (not shown and found.words.startswith(wanted)):
        yield _wrong_label(expected, found, shown)


def _wrong_label(expected: Expected, found: Passage, shown: str) -> Finding:
    wanted = expected.passage.label
    message = (
        f"the label is '{shown}', not '{wanted}'" if shown else f"the label '{wanted}' is missing"
    )
    return Finding("label", found.spot, message, unit_of(expected), wanted, shown)


def _check_pieces(expected: Expected, found: Passage) -> Iterator[Finding]:
    """Look for the known pieces of a passage that also holds own words, in their order."""
    if len(expected.words) == 1 and expected.text is not None:
        return
    at = 0
    for part, words in zip(expected.passage.parts, expected.words, strict=True):
        if not words:
            continue
        place = found.words.find(words, at)
        if place >= 0:
            at = place + len(words)
        elif isinstance(part, Quoted):
            difference = word_difference(words, found.words[at:])
            message = f"the words of the quotation do not stand here: {difference}"
            yield Finding("changed", found.spot, message, part.unit, words, found.words)
        elif isinstance(part, Said):
            message = "what the pack says of its quotations was changed"
            yield Finding("locator", found.spot, message, unit_of(expected), words, found.words)


def _check_marks(expected: Expected, found: Passage) -> Iterator[Finding]:
    wanted = [one.label for one in expected.passage.marks]
    shown = [one.label for one in found.marks]
    if not expected.passage.units:
        return
    if wanted != shown:
        message = f"the marks of notes are {_list(shown)}, not {_list(wanted)}"
    elif expected.text == found.words and (
        [one.place for one in expected.passage.marks] != [one.place for one in found.marks]
    ):
        message = "the mark of a note stands at another word"
    else:
        return
    yield Finding("mark", found.spot, message, unit_of(expected), _list(wanted), _list(shown))


def _check_units(expected: Expected, found: Passage) -> Iterator[Finding]:
    """Compare the units that the file names; it need not name any (editors may drop them)."""
    for tag in found.units:
        if not any(names(unit, tag) for unit in expected.passage.units):
            wanted = ", ".join(expected.passage.units) or "no unit"
            message = f"the file ascribes words to {tag} that are of {wanted}"
            yield Finding("unlisted", found.spot, message, tag, wanted, tag)


def names(unit: str, tag: str) -> bool:
    """Tell whether a file's tag names a unit; Word takes 64 characters, so a long one is cut."""
    cut, sign, _ = tag.partition("~")
    return tag == unit or (bool(sign) and unit.startswith(cut))


def _list(marks: list[str]) -> str:
    return ", ".join(marks) or "none"
