"""``excerpt``: what the documents say on a theme, of an actor, in some words, as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.folders import OwnCorpus  # noqa: TC001 - typer reads it as the program runs
from briefgen.cli.options import AsJson  # noqa: TC001 - the same
from briefgen.cli.overrides import Date, Settings, TextMode  # noqa: TC001 - the same

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.cli.destinations import Destination
    from briefgen.corpus import Corpus
    from briefgen.diagnostics import Place
    from briefgen.excerpts import Criteria, Excerpt, Wording
    from briefgen.profiles import Setting
    from briefgen.profiles.schema import Profile

Names = list[str] | None

_NAME = "the excerpt"
"""What messages call the profile that nobody wrote."""
_PROGRAM = "en"
"""The language of messages and of files' names."""


def excerpt(
    themes: Annotated[
        Names, typer.Option("--theme", metavar="T", help="As `briefgen list themes` shows them.")
    ] = None,
    objectives: Annotated[
        Names, typer.Option("--objective", metavar="N", help="An objective, or a range: 9-10.")
    ] = None,
    principles: Annotated[
        Names, typer.Option("--principle", metavar="P", help="A guiding principle.")
    ] = None,
    actors: Annotated[
        Names, typer.Option("--actor", metavar="A", help="Who is named, such as 'trade unions'.")
    ] = None,
    instruments: Annotated[
        Names, typer.Option("--instrument", metavar="I", help="A text or tool that is named.")
    ] = None,
    queries: Annotated[
        Names,
        typer.Option(
            "--find",
            metavar="WORDS",
            help='Words, "a phrase", prefix*, AND, OR, NOT, NEAR(a b, 5).',
        ),
    ] = None,
    units: Annotated[
        Names, typer.Option("--unit", metavar="ID", help="A unit, or all below an id.")
    ] = None,
    documents: Annotated[
        Names, typer.Option("--from", metavar="DOCUMENT", help="Look in these documents only.")
    ] = None,
    stems: Annotated[
        bool, typer.Option("--stems", help="Find the words of --find in all their forms.")
    ] = False,
    card: Annotated[
        bool, typer.Option("--card", help="On one page, to be held in a hand: actions by letters.")
    ] = False,
    commitment: Annotated[
        bool, typer.Option("--commitment", help="Print each objective's commitment, too.")
    ] = False,
    formats: Annotated[
        Names, typer.Option("--format", metavar="docx|pdf|html|…", help="Formats; text if none.")
    ] = None,
    out: Annotated[
        str | None,
        typer.Option(metavar="FILE|DIR|-", help="A file, a folder, or - for standard output."),
    ] = None,
    date: Date = None,
    settings: Settings = None,
    text: TextMode = None,
    own: OwnCorpus = None,
    as_json: AsJson = False,
) -> None:
    """Print what answers a question: of one kind any criterion, of several kinds all."""
    from briefgen.cli.destinations import find_destination
    from briefgen.cli.overrides import overrides
    from briefgen.cli.reporting import faults_as_json

    with faults_as_json(wanted=as_json):
        destination = find_destination(out, formats or [])
        asked = _criteria(
            (themes, objectives, principles, actors, instruments, queries, units),
            documents,
            stems=stems,
        )
        over = overrides(settings, date, text, destination.formats)
        over = [*(_as_card() if card else ()), *over]
        _answer(asked, destination, over, own, commitment=commitment, as_json=as_json)


def _as_card() -> list[Setting]:
    """Give what ``--card`` says of the profile; ``--set`` may say otherwise."""
    from briefgen.diagnostics import Place
    from briefgen.profiles import Setting

    said = {("layout",): "card", ("template",): "card", ("card", "each"): "pack"}
    return [Setting(keys, value, Place("--card")) for keys, value in said.items()]


def _criteria(kinds: Sequence[Names], documents: Names, *, stems: bool) -> Criteria:
    from briefgen.diagnostics import Place, error
    from briefgen.errors import UnusableInput
    from briefgen.excerpts import Criteria
    from briefgen.profiles.ranges import read_objectives
    from briefgen.yaml_reading import Unfit

    if not any(kinds):
        hint = "such as --theme remittances, --actor 'trade unions' or --find migrat*"
        raise UnusableInput.because("nothing is asked for", hint=hint)
    given = [tuple(dict.fromkeys(names or ())) for names in kinds]
    themes, objectives, principles, actors, instruments, queries, units = given
    try:
        numbers = read_objectives(list(objectives)) if objectives else ()
    except Unfit as fault:
        place = Place("--objective")
        hint = "write a number from 1 to 99, or a range such as 9-10"
        raise UnusableInput(error(one.message, place, hint) for one in fault.every) from None
    return Criteria(
        themes,
        tuple(number for number, _ in numbers),
        principles,
        actors,
        instruments,
        queries,
        units,
        tuple(documents or ()),
        stems=stems,
    )


def _answer(
    asked: Criteria,
    destination: Destination,
    settings: Sequence[str | Setting],
    own: list[Path] | None,
    *,
    commitment: bool,
    as_json: bool,
) -> None:
    """Find, write and tell; a question that nothing answers still gives the file asked for."""
    from briefgen.cli.reporting import answer_json
    from briefgen.diagnostics import error
    from briefgen.errors import AnswerIsNo
    from briefgen.excerpts import find_excerpt, profile_data
    from briefgen.profiles import make_profile

    blank = make_profile({"title": _NAME, "contents": [{"note": _NAME}]}, _NAME, settings)
    corpus = _corpus(blank, own)
    found = find_excerpt(corpus, asked)
    paths: list[Path] = []
    if destination.folder or (found.units and not as_json):
        wording = _wording(blank.language, blank.place("language"))
        data = profile_data(corpus, found, wording, commitment=commitment)
        profile = make_profile(data, _NAME, settings)
        paths = _deliver(_files(profile, corpus, found), destination, found)
    if as_json and found.passages:
        answer_json(_as_data(corpus, found, paths))
    if not as_json:
        for path in paths:
            print(path)
    if not found.passages:
        message = f"nothing was found for {_wording(_PROGRAM).asked_for(found.answers)}"
        raise AnswerIsNo([error(message, hint=found.hint)])


def _corpus(blank: Profile, own: list[Path] | None) -> Corpus:
    """Open the corpus in the text mode that the settings ask for."""
    from briefgen.cli.folders import own_corpora
    from briefgen.corpus import Corpus

    return Corpus(text=blank.text, beside=own_corpora(own))


def _wording(language: str, place: Place | None = None) -> Wording:
    """Give how a language says what an excerpt is; ``place`` is where it was asked for."""
    from briefgen.cli.folders import TEMPLATES
    from briefgen.compose.furniture import load_furniture
    from briefgen.excerpts import Wording

    return Wording(load_furniture(language, TEMPLATES, place).strings)


def _files(profile: Profile, corpus: Corpus, found: Excerpt) -> dict[str, bytes]:
    from briefgen.cli.composing import composed
    from briefgen.cli.own_check import check_own_files
    from briefgen.selection import Findings
    from briefgen.writers import write

    findings = Findings(found.found, found.weak)
    pack, style, reference = composed(profile, corpus, findings=findings, to_write=True)
    written = write(pack, style, profile.formats, reference)
    check_own_files({f"{_NAME}.{name}": data for name, data in written.items()}, corpus)
    return written


def _deliver(files: dict[str, bytes], to: Destination, found: Excerpt) -> list[Path]:
    """Write the files, or print the only one there is."""
    from briefgen.cli.delivery import check_names, deliver
    from briefgen.cli.destinations import print_file
    from briefgen.diagnostics import Place
    from briefgen.errors import UnusableInput
    from briefgen.writers import FORMATS

    if to.folder is None:
        ((name, data),) = files.items()
        print_file(name, data)
        return []
    stem = _wording(_PROGRAM).stem(found)
    named = {to.name or f"{stem}.{FORMATS[name][0]}": data for name, data in files.items()}
    faults = check_names(dict.fromkeys(named, Place("--out")))
    if faults:
        raise UnusableInput(faults)
    return deliver(to.folder, named)


def _as_data(corpus: Corpus, found: Excerpt, paths: Sequence[Path]) -> dict[str, object]:
    """Give the units that answer, each with the words found in it, for other programs."""
    from briefgen.corpus import exported

    units = [
        exported(corpus, unit)
        | {
            "found": [list(span) for span in found.found.get(unit.id, ())],
            "weak": list(found.weak.get(unit.id, ())),
        }
        for unit in found.passages
    ]
    faults = [fault.statement for one in found.units if (fault := corpus.fault(one.id))]
    return {"units": units, "faults": faults, "files": [str(path) for path in paths]}
