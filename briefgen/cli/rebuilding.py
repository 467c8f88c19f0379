"""``rebuild``: a pack built anew, with what was done by hand to the Word file of the last one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.folders import OwnCorpus  # noqa: TC001 - typer reads it as the program runs
from briefgen.cli.options import AsJson  # noqa: TC001 - the same
from briefgen.cli.overrides import Date, Settings, TextMode  # noqa: TC001 - the same
from briefgen.cli.references import ReferenceFile  # noqa: TC001 - the same

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.cli.made_packs import Made
    from briefgen.diagnostics import Diagnostic
    from briefgen.edits import Conflict
    from briefgen.verify import Delivered

_SHOWN = 160
"""Characters of edited words that a message shows; the list beside the pack has all."""


def rebuild(
    name: Annotated[
        str, typer.Argument(metavar="PROFILE", help="A path, or a name as `build` takes it.")
    ],
    keep_edits: Annotated[
        str,
        typer.Option("--keep-edits", metavar="OLD.docx", help="The pack as it was edited by hand."),
    ],
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
    own: OwnCorpus = None,
    reference: ReferenceFile = None,
    as_json: AsJson = False,
) -> None:
    """Build a pack anew and carry over what was written into its Word file by hand.

    Own words go with the unit that they stood with; edits of quoted words are listed, never kept.
    If anything is left to you, it is listed in PROFILE.conflicts.md, and the exit status is 1.
    """
    from briefgen.cli.delivery import deliver
    from briefgen.cli.made_packs import composed_packs
    from briefgen.cli.overrides import overrides
    from briefgen.cli.reporting import answer_all, faults_as_json, progress, report
    from briefgen.cli.verifying import read_files
    from briefgen.cli.writing import written_files
    from briefgen.edits import carry_over
    from briefgen.edits.listing import conflicts_text
    from briefgen.fitting.outgrown import outgrown

    with faults_as_json(wanted=as_json), progress("Rebuilding"):
        (file,) = read_files([keep_edits])
        wanted = overrides(settings, date, text, formats)
        packs = composed_packs([name], wanted, own, reference, to_write=True)
        made = _same(packs, file)
        carried = carry_over(file, made.pack, made.profile, made.corpus, made.style)
        files, remarks = written_files([made._replace(pack=carried.pack)])
        remarks += outgrown(carried.pack, made.style, made.profile)
        if carried.conflicts:
            page = conflicts_text(Path(keep_edits).name, carried.conflicts)
            files[f"{made.stem}.conflicts.md"] = page.encode()
        _keep(Path(keep_edits), out, files)
        paths = deliver(out, files)
    report(remarks)
    if as_json:
        data = {
            "files": [str(path) for path in paths],
            "carried-over": carried.count,
            "conflicts": [one.as_data() for one in carried.conflicts],
        }
        answer_all(data, remarks)
    else:
        for path in paths:
            print(path)
        report(map(partial(_told, keep_edits), carried.conflicts))
    if carried.conflicts:
        raise typer.Exit(1)


def _same(packs: Sequence[Made], file: Delivered) -> Made:
    """Choose of the packs of one profile, such as sheets, the one that was edited."""
    from briefgen.verify import manifest_of
    from briefgen.walk import quoted_units

    quoted = {unit for one in manifest_of(file).passages for unit in one.units}
    return max(packs, key=lambda one: len(quoted & quoted_units(one.pack)))


def _keep(edited: Path, out: Path, names: Iterable[str]) -> None:
    """See that the file that was edited stays.

    Raises:
        UnusableInput: a new file would take its place.
    """
    from briefgen.diagnostics import Place
    from briefgen.errors import UnusableInput

    if edited.resolve() in {(out / name).resolve() for name in names}:
        message = "the new pack would take the place of the file that was edited"
        raise UnusableInput.because(message, Place(str(edited)), "name another folder with --out")


def _told(name: str, conflict: Conflict) -> Diagnostic:
    from briefgen.diagnostics import Place, warning

    place = Place(f"{name}, {conflict.spot}" if str(conflict.spot) else name)
    words = conflict.words
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    return warning(conflict.message, place, f"edited: {shown}" if shown else "")
