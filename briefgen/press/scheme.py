"""A scheme: how pages are to lie on sheets, and what of it cannot be done.

Enters: what a person asked for. Leaves: a ``Scheme``, or every reason why there is none. The
number and size of the pages are not known yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct

from briefgen.diagnostics import Place, error

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic
    from briefgen.styles import Paper

Kind: TypeAlias = Literal["booklet", "n-up", "stack", "repeat"]
Flip: TypeAlias = Literal["long", "short"]
"""The edge of the paper that the printer turns a sheet about."""

Binding: TypeAlias = Literal["left", "right"]
"""The edge of its first page at which a booklet is bound."""

PAGES_A_SHEET = 4
"""Pages of a booklet on one sheet: two on each side."""

UP: dict[Kind, tuple[int, ...]] = {
    "booklet": (2,),
    "n-up": (2, 4),
    "stack": (2, 4, 8),
    "repeat": (2, 4, 8),
}
"""Pages that may share a side of a sheet."""

OPTIONS: dict[Kind, str] = {
    "booklet": "--booklet",
    "n-up": "--nup",
    "stack": "--stack",
    "repeat": "--repeat",
}
"""How each kind is asked for."""

CUT: frozenset[Kind] = frozenset({"stack", "repeat"})
"""What is cut apart, so that each place on a sheet becomes a card with a front and a back."""

THICKEST_MM = 0.5
"""Thickness of one sheet; office paper has 0.1 mm, card 0.3 mm."""


class Scheme(Struct, frozen=True):
    """How pages lie on sheets.

    ``signature`` is the number of pages of a booklet's part that is folded by itself, 0 for one
    booklet; ``thickness_mm`` that of one sheet, by which inner pages creep outwards. ``paper`` and
    ``flip`` are None where the pages decide: paper of their own kind, turned like a book. So are
    ``binding``, the edge at which a booklet is bound: the right one in languages read from there;
    and ``single_sided``: on both sides unless the file asks for one.
    """

    kind: Kind
    per_side: int = 2
    paper: Paper | None = None
    signature: int = 0
    thickness_mm: float = 0.0
    flip: Flip | None = None
    single_sided: bool | None = None
    binding: Binding | None = None


def check_scheme(scheme: Scheme) -> list[Diagnostic]:
    """Find what no sheet of paper can do; the places are the options of the command line."""
    faults: list[Diagnostic] = []
    known = UP[scheme.kind]
    if scheme.per_side not in known:
        listed = ", ".join(map(str, known[:-1])) + f" or {known[-1]}"
        message = f"{scheme.per_side} pages cannot share a side"
        faults.append(error(message, Place(OPTIONS[scheme.kind]), f"choose {listed}"))
    if scheme.signature < 0:
        message = f"a signature cannot have {scheme.signature} pages"
        hint = "choose a multiple of four: 16, 32; or leave the option out for one booklet"
        faults.append(error(message, Place("--signature"), hint))
    elif scheme.signature % PAGES_A_SHEET:
        near = max(PAGES_A_SHEET, round(scheme.signature / PAGES_A_SHEET) * PAGES_A_SHEET)
        message = f"a signature of {scheme.signature} pages cannot be folded: a sheet holds four"
        faults.append(error(message, Place("--signature"), f"choose a multiple of four: {near}"))
    if not 0 <= scheme.thickness_mm <= THICKEST_MM:
        message = f"a sheet is not {scheme.thickness_mm:g} mm thick"
        hint = f"give 0 to {THICKEST_MM:g}; office paper has 0.1"
        faults.append(error(message, Place("--creep"), hint))
    if scheme.kind == "booklet":
        if scheme.single_sided:
            hint = "leave the option out, or print two pages on a side with --nup 2"
            message = "a booklet is printed on both sides"
            faults.append(error(message, Place("--single-sided"), hint))
    else:
        for option, value in (("--signature", scheme.signature), ("--creep", scheme.thickness_mm)):
            if value:
                message = "only a booklet is folded"
                faults.append(error(message, Place(option), "leave the option out"))
        if scheme.binding:
            hint = "leave the option out"
            faults.append(error("only a booklet is bound", Place("--binding"), hint))
    return faults
