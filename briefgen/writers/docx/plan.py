"""The plan of a DOCX file: everything that it will say, decided before any XML is written.

Enters: a Pack, a Style, and the pages that headings are known to be on. Leaves: a
``DocumentPlan``, or every fault that stands in its way.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from briefgen.blocks import UNDATED
from briefgen.errors import UnusableInput
from briefgen.writers.docx.model import DocumentPlan, Properties
from briefgen.writers.docx.note_plan import first_number, plan_footnotes
from briefgen.writers.docx.planning import Planning
from briefgen.writers.docx.remark_plan import plan_remarks
from briefgen.writers.docx.running_lines import is_mirrored, tells_backs
from briefgen.writers.docx.section_plan import plan_sections, text_width
from briefgen.writers.references import check_pack

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.blocks import Pack
    from briefgen.styles import Style
    from briefgen.writers.docx.reference.frame import Frame
    from briefgen.writers.extents import Extent

_AUTHOR = "briefgen"


def plan_document(
    pack: Pack,
    style: Style,
    pages: Mapping[str, str] | None = None,
    frame: Frame | None = None,
    extents: Sequence[Extent] = (),
) -> DocumentPlan:
    """Plan the file; ``pages`` gives the printed page of each heading's anchor, if known.

    ``frame`` gives the pages of a reference that the file is to stand in. ``extents`` says
    what each section takes, as far as that is known.

    Raises:
        UnusableInput: something in the Pack cannot stand in a DOCX; every such thing is named.
    """
    check_pack(pack)
    width = text_width(style, frame)
    planning = Planning(pack, style, width, pages or {}, extents)
    body, last_section, running = plan_sections(pack.sections, planning, frame)
    footnotes = plan_footnotes(planning, width)
    properties = _properties(pack, planning)
    remarks = plan_remarks(pack, planning.faults)
    if planning.faults.found:
        raise UnusableInput(planning.faults.found)
    return DocumentPlan(
        body=body,
        last_section=last_section,
        footnotes=footnotes,
        first_note=0 if frame and frame.has_notes else first_number(planning),
        running=running,
        numbering=planning.numbering,
        styles=planning.styles,
        properties=properties,
        manifest=pack.manifest,
        remarks=remarks,
        mirrored=is_mirrored(pack.sections, style, frame),
        tells_backs=tells_backs(pack.sections, style, frame),
    )


def _properties(pack: Pack, planning: Planning) -> Properties:
    planning.check_language(pack.language)
    try:
        date = datetime.fromisoformat(pack.date or UNDATED).replace(tzinfo=UTC)
    except ValueError:
        planning.faults.add(f"the pack's date '{pack.date}' is not a date", "like '2018-06-04'")
        date = datetime.fromisoformat(UNDATED).replace(tzinfo=UTC)
    checked = planning.faults.checked
    return Properties(
        title=checked(pack.title),
        language=pack.language,
        date=date,
        author=checked(pack.author) or _AUTHOR,
        subject=checked(pack.subject),
        keywords=planning.faults.all_checked(pack.keywords),
        delegation=checked(pack.author),
        printed_date=checked(pack.printed_date),
        marking=checked(pack.marking),
    )
