"""The lint report of a new document, for its editor to read.

Enters: a document. Leaves: findings, and a text that lists them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.corpus.lint import lint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.corpus.model import Document
    from briefgen.diagnostics import Diagnostic


def lint_findings(document: Document) -> tuple[Diagnostic, ...]:
    """Examine a document."""
    return tuple(lint([document]))


def report_text(document: Document, findings: Sequence[Diagnostic]) -> str:
    """Give the report as Markdown."""
    lines = [f"# {document.id}: what may be wrong in the source", ""]
    lines += [f"- {one}".replace("\n", "\n  ") for one in findings] or ["Nothing was found."]
    return "\n".join(lines) + "\n"
