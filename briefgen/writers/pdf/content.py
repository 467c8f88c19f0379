"""The content of pages: operators that fill and show, and marks that say what they show.

Enters: pages of a plan. Leaves: PDF operators, and the words' place in the structure. Whatever is
no part of the text is marked as an artifact, so that nothing stands on a page unmarked
(ISO 14289-1, 7.1). References are to ISO 32000-1.
"""

from __future__ import annotations

from functools import cache
from itertools import chain, groupby
from typing import TYPE_CHECKING

from briefgen.writers.pdf.structure import Node
from briefgen.writers.pdf.syntax import components

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.writers.pdf.encoding import Encoding
    from briefgen.writers.pdf.plan import ElementKind, Page, PlacedLine, Rectangle
    from briefgen.writers.pdf.structure import Words

ARTIFACTS: Mapping[ElementKind, str] = {
    "header": "/Type/Pagination/Subtype/Header/Attached[/Top]",
    "footer": "/Type/Pagination/Subtype/Footer/Attached[/Bottom]",
}
"""What is said of furniture (14.8.2.2)."""

AGAIN = "/Type/Pagination"
"""What is said of a table's head and a note that come again."""


def content(page: Page, codes: Mapping[str, Encoding], words: Words) -> bytes:
    """Write the operators of a page: what is filled first, then the words."""
    words.marked.append([])
    operators: list[str] = []
    decoration = [one for one in page.rectangles if one.element is None]
    if decoration:
        box = _extent(decoration, page.height)
        operators.append(f"/Artifact<</Type/Layout/BBox[{box}]>>BDC")
        _fill(decoration, page.height, operators)
    for element in dict.fromkeys(one.element for one in page.rectangles if one.element):
        drawn = [one for one in page.rectangles if one.element is element]
        _draw(drawn, words.own(element), page.height, words, operators)
    _show(page, codes, words, operators)
    return "\n".join(operators).encode("ascii")


def _draw(
    drawn: Sequence[Rectangle], figure: Node, height: float, words: Words, operators: list[str]
) -> None:
    """Write the squares of a figure, and say where on the page it is (14.8.5.4.3)."""
    figure.attributes = f"<</O/Layout/Placement/Block/BBox[{_extent(drawn, height)}]>>"
    operators.append(f"/{figure.type}<</MCID {words.mark(figure)}>>BDC")
    _fill(drawn, height, operators)


def _extent(rectangles: Sequence[Rectangle], height: float) -> str:
    left = min([one.x for one in rectangles])
    right = max([one.x + one.width for one in rectangles])
    top = height - min([one.y for one in rectangles])
    bottom = height - max([one.y + one.height for one in rectangles])
    return f"{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}"


def _fill(rectangles: Sequence[Rectangle], height: float, operators: list[str]) -> None:
    """Fill what has one colour in one go, so that no seam shows where rectangles meet (8.5.3.3)."""
    for colour, alike in groupby(rectangles, lambda one: one.colour):
        operators.append(_colour(colour))
        for one in alike:
            y = height - one.y - one.height
            operators.append(f"{one.x:.2f} {y:.2f} {one.width:.2f} {one.height:.2f} re")
        operators.append("f")
    operators.append("EMC")


def _show(page: Page, codes: Mapping[str, Encoding], words: Words, operators: list[str]) -> None:
    """Write lines as text objects; font and colour are said only where they change (9.4).

    Words in a row that belong together share one marked sequence, over lines and fragments. In it,
    each place is told from the one before: lines are alike in that, and so pack better.
    """
    height = page.height
    colour, font, size = "", "", 0.0
    x = y = 0.0
    under_way: Node | str = ""
    for placed in page.lines:
        line = placed.line
        baseline = height - placed.y
        furniture = _artifact(placed) if placed.is_furniture else ""
        for fragment in line.fragments:
            owner = furniture or words.node(line.element, fragment)
            if owner != under_way:
                if under_way:
                    operators.append("ET EMC")
                under_way = owner
                if isinstance(owner, Node):
                    operators.append(f"/{owner.type}<</MCID {words.mark(owner)}>>BDC BT")
                else:
                    operators.append(f"/Artifact<<{owner}>>BDC BT")
                x = y = 0.0
            look = fragment.look
            if look.colour != colour:
                colour = look.colour
                operators.append(_colour(colour))
            right, up = round(placed.x + fragment.x, 2), round(baseline + look.rise, 2)
            operators.append(f"{round(right - x, 2):g} {round(up - y, 2):g} Td")
            x, y = right, up
            encoding = codes[look.face]
            for name, shown in chain.from_iterable(map(encoding.encode, _apart(fragment.text))):
                if name != font or look.size != size:
                    font, size = name, look.size
                    operators.append(f"{font} {size:g} Tf")
                operators.append(shown)
    if under_way:
        operators.append("ET EMC")


def _apart(text: str) -> tuple[str, ...]:
    """Give a text with the space after a hyphen at its end by itself.

    Readers such as PDFium take both for a word that is divided, and drop the space: "gender- and"
    would be one word wherever a line ends between the two.
    """
    return (text[:-1], " ") if text.endswith("- ") else (text,)


def _artifact(placed: PlacedLine) -> str:
    return AGAIN if placed.repeated else ARTIFACTS.get(placed.line.element.kind, AGAIN)


@cache
def _colour(colour: str) -> str:
    """Give ``#rrggbb`` as the operator that fills with it."""
    return f"{components(colour)} rg"
