"""The packs that a command line names: every profile loaded and composed.

Enters: names of profiles and what is said over them. Leaves: packs with what they were made of, or
the faults of all of them together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.blocks import Pack
    from briefgen.corpus import Corpus
    from briefgen.diagnostics import Diagnostic
    from briefgen.errors import Faults
    from briefgen.profiles import Setting
    from briefgen.profiles.schema import Profile
    from briefgen.styles import Style
    from briefgen.writers.docx import Reference


class Made(NamedTuple):
    """A pack that is composed, with what it was made of and what it is to be written with."""

    path: Path
    profile: Profile
    corpus: Corpus
    stem: str
    pack: Pack
    style: Style
    letterhead: Reference | None
    remarks: tuple[Diagnostic, ...] = ()


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
    from briefgen.cli.overrides import layout_remarks
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
            of_layout = layout_remarks(path, settings, PROFILES)
            made = composed_files(profile, corpus, reference, to_write=to_write, verified=verified)
            remarks = (*made.remarks, *of_layout)
            told = [remarks, *[()] * len(made.packs)]  # once, however many packs there are
            packs += (
                Made(path, profile, corpus, path.stem + name, pack, *made[1:3], of_file)
                for (name, pack), of_file in zip(made.packs.items(), told, strict=False)
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
