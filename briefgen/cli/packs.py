"""``build``, ``check`` and ``new``: from a profile to files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.blocks import Pack
    from briefgen.corpus import Corpus
    from briefgen.profiles.schema import Profile
    from briefgen.styles import Style

Profiles = Annotated[
    list[str], typer.Argument(help="Paths of profiles, or names as `briefgen list profiles` shows.")
]
Settings = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="KEY=VALUE", help="Override a value of the profile."),
]
Date = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="The pack's date, as on its cover.")
]
TextMode = Annotated[
    str | None, typer.Option("--text", metavar="verbatim|corrected", help="The text mode.")
]


def build(
    profiles: Profiles,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="docx|pdf|outline", help="Formats; may be repeated."),
    ] = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to.")] = Path(
        "output"
    ),
    date: Date = None,
    settings: Settings = None,
    text: TextMode = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as one JSON document.")] = False,
) -> None:
    """Build the packs that profiles describe, and print the path of each file."""
    from briefgen.cli.delivery import deliver
    from briefgen.cli.reporting import answer_json, faults_as_json, progress

    with faults_as_json(wanted=as_json):
        with progress("Building"):
            files = _files(profiles, _overrides(settings, date, text, formats))
        paths = deliver(out, files)
    if as_json:
        answer_json({"files": [str(path) for path in paths]})
    else:
        for path in paths:
            print(path)


def check(
    profiles: Profiles,
    date: Date = None,
    settings: Settings = None,
    text: TextMode = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as one JSON document.")] = False,
) -> None:
    """Validate profiles, their templates and styles, without building."""
    from briefgen.cli.reporting import answer_json, faults_as_json

    with faults_as_json(wanted=as_json):
        _packs(profiles, _overrides(settings, date, text, None), to_write=False)
    if as_json:
        answer_json({"diagnostics": []})
    else:
        for name in profiles:
            print(f"{name}: good")


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder to make or to fill.")],
) -> None:
    """Make a starter folder: profiles/ and templates/ of one's own."""
    from briefgen.cli.delivery import deliver
    from briefgen.diagnostics import Place, error
    from briefgen.errors import UnusableInput
    from briefgen.resources import shipped

    sources = {
        "profiles/my-pack.yaml": shipped("profiles") / "starter.yaml",
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
    for name, path in sources.items():
        target = folder / name
        for made in deliver(target.parent, {target.name: path.read_bytes()}):
            print(made)


def _overrides(
    settings: Sequence[str] | None,
    date: str | None,
    text: str | None,
    formats: Sequence[str] | None,
) -> list[str]:
    """Give the options of the command line as the settings that they stand for."""
    given = list(settings or ())
    given += [f"date={date}"] if date is not None else []
    given += [f"text={text}"] if text is not None else []
    given += [f"formats=[{', '.join(formats)}]"] if formats else []
    return given


def _files(names: Sequence[str], settings: Sequence[str]) -> dict[str, bytes]:
    """Write every pack in memory first, so that a fault in one leaves no file of another."""
    from briefgen.diagnostics import Diagnostic, Place
    from briefgen.errors import UnusableInput
    from briefgen.writers import FORMATS, write

    files: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    for path, profile, pack, style in _packs(names, settings, to_write=True):
        try:
            written = write(pack, style, profile.formats)
        except UnusableInput as fault:
            # A writer knows no files; what it refuses can only be the profile's own words.
            faults += (
                replace(one, place=one.place or Place(str(path))) for one in fault.diagnostics
            )
            continue
        for name, data in written.items():
            files[f"{path.stem}.{FORMATS[name][0]}"] = data
    if faults:
        raise UnusableInput(faults)
    return files


def _packs(
    names: Sequence[str], settings: Sequence[str], *, to_write: bool
) -> list[tuple[Path, Profile, Pack, Style]]:
    """Load and compose every profile; the faults of all of them are reported together."""
    from briefgen.cli.delivery import check_names
    from briefgen.cli.folders import PROFILES, TEMPLATES
    from briefgen.corpus import Corpus
    from briefgen.diagnostics import Diagnostic, Place, error
    from briefgen.errors import UnusableInput
    from briefgen.profiles import find_profile, load_profile
    from briefgen.style_files import load_style, on_paper
    from briefgen.writers import prepare

    faults: list[Diagnostic] = []
    packs: list[tuple[Path, Profile, Pack, Style]] = []
    stems: dict[str, Place] = {}
    corpora: dict[str, Corpus] = {}
    for name in dict.fromkeys(names):
        try:
            path = find_profile(name, PROFILES)
            place = Place(str(path))
            if path.stem in stems:
                hint = "rename one, or build them into different folders"
                message = f"{stems[path.stem]} has the same name, and would be overwritten"
                faults.append(error(message, place, hint))
            stems[path.stem] = place
            faults += check_names({path.stem: place})
            profile = load_profile(path, settings=settings, search=PROFILES)
            style = load_style(_style_file(profile))
            style = on_paper(style, profile.paper) if profile.paper else style
            if to_write:
                prepare(style, profile.formats)
            from briefgen.build import build_pack  # by now it loads beside what is prepared

            corpus = corpora.setdefault(profile.text, Corpus(text=profile.text))
            packs.append((path, profile, build_pack(profile, corpus, style, TEMPLATES), style))
        except UnusableInput as fault:
            faults += fault.diagnostics
    if faults:
        raise UnusableInput(faults)
    return packs


def _style_file(profile: Profile) -> Path:
    """Find the style by its name alone: a profile from elsewhere may not name a path."""
    from briefgen.cli.folders import STYLES
    from briefgen.diagnostics import error
    from briefgen.errors import UnusableInput
    from briefgen.named_files import find_named_file, is_name

    place = profile.place("style")
    if not is_name(profile.style):
        hint = "put it in templates/styles and give its name"
        raise UnusableInput([error(f"'{profile.style}' is not the name of a style", place, hint)])
    return find_named_file("style", profile.style, STYLES, place)
