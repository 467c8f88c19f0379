"""The emitter: a plan becomes the bytes of a PDF file that is PDF/UA-1 and PDF/A at once.

Enters: a ``Plan``. Leaves: bytes, the same for the same plan on any day: PDF/A-2a, or PDF/A-3a if
files are attached. Nothing is laid out here: ``content`` writes the pages, ``stamping`` what stands
on all of them, ``embedding`` the fonts, ``tree`` and ``structure_objects`` what the words are,
``attachments`` the files inside, ``objects`` the file. References are to ISO 32000-1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.blocks import UNDATED
from briefgen.writers.pdf.attachments import write_attachments
from briefgen.writers.pdf.bookmarks import write_destinations, write_outline
from briefgen.writers.pdf.content import content
from briefgen.writers.pdf.embedding import embed
from briefgen.writers.pdf.encoding import encodings
from briefgen.writers.pdf.links import write_links
from briefgen.writers.pdf.objects import Objects
from briefgen.writers.pdf.output_intent import srgb_profile
from briefgen.writers.pdf.stamping import Stamping
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
    None: "",
    "none": "/Duplex/Simplex",
    "long": "/Duplex/DuplexFlipLongEdge",
    "short": "/Duplex/DuplexFlipShortEdge",
}
"""What a printer's dialogue is told (12.2)."""


def emit(plan: Plan, *, archive: bool = True) -> bytes:
    """Write a plan as a PDF file, the first where there are numbered copies."""
    return Edition(plan, archive=archive).copy(1)


class Edition:
    """A file in as many copies as its plan has numbers for; all but the number is written once.

    ``archive`` claims PDF/A, which a file that will be encrypted may not (ISO 19005-2, 6.1.3).
    """

    def __init__(self, plan: Plan, *, archive: bool = True) -> None:
        objects = Objects()
        words = Words()
        codes = encodings(plan)
        stamping = Stamping(plan, codes)
        first = objects.reserve(len(plan.pages))
        pages = range(first, first + len(plan.pages))
        contents = [
            objects.add_stream(stamping.around(page, content(page, codes, words)))
            for page in plan.pages
        ]
        links = write_links(plan, words, pages, objects)
        structure = write_structure(document_tree(words), words, links, pages, objects)
        fonts = embed(codes.values(), objects)
        resources = objects.add(f"<</Font{fonts}{stamping.write(fonts, objects)}>>")
        page_tree = objects.add(f"<</Type/Pages/Kids{references(pages)}/Count {len(pages)}>>")
        for index, page in enumerate(plan.pages):
            objects.put(
                pages[index],
                f"<</Type/Page/Parent {page_tree} 0 R"
                f"/MediaBox[0 0 {page.width:.4f} {page.height:.4f}]"
                f"/Resources {resources} 0 R/Contents {contents[index]} 0 R/StructParents {index}"
                f"/Tabs/S{_annotations(links.on_page[index])}>>",
            )
        self._catalog = _catalog(plan, objects, pages, page_tree, structure, archive=archive)
        self._information = _information(plan, objects)
        self._objects = objects
        self._stamping = stamping

    def copy(self, number: int) -> bytes:
        """Give the bytes of a copy, from 1 on."""
        self._stamping.number(number, self._objects)
        return self._objects.to_bytes(self._catalog, self._information)


def _annotations(numbers: Sequence[int]) -> str:
    return f"/Annots{references(numbers)}" if numbers else ""


def _catalog(
    plan: Plan,
    objects: Objects,
    pages: Sequence[int],
    page_tree: int,
    structure: int,
    *,
    archive: bool,
) -> int:
    """Write the catalog (7.7.2), with what makes the file accessible and fit for archives."""
    metadata = objects.add_stream(
        xmp_packet(plan, PRODUCER, archive=archive), "/Type/Metadata/Subtype/XML", packed=False
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
    attached = write_attachments(plan, objects)
    names = attached.names
    if plan.bookmarks:
        names += f"/Dests {write_destinations(plan, pages, objects)} 0 R"
        entries += f"/Outlines {write_outline(plan, pages, objects)} 0 R/PageMode/UseOutlines"
    entries += attached.associated + (f"/Names<<{names}>>" if names else "")
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
