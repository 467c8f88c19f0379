"""From a Pack to the plan of its PDF: check, set, make up, number.

Enters: a Pack and a Style. Leaves: a ``Plan``. Pure: the same Pack and Style give the same plan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.blocks import Heading, Paragraph
from briefgen.errors import UnusableInput
from briefgen.walk import blocks_within, heading_text, headings, plain_words
from briefgen.writers.extents import Extent
from briefgen.writers.pdf.compositor import Compositor
from briefgen.writers.pdf.finishing import Numbers, finish
from briefgen.writers.pdf.footnotes import Notes
from briefgen.writers.pdf.looks import Looks
from briefgen.writers.pdf.makeup import blank_sheet, make_up, notes_back
from briefgen.writers.pdf.page_labels import PageLabels
from briefgen.writers.pdf.plan import Bookmark, Page, Plan
from briefgen.writers.pdf.stamps import set_stamps
from briefgen.writers.pdf.syntax import shortened
from briefgen.writers.pdf.writing_room import is_back_for_notes
from briefgen.writers.references import check_pack
from briefgen.writers.right_to_left import direction_findings
from briefgen.writers.values import value_faults

if TYPE_CHECKING:
    from briefgen.blocks import Note, Pack
    from briefgen.styles import Duplex, Style
    from briefgen.writers.pdf.sheets import Sheet


UNTITLED = "Untitled"
"""The title of a Pack that has neither a title nor a heading."""

NOTE_LENGTH = 200
"""Characters of a note that its mark shows when pointed at."""


def plan_pdf(pack: Pack, style: Style, copies: int = 0) -> Plan:
    """Lay a Pack out in a style, for so many numbered copies; none is one without a number.

    Raises:
        UnusableInput: right-to-left letters, a character that no font has, a link to nowhere, a
            page without room, a language that is none, a watermark too long to be read.
    """
    check_pack(pack)
    unset = direction_findings(pack, ("pdf",))
    if unset:
        raise UnusableInput([*value_faults(pack), *unset])
    compositor = Compositor(Looks(style), tuple(headings(pack)), pack.language)
    notes = Notes(compositor, {note.id: note for note in pack.notes})
    sheets: list[Sheet] = []
    labels = PageLabels()
    extents: list[Extent] = []
    for section, after in zip(pack.sections, (*pack.sections[1:], None), strict=False):
        made = []
        if section.starts == "front" and len(sheets) % 2 and not style.is_one_sided:
            made.append(blank_sheet(section, compositor, notes, len(sheets) + 1))
        own = make_up(section, compositor, notes, len(sheets) + len(made) + 1)
        made += own
        backs: list[Sheet] = []
        if is_back_for_notes(section, after, len(own), style):
            backs.append(notes_back(section, compositor, own[-1].number + 1, len(own)))
        extents.append(_extent(own, backs))
        made += backs
        sheets.extend(made)
        for _ in made:
            labels.add(style.page(section.role).numbers)
    if not sheets:
        labels.add("arabic")
    paper = [(sheet.width, sheet.height) for sheet in sheets] or [style.paper()]
    stamps = set_stamps(compositor, pack, copies, paper)
    faults = [*value_faults(pack), *compositor.faults]
    if faults:
        raise UnusableInput(faults)
    bookmarks = tuple(
        Bookmark(mark.title, mark.anchor, mark.level, sheet.number, y)
        for sheet in sheets
        for mark, y in sheet.marks
    )
    numbers = Numbers(
        labels,
        {one.anchor: one.page for one in bookmarks if one.anchor},
        {note.id: _words(note) for note in pack.notes},
        style.sides,
    )
    pages = tuple(finish(sheet, numbers) for sheet in sheets)
    return Plan(
        pages or (Page(1, *paper[0], (), (), ()),),
        bookmarks,
        numbers.page_of,
        labels,
        title=_title(pack),
        language=pack.language,
        date=pack.date,
        author=pack.author,
        subject=pack.subject,
        keywords=pack.keywords,
        sources=pack.sources,
        manifest=pack.manifest,
        duplex=_sides(pack, style),
        attachments=pack.attachments,
        stamps=stamps,
        extents=tuple(extents),
    )


def _sides(pack: Pack, style: Style) -> Duplex | None:
    """Tell how sheets are printed: on one side where pages of some kind are to have no backs."""
    one_sided = any(style.page(section.role).one_sided for section in pack.sections)
    return "none" if style.duplex is None and one_sided else style.duplex


def _extent(sheets: list[Sheet], backs: list[Sheet]) -> Extent:
    """Give what a section takes, without the blank side before it; ``backs`` are for notes."""
    if not sheets:
        return Extent(0, 0.0)
    return Extent(sheets[-1].together, sheets[-1].free, sum(one.room for one in backs))


def _title(pack: Pack) -> str:
    """Give the title, for a file must have one (ISO 14289-1, 7.1); else the first heading."""
    titles = (pack.title, *map(heading_text, headings(pack)))
    return next((one for one in titles if one.strip()), UNTITLED)


def _words(note: Note) -> str:
    """Give a note in short, for those who ask where its mark leads."""
    words = [
        plain_words(block.inlines)
        for block in blocks_within(note.blocks)
        if isinstance(block, Paragraph | Heading)
    ]
    return shortened(" ".join([note.mark, *words]), NOTE_LENGTH)
