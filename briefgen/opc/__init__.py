"""Office files from elsewhere, opened so that they can do no harm.

Enters: the bytes of a file (DOCX, or another Open Packaging Conventions package) and the name it is
known by. Leaves: a ``Package`` whose parts are bytes or trees of XML, or one clear message. It does
not know what the parts mean, nor who reads them: the check of finished files, reference documents
and the intake of sources all open files here.
"""

from __future__ import annotations

from briefgen.opc.archive import LARGEST_FILE, read_archive
from briefgen.opc.markup import read_xml
from briefgen.opc.package import Package, Relationship, open_docx, open_package

__all__ = [
    "LARGEST_FILE",
    "Package",
    "Relationship",
    "open_docx",
    "open_package",
    "read_archive",
    "read_xml",
]
