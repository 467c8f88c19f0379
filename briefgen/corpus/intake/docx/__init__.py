"""Takes in a Word document (DOCX, ECMA-376 transitional).

Enters: bytes. Leaves: passages, grids and notes as Word prints them: list numbers computed, tracked
changes taken as accepted. Headers, footers, comments and text boxes are left out, and counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefgen.corpus.intake.docx.body import Body
from briefgen.corpus.intake.docx.names import MC, W
from briefgen.corpus.intake.docx.numbering import Numbering
from briefgen.corpus.intake.docx.package import open_source, relationships_of
from briefgen.corpus.intake.docx.runs import Runs
from briefgen.corpus.intake.docx.styles import Styles
from briefgen.corpus.intake.model import Note
from briefgen.corpus.intake.numerals import numeral

if TYPE_CHECKING:
    from lxml import etree

    from briefgen.corpus.intake.findings import Findings
    from briefgen.corpus.intake.model import Grid, Passage
    from briefgen.opc import Package

_WAYS: Final = {"footnote": "decimal", "endnote": "lowerRoman"}
"""How Word numbers notes where the document says nothing (17.11.17, 17.11.18)."""
_LEFT_OUT: Final = {"header": "headers", "footer": "footers", "comments": "comments"}

_LISTED: Final = 20
"""Paragraphs that a message names one by one."""


def read_docx(
    data: bytes, findings: Findings
) -> tuple[tuple[Passage | Grid, ...], tuple[Note, ...]]:
    """Read a document.

    Raises:
        UnusableInput: the package is no usable Word document.
    """
    package = open_source(data, findings)
    root = package.tree(package.main)
    parts = _parts(package)
    body = root.find(f"{W}body")
    if body is None:
        findings.fault("the document has no body")
        findings.raise_any()
        return (), ()
    called: list[tuple[str, str]] = []

    def call(kind: str, note: str) -> str:
        called.append((kind, note))
        return f"{kind}-{note}"

    runs = Runs(Styles(parts.get("styles")), findings, call)
    numbering = Numbering(parts.get("numbering"))
    blocks = tuple(Body(runs, numbering, findings).read(body))
    notes = _notes(called, root, parts, runs, findings)
    _report(runs, package, findings)
    return blocks, notes


def _parts(package: Package) -> dict[str, etree._Element]:
    """Give the parts that bear on the words, by their kind."""
    parts: dict[str, etree._Element] = {}
    for one in relationships_of(package):
        if one.kind in {"styles", "numbering", "footnotes", "endnotes"}:
            parts.setdefault(one.kind, package.tree(one.target))
    return parts


def _notes(
    called: list[tuple[str, str]],
    root: etree._Element,
    parts: dict[str, etree._Element],
    runs: Runs,
    findings: Findings,
) -> tuple[Note, ...]:
    """Read the notes in the order of their marks, which are counted through the document."""
    notes = []
    counts = dict.fromkeys(_WAYS, 0)
    ways = {kind: _way(root, kind, findings) for kind in _WAYS}
    for kind, note in list(dict.fromkeys(called)):
        part = parts.get(f"{kind}s")
        found = None
        if part is not None:
            found = next((e for e in part.iter(W + kind) if e.get(f"{W}id") == note), None)
        if found is None:
            findings.fault(f"the {kind} {note} is called and does not exist")
            continue
        counts[kind] += 1
        mark = numeral(counts[kind], ways[kind]) or str(counts[kind])
        passages = Body(runs, Numbering(None), findings).passages(found)
        notes.append(Note(f"{kind}-{note}", mark, passages))
    _report_uncalled(called, parts, findings)
    return tuple(notes)


def _report_uncalled(
    called: list[tuple[str, str]], parts: dict[str, etree._Element], findings: Findings
) -> None:
    """Report notes that no mark calls; separators have a type and are no notes (17.11.10)."""
    for kind in _WAYS:
        part = parts.get(f"{kind}s")
        for one in () if part is None else part.iter(W + kind):
            note = one.get(f"{W}id", "")
            words = " ".join(_paragraphs(one)).split()
            if one.get(f"{W}type", "normal") == "normal" and words and (kind, note) not in called:
                findings.remark(f"the {kind} {note} ({len(words)} words) has no mark: left out")


def _way(root: etree._Element, kind: str, findings: Findings) -> str:
    """Give how the marks of notes are written; report where they start anew."""
    way = _WAYS[kind]
    for properties in root.iter(f"{W}{kind}Pr"):
        for one in properties:
            if one.tag == f"{W}numFmt":
                way = one.get(f"{W}val", way)
            elif one.tag == f"{W}numRestart" and one.get(f"{W}val") != "continuous":
                findings.remark(f"the marks of {kind}s start anew; they were counted through")
    return way


def _report(runs: Runs, package: Package, findings: Findings) -> None:
    """Report tracked changes, and the parts whose words are not the document's."""
    for what, lines in runs.tracked.items():
        places = ", ".join(map(str, lines[:_LISTED])) + (", …" if len(lines) > _LISTED else "")
        noun = "paragraph" if len(lines) == 1 else "paragraphs"
        findings.remark(
            f"tracked changes are pending and were {what}: {noun} {places}",
            lines[0],
            "accept or reject them in Word and take the file in again",
        )
    counts: dict[str, int] = {}
    for one in relationships_of(package):
        if one.kind in _LEFT_OUT:
            words = sum(len(p.split()) for p in _paragraphs(package.tree(one.target)))
            counts[one.kind] = counts.get(one.kind, 0) + words
    for kind, words in sorted(counts.items()):
        if words:
            findings.remark(f"{_LEFT_OUT[kind]} were left out ({words} words)")


def _paragraphs(part: etree._Element) -> list[str]:
    return [
        "".join(
            one.text or ""
            for one in paragraph.iter(f"{W}t")
            if next(one.iterancestors(f"{MC}Fallback"), None) is None
        )
        for paragraph in part.iter(f"{W}p")
    ]
