"""``corpus import|check|export``: making the corpus, proving it, and taking it elsewhere."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.folders import OwnCorpus  # noqa: TC001 - typer reads it as the program runs
from briefgen.cli.help_pages import Command
from briefgen.cli.options import AsJson, SourceWords  # noqa: TC001 - typer reads it as the program runs

if TYPE_CHECKING:
    from briefgen.diagnostics import Severity

app = typer.Typer(
    help="Import, check and export the corpus.", no_args_is_help=True, rich_markup_mode=None
)


class ExportFormat(StrEnum):
    """The forms in which units leave the corpus."""

    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


@app.command("import", cls=Command)
def import_(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(metavar="SOURCE", help="Source files, or folders of them."),
    ] = None,
    new: Annotated[
        Path | None,
        typer.Option(
            metavar="DESCRIPTION", help="Add a document of your own, as this file describes it."
        ),
    ] = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The corpus folder to write to.")] = Path(
        "corpus"
    ),
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="With --new: report, and write nothing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Make the corpus from its sources.

    Every word is accounted for, or nothing is written.
    """
    from briefgen.cli.importing import add_described, import_catalogued
    from briefgen.cli.reporting import faults_as_json

    with faults_as_json(wanted=as_json):
        if new:
            add_described(new, sources or [], out, dry_run=dry_run, as_json=as_json)
        else:
            import_catalogued(sources or [], out, dry_run=dry_run, as_json=as_json)


@app.command(cls=Command)
def check(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE", help="Ids of documents, or their source files; all by default."
        ),
    ] = None,
    raw: Annotated[
        bool,
        typer.Option(
            "--raw",
            help="Tell all that is odd in the sources, answered or not, and what import mended.",
        ),
    ] = False,
    own: OwnCorpus = None,
    as_json: AsJson = False,
) -> None:
    """Prove the corpus against its sources, and lint its wording.

    Sources are imported again, in memory, and compared word for word with what is stored. Then the
    corrected text is searched for slips: lost spaces and commas, stray numbers, copies, gaps in
    lists, words that another version has. A finding is silent once a row of its document's
    register in corrections/ answers it: a correction, a doubt, or an accepted row. With each other
    finding comes the row that would answer it. The compiled forms in your own folder are renewed.

    Ends with 1 if there is an error; warnings and notes do not count.
    """
    from briefgen.cli.findings import told
    from briefgen.cli.folders import own_corpora
    from briefgen.cli.reporting import answer_json, faults_as_json
    from briefgen.corpus import check_corpus, check_raw, choose_documents
    from briefgen.corpus.homes import SHIPPED
    from briefgen.corpus.renewal import renew_twins
    from briefgen.diagnostics import Severity
    from briefgen.errors import AnswerIsNo
    from briefgen.writers.coverage import can_show

    with faults_as_json(wanted=as_json):
        folders = (SHIPPED, *own_corpora(own))
        only = choose_documents(folders, sources or ())
        findings = []
        for folder in folders:
            if raw:
                findings += check_raw(folder, only=only, shows=can_show)
            else:
                beside = [other for other in folders if other != folder]
                if folder != SHIPPED:
                    renew_twins(folder)
                findings += check_corpus(folder, only=only, beside=beside, shows=can_show)
    date = datetime.now(UTC).date().isoformat()
    if as_json:
        answer_json({"diagnostics": [told(one, date)[0] for one in findings]})
    else:
        for one in findings:
            print(told(one, date)[1])
    counts = Counter(one.severity for one in findings)
    if counts[Severity.ERROR]:
        message = "the sources hold" if raw else "the corpus is not clean:"
        raise AnswerIsNo.because(f"{message} {_counted(counts)}")
    if not as_json:
        print(f"{_counted(counts)}; no errors." if findings else "The corpus is clean.")


@app.command(cls=Command)
def export(
    document: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Documents; all by default.")
    ] = None,
    text: SourceWords = "corrected",
    form: Annotated[
        ExportFormat,
        typer.Option("--format", metavar="jsonl|csv|md", help="The form of the answer."),
    ] = (ExportFormat.JSONL),
    own: OwnCorpus = None,
) -> None:
    """Print every unit, in the order of the sources."""
    from briefgen.cli.folders import own_corpora
    from briefgen.cli.text_modes import text_mode
    from briefgen.corpus import Corpus, export_units

    corpus = Corpus(text=text_mode(text), beside=own_corpora(own))
    for piece in export_units(corpus, document or corpus.document_ids, form.value):
        print(piece, end="")


def _counted(counts: Counter[Severity]) -> str:
    """Give how many findings there are of each severity: ``2 errors, 1 note``."""
    from briefgen.diagnostics import Severity

    found = (one for one in Severity if counts[one])
    return ", ".join(f"{counts[one]} {one}{'s' * (counts[one] > 1)}" for one in found)
