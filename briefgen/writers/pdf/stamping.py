"""Stamping: what stands on every page goes into the file once for each size of page.

Enters: the stamps of a plan. Leaves: operators around the content of a page, and form XObjects
(ISO 32000-1, 8.10) that they draw. The number of a copy is in its form alone: all else is the same
object in every copy, written once. Both are artifacts (14.8.2.2), so no reader is told them.
"""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING, NamedTuple

from briefgen.writers.pdf.syntax import components
from briefgen.writers.watermarks import LARGEST, scale_across, slant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.writers.pdf.encoding import Encoding
    from briefgen.writers.pdf.objects import Objects
    from briefgen.writers.pdf.plan import Line, Page, Plan

COPY_KEY, COPIES_KEY = "CopyNumber", "CopyTotal"
"""The entries of the artifact by which a numbered copy is known, and of how many it is one."""
_MIDDLE = 0.35
"""From the baseline to the middle of capitals, of the size."""

Size = tuple[float, float]


class _Matrix(NamedTuple):
    """Turns, scales and moves (8.3.3)."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def __str__(self) -> str:
        """Write it as operands."""
        return " ".join(f"{one:.4f}" for one in self)


class Stamping:
    """The stamps of one file."""

    def __init__(self, plan: Plan, codes: Mapping[str, Encoding]) -> None:
        self._stamps = plan.stamps
        self._codes = codes
        self._sizes = list(dict.fromkeys((page.width, page.height) for page in plan.pages))
        self._fonts = ""
        self._first = 0

    def around(self, page: Page, content: bytes) -> bytes:
        """Give the content of a page with its stamps: one lies below all words, one beside them."""
        name = self._sizes.index((page.width, page.height))
        if self._stamps.watermark:
            content = f"/W{name} Do\n".encode("ascii") + content
        if self._stamps.copies:
            content += f"\n/C{name} Do".encode("ascii")
        return content

    def write(self, fonts: str, objects: Objects) -> str:
        """Write the forms; give what the resources of the pages say of them."""
        self._fonts = fonts
        names: list[str] = []
        if self._stamps.watermark:
            first = objects.reserve(len(self._sizes))
            for name, size in enumerate(self._sizes):
                place = _across(self._stamps.watermark, *size)
                form = self._form("/Subtype/Watermark", self._stamps.watermark, place, size)
                objects.put_stream(first + name, *form)
                names.append(f"/W{name} {first + name} 0 R")
        if self._stamps.copies:
            self._first = objects.reserve(len(self._sizes))
            names += (f"/C{name} {self._first + name} 0 R" for name in range(len(self._sizes)))
            self.number(1, objects)
        return f"/XObject<<{''.join(names)}>>" if names else ""

    def number(self, copy: int, objects: Objects) -> None:
        """Make the file the copy of this number, from 1 on; one without copies stays as it is."""
        if not self._stamps.copies:
            return
        for name, size in enumerate(self._sizes):
            place = _Matrix(0, 1, -1, 0, size[0] - self._stamps.edge, self._stamps.edge)
            kind = f"/Subtype/Footer/{COPY_KEY} {copy}/{COPIES_KEY} {len(self._stamps.copies)}"
            form = self._form(kind, self._stamps.copies[copy - 1], place, size)
            objects.put_stream(self._first + name, *form)

    def _form(self, kind: str, line: Line, place: _Matrix, size: Size) -> tuple[bytes, str]:
        """Give the operators that show a line, marked as an artifact, and the form's entries."""
        operators = [f"/Artifact<</Type/Pagination{kind}>>BDC {place} cm BT"]
        at = 0.0
        for x, _, text, look, _ in line.fragments:
            operators.append(f"{components(look.colour)} rg {x - at:.2f} 0 Td")
            at = x
            for name, shown in self._codes[look.face].encode(text):
                operators += (f"{name} {look.size:g} Tf", shown)
        operators.append("ET EMC")
        box = f"/BBox[0 0 {size[0]:.4f} {size[1]:.4f}]/Resources<</Font{self._fonts}>>"
        return "\n".join(operators).encode("ascii"), f"/Type/XObject/Subtype/Form{box}"


def _across(line: Line, width: float, height: float) -> _Matrix:
    """Give the place of a watermark: in the middle, upwards along the diagonal of the page."""
    scale, angle = scale_across(line.width, width, height), radians(slant(width, height))
    right, up = scale * cos(angle), scale * sin(angle)
    back, down = line.width / 2, _MIDDLE * LARGEST
    x = width / 2 - right * back + up * down
    return _Matrix(right, up, -up, right, x, height / 2 - up * back - right * down)
