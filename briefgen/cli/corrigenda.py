"""``corrigendum``: what has changed between two builds, and the sheets to print again."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - typer reads it as the program runs
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from briefgen.cli.folders import OwnCorpus  # noqa: TC001 - typer reads it as the program runs
from briefgen.cli.options import AsJson  # noqa: TC001 - the same
from briefgen.cli.passwords import PasswordOfFiles  # noqa: TC001 - the same

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic

_SIDES = {"one": 1, "two": 2}
_FORMATS = ("pdf", "docx")

Old = Annotated[
    Path, typer.Argument(metavar="OLD", help="The pack as it was printed, or a folder.")
]
New = Annotated[Path, typer.Argument(metavar="NEW", help="The pack as it is now, or a folder.")]


def corrigendum(
    old: Old,
    new: New,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to.")] = Path(
        "output"
    ),
    rev: Annotated[
        int | None,
        typer.Option(
            min=1, max=999, metavar="N", help="Number of the revision; 1, or one more than OLD's."
        ),
    ] = None,
    date: Annotated[
        dt.datetime | None,
        typer.Option(
            metavar="YYYY-MM-DD",
            formats=["%Y-%m-%d"],
            help="Day of the revision; that of NEW by default.",
        ),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="pdf|docx",
            help="Format of the note, pdf by default; may be repeated.",
        ),
    ] = None,
    sides: Annotated[
        Literal["one", "two"] | None,
        typer.Option(help="Printed sides of a sheet; as each file declares, or two."),
    ] = None,
    password_file: PasswordOfFiles = None,
    own: OwnCorpus = None,
    as_json: AsJson = False,
) -> None:
    """Compare two builds of a pack: a note of what has changed, and only the sheets to replace.

    Writes the note, the sheets to print with "Rev. 1" and the date on them, and the whole pack as
    it then lies on the table, for later copies.
    """
    from briefgen.cli.delivery import deliver
    from briefgen.cli.passwords import password_of_files
    from briefgen.cli.reporting import answer_all, faults_as_json, progress, report
    from briefgen.cli.revision_faults import refuse_open, refuse_other_revisions
    from briefgen.cli.revision_files import make_files, make_revision
    from briefgen.cli.revisions import compare_all
    from briefgen.corrigenda.dating import before_its_pack, same_day
    from briefgen.corrigenda.numbered_copies import together

    notes: list[Diagnostic] = []
    files: dict[str, bytes] = {}
    with faults_as_json(wanted=as_json):
        wanted = _known(formats)
        with progress("Comparing"):
            password = password_of_files(password_file)
            found = compare_all(old, new, _SIDES[sides] if sides else None, password)
            refuse_open(found)
            if not found.is_empty:
                revision = make_revision(found, rev, date.date().isoformat() if date else "")
                files, notes = make_files(found, revision, wanted, own)
                refuse_other_revisions(files, found, revision.number, out, password)
                alike = together(pair.corrigendum for pair in found.changed)
                firsts = [group[0] for group in alike]
                if date is None:
                    notes += same_day(firsts)
                else:
                    notes += before_its_pack(firsts, revision.date)
        paths = deliver(out, files) if files else []
    told = [*found.notes, *notes]
    report(told)
    if as_json:
        answer_all({"files": [str(path) for path in paths], **found.as_data()}, told)
        return
    if found.is_empty:
        print("nothing to replace")
    for path in paths:
        print(path)


def _known(formats: list[str] | None) -> list[str]:
    """Give the formats of the note, each once.

    Raises:
        UnusableInput: with those that there are not.
    """
    from briefgen.diagnostics import Place, did_you_mean, error
    from briefgen.errors import UnusableInput

    wanted = list(dict.fromkeys(formats or ["pdf"]))
    unknown = [one for one in wanted if one not in _FORMATS]
    if unknown:
        raise UnusableInput(
            error(f"there is no note as '{one}'", Place("--format"), did_you_mean(one, _FORMATS))
            for one in unknown
        )
    return wanted
