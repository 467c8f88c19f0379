"""How the command line speaks: faults on standard error, answers on standard output.

Enters: diagnostics and plain data. Leaves: text. With ``--json`` standard output holds one JSON
document and nothing else.
"""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefgen.errors import BriefgenError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefgen.diagnostics import Diagnostic


def report(diagnostics: Iterable[Diagnostic]) -> None:
    """Print each fault on standard error."""
    for one in diagnostics:
        print(one, file=sys.stderr)


def answer_json(data: object) -> None:
    """Print one JSON document on standard output."""
    print(json.dumps(data, ensure_ascii=False, indent=2))


def answer_all(data: Mapping[str, object], told: Iterable[Diagnostic]) -> None:
    """Print one JSON document, with what people are told besides under ``diagnostics``."""
    answer_json({**data, "diagnostics": [one.as_data() for one in told]})


@contextmanager
def faults_as_json(*, wanted: bool) -> Iterator[None]:
    """With ``--json``, give faults as data on standard output besides the text for people."""
    try:
        yield
    except BriefgenError as fault:
        if wanted:
            answer_json({"diagnostics": [one.as_data() for one in fault.diagnostics]})
        raise


@contextmanager
def progress(what: str) -> Iterator[None]:
    """Show on a terminal that work goes on; say nothing where there is none."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows as columns, the last one as long as it is."""
    if not rows:
        return
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]) - 1)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        print("  ".join([*cells, row[-1]]).rstrip())
