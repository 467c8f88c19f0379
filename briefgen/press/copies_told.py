"""What a PDF tells of copies: which numbered one it is, and how many one print of it gives.

Enters: an open PDF. Leaves: numbers. What cannot be is not believed: a file may come from anywhere,
and another program may use the same names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pikepdf

from briefgen.press.scheme import UP

if TYPE_CHECKING:
    from collections.abc import Iterator

ON_SHEET_KEY: Final = "/CopiesOnSheet"
"""Where a file's information says how many copies one print of it gives."""
_KNOWN_ON_SHEET: Final = frozenset(map(str, UP["repeat"]))

COPY_KEY: Final = "CopyNumber"
"""The entry of the artifact by which a numbered copy is known."""
_SHOWN: Final = re.compile(rf"/{COPY_KEY} ([0-9]{{1,6}})/CopyTotal ([0-9]{{1,6}})\b".encode())
_FORM: Final = re.compile(r"/C[0-9]+")
"""The name of the form that shows the number."""


def copies_on_sheet(pdf: pikepdf.Pdf) -> int:
    """Give how many copies one print of a file gives, once its sheets are cut apart."""
    told = str(pdf.docinfo.get(ON_SHEET_KEY, ""))
    return int(told) if told in _KNOWN_ON_SHEET else 1


def copy_number(pdf: pikepdf.Pdf) -> tuple[int, int]:
    """Give which numbered copy a file is, and of how many, as its first page tells; 0 for none.

    An imposed file shows the pages of the copy as forms, which have that of the number in them.
    """
    forms = list(_forms(pdf.pages[0].resources))
    inner = (pair for _, form in forms for pair in _forms(form.get("/Resources")))
    for name, form in (*forms, *inner):
        shown = _SHOWN.search(form.read_bytes()) if _FORM.fullmatch(name) else None
        if shown and 1 <= int(shown[1]) <= int(shown[2]):
            return int(shown[1]), int(shown[2])
    return 0, 0


def _forms(resources: pikepdf.Object | None) -> Iterator[tuple[str, pikepdf.Object]]:
    """Give the form XObjects (8.10) among resources, with the names that they have there."""
    if resources is None or "/XObject" not in resources:
        return
    for name, form in resources["/XObject"].items():
        if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form":
            yield name, form
