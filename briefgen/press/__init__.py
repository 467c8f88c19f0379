"""The press: a finished PDF laid out on sheets of paper, as a booklet, several up, or in stacks.

Enters: the bytes of a PDF, a ``Scheme``. Leaves: the bytes of another PDF, to be printed and not to
be read on a screen: its words are in the order of the sheets, without links and structure. Also the
numbers of a run sheet. The press knows pages and paper; what a file says is unknown here.
"""

from __future__ import annotations

from briefgen.press.copies import read_copies
from briefgen.press.earlier_names import match_names
from briefgen.press.imposing import Imposed, impose
from briefgen.press.reading import Facts, read_facts
from briefgen.press.run_sheet import Job, RunSheet, changes, gone, printed_once, read_job
from briefgen.press.run_sheet_file import LARGEST_RUN_SHEET, read_run_sheet, write_run_sheet
from briefgen.press.scheme import OPTIONS, Flip, Kind, Scheme, check_scheme

__all__ = [
    "LARGEST_RUN_SHEET",
    "OPTIONS",
    "Facts",
    "Flip",
    "Imposed",
    "Job",
    "Kind",
    "RunSheet",
    "Scheme",
    "changes",
    "check_scheme",
    "gone",
    "impose",
    "match_names",
    "printed_once",
    "read_copies",
    "read_facts",
    "read_job",
    "read_run_sheet",
    "write_run_sheet",
]
