"""Units and headings as a template is given them: words ready to print, labels, anchors.

Enters: a unit, or a heading's words. Leaves: plain data. What stands around them is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from msgspec import Struct, field

from briefgen.compose.locators import weak_tie

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from briefgen.compose.furniture import Furniture
    from briefgen.compose.quoting import Quoting
    from briefgen.corpus.model import Unit

Data = dict[str, Any]
Ties: TypeAlias = "Mapping[str, Sequence[int]]"
"""By the ids of units, the objectives that they are tied to with low confidence."""
_NO_TIES: Final[Ties] = {}

_DEEPEST_HEADING = 4


class TemplateData(Struct):
    """What one pass over the chapters shares: how words are quoted, and the anchors given so far.

    ``weak`` are the themes that units belong to with low confidence, by the units' ids.
    ``actions`` says how much of each action is printed.
    """

    quoting: Quoting
    furniture: Furniture
    weak: Mapping[str, Sequence[str]]
    actions: Literal["full", "letters", "none"] = "full"
    anchors: dict[str, int] = field(default_factory=dict)

    def heading(self, title: str, name: str, level: int) -> Data:
        """Give a heading; its anchor is made of ``name``."""
        return {
            "kind": "heading",
            "words": title,
            "label": "",
            "unit": "",
            "level": min(level, _DEEPEST_HEADING),
            "anchor": self._anchor(name),
            "new_page": False,
        }

    def unit_heading(self, unit: Unit, level: int) -> Data:
        """Give a heading that is a unit of the source."""
        return self.heading(self.quoting.words(unit), unit.id, level) | {"unit": unit.id}

    @property
    def label_form(self) -> str:
        """The form of official letters, as the style has it."""
        return self.quoting.display.label_form

    def _anchor(self, name: str) -> str:
        """Give an id that is used once: letters, digits and hyphens, numbered where repeated."""
        slug = "".join(one if one.isalnum() and one.isascii() else "-" for one in name.lower())
        slug = f"s-{'-'.join(part for part in slug.split('-') if part)}"
        self.anchors[slug] = count = self.anchors.get(slug, 0) + 1
        return slug if count == 1 else f"{slug}-{count}"

    def unit(self, unit: Unit, ties: Ties = _NO_TIES) -> Data:
        """Give a unit; what is nested in it is for the caller to put among its children."""
        return self._data(unit, self.quoting.words(unit), ties)

    def passage(self, unit: Unit) -> Data:
        """Give a unit whole, or by its first words where a card names it only.

        ``cut`` says that it has more words, or units below it.
        """
        if self.actions == "full":
            return self.unit(unit)
        shown, is_cut = self.quoting.opening(unit)
        has_more = is_cut or len(self.quoting.corpus.under(unit.id)) > 1
        return self._data(unit, shown, _NO_TIES) | {"cut": has_more}

    def _data(self, unit: Unit, words: Markup, ties: Ties) -> Data:
        return {
            "omission": False,
            "id": unit.id,
            "label": _official_label(unit, self.label_form),
            "words": words,
            "tie": weak_tie(ties.get(unit.id, ()), self.weak.get(unit.id, ()), self.furniture),
            "children": [],
            "cut": False,
        }


def _official_label(unit: Unit, form: str) -> str:
    """Give the label as printed: (a), (i) in ``form``, 24., and the number of a note as it is."""
    match unit.kind:
        case "action" | "sub-item" | "list-entry":
            return form.format(unit.label) if unit.label else ""
        case "paragraph" | "commitment":
            return f"{unit.label}." if unit.label else ""
        case _:
            return unit.label
