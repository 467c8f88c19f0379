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
    from collections.abc import Mapping

    from briefgen.press.run_sheet import RunSheet

_MARKED = ("=", "+", "-", "@", "\t", "\r", "'")
"""What a spreadsheet would take for a formula has an apostrophe before it, and so has another."""

_SHA256 = re.compile(r"[0-9a-f]{64}")
_HASH = "sha256"
_FIXED = (
    "table-file",
    "",
    "table-pages",
    "table-sides",
    "table-sheets",
    "table-paper",
    "table-flip",
)
_COUNTED = ("table-copies", "table-prints", "table-sheets-in-all", "table-changed")
"""Heads by their keys among a language's words; the empty one is the hash's, alike in all."""
LARGEST_RUN_SHEET = 1 << 20


def write_run_sheet(run: RunSheet, words: Mapping[str, str]) -> bytes:
    """Give one row a file and one with the sums, in the words of a language by their keys."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    rooms = [words["table-copies-for"].replace("{room}", room) for room in run.copies]
    heads = [words[key] if key else _HASH for key in _FIXED]
    writer.writerow([*heads, *rooms, *(words[key] for key in _COUNTED)])
    for job in run.jobs:
        facts = job.facts
        name = f"'{job.name}" if job.name.startswith(_MARKED) else job.name
        flip = words[f"table-{job.flip or 'none'}"]
        known = [name, job.sha256, facts.pages, job.sides, job.sheets, facts.paper, flip]
        rooms_of = [""] * len(rooms) if facts.number else [*run.copies.values()]
        counted = [run.copies_of(job), run.prints_of(job), run.sheets_of(job)]
        changed = words["table-yes"] if job.changed else ""
        writer.writerow([*known, *rooms_of, *counted, changed])
    empty = [""] * (len(_FIXED) - 1 + len(rooms) + 2)
    writer.writerow([words["table-total"], *empty, run.sheets, ""])
    return table.getvalue().encode("utf-8-sig")


def read_run_sheet(data: bytes, name: str) -> dict[str, str]:
    """Give the hashes of an earlier run sheet, in any language, by the name of the file.

    Raises:
        UnusableInput: this is no run sheet.
    """
    kind = kind_of(data)
    fault = f"this is {kind}, not a run sheet" if kind else "this is no run sheet of briefgen's"
    hint = "name the run-sheet.csv of the earlier run"
    if len(data) > LARGEST_RUN_SHEET:
        raise UnusableInput.because(fault, Place(name), hint)
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise UnusableInput.because(fault, Place(name), hint) from None
    at = rows[0].index(_HASH) if rows and _HASH in rows[0] else 0
    found = {row[0].removeprefix("'"): row[at] for row in rows if 0 < at < len(row)}
    hashes = {file: digest for file, digest in found.items() if _SHA256.fullmatch(digest)}
    if not hashes:
        raise UnusableInput.because(fault, Place(name), hint)
    return hashes
