"""The manifest of a Pack: what it quotes, and from where in its unit.

Enters: a Pack, and what it was made from. Leaves: a ``Manifest``. Knows no format.
"""

from __future__ import annotations

import json
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from briefgen.manifest.model import Identity, Manifest, NotePassages, Own, Passage, Quoted, Said
from briefgen.manifest.printed import printed_notes, printed_passages
from briefgen.manifest.words import fingerprint, normalised

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.blocks import Pack
    from briefgen.corpus import Corpus
    from briefgen.corpus.model import Document
    from briefgen.display.typography import Display
    from briefgen.manifest.model import Part
    from briefgen.manifest.printed import Piece, Printed
    from briefgen.profiles.schema import Profile

_SAID: Final = ("locator", "omission", "corrections", "table-omission", "tie")
"""How the roles begin in which a pack speaks of what it quotes."""


def make_manifest(
    pack: Pack,
    profile: Profile,
    corpus: Corpus,
    display: Display,
    *,
    program: str,
    verified: bool = True,
) -> Manifest:
    """Make the manifest of a Pack that ``profile`` and ``corpus`` gave.

    ``display`` is how the pack shows words, ``program`` the version that made it; ``verified``
    tells whether its files are checked before delivery.
    """
    passages = _passages(printed_passages(pack), display, corpus)
    notes = tuple(
        NotePassages(mark, _passages(found, display, corpus, in_note=True))
        for mark, found in printed_notes(pack)
    )
    quoted = [unit for one in passages for unit in one.units]
    quoted += [unit for note in notes for one in note.passages for unit in one.units]
    documents = dict.fromkeys(unit.split("/", 1)[0] for unit in quoted)
    identity = Identity(
        program=program,
        profile=profile_fingerprint(profile),
        text=profile.text,
        language=profile.language,
        documents={
            name: document_fingerprint(corpus.document(name))
            for name in sorted(documents)
            if name in corpus.document_ids
        },
        typography=display.typography.model_dump(by_alias=True),
        verified=verified,
        marking=profile.marking,
        large_print=profile.printing.size or 0.0,
    )
    comments = tuple(fingerprint("\n".join(one.paragraphs)) for one in pack.comments)
    return Manifest(identity, passages, notes, comments)


def profile_fingerprint(profile: Profile) -> str:
    """Give the fingerprint of all that a profile says, wherever its file stands."""
    said = profile.model_dump(by_alias=True, exclude={"formats", "extends"}, warnings=False)
    return fingerprint(json.dumps(said, ensure_ascii=False, sort_keys=True, default=str))


def document_fingerprint(document: Document) -> str:
    """Give the fingerprint of a document's units as they were loaded: ids, labels and words."""
    return fingerprint(
        "\n".join([f"{unit.id}\t{unit.label}\t{unit.text}" for unit in document.units])
    )


def _passages(
    printed: Iterable[Printed], display: Display, corpus: Corpus, *, in_note: bool = False
) -> tuple[Passage, ...]:
    found: list[Passage] = []
    heading: int | None = None
    for one in printed:
        said = in_note or one.role.startswith(_SAID)
        pieces = [piece for piece in one.pieces if normalised(piece.words)]
        parts = tuple(
            _part(piece, display, corpus, said=said or _is_label(piece, after, corpus))
            for piece, after in zip_longest(pieces, pieces[1:])
        )
        passage = Passage(
            parts=parts,
            whole=fingerprint(one.whole) if _needs_whole(parts) else "",
            level=one.level,
            label=one.label,
            heading=heading,
            cell=one.cell,
            role=one.role,
            marks=one.marks,
        )
        if one.level:
            heading = len(found)
        found.append(passage)
    return tuple(found)


def _is_label(piece: Piece, after: Piece | None, corpus: Corpus) -> bool:
    """Tell whether words are the label of the unit that follows, such as a principle's name."""
    unit = corpus.find(after.unit) if after is not None and after.unit else None
    return unit is not None and normalised(piece.words).rstrip(":. ") == unit.label


def _needs_whole(parts: tuple[Part, ...]) -> bool:
    """Tell whether the parts leave open what the whole says: own words, or the spaces between."""
    return len(parts) > 1 or any(isinstance(part, Own) for part in parts)


def _part(piece: Piece, display: Display, corpus: Corpus, *, said: bool) -> Part:
    words = normalised(piece.words)
    if not piece.unit:
        return Said(words) if piece.said or said else Own(fingerprint(words))
    unit = corpus.find(piece.unit)
    shown = normalised(display.text(unit)) if unit else words
    start = shown.find(words)
    if words == shown or start < 0:  # a template that changed the words is found out by the check
        return Quoted(piece.unit, fingerprint(words))
    return Quoted(piece.unit, fingerprint(words), start, start + len(words))
