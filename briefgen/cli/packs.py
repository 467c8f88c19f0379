"""``build`` and ``check``: from profiles to files, or to what is wrong in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.folders import OwnCorpus  # noqa: TC001 - typer reads it as the program runs
from briefgen.cli.options import AsJson  # noqa: TC001 - the same
from briefgen.cli.overrides import Date, Settings, TextMode  # noqa: TC001 - the same
from briefgen.cli.references import ReferenceFile  # noqa: TC001 - the same

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic

Profiles = Annotated[
    list[str],
    typer.Argument(
        metavar="PROFILE", help="Paths, or names as `briefgen list profiles` shows them."
    ),
]


def build(
    profiles: Profiles,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="docx|pdf|html|…", help="Formats; may be repeated."),
    ] = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to.")] = Path(
        "output"
    ),
    date: Date = None,
    settings: Settings = None,
    text: TextMode = None,
    layout: Annotated[
        str | None,
        typer.Option(
            metavar="pack|handout|card",
            help="handout: one objective, row or part a sheet; card: one a page.",
        ),
    ] = None,
    size: Annotated[
        str | None,
        typer.Option("--print", metavar="large|POINTS", help="Large print, laid out anew."),
    ] = None,
    fit: Annotated[
        str | None,
        typer.Option(
            metavar="SIDES|SHEETS", help="Set handouts tighter, so that each fits on '1 side'."
        ),
    ] = None,
    own: OwnCorpus = None,
    reference: ReferenceFile = None,
    watermark: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Words across every page, behind its text."),
    ] = None,
    attach: Annotated[
        bool,
        typer.Option("--attach", help="Put the profile and the manifest into the PDF: PDF/A-3."),
    ] = False,
    copies: Annotated[
        int | None,
        typer.Option(metavar="N", help="So many PDFs, each with its number on every page."),
    ] = None,
    protect: Annotated[
        bool,
        typer.Option(
            "--protect",
            help="Let a password open the PDF; it is asked for, or taken from BRIEFGEN_PASSWORD.",
        ),
    ] = False,
    password_file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The same, with the first line of a file as password."),
    ] = None,
    forbid: Annotated[
        list[str] | None,
        typer.Option(
            metavar="print|copy|change", help="Ask readers' programs not to; may be repeated."
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Write beside each pack why each unit is in it.")
    ] = False,
    verified: Annotated[
        bool,
        typer.Option(
            " /--no-verify",
            help="Deliver without holding the files against the corpus; they say so.",
        ),
    ] = True,
    as_json: AsJson = False,
) -> None:
    """Build packs and print the path of each file."""
    from briefgen.cli.delivery import deliver
    from briefgen.cli.distribution import carried, distribution
    from briefgen.cli.explaining import explanation
    from briefgen.cli.made_packs import composed_packs
    from briefgen.cli.overrides import overrides
    from briefgen.cli.reporting import answer_all, faults_as_json, progress, report
    from briefgen.cli.writing import written_files

    with faults_as_json(wanted=as_json):
        wanted = overrides(settings, date, text, formats, layout, size, fit)
        wanted += carried(watermark, attach=attach)
        handed = distribution(copies, ask=protect, password_file=password_file, forbidden=forbid)
        with progress("Building"):
            packs = composed_packs(
                profiles, wanted, own, reference, to_write=True, verified=verified
            )
            files, remarks = written_files(packs, handed, verified=verified)
            for name in dict.fromkeys(profiles) if explain else ():
                files |= explanation(name, wanted, own, packs)
        paths = deliver(out, files)
    told = [*remarks, *handed.notes]
    report(told)
    if as_json:
        answer_all({"files": [str(path) for path in paths]}, told)
    else:
        for path in paths:
            print(path)


def check(
    names: Annotated[
        list[str],
        typer.Argument(metavar="PROFILE|FILE.docx", help="Profiles, and finished Word documents."),
    ],
    date: Date = None,
    settings: Settings = None,
    text: TextMode = None,
    own: OwnCorpus = None,
    reference: ReferenceFile = None,
    as_json: AsJson = False,
) -> None:
    """Validate profiles without building; check finished documents for accessibility."""
    from briefgen.cli.finished_files import inspect_files, is_finished
    from briefgen.cli.made_packs import composed_packs
    from briefgen.cli.overrides import overrides
    from briefgen.cli.reporting import answer_json, faults_as_json, report
    from briefgen.cli.writing import format_findings
    from briefgen.diagnostics import Severity
    from briefgen.errors import AnswerIsNo, Faults

    faults = Faults()
    found: list[Diagnostic] = []
    with faults_as_json(wanted=as_json):
        with faults.gathered():
            found = inspect_files([name for name in names if is_finished(name)])
        profiles = [name for name in names if not is_finished(name)]
        with faults.gathered():
            over = overrides(settings, date, text, None)
            for made in composed_packs(profiles, over, own, reference, to_write=False):
                for one in format_findings(made):
                    (faults.found if one.severity is Severity.ERROR else found).append(one)
        faults.raise_any()
        if any(one.severity is Severity.ERROR for one in found):
            raise AnswerIsNo(found)
    if as_json:
        answer_json({"diagnostics": [one.as_data() for one in found]})
        return
    report(found)
    for name in names:
        print(f"{name}: good")
