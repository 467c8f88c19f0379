"""``why``, and ``build --explain``: which line of a profile brought a unit into its pack.

Enters: a profile's name, and a unit's id. Leaves: the line, or why there is none and what line
would do it; for a whole pack, a table (CSV) with a row for each unit.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.folders import OwnCorpus  # noqa: TC001 - typer reads it as the program runs
from briefgen.cli.options import AsJson  # noqa: TC001 - the same
from briefgen.cli.overrides import Settings, TextMode  # noqa: TC001 - the same

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.cli.made_packs import Made
    from briefgen.corpus import Corpus
    from briefgen.diagnostics import Place
    from briefgen.profiles import Setting
    from briefgen.profiles.schema import Profile

_COLUMNS = ("unit", "kind", "label", "with", "file", "line", "entry")


def why(
    name: Annotated[str, typer.Argument(metavar="PROFILE", help="A path, or a name.")],
    unit_id: Annotated[str, typer.Argument(metavar="UNIT-ID", help="Such as gcm-rev2/5/g.")],
    settings: Settings = None,
    text: TextMode = None,
    own: OwnCorpus = None,
    as_json: AsJson = False,
) -> None:
    """Tell which line of a profile chooses a unit, or why none does."""
    from briefgen.cli.overrides import overrides
    from briefgen.cli.reporting import answer_json, faults_as_json
    from briefgen.diagnostics import error
    from briefgen.errors import AnswerIsNo, UnusableInput
    from briefgen.selection import explain, select, why_not

    with faults_as_json(wanted=as_json):
        path, profile, corpus = _opened(name, overrides(settings, None, text, None), own)
        unit = corpus.find(unit_id)
        if unit is None:
            hint = corpus.nearest(unit_id)
            if corpus.under(unit_id):
                hint = f"name one of the units below it, such as {corpus.under(unit_id)[0].id}"
            raise UnusableInput.because(f"the corpus has no unit '{unit_id}'", hint=hint)
        reasons = {one.unit.id: one for one in explain(corpus, select(corpus, profile))}
        reason = reasons.get(unit.id)
        if reason is None:
            absent = why_not(corpus, profile, unit)
            message = f"{unit.id} is not chosen: {absent.why}"
            raise AnswerIsNo([error(message, absent.place or _whole(path), absent.cure)])
    entry = _line_at(reason.place)
    if as_json:
        answer_json(
            {
                "unit": unit.id,
                "file": reason.place.file,
                "line": reason.place.line,
                "entry": entry,
                "with": reason.through or None,
            }
        )
        return
    through = f", with {reason.through}" if reason.through else ""
    print(f"{reason.place}: {unit.id} is chosen here{through}\n  {entry}")


def explanation(
    name: str, settings: Sequence[str | Setting], own: list[Path] | None, packs: Sequence[Made]
) -> dict[str, bytes]:
    """Give the file that tells, for each unit of a profile's pack, the entry that chose it.

    What its ``packs`` were made to fit without is in none of them, and not told.

    Raises:
        UnusableInput: the profile cannot be used.
    """
    from briefgen.selection import explain, select
    from briefgen.walk import quoted_units

    path, profile, corpus = _opened(name, settings, own)
    quoted = {unit for made in packs if made.path == path for unit in quoted_units(made.pack)}
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for one in explain(corpus, select(corpus, profile)):
        unit, place = one.unit, one.place
        if profile.handout.fit and unit.id not in quoted and unit.kind != "note":
            continue
        told = (one.through, place.file, str(place.line or ""), _line_at(place))
        writer.writerow((unit.id, unit.kind, unit.label, *told))
    return {f"{path.stem}.why.csv": lines.getvalue().encode("utf-8-sig")}


def _opened(
    name: str, settings: Sequence[str | Setting], own: list[Path] | None
) -> tuple[Path, Profile, Corpus]:
    from briefgen.cli.folders import PROFILES, own_corpora
    from briefgen.corpus import Corpus
    from briefgen.profiles import find_profile, load_profile

    path = find_profile(name, PROFILES)
    profile = load_profile(path, settings=settings, search=PROFILES)
    return path, profile, Corpus(text=profile.text, beside=own_corpora(own))


def _whole(path: Path) -> Place:
    from briefgen.diagnostics import Place

    return Place(str(path))


def _line_at(place: Place) -> str:
    """Give the line of a profile that an entry begins on; of a setting, the setting."""
    from pathlib import Path

    if not place.line:
        return place.file
    lines = Path(place.file).read_text(encoding="utf-8-sig").splitlines()
    line = lines[place.line - 1].strip() if place.line <= len(lines) else ""
    return line.removeprefix("- ")
