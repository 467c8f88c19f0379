"""``build``, ``check`` and ``new``: from a profile to files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from briefgen.cli.folders import OwnCorpus  # noqa: TC001 - typer reads it as the program runs
from briefgen.cli.references import ReferenceFile  # noqa: TC001 - the same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.blocks import Pack
    from briefgen.cli.delivery import Content
    from briefgen.cli.distribution import Distribution
    from briefgen.corpus import Corpus
    from briefgen.diagnostics import Diagnostic
    from briefgen.errors import Faults
    from briefgen.profiles import Setting
    from briefgen.profiles.schema import Profile
    from briefgen.styles import Style
    from briefgen.writers.docx import Reference

Profiles = Annotated[
    list[str],
    typer.Argument(
        metavar="PROFILE", help="Paths, or names as `briefgen list profiles` shows them."
    ),
]
Settings = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="KEY=VALUE", help="Override a value of the profile; may be repeated."
    ),
]
Date = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="The pack's date, as on its cover.")
]
TextMode = Annotated[
    str | None,
    typer.Option(
        "--text",
        metavar="verbatim|corrected|clean",
        help="Quote with the sources' slips; corrected, with marks; or with a list at the end.",
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
        typer.Option(metavar="pack|handout", help="handout: one objective, row or part a sheet."),
    ] = None,
    size: Annotated[
        str | None,
        typer.Option("--print", metavar="large|POINTS", help="Large print, laid out anew."),
    ] = None,
    own: OwnCorpus = None,
    reference: ReferenceFile = None,
    watermark: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Words across every page of the PDF, behind its text."),
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
    as_json: Annotated[bool, typer.Option("--json", help="Answer as one JSON document.")] = False,
) -> None:
    """Build packs and print the path of each file."""
    from briefgen.cli.delivery import deliver
    from briefgen.cli.distribution import carried, distribution
    from briefgen.cli.explaining import explanation
    from briefgen.cli.reporting import answer_json, faults_as_json, progress, report

    with faults_as_json(wanted=as_json):
        wanted = overrides(settings, date, text, formats, layout, size)
        wanted += carried(watermark, attach=attach)
        handed = distribution(copies, ask=protect, password_file=password_file, forbidden=forbid)
        with progress("Building"):
            files, remarks = _files(profiles, wanted, own, reference, handed, verified=verified)
            for name in dict.fromkeys(profiles) if explain else ():
                files |= explanation(name, wanted, own)
        paths = deliver(out, files)
    report([*remarks, *handed.notes])
    if as_json:
        answer_json({"files": [str(path) for path in paths]})
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
    as_json: Annotated[bool, typer.Option("--json", help="Answer as one JSON document.")] = False,
) -> None:
    """Validate profiles without building; check finished documents for accessibility."""
    from briefgen.cli.finished_files import inspect_files, is_finished
    from briefgen.cli.reporting import answer_json, faults_as_json, report
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
                for one in _direction_findings(made):
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


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder to make or to fill.")],
) -> None:
    """Make a starter folder: profiles/, templates/ and descriptions/."""
    from briefgen.cli.delivery import deliver
    from briefgen.corpus.homes import SHIPPED
    from briefgen.diagnostics import Place, error
    from briefgen.errors import UnusableInput
    from briefgen.resources import shipped

    descriptions = SHIPPED / "descriptions"
    sources = {
        "profiles/my-pack.yaml": shipped("profiles") / "starter.yaml",
        **{
            f"descriptions/{name}": descriptions / name
            for name in ("my-draft.yaml", "my-draft.txt", "README.md")
        },
        **{
            f"templates/{path.relative_to(shipped('templates')).as_posix()}": path
            for path in sorted(shipped("templates").rglob("*"))
            if path.is_file()
        },
    }
    present = [name for name in sources if (folder / name).exists()]
    if present:
        raise UnusableInput(
            error("the file is there already", Place(str(folder / name)), "choose an empty folder")
            for name in present
        )
    for made in deliver(folder, {name: path.read_bytes() for name, path in sources.items()}):
        print(made)


class Made(NamedTuple):
    """A pack that is composed, with what it was made of and what it is to be written with."""

    path: Path
    profile: Profile
    corpus: Corpus
    stem: str
    pack: Pack
    style: Style
    letterhead: Reference | None


def overrides(
    settings: Sequence[str] | None,
    date: str | None,
    text: str | None,
    formats: Sequence[str] | None,
    layout: str | None = None,
    size: str | None = None,
) -> list[str | Setting]:
    """Give what the command line says over the profile; options win over ``--set``."""
    from briefgen.diagnostics import Place
    from briefgen.profiles import Setting

    options = {"date": date, "text": text, "formats": list(formats or ()), "layout": layout}
    names = {"formats": "--format"}
    large = [Setting(("print", "size"), size, Place("--print"))] if size else []
    return [
        *(settings or ()),
        *large,
        *(
            Setting((key,), value, Place(names.get(key, f"--{key}")))
            for key, value in options.items()
            if value is not None and value != []
        ),
    ]


def _files(
    names: Sequence[str],
    settings: Sequence[str | Setting],
    own: list[Path] | None,
    reference: Path | None,
    handed: Distribution,
    *,
    verified: bool,
) -> tuple[dict[str, Content], list[Diagnostic]]:
    packs = composed_packs(names, settings, own, reference, to_write=True, verified=verified)
    return written_files(packs, handed, verified=verified)


def written_files(
    packs: Sequence[Made], handed: Distribution | None = None, *, verified: bool = True
) -> tuple[dict[str, Content], list[Diagnostic]]:
    """Lay out every pack in memory first, so that a fault in one leaves no file of another.

    Numbered copies are alike: one of them is held against the corpus, before it is encrypted. With
    the files comes what their readers must do for themselves.

    Raises:
        UnusableInput: a format cannot take what is in a pack.
        AnswerIsNo: a file does not say what the corpus says.
    """
    from briefgen.cli.distribution import unmarked
    from briefgen.cli.own_check import check_own_files
    from briefgen.cli.refusals import placed
    from briefgen.errors import UnusableInput
    from briefgen.writers import FORMATS, write

    files: dict[str, Content] = {}
    faults: list[Diagnostic] = []
    remarks: list[Diagnostic] = []
    for made in packs:
        path, profile = made.path, made.profile
        edition = None
        try:
            if handed is None or handed.is_plain:
                written = write(made.pack, made.style, profile.formats, made.letterhead)
            else:
                edition = handed.edition(made.pack, made.style, profile)
                written = {"pdf": edition.copy(1)}
        except UnusableInput as fault:
            faults += placed(fault.diagnostics, profile, made.corpus, path)
            continue
        named = {f"{made.stem}.{FORMATS[name][0]}": data for name, data in written.items()}
        if verified:
            check_own_files(named, made.corpus)
        files |= handed.files(made.stem, edition) if handed and edition else named
        remarks += _direction_findings(made)
        remarks += unmarked(profile)
    if faults:
        raise UnusableInput(faults)
    return files, remarks


def _direction_findings(made: Made) -> list[Diagnostic]:
    """Tell what of a pack its formats cannot set, at the lines of its profile."""
    from briefgen.cli.refusals import placed
    from briefgen.writers.right_to_left import direction_findings

    found = direction_findings(made.pack, made.profile.formats)
    return placed(found, made.profile, made.corpus, made.path)


def composed_packs(
    names: Sequence[str],
    settings: Sequence[str | Setting],
    own: list[Path] | None,
    reference: Path | None,
    *,
    to_write: bool,
    verified: bool = True,
) -> list[Made]:
    """Load and compose every profile; the faults of all of them are reported together."""
    from briefgen.cli.composing import composed_files
    from briefgen.cli.folders import PROFILES, own_corpora
    from briefgen.corpus import Corpus
    from briefgen.errors import Faults
    from briefgen.profiles import load_profile

    faults = Faults()
    packs: list[Made] = []
    corpora: dict[str, Corpus] = {}
    beside: tuple[Path, ...] = ()
    with faults.gathered():
        beside = own_corpora(own)
    for path in _paths(names, faults):
        with faults.gathered():
            profile = load_profile(path, settings=settings, search=PROFILES)
            corpus = corpora.setdefault(profile.text, Corpus(text=profile.text, beside=beside))
            made, style, letterhead = composed_files(
                profile, corpus, reference, to_write=to_write, verified=verified
            )
            packs += (
                Made(path, profile, corpus, path.stem + name, pack, style, letterhead)
                for name, pack in made.items()
            )
    faults.raise_any()
    return packs


def _paths(names: Sequence[str], faults: Faults) -> list[Path]:
    """Find the profiles, each once though it be named twice; see that no two have one name."""
    from briefgen.cli.delivery import check_names
    from briefgen.cli.folders import PROFILES
    from briefgen.diagnostics import Place, error
    from briefgen.profiles import find_profile

    found: dict[Path, Path] = {}
    for name in names:
        with faults.gathered():
            path = find_profile(name, PROFILES)
            found.setdefault(path.resolve(), path)
    stems: dict[str, Path] = {}
    for path in found.values():
        place = Place(str(path))
        first = stems.setdefault(path.stem.casefold(), path)
        if first is not path:
            hint = "rename one, or build them into different folders"
            message = f"{first} has the same name, and would be overwritten"
            faults.found.append(error(message, place, hint))
        faults.found += check_names({path.stem: place})
    return list(found.values())
