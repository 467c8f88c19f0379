"""What a pack says about the corrections in it: notes at the foot of pages, or a list at the end.

Enters: the corrections that were printed. Leaves: plain data for templates, in the words of the
pack's language. The words of the source stand as the register has them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from briefgen.compose.locators import quoted_text
from briefgen.compose.places import cite_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.furniture import Furniture
    from briefgen.compose.quoting import Printed, Quoting

Data = dict[str, Any]

_AS_IS = '<span class="as-is">{}</span>'


def text_statement(quoting: Quoting, furniture: Furniture) -> str:
    """Say in which words the pack quotes, and how it shows what was corrected."""
    if quoting.mode == "verbatim" or quoting.corrections:
        return furniture[quoting.mode]
    return furniture["no-corrections"]


def correction_notes(quoting: Quoting, furniture: Furniture) -> list[Data]:
    """Give the notes of corrections that have marks, in the order of their marks."""
    return [
        {
            "id": one.note,
            "label": one.label,
            "words": _source_has([one], furniture),
            "unit": "",
            "remark": "",
        }
        for one in quoting.corrections.values()
        if one.label
    ]


def remark(unit: str, quoting: Quoting, furniture: Furniture) -> Markup | str:
    """Say in words what was corrected in a footnote; nothing where nothing was, or is not said."""
    printed = [one for one in quoting.corrections.values() if one.unit.id == unit]
    if quoting.mode != "corrected" or not printed:
        return ""
    return Markup("[{}]").format(_source_has(printed, furniture))


def _source_has(printed: Sequence[Printed], furniture: Furniture) -> Markup:
    before, _, after = furniture["quoted-words"].partition("{words}")
    quoted = [
        f"{escape(before)}{_AS_IS.format(escape(one.correction.as_is))}{escape(after)}"
        for one in printed
    ]
    start, _, end = furniture["source-has"].partition("{words}")
    words = f"{escape(start)}{furniture.all_of(quoted)}{escape(end)}"
    return Markup(words)  # noqa: S704 - every piece of it was escaped above


def correction_list(quoting: Quoting, furniture: Furniture) -> list[Data]:
    """Give the corrections of a pack that does not mark them, a group for each document."""
    if quoting.mode != "clean":
        return []
    groups: dict[str, list[Printed]] = {}
    for one in quoting.corrections.values():
        groups.setdefault(one.unit.document, []).append(one)
    return [_group(name, printed, quoting, furniture) for name, printed in groups.items()]


def _group(name: str, printed: Sequence[Printed], quoting: Quoting, furniture: Furniture) -> Data:
    document = quoting.corpus.document(name)
    order = {unit.id: index for index, unit in enumerate(document.units)}
    in_order = sorted(printed, key=lambda one: order[one.unit.id])
    return {
        "line": quoted_text(document, furniture),
        "rows": [_row(one, quoting, furniture) for one in in_order],
    }


def _row(printed: Printed, quoting: Quoting, furniture: Furniture) -> Data:
    correction, display = printed.correction, quoting.display
    return {
        "place": cite_unit(printed.unit, quoting.corpus, furniture, display.label_form),
        "as_is": correction.as_is,
        "corrected": display.characters(correction.corrected, printed.unit),
        "cause": furniture[f"cause-{correction.cause.replace(' ', '-')}"],
        "confidence": furniture[f"confidence-{correction.confidence}"],
        "evidence": correction.evidence,
        "remark": correction.remark,
    }
