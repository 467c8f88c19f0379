"""Links: where a click goes, and what it says to those who do not see it.

Enters: the pages of a plan, once their words have a place in the structure. Leaves: annotation
objects, tied to the structure both ways. References are to ISO 32000-1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from briefgen.addresses import web_address
from briefgen.writers.pdf.structure import Annotation
from briefgen.writers.pdf.syntax import text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.writers.pdf.objects import Objects
    from briefgen.writers.pdf.plan import LinkArea, Page, Plan
    from briefgen.writers.pdf.structure import Node, Words

_PRINTED = 4
"""The flag of an annotation that is printed with the page, which archives ask for (12.5.3)."""


class Links(Struct):
    """The link annotations of a file: their numbers, their nodes, and each page's own."""

    numbers: list[int] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    on_page: list[list[int]] = field(default_factory=list)


def write_links(plan: Plan, words: Words, pages: Sequence[int], objects: Objects) -> Links:
    """Write the link annotations of all pages, whose objects have the numbers ``pages``."""
    links = Links()
    notes = _note_places(plan, pages)
    for index, page in enumerate(plan.pages):
        here: list[int] = []
        for link in page.links:
            goes = _goes_to(link, notes)
            if not goes:
                continue
            node = words.clicked[id(link.start)]
            node.kids.append(Annotation(index, len(links.numbers)))
            key = len(pages) + len(links.numbers)
            here.append(
                objects.add(
                    f"<</Type/Annot/Subtype/Link/Rect[{_upwards(link, page)}]/Border[0 0 0]"
                    f"/F {_PRINTED}/Contents{text(link.text or link.target)}"
                    f"/StructParent {key}{goes}>>"
                )
            )
            links.numbers.append(here[-1])
            links.nodes.append(node)
        links.on_page.append(here)
    return links


def _goes_to(link: LinkArea, notes: Mapping[str, str]) -> str:
    """Write where a link goes: to a note's place, an anchor, or an address (12.6.4.7)."""
    if link.note:
        return notes.get(link.note, "")
    if link.target.startswith("#"):
        return f"/Dest{text(link.target[1:])}"
    address = web_address(link.target) or ""
    return f"/A<</S/URI/URI{text(address)}>>"


def _note_places(plan: Plan, pages: Sequence[int]) -> Mapping[str, str]:
    """Give where the label of each note stands first."""
    places: dict[str, str] = {}
    for index, page in enumerate(plan.pages):
        for placed in page.lines:
            element = placed.line.element
            around = element.parent
            if element.kind == "label" and around and around.kind == "note":
                top = page.height - placed.y + placed.line.fragments[0].look.leading
                places.setdefault(around.name, f"/Dest[{pages[index]} 0 R/XYZ 0 {top:.2f} null]")
    return places


def _upwards(link: LinkArea, page: Page) -> str:
    bottom = page.height - link.y - link.height
    return f"{link.x:.2f} {bottom:.2f} {link.x + link.width:.2f} {bottom + link.height:.2f}"
