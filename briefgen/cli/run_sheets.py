"""``run-sheet``: what the clerk prints, counted from the finished files."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - typer reads it as the program runs
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.file_names import RUN_SHEET, to_print, whole_revisions
from briefgen.cli.options import AsJson  # noqa: TC001 - typer reads it as the program runs
from briefgen.cli.passwords import PasswordOfFiles  # noqa: TC001 - the same

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.diagnostics import Diagnostic
    from briefgen.press import Job, RunSheet

_FORMATS = ("pdf", "docx", "csv")
_OUT = Path("output")

Outputs = Annotated[
    list[str], typer.Argument(metavar="OUTPUT", help="Finished PDFs, or folders of them.")
]


def run_sheet(
    outputs: Outputs,
    copies: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ROOM=NUMBER,…",
            help="Copies by room: main=30; or statement (30), interpreters (10), full (350).",
        ),
    ] = None,
    since: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.csv", help="The earlier run sheet; that in the folder if there is one."
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; say which files have changed.")
    ] = False,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="pdf|docx|csv", help="Formats; may be repeated."),
    ] = None,
    paper: Annotated[
        str | None, typer.Option(metavar="A4|Letter|…", help="The paper of the run sheet itself.")
    ] = None,
    language: Annotated[
        str, typer.Option(metavar="TAG", help="Of the run sheet: en, fr, es, ru.")
    ] = "en",
    date: Annotated[
        dt.datetime | None,
        typer.Option(metavar="YYYY-MM-DD", formats=["%Y-%m-%d"], help="The day of the run."),
    ] = None,
    password_file: PasswordOfFiles = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to.")] = _OUT,
    as_json: AsJson = False,
) -> None:
    """Count pages, sheets and copies of finished PDFs; say which have changed since."""
    from briefgen.cli.delivery import deliver
    from briefgen.cli.passwords import password_of_files
    from briefgen.cli.reporting import answer_all, faults_as_json, progress, report
    from briefgen.cli.vanished_files import vanished
    from briefgen.errors import AnswerIsNo
    from briefgen.press import RunSheet, changes, gone, match_names, printed_once, read_copies

    with faults_as_json(wanted=as_json):
        asked, wanted = read_copies(copies or ()), _known(formats)
        day = date.date().isoformat() if date else ""
        earlier, where = _earlier(since, _sheets(outputs, out), needed=check)
        with progress("Counting"):
            names = _names(outputs)
            known = match_names(names, earlier)
            hashes = {name: earlier[record] for name, record in known.items()}
            jobs, notes = _jobs(names, hashes, password_of_files(password_file))
            notes = [*_left_out(outputs, names), *notes]
            found: list[Diagnostic] = []
            if where:
                found += changes(jobs, known, where)
                left = [record for record in earlier if record not in known.values()]
                found += gone(vanished(left, names, Path(where).parent), where)
            run = RunSheet(tuple(jobs), asked)
            paths: list[Path] = []
            if check and found:
                raise AnswerIsNo([*notes, *found])
            if not check:
                notes += printed_once(run)
                paths = deliver(out, _files(run, wanted, paper, language, day))
    told = [*notes, *found]
    report(told)
    if as_json:
        answer_all({"files": [str(path) for path in paths], **run.as_data()}, told)
        return
    for path in paths:
        print(path)
    if check:
        for job in jobs:
            print(f"{job.name}: unchanged")


def _sheets(outputs: Sequence[str], out: Path) -> list[Path]:
    """Give where an earlier run sheet may be: in --out if it was given, then beside the files."""
    beside = [path if path.is_dir() else path.parent for path in map(Path, outputs)]
    folders = [*beside, out] if out == _OUT else [out, *beside]
    return [folder / f"{RUN_SHEET}.csv" for folder in folders]


def _earlier(
    since: Path | None, sheets: Sequence[Path], *, needed: bool
) -> tuple[dict[str, str], str]:
    """Give the hashes of an earlier run sheet, and its name; nothing where there is none."""
    from briefgen.cli.finished_files import read_finished
    from briefgen.diagnostics import Place
    from briefgen.errors import UnusableInput
    from briefgen.press import LARGEST_RUN_SHEET, read_run_sheet

    path = since or next((sheet for sheet in sheets if sheet.exists()), sheets[0])
    if since is None and not needed and not path.exists():
        return {}, ""
    if since is None and not path.exists():
        message = "there is no earlier run sheet to hold the files against"
        hint = "make one without --check first, or name it with --since"
        raise UnusableInput.because(message, Place(str(path)), hint)
    return read_run_sheet(read_finished(str(path), LARGEST_RUN_SHEET), str(path)), str(path)


def _names(outputs: Sequence[str]) -> list[str]:
    """Give the paths of the files, each once."""
    from briefgen.errors import Faults

    faults = Faults()
    names: dict[str, None] = {}
    for output in outputs:
        with faults.gathered():
            names |= dict.fromkeys(_files_in(output))
    faults.raise_any()
    return list(names)


def _left_out(outputs: Sequence[str], names: Sequence[str]) -> list[Diagnostic]:
    """Tell which files of the folders are not counted though they are packs."""
    from briefgen.diagnostics import Diagnostic, Place, Severity

    folders = [path for path in map(Path, outputs) if path.is_dir()]
    whole = dict.fromkeys(path.as_posix() for one in folders for path in whole_revisions(one))
    left = [name for name in whole if name not in names]
    if not left:
        return []
    message = "not counted: its sheets to exchange are, which go into the copies that are out"
    if len(left) > 1:
        message = f"it and {len(left) - 1} more are {message.replace('its', 'their')}"
    hint = "to print one whole, name it as a file"
    return [Diagnostic(Severity.NOTE, message, Place(left[0]), hint)]


def _jobs(
    names: Sequence[str], earlier: Mapping[str, str], password: str
) -> tuple[list[Job], list[Diagnostic]]:
    """Read the files, and tell of those that cannot be printed like any other."""
    from briefgen.cli.finished_files import read_pdf
    from briefgen.cli.passwords import unlocked
    from briefgen.diagnostics import Diagnostic, Place, Severity, warning
    from briefgen.errors import Faults
    from briefgen.press import read_job

    faults = Faults()
    jobs: list[Job] = []
    notes: list[Diagnostic] = []
    locked: list[str] = []
    for name in names:
        with faults.gathered():
            data = read_pdf(name)
            plain = unlocked(data, name, password)
            jobs.append(read_job(name, data, earlier, plain.data))
            if plain.protection and plain.protection.password:
                locked.append(name)
            if plain.protection and "print" in plain.protection.forbidden:
                message = "the file asks not to be printed, and programs may heed it"
                hint = "build it without --forbid print for the run"
                notes.append(warning(message, Place(name), hint))
    faults.raise_any()
    if locked:
        more = f"it and {len(locked) - 1} more are" if len(locked) > 1 else "the file is"
        message = f"{more} behind a password, which whoever prints needs"
        notes.append(Diagnostic(Severity.NOTE, message, Place(locked[0])))
    return jobs, notes


def _files_in(output: str) -> list[str]:
    """Give a file, or the PDFs of a folder that are to be printed."""
    from briefgen.diagnostics import Place
    from briefgen.errors import UnusableInput

    if not Path(output).is_dir():
        return [Path(output).as_posix()]
    found = [path.as_posix() for path in to_print(Path(output))]
    if not found:
        hint = "build a pack into it first"
        raise UnusableInput.because("the folder holds no PDF", Place(output), hint)
    return found


def _files(
    run: RunSheet, formats: Sequence[str], paper: str | None, language: str, date: str
) -> dict[str, bytes]:
    """Write the run sheet in memory; its page is set as any other."""
    from briefgen.cli.folders import TEMPLATES
    from briefgen.cli.papers import own_style, paper_named
    from briefgen.compose.furniture import load_furniture
    from briefgen.own_pages import run_sheet_page
    from briefgen.press import write_run_sheet
    from briefgen.writers import write

    style = own_style(paper_named(paper))
    pages = [one for one in formats if one != "csv"]
    pack = run_sheet_page(run, style, TEMPLATES, language, date)
    words = load_furniture(language, TEMPLATES).strings
    written = write(pack, style, pages) | {"csv": write_run_sheet(run, words)}
    return {f"{RUN_SHEET}.{one}": written[one] for one in formats}


def _known(formats: Sequence[str] | None) -> list[str]:
    """Give the formats asked for, each once.

    Raises:
        UnusableInput: with those that there are not.
    """
    from briefgen.diagnostics import Place, did_you_mean, error
    from briefgen.errors import UnusableInput

    wanted = list(dict.fromkeys(formats or _FORMATS))
    unknown = [one for one in wanted if one not in _FORMATS]
    if unknown:
        raise UnusableInput(
            error(
                f"there is no run sheet as '{one}'", Place("--format"), did_you_mean(one, _FORMATS)
            )
            for one in unknown
        )
    return wanted
