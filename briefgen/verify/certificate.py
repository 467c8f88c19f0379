"""The certificate: on one page, what was checked, how much of it, and which files by their sums.

Enters: verdicts. Leaves: text in Markdown, the same for the same files on any day. It names no
person and no time: who puts it before others, signs and dates it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefgen.verify.findings import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.verify.findings import Finding, Verdict

_MODES: Final = {
    "verbatim": "the sources' own words, slips included",
    "corrected": "the sources' words, with each correction marked",
    "clean": "the sources' words, with the corrections listed at the end",
}


def certificate_text(verdicts: Sequence[Verdict], parity: Sequence[Finding]) -> str:
    """Write the certificate of some files."""
    holds = not parity and all(one.holds for one in verdicts)
    result = "every quoted word is the source's" if holds else "NOT verified"
    lines = [
        "# Certificate of quotation",
        "",
        "Every quotation was read out of the finished files and compared, character by character,",
        "with the corpus of source documents.",
        "",
        f"**Result: {result}.**",
        "",
    ]
    for one in verdicts:
        lines += _file_lines(one)
    if len(verdicts) > 1:
        same = "say the same" if not parity else f"differ in {len(parity)} places"
        lines += [f"Files of one pack, held against each other: they {same}.", ""]
    identity = verdicts[0].identity if verdicts else None
    if identity is not None:
        lines += ["## What was quoted", ""]
        lines += [f"- {name}: `{held}`" for name, held in sorted(identity.documents.items())]
        lines += ["", f"Text: {identity.text}, {_MODES[identity.text]}.", ""]
    lines += ["## What was looked for", ""]
    lines += [f"- {meaning}" for kind, meaning in KINDS.items() if kind != "parity"]
    return "\n".join([*lines, ""])


def _file_lines(verdict: Verdict) -> list[str]:
    counts = verdict.counts
    name = verdict.file.name.replace("\\", "/").rpartition("/")[2]
    outcome = "verified" if verdict.holds else f"{len(verdict.findings)} faults"
    quoted = f"{counts.quotations} quotations of {counts.units} units, {counts.words:,} words"
    rest = f"{counts.notes} notes, {counts.headings} headings, {counts.cells} table cells"
    lines = [
        f"## {name}",
        "",
        f"- SHA-256 `{verdict.file.sha256}`",
        f"- {outcome}: {quoted}; {rest}",
        f"- made by briefgen {verdict.identity.program}",
    ]
    lines += [f"- {remark}" for remark in verdict.remarks]
    return [*lines, ""]
