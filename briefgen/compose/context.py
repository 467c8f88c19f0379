"""What a template is given: plain data, ready to print, with nothing left to decide but order.

Enters: a selection, a profile and the furniture of its language. Leaves: dictionaries, lists and
texts only, as ``templates/README.md`` describes them. A template can reach nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.compose.chapters import chapters
from briefgen.compose.correction_list import (
    correction_list,
    correction_notes,
    remark,
    text_statement,
)
from briefgen.compose.locators import quoted_text, status, texts_quoted

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefgen.compose.furniture import Furniture
    from briefgen.compose.quoting import Quoting
    from briefgen.corpus.model import Document
    from briefgen.profiles.schema import Profile
    from briefgen.selection import Selection

Data = dict[str, Any]


def template_context(
    profile: Profile,
    selection: Selection,
    furniture: Furniture,
    quoting: Quoting,
    named: Collection[str] = ("chapters",),
) -> Data:
    """Give everything that a template may print.

    ``named`` are names that stand in the template: of ``chapters`` and ``concordance``, which take
    time and call notes, it is given those that it names.
    """
    large: Data = {"chapters": [], "concordance": {}}
    documents = dict.fromkeys(selection.documents)
    if "chapters" in named:
        large["chapters"] = chapters(profile, selection, furniture, quoting)
    if "concordance" in named:  # few templates do: what draws it is loaded for these
        from briefgen.compose.concordance_sheet import concordance_sheet  # noqa: PLC0415 - the same
        from briefgen.selection.concordance import draw_concordance  # noqa: PLC0415 - the same

        drawn = draw_concordance(quoting.corpus, selection)
        large["concordance"], more = concordance_sheet(drawn, furniture, quoting)
        documents |= dict.fromkeys(more)
    notes = _notes(quoting, furniture)  # before what tells of corrections: notes have some too
    return {
        "t": furniture_data(furniture),
        "pack": _pack(profile, furniture)
        | {
            "text_mode": text_statement(quoting, furniture),
            "found": furniture["found-marked"] if selection.findings.spans else "",
        },
        "quoted": [_source(document, furniture) for document in documents],
        "quoted_line": texts_quoted(documents, furniture),
        "notes": notes,
        "corrections": correction_list(quoting, furniture),
        **large,
    }


def furniture_data(furniture: Furniture) -> Data:
    """Give the pack's own words; "x of y" in the three pieces around its two numbers."""
    before, _, rest = furniture["page-of"].partition("{page}")
    between, _, after = rest.partition("{pages}")
    own = {key.replace("-", "_"): value for key, value in furniture.strings.items()}
    return own | {"page_of": {"before": before, "between": between, "after": after}}


def _pack(profile: Profile, furniture: Furniture) -> Data:
    meeting = profile.meeting
    dates = meeting.dates if meeting else None
    return {
        "title": profile.title,
        "subtitle": profile.subtitle,
        "delegation": profile.delegation,
        "meeting": meeting.name if meeting else "",
        "place": meeting.place if meeting else "",
        "dates": furniture.dates(dates.start, dates.end) if dates else "",
        "date": furniture.date(profile.date.isoformat()) if profile.date else "",
        "marking": profile.marking,
        "language": profile.language,
        "contents_depth": profile.contents_depth,
        "layout": profile.layout,
        "notes": profile.handout.notes,
    }


def _source(document: Document, furniture: Furniture) -> Data:
    return {
        "title": document.title,
        "short_title": document.short_title,
        "date": furniture.date(document.date),
        "status": status(document, furniture),
        "statement": document.statement,
        "line": quoted_text(document, furniture),
        "file": furniture.fill("source-file", file=document.source.file),
        "language": document.language,
    }


def _notes(quoting: Quoting, furniture: Furniture) -> list[Data]:
    """Give the footnotes that the chapters' words call: the sources', then those of corrections."""
    called = [quoting.corpus.find(one) for one in quoting.notes]
    notes = [
        {
            "id": note.id,
            "label": note.label,
            "words": quoting.note_words(note),
            "unit": note.id,
            "remark": remark(note.id, quoting, furniture),
        }
        for note in called
        if note is not None
    ]
    return notes + correction_notes(quoting, furniture)
