"""``corpus import|check|export``: making the corpus, proving it, and taking it elsewhere."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.folders import OwnCorpus  # noqa: TC001 - typer reads it as the program runs
from briefgen.cli.lookups import TextMode  # noqa: TC001 - typer reads it as the program runs

app = typer.Typer(
    help="Import, check and export the corpus.", no_args_is_help=True, rich_markup_mode=None
)


class ExportFormat(StrEnum):
    """The forms in which units leave the corpus."""

    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


@app.command("import")
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
    as_json: Annotated[bool, typer.Option("--json", help="Answer as one JSON document.")] = False,
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


@app.command()
def check(
    as_json: Annotated[bool, typer.Option("--json", help="Answer as one JSON document.")] = False,
) -> None:
    """Prove the shipped corpus against its sources."""
    from briefgen.cli.reporting import answer_json
    from briefgen.corpus import check_corpus
    from briefgen.diagnostics import Severity
    from briefgen.errors import AnswerIsNo

    findings = check_corpus()
    if as_json:
        answer_json({"diagnostics": [one.as_data() for one in findings]})
    if any(one.severity is Severity.ERROR for one in findings):
        raise AnswerIsNo(findings)
    if not as_json:
        print("\n".join([*map(str, findings), "The corpus is clean."]))


@app.command()
def export(
    document: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Documents; all by default.")
    ] = None,
    text: TextMode = "corrected",
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
