"""What was selected: parts in the profile's order, made of units of the corpus.

Leaves: frozen types. They hold what was chosen and where it stands in its document, nothing of
how it will look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from briefgen.corpus.crosswalk import Link
    from briefgen.corpus.model import Document, Fault, Unit
    from briefgen.diagnostics import Place


class ObjectiveChoice(Struct, frozen=True):
    """One objective, or some of its letters.

    ``title`` is the right title, which is another document's where this one's is faulty.
    ``letters`` are all the letters that the document has here, as in the ids of its actions, so
    that a gap can be shown. ``sub_items`` are what was chosen below the actions.
    ``fault`` says why no actions follow; ``draft`` is the earlier text that the profile asked
    for in their place.
    """

    document: Document
    number: int
    title: Unit
    commitment: Unit | None = None
    chapeau: Unit | None = None
    actions: tuple[Unit, ...] = ()
    sub_items: tuple[Unit, ...] = ()
    letters: tuple[str, ...] = ()
    fault: Fault | None = None
    draft: ObjectiveChoice | None = None


class TextPart(Struct, frozen=True):
    """Running text of one document: objectives, sections, or single units."""

    document: Document
    items: tuple[Unit | ObjectiveChoice, ...]
    heading: str = ""
    section: str = ""


class RowChoice(Struct, frozen=True):
    """A table row, or some of its bullets; a bullet's parent is always with it.

    ``all_means`` are all the bullets that the row has in its document, nested ones included.
    """

    id: str
    recommendation: Unit | None
    means: tuple[Unit, ...]
    partnerships: tuple[Unit, ...]
    all_means: tuple[Unit, ...]
    links: tuple[Link, ...] = ()


class TablePart(Struct, frozen=True):
    """Rows of one three-column table."""

    document: Document
    columns: tuple[str, ...]
    heads: tuple[Unit, ...]
    rows: tuple[RowChoice, ...]
    heading: str = ""
    objectives: tuple[int, ...] = ()
    """The objectives that the rows were looked up for; empty where they were named."""


class NoRowsPart(Struct, frozen=True):
    """Objectives for which the crosswalk knows no row: said, not left out.

    ``remarks`` say what comes nearest, in the words of the crosswalk's editor, by objective; some
    may be of others. ``tables`` are those that were looked in, where these are not the usual ones.
    """

    objectives: tuple[int, ...]
    heading: str = ""
    remarks: Mapping[int, str] = field(default_factory=dict)
    tables: tuple[Document, ...] = ()


class OwnPart(Struct, frozen=True):
    """The delegation's own words."""

    heading: str
    paragraphs: tuple[str, ...]
    points: tuple[str, ...]


Part = TextPart | TablePart | NoRowsPart | OwnPart


class Findings(Struct, frozen=True):
    """What a search knows of the units that it found, by their ids.

    ``spans`` are the characters of their texts that were looked for, ends not included; ``weak``
    the themes that they belong to with low confidence.
    """

    spans: Mapping[str, Sequence[tuple[int, int]]] = field(default_factory=dict)
    weak: Mapping[str, Sequence[str]] = field(default_factory=dict)


class Selection(Struct, frozen=True):
    """All that a pack will hold; ``reasons`` gives, for each unit's id, the line that chose it.

    ``left_out`` are ids of what does not go on a sheet of a handout, by the sheet's place from 0.
    """

    parts: tuple[Part, ...]
    documents: tuple[Document, ...]
    reasons: Mapping[str, Place]
    findings: Findings = Findings()
    entries: tuple[int, ...] = ()
    """The place of the entry of the contents that each part is from, counted from 0."""
    left_out: Mapping[int, Collection[str]] = field(default_factory=dict)
