"""Attachments: files that go along inside the PDF, tied to the whole document.

Enters: the attachments of a plan. Leaves: objects, and what the catalog says of them, as PDF/A-3
asks for (ISO 19005-3, 6.8): each has a MIME type, two names, a date and a relation to the document.
No clock is read: the date is the Pack's. Other references are to ISO 32000-1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.blocks import UNDATED
from briefgen.writers.pdf.syntax import date, name, references, text, text_key

if TYPE_CHECKING:
    from briefgen.writers.pdf.objects import Objects
    from briefgen.writers.pdf.plan import Plan

_RELATIONS = {"source": "Source", "data": "Data"}
"""What PDF 2.0 calls the relations (ISO 32000-2, table 43)."""


class Attached(NamedTuple):
    """What the catalog says of attachments; both are "" where there are none."""

    associated: str
    names: str


def write_attachments(plan: Plan, objects: Objects) -> Attached:
    """Write the attached files (7.11.4)."""
    if not plan.attachments:
        return Attached("", "")
    day = date(plan.date or UNDATED)
    numbers: dict[str, int] = {}
    for one in plan.attachments:
        parameters = f"/Params<</Size {len(one.data)}/ModDate{day}>>"
        kind = f"/Type/EmbeddedFile/Subtype{name(one.media_type)}"
        stream = objects.add_stream(one.data, kind + parameters)
        called = text(one.name)
        numbers[one.name] = objects.add(
            f"<</Type/Filespec/F{called}/UF{called}/Desc{text(one.about)}"
            f"/AFRelationship/{_RELATIONS[one.relation]}/EF<</F {stream} 0 R/UF {stream} 0 R>>>>"
        )
    ordered = sorted(numbers, key=text_key)
    names = "".join(f"{text(one)}{numbers[one]} 0 R" for one in ordered)
    return Attached(f"/AF{references(numbers.values())}", f"/EmbeddedFiles<</Names[{names}]>>")
