"""A Word document opened as a source: other formats are told by their names.

Enters: bytes. Leaves: a package that holds a Word document, opened within limits and with nothing
followed (see ``briefgen.opc``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.file_kinds import ZIP, kind_of
from briefgen.opc import open_docx

if TYPE_CHECKING:
    from briefgen.corpus.intake.findings import Findings
    from briefgen.opc import Package, Relationship


def open_source(data: bytes, findings: Findings) -> Package:
    """Open a Word document.

    Raises:
        UnusableInput: the file is something else, damaged, locked, too large or unsafe.
    """
    kind = kind_of(data)
    if kind and not data.startswith(ZIP):
        findings.fault(f"this is {kind}", hint="open it in Word and save it as .docx, unlocked")
    findings.raise_any()
    return open_docx(data, findings.file)


def relationships_of(package: Package) -> list[Relationship]:
    """Give where the document leads, inside the package only."""
    return [one for one in package.relationships(package.main) if not one.external]
