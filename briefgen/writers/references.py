"""What a Pack refers to: anchors, notes and addresses, checked before any writer plans its file.

Enters: a Pack. Leaves: every reference that goes nowhere, every name given twice, every address
that a reader should not be sent to: the same for every writer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.addresses import HINT, refusal, web_address
from briefgen.blocks import Field, Link, NoteReference
from briefgen.diagnostics import did_you_mean, error
from briefgen.errors import UnusableInput
from briefgen.walk import all_inlines, headings, inlines_within
from briefgen.writers.nesting import nesting_fault
from briefgen.writers.values import width_faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.blocks import Inline, Pack
    from briefgen.diagnostics import Diagnostic


def check_pack(pack: Pack) -> None:
    """See that a Pack can be walked and laid out, and that every reference in it leads somewhere.

    Raises:
        UnusableInput: it is nested too deep, or else with every fault of widths and references.
    """
    too_deep = nesting_fault(pack)
    faults = [too_deep] if too_deep else [*width_faults(pack), *_reference_faults(pack)]
    if faults:
        raise UnusableInput(faults)


def _reference_faults(pack: Pack) -> list[Diagnostic]:
    """Give what is wrong with the references of a Pack, each fault once, in reading order."""
    anchors = [heading.anchor for heading in headings(pack)]
    notes = [note.id for note in pack.notes]
    found: dict[Diagnostic, None] = {}
    for kind, names in (("anchor", anchors), ("note", notes)):
        for name in _twice(names):
            found[error(f"the {kind} '{name}' is given twice")] = None
    text = [one for section in pack.sections for one in all_inlines(section.blocks)]
    apart = [one for note in pack.notes for one in all_inlines(note.blocks)]
    for section in pack.sections:
        for running in (section.header, section.footer):
            if running:
                apart.extend(inlines_within((*running.left, *running.right)))
    for fault in _faults(text, apart, set(anchors), set(notes)):
        found[fault] = None
    return list(found)


def _faults(
    text: Iterable[Inline], apart: Iterable[Inline], anchors: set[str], notes: set[str]
) -> Iterator[Diagnostic]:
    for inline in text:
        if isinstance(inline, NoteReference):
            if inline.note not in notes:
                yield _unknown("the text calls the note", inline.note, notes)
            elif not inline.mark.strip():
                yield error(f"the call of the note '{inline.note}' has no mark")
        else:
            yield from _fault(inline, anchors)
    for inline in apart:
        if isinstance(inline, NoteReference):
            yield error(
                f"the note '{inline.note}' is called from a note, a header or a footer",
                hint="only the text itself can call a note",
            )
        else:
            yield from _fault(inline, anchors)


def _fault(inline: Inline, anchors: set[str]) -> Iterator[Diagnostic]:
    match inline:
        case Link(_, target) if target.startswith("#"):
            if target[1:] not in anchors:
                yield _unknown("a link goes to", target[1:], anchors)
        case Link(_, target):
            if web_address(target) is None:
                yield error(refusal(target), hint=HINT)
        case Field("page-of", anchor) if anchor not in anchors:
            yield _unknown("a page number asks for", anchor, anchors)
        case _:
            pass


def _unknown(what: str, name: str, known: set[str]) -> Diagnostic:
    return error(f"{what} '{name}', which is not there", hint=did_you_mean(name, sorted(known)))


def _twice(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield name
        seen.add(name)
