"""All themes: the shipped ones, and what the user's own folders add to them.

Enters: corpus folders, the shipped one first. Leaves: ``Themes``, asked by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.corpus.folding import fold_name, hint_nearest
from briefgen.corpus.layers import Listing
from briefgen.corpus.themes.model import CONFIDENCES, Member, Theme
from briefgen.diagnostics import Diagnostic, Place
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from briefgen.corpus.compiled import Plain
    from briefgen.corpus.model import Confidence, Unit
    from briefgen.corpus.store import Corpus


class Themes:
    """Themes in the order of their files, each found by id, title or synonym."""

    def __init__(self, themes: Sequence[Theme]) -> None:
        self._themes = tuple(themes)
        self._names: dict[str, Theme] = {}
        by_id = [((theme.id,), theme) for theme in themes]
        by_title = [((theme.title,), theme) for theme in themes]
        by_synonym = [(theme.synonyms, theme) for theme in themes]
        for names, theme in (*by_id, *by_title, *by_synonym):  # of two that share one, the first
            for name in names:
                self._names.setdefault(fold_name(name), theme)

    def __iter__(self) -> Iterator[Theme]:
        """Walk the themes in their order."""
        return iter(self._themes)

    def __len__(self) -> int:
        """Count the themes."""
        return len(self._themes)

    def find(self, name: str) -> Theme:
        """Give the theme of this id, title or synonym, whatever its case and hyphens.

        Raises:
            UnusableInput: no theme answers to the name; the hint has the nearest names.
        """
        theme = self._names.get(fold_name(name))
        if theme is None:
            known = (known for theme in self._themes for known in theme.names)
            hint = hint_nearest(name, known) or "'briefgen list themes' shows all"
            raise UnusableInput.because(f"there is no theme '{name}'", hint=hint)
        return theme


def load_themes(folders: Iterable[Path]) -> Themes:
    """Read the themes of some corpus folders, those of the shipped folder first.

    Raises:
        UnusableInput: with every fault of the files; a theme is extended that there is not.
    """
    faults: list[Diagnostic] = []
    themes = LISTING.load(folders, faults)
    if faults:
        raise UnusableInput(faults)
    return Themes(tuple(themes.values()))


def parse(data: bytes, file: str) -> Plain:
    """Give plain data for a file of themes, the slow way.

    Raises:
        UnusableInput: with every fault of the file.
    """
    from briefgen.corpus.themes.theme_file import read_themes  # noqa: PLC0415 - needs pydantic

    return read_themes(data, file)


def units_of(
    corpus: Corpus,
    theme: Theme,
    *,
    documents: Collection[str] = (),
    least: Confidence = "low",
) -> tuple[tuple[Unit, Member], ...]:
    """Give the units of a theme with their reasons, in the order of documents and sources.

    ``documents`` are ids, all by default; ``least`` is the weakest confidence wanted. Faulty units
    are left out. Where two members cover a unit, the narrower one, which judges it itself, stands.
    """
    wanted = CONFIDENCES[: CONFIDENCES.index(least) + 1]
    reasons: dict[str, Member] = {}
    for member in sorted(theme.members, key=lambda one: one.unit.count("/")):
        name = member.unit.split("/", 1)[0]
        if not documents or name in documents:
            for unit in corpus.under(member.unit):
                if not corpus.fault(unit.id):
                    reasons[unit.id] = member
    names = dict.fromkeys(unit_id.split("/", 1)[0] for unit_id in reasons)
    return tuple(
        (unit, reasons[unit.id])
        for name in corpus.document_ids
        if name in names
        for unit in corpus.document(name).units
        if unit.id in reasons and reasons[unit.id].confidence in wanted
    )


def _made(row: Plain, file: str) -> Theme:
    return Theme(
        row["id"],
        row["title"],
        row["kind"],
        tuple(row["synonyms"]),
        row["description"],
        _members(row, file),
        row["source"],
        Place(file, *row["at"]),
    )


def _extended(theme: Theme, row: Plain, file: str) -> Theme:
    more = _members(row, file)
    replaced = {member.unit for member in more} | set(row["without"])
    kept = tuple(member for member in theme.members if member.unit not in replaced)
    synonyms = dict.fromkeys((*theme.synonyms, *row["synonyms"]))
    return replace(theme, synonyms=tuple(synonyms), members=(*kept, *more))


def _members(row: Plain, file: str) -> tuple[Member, ...]:
    return tuple(
        Member(unit, quote, confidence, remark, Place(file, *mark))
        for unit, quote, confidence, remark, mark in row["members"]
    )


LISTING = Listing("themes", "theme", parse, _made, _extended)
