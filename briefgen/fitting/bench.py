"""The bench: packs composed, tightened and measured, each only once.

Enters: what a profile names, found, and a style with its limits. Leaves: how many sides each sheet
takes at each step of tightness, with or without what may be left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.build import compose_pack
from briefgen.compose.sheets import on_sheets
from briefgen.errors import UnusableInput
from briefgen.fitting.search import SheetKey
from briefgen.fitting.tight_looks import SHEET, tightened
from briefgen.writers.pdf.measuring import Measure
from briefgen.writers.right_to_left import direction_findings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from briefgen.blocks import Pack
    from briefgen.build import Ingredients
    from briefgen.compose.sheets import SheetParts
    from briefgen.corpus import Corpus
    from briefgen.profiles.paper_limits import PaperLimit
    from briefgen.profiles.schema import Profile
    from briefgen.styles import Fit, Paper, Style
    from briefgen.writers.pdf.measuring import Side


_STEPS: Final = 20
"""From the look as it is, 0, to the tightest that the style allows."""


class Bench(Struct):
    """All sheets of a profile, under way to a look in which they fit.

    ``limits`` are how far the style may be tightened, ``limit`` what each sheet may take.
    ``on_paper`` gives the style on other paper.
    """

    profile: Profile
    corpus: Corpus
    style: Style
    limits: Fit
    limit: PaperLimit
    ingredients: dict[str, Ingredients]
    on_paper: Callable[[Paper], Style] | None = None
    verified: bool = True
    packs: dict[str, Pack] = field(default_factory=dict)
    left_out: dict[SheetKey, Collection[str]] = field(default_factory=dict)
    parts: dict[SheetKey, SheetParts] = field(default_factory=dict)
    _sections: dict[SheetKey, int] = field(default_factory=dict)
    _looks: dict[int, Style] = field(default_factory=dict)
    _measures: dict[tuple[str, int], Measure] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Compose every pack with all that belongs into it."""
        each = self.profile.handout.each
        for file, found in self.ingredients.items():
            sheets = on_sheets(found.selection, each, found.layout.furniture)
            self.parts |= {SheetKey(file, at): sheet for at, sheet in enumerate(sheets)}
            self._compose(file)
            self._find_sections(file, len(sheets))

    @property
    def sheets(self) -> tuple[SheetKey, ...]:
        """All sheets, in their order."""
        return tuple(self.parts)

    @property
    def tightest(self) -> int:
        """The last step: as tight as the style allows."""
        return _STEPS

    def look(self, step: int) -> Style:
        """Give the look at a step."""
        if step not in self._looks:
            self._looks[step] = self.style if step == 0 else self._tightened(self.style, step)
        return self._looks[step]

    def _tightened(self, style: Style, step: int) -> Style:
        type_stays = self.profile.printing.size is not None
        return tightened(style, self.limits, step / _STEPS, type_stays=type_stays)

    def fits(self, sheet: SheetKey, step: int) -> bool:
        """Tell whether a sheet is within its limit at a step."""
        return len(self.sides(sheet, step)) <= self.limit.sides

    def sides(self, sheet: SheetKey, step: int) -> tuple[Side, ...]:
        """Give the sides that a sheet takes at a step."""
        return self._measure(sheet.file, step).sides(self._sections[sheet])

    def fits_on(self, sheet: SheetKey, paper: Paper) -> bool:
        """Tell whether a sheet would be within its limit on other paper, as tight as can be."""
        if self.on_paper is None:
            return False
        look = self._tightened(self.on_paper(paper), _STEPS)
        sides = Measure(self.packs[sheet.file], look).sides(self._sections[sheet])
        return len(sides) <= self.limit.sides

    def length(self, sheet: SheetKey, step: int) -> tuple[int, float]:
        """Give what a sheet takes at a step: its sides, and the height of the text on the last."""
        sides = self.sides(sheet, step)
        return len(sides), sides[-1].height if sides else 0.0

    def leave_out(self, changed: Mapping[SheetKey, Collection[str]]) -> None:
        """Compose anew the packs of some sheets, each without what is named for it."""
        self.left_out |= changed
        for file in dict.fromkeys(sheet.file for sheet in changed):
            self._compose(file)
            self._measures = {key: one for key, one in self._measures.items() if key[0] != file}

    def _compose(self, file: str) -> None:
        found = self.ingredients[file]
        left_out = {key.place: ids for key, ids in self.left_out.items() if key.file == file}
        selection = replace(found.selection, left_out=left_out)
        self.packs[file] = compose_pack(
            self.profile,
            self.corpus,
            self.style,
            replace(found, selection=selection),
            verified=self.verified,
        )

    def _find_sections(self, file: str, count: int) -> None:
        """Find the section of each sheet.

        Raises:
            UnusableInput: there is not one for each, or their words cannot be measured.
        """
        pack = self.packs[file]
        if unset := direction_findings(pack, ("pdf",)):
            raise UnusableInput(unset)
        places = [at for at, one in enumerate(pack.sections) if one.role == SHEET]
        if len(places) != count:
            raise UnusableInput.because(
                f"the template '{self.profile.template_name}' makes {len(places)} sections of "
                f"class '{SHEET}' instead of {count}, one a sheet, so that none can be made to fit",
                self.profile.place("template"),
                f'give each chapter one <section class="{SHEET}">, as the template handout does',
            )
        self._sections |= {SheetKey(file, at): place for at, place in enumerate(places)}

    def _measure(self, file: str, step: int) -> Measure:
        key = (file, step)
        if key not in self._measures:
            self._measures[key] = Measure(self.packs[file], self.look(step))
        return self._measures[key]
