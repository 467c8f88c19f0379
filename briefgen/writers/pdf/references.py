"""What a Pack refers to: anchors, notes and addresses, checked before anything is laid out.

Enters: a Pack. Leaves: every reference that goes nowhere, every name given twice, every address
that a reader of the PDF should not be sent to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.blocks import Field, Heading, Link, NoteReference, Paragraph
from briefgen.diagnostics import did_you_mean, error
from briefgen.walk import all_blocks, inlines_within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.blocks import Inline, Pack
    from briefgen.diagnostics import Diagnostic

SCHEMES = ("http://", "https://", "mailto:")


def faults_of(pack: Pack) -> list[Diagnostic]:
    """Give what is wrong with the references of a Pack, each fault once, in reading order."""
    anchors = [block.anchor for block in all_blocks(pack) if isinstance(block, Heading)]
    notes = [note.id for note in pack.notes]
    found: dict[Diagnostic, None] = {}
    for kind, names in (("anchor", anchors), ("note", notes)):
        for name in _twice(names):
            found[error(f"the {kind} '{name}' is given twice")] = None
    known, noted = set(anchors), set(notes)
    for inline in _all_inlines(pack):
        fault = _fault(inline, known, noted)
        if fault:
            found[fault] = None
    return list(found)


def _fault(inline: Inline, anchors: set[str], notes: set[str]) -> Diagnostic | None:
    match inline:
        case Link(_, target) if target.startswith("#"):
            if target[1:] not in anchors:
                return _unknown("a link goes to", target[1:], anchors)
        case Link(_, target):
            if not target.lower().startswith(SCHEMES):
                hint = "use http:, https: or mailto:, or # and an anchor"
                return error(f"a link cannot go to '{target}'", hint=hint)
        case Field("page-of", anchor) if anchor not in anchors:
            return _unknown("a page number asks for", anchor, anchors)
        case NoteReference(note, _) if note not in notes:
            return _unknown("the text calls the note", note, notes)
        case _:
            pass
    return None


def _unknown(what: str, name: str, known: set[str]) -> Diagnostic:
    return error(f"{what} '{name}', which is not there", hint=did_you_mean(name, sorted(known)))


def _all_inlines(pack: Pack) -> Iterator[Inline]:
    for block in all_blocks(pack):
        if isinstance(block, Heading | Paragraph):
            yield from inlines_within(block.inlines)
    for section in pack.sections:
        for running in (section.header, section.footer):
            if running:
                yield from inlines_within((*running.left, *running.right))


def _twice(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield name
        seen.add(name)
