"""How findings of the corpus check are told: as data, and as text with the row to paste.

Enters: diagnostics, some of them findings of the lint, and today's date for new rows. Leaves: plain
data and text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.corpus.lint.findings import Finding
from briefgen.corpus.lint_report import suggested_row

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic


def told(diagnostic: Diagnostic, date: str) -> tuple[dict[str, object], str]:
    """Give a diagnostic as data and as text, each with the row that would answer it."""
    data, text = diagnostic.as_data(), str(diagnostic)
    if not isinstance(diagnostic, Finding):
        return data, text
    data["suggestion"] = None
    if suggestion := diagnostic.suggestion(date):
        name, row = suggestion
        data["suggestion"] = {"register": diagnostic.register, "list": name, "row": row}
    if suggested := suggested_row(diagnostic, date):
        text += "\n  {}:\n{}".format(*suggested)
    return data, text
