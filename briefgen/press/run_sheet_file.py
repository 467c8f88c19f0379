"""A run sheet as a table for spreadsheets, which is also what the next one is held against.

Enters: a ``RunSheet``, or the bytes of an earlier one. Leaves: CSV (RFC 4180) in UTF-8 with the
mark by which Excel knows it, or the hashes in it by the name of the file. What came from elsewhere
is read as words only: no file that it names is opened.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place
from briefgen.errors import UnusableInput
from briefgen.file_kinds import kind_of

if TYPE_CHECKING:
    from briefgen.press.run_sheet import RunSheet

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula has an apostrophe before it."""

_SHA256 = re.compile(r"[0-9a-f]{64}")
_FIXED = ("file", "sha256", "pages", "sides", "sheets", "paper", "flip")
LARGEST_RUN_SHEET = 1 << 20


def write_run_sheet(run: RunSheet) -> bytes:
    """Give one row a file and one with the sums."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    rooms = [f"copies: {room}" for room in run.copies]
    writer.writerow([*_FIXED, *rooms, "copies", "prints", "sheets in all", "changed"])
    for job in run.jobs:
        facts = job.facts
        name = f"'{job.name}" if job.name.startswith(_FORMULA) else job.name
        flip = job.flip or "none"
        known = [name, job.sha256, facts.pages, job.sides, job.sheets, facts.paper, flip]
        rooms_of = [""] * len(rooms) if facts.number else [*run.copies.values()]
        counted = [run.copies_of(job), run.prints_of(job), run.sheets_of(job)]
        changed = "yes" if job.changed else ""
        writer.writerow([*known, *rooms_of, *counted, changed])
    empty = [""] * (len(_FIXED) - 1 + len(rooms) + 2)
    writer.writerow(["total", *empty, run.sheets, ""])
    return table.getvalue().encode("utf-8-sig")


def read_run_sheet(data: bytes, name: str) -> dict[str, str]:
    """Give the hashes of an earlier run sheet by the name of the file.

    Raises:
        UnusableInput: this is no run sheet.
    """
    kind = kind_of(data)
    fault = f"this is {kind}, not a run sheet" if kind else "this is no run sheet of briefgen's"
    hint = "name the run-sheet.csv of the earlier run"
    if len(data) > LARGEST_RUN_SHEET:
        raise UnusableInput.because(fault, Place(name), hint)
    try:
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise UnusableInput.because(fault, Place(name), hint) from None
    found = {
        str(row.get("file") or "").removeprefix("'"): str(row.get("sha256") or "") for row in rows
    }
    hashes = {file: digest for file, digest in found.items() if _SHA256.fullmatch(digest)}
    if not hashes:
        raise UnusableInput.because(fault, Place(name), hint)
    return hashes
