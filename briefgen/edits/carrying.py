"""From an edited file and a pack built anew to the pack with the edits in it, on one screen.

Enters: a Word file as read, a new Pack with its manifest, the corpus and the style that it is shown
with. Leaves: the Pack with own words, and what is left to a person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefgen import __version__
from briefgen.blocks import Comment
from briefgen.diagnostics import Place
from briefgen.display.typography import shown_by
from briefgen.edits.finding import find_edits
from briefgen.edits.grafting import graft
from briefgen.edits.matching import pair_with_file, pair_with_pack
from briefgen.edits.model import Conflict
from briefgen.edits.placing import Places
from briefgen.errors import UnusableInput
from briefgen.manifest import make_manifest, manifest_text, read_manifest
from briefgen.manifest.words import normalised
from briefgen.verify import manifest_of
from briefgen.verify.expected import Words
from briefgen.walk import quoted_units

if TYPE_CHECKING:
    from briefgen.blocks import Pack
    from briefgen.corpus import Corpus
    from briefgen.edits.model import Edits
    from briefgen.profiles.schema import Profile
    from briefgen.styles import Style
    from briefgen.verify import Delivered

TITLE = "Carried over without a place"


class Carried(Struct, frozen=True):
    """The new pack, how many passages and comments were carried over, and what was not."""

    pack: Pack
    count: int
    conflicts: tuple[Conflict, ...]


def carry_over(
    file: Delivered, pack: Pack, profile: Profile, corpus: Corpus, style: Style
) -> Carried:
    """Carry the delegation's own words over from a file into a pack that ``profile`` gave.

    Raises:
        UnusableInput: the file is no Word document, or has no manifest.
    """
    if file.kind != "docx":
        hint = "a PDF is not edited: name the Word document"
        raise UnusableInput.because("edits are kept from a .docx alone", Place(file.name), hint)
    old, new = manifest_of(file), read_manifest(pack.manifest, Place(file.name))
    expected = Words(old, corpus).expect(old.passages)
    partners = pair_with_file(expected, file.passages)
    edits = find_edits(file, old, partners, corpus)
    places = Places(
        file,
        partners.base,
        pair_with_pack(old.passages, new.passages),
        old.passages,
        new.passages,
    )
    places.place(edits)
    grafted, origins = graft(pack, new.passages, places.grafts, TITLE)
    comments, homeless = _comments(edits, places, grafted)
    grafted = replace(grafted, comments=(*pack.comments, *comments))
    display = shown_by(profile.text, style.typography, corpus)
    made = make_manifest(
        grafted,
        profile,
        corpus,
        display,
        program=__version__,
        verified=new.identity.verified,
    )
    passages = tuple(
        replace(one, edited=origin) for one, origin in zip(made.passages, origins, strict=True)
    )
    made = replace(made, passages=passages, comments=new.comments)
    conflicts = (*edits.conflicts, *places.conflicts, *homeless)
    words = Words(new, corpus)
    return Carried(
        replace(grafted, manifest=manifest_text(made)),
        sum(one is not None for one in origins) + len(comments),
        tuple(replace(one, now=words.of(one.unit) or "") for one in _sorted(conflicts)),
    )


def _sorted(conflicts: tuple[Conflict, ...]) -> list[Conflict]:
    return sorted(conflicts, key=lambda one: (one.spot.paragraph or 1 << 30, one.kind))


def _comments(edits: Edits, places: Places, pack: Pack) -> tuple[list[Comment], list[Conflict]]:
    """Hang comments on the units that they were on; the others are never printed, but listed."""
    quoted = quoted_units(pack)
    present = {(one.unit, normalised(" ".join(one.paragraphs))) for one in pack.comments}
    found: list[Comment] = []
    homeless: list[Conflict] = []
    for number, words, author in edits.comments:
        said = words if author in {"", pack.author} else f"{author}: {words}"
        base = places.base.get(number)
        units = places.old[base].units if base is not None else ()
        unit = next((one for one in units if one in quoted), "")
        if (unit, normalised(said)) in present:
            continue
        if unit:
            found.append(Comment(unit, tuple(said.splitlines())))
        else:
            spot = places.file.passages[number].spot
            homeless.append(Conflict("comment", spot, said, next(iter(units), "")))
    return found, homeless
