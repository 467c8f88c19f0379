"""The lint report of a new document, for its editor to read.

Enters: a document with the corrections that fit it, and the rows that answer findings. Leaves:
findings, the same that a check of the corpus would give, and a text that lists them with the row
that would answer each. Today's date is given, not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.corpus.lint import lint
from briefgen.corpus.lint.answers import unanswered
from briefgen.corpus.lint.findings import Finding, as_yaml
from briefgen.corpus.store import Corpus
from briefgen.errors import Faults

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from briefgen.corpus.model import Document
    from briefgen.corpus.register_fit import Fitted
    from briefgen.diagnostics import Diagnostic


def lint_findings(
    fitted: Fitted, folder: Path, shows: Callable[[str], bool] | None = None
) -> tuple[Diagnostic, ...]:
    """Examine a document beside the shipped ones and those of its folder.

    ``shows`` tells whether the fonts in use have a shape for a character.
    """
    document = fitted.corrected
    found = lint([document], beside=_others(folder, document.id), shows=shows)
    return tuple(unanswered(found, [document], fitted.answers))


def _others(folder: Path, document: str) -> list[Document]:
    """Give the other documents; one that cannot be read bears nothing out, and the check tells."""
    faults = Faults()
    others: list[Document] = []
    with faults.gathered():
        corpus = Corpus(beside=(folder,))
        for name in corpus.document_ids:
            with faults.gathered():
                if name != document:
                    others.append(corpus.document(name))
    return others


def report_text(document: Document, findings: Sequence[Diagnostic], date: str) -> str:
    """Give the report as Markdown; ``date`` is the ISO 8601 day of the rows to paste."""
    lines = [f"# {document.id}: what may be wrong in the source", ""]
    for one in findings:
        lines.append(f"- {one}".replace("\n", "\n  "))
        if row := suggested_row(one, date):
            where, yaml = row
            lines += ["", f"  {where}:", "", "```yaml", yaml, "```", ""]
    if not findings:
        lines.append("Nothing was found.")
    return "\n".join(lines).rstrip("\n") + "\n"


def suggested_row(diagnostic: Diagnostic, date: str) -> tuple[str, str] | None:
    """Say where a row that answers a finding belongs, and give the row as it is pasted there."""
    suggestion = diagnostic.suggestion(date) if isinstance(diagnostic, Finding) else None
    if not isinstance(diagnostic, Finding) or not suggestion:
        return None
    name, row = suggestion
    return f"a row for {diagnostic.register}, under {name}", as_yaml(row)
