"""What a writer says of a Pack, placed in the profile that the Pack was made from.

Enters: diagnostics that are about words or units, and the profile. Leaves: the same, each with the
line that brought those words in. A writer knows no files, and need not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.diagnostics import Place

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefgen.corpus import Corpus
    from briefgen.diagnostics import Diagnostic
    from briefgen.profiles.schema import Profile


def placed(
    found: Iterable[Diagnostic], profile: Profile, corpus: Corpus, path: Path
) -> list[Diagnostic]:
    """Give each diagnostic a place in the profile at ``path``.

    That of a unit is the entry that chose it; that of other words, the value that they stand in;
    and where neither is found, the file.
    """
    return [
        replace(
            one,
            place=one.place
            or _entry(one.about, profile, corpus)
            or profile.place_of(one.about)
            or Place(str(path)),
        )
        for one in found
    ]


def _entry(unit: str, profile: Profile, corpus: Corpus) -> Place | None:
    if corpus.find(unit) is None:
        return None
    from briefgen.selection import explain, select  # only where a file is refused

    reasons = {one.unit.id: one.place for one in explain(corpus, select(corpus, profile))}
    return reasons.get(unit)
