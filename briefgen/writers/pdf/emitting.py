"""The emitter: a plan becomes the bytes of a PDF file that is PDF/UA-1 and PDF/A-2a at once.

Enters: a ``Plan``. Leaves: bytes, the same for the same plan on any day. Nothing is laid out here:
``content`` writes the pages, ``embedding`` the fonts, ``tree`` and ``structure_objects`` what the
words are, ``objects`` the file. References are to ISO 32000-1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.blocks import UNDATED
from briefgen.writers.pdf.bookmarks import write_destinations, write_outline
from briefgen.writers.pdf.content import content
from briefgen.writers.pdf.embedding import embed
from briefgen.writers.pdf.encoding import encodings
from briefgen.writers.pdf.links import write_links
from briefgen.writers.pdf.objects import Objects
from briefgen.writers.pdf.output_intent import srgb_profile
from briefgen.writers.pdf.structure import Words
from briefgen.writers.pdf.structure_objects import write_structure
from briefgen.writers.pdf.syntax import date, references, text
from briefgen.writers.pdf.tree import document_tree
from briefgen.writers.pdf.xmp import xmp_packet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.writers.pdf.plan import Plan

PRODUCER = "briefgen"

_DUPLEX = {
    "none": "",
    "long": "/Duplex/DuplexFlipLongEdge",
    "short": "/Duplex/DuplexFlipShortEdge",
}
"""What a printer's dialogue is told (12.2)."""


def emit(plan: Plan) -> bytes:
    """Write a plan as a PDF file."""
    objects = Objects()
    words = Words()
    codes = encodings(plan)
    first = objects.reserve(len(plan.pages))
    pages = range(first, first + len(plan.pages))
    contents = [objects.add_stream(content(page, codes, words)) for page in plan.pages]
    links = write_links(plan, words, pages, objects)
    structure = write_structure(document_tree(words), words, links, pages, objects)
    resources = objects.add(f"<</Font{embed(codes.values(), objects)}>>")
    page_tree = objects.add(f"<</Type/Pages/Kids{references(pages)}/Count {len(pages)}>>")
    for index, page in enumerate(plan.pages):
        objects.put(
            pages[index],
            f"<</Type/Page/Parent {page_tree} 0 R/MediaBox[0 0 {page.width:.4f} {page.height:.4f}]"
            f"/Resources {resources} 0 R/Contents {contents[index]} 0 R/StructParents {index}"
            f"/Tabs/S{_annotations(links.on_page[index])}>>",
        )
    catalog = _catalog(plan, objects, pages, page_tree, structure)
    return objects.to_bytes(catalog, _information(plan, objects))


def _annotations(numbers: Sequence[int]) -> str:
    return f"/Annots{references(numbers)}" if numbers else ""


def _catalog(
    plan: Plan, objects: Objects, pages: Sequence[int], page_tree: int, structure: int
) -> int:
    """Write the catalog (7.7.2), with what makes the file accessible and fit for archives."""
    metadata = objects.add_stream(
        xmp_packet(plan, PRODUCER), "/Type/Metadata/Subtype/XML", packed=False
    )
    profile = objects.add_stream(srgb_profile(), "/N 3")
    entries = (
        f"<</Type/Catalog/Pages {page_tree} 0 R/Lang{text(plan.language)}"
        f"/StructTreeRoot {structure} 0 R/MarkInfo<</Marked true>>"
        f"/ViewerPreferences<</DisplayDocTitle true{_DUPLEX[plan.duplex]}>>/Metadata {metadata} 0 R"
        f"/PageLabels{plan.labels.ranges()}"
        "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        f"/Info(sRGB IEC61966-2.1)/DestOutputProfile {profile} 0 R>>]"
    )
    if plan.manifest:
        entries += _piece_information(plan, objects)
    if plan.bookmarks:
        destinations = write_destinations(plan, pages, objects)
        entries += (
            f"/Outlines {write_outline(plan, pages, objects)} 0 R/PageMode/UseOutlines"
            f"/Names<</Dests {destinations} 0 R>>"
        )
    return objects.add(f"{entries}>>")


def _piece_information(plan: Plan, objects: Objects) -> str:
    """Write what the file says of itself as a program's private data (14.5).

    PDF/A-2 allows this, where it allows no attachment that is not an archive's file itself
    (ISO 19005-2, 6.8).
    """
    manifest = objects.add_stream(plan.manifest.encode("utf-8", "replace"))
    day = date(plan.date or UNDATED)
    return f"/PieceInfo<</{PRODUCER}<</LastModified{day}/Private {manifest} 0 R>>>>"


def _information(plan: Plan, objects: Objects) -> int:
    """Write the information dictionary (14.3.3); the dates are the Pack's own."""
    day = date(plan.date or UNDATED)
    known = {
        "Title": plan.title,
        "Author": plan.author,
        "Subject": plan.subject,
        "Keywords": ", ".join(plan.keywords),
        "Creator": PRODUCER,
        "Producer": PRODUCER,
    }
    entries = "".join(f"/{key}{text(words)}" for key, words in known.items() if words)
    return objects.add(f"<<{entries}/CreationDate{day}/ModDate{day}>>")
