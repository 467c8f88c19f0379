"""The emitter: a plan becomes the bytes of a PDF file.

Enters: a ``Plan``. Leaves: bytes, the same for the same plan on any day. Here alone are PDF
operators and reportlab's canvas; nothing is laid out. References are to ISO 32000-1.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFString
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

from briefgen.addresses import web_address
from briefgen.blocks import UNDATED
from briefgen.writers.pdf.encoding import encodings
from briefgen.writers.pdf.fonts import load_face

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefgen.writers.pdf.encoding import Encoding
    from briefgen.writers.pdf.plan import Bookmark, LinkArea, Page, PlacedLine, Plan, Rectangle

PRODUCER = "briefgen"
PDF_VERSION = (1, 7)

# Base 85 makes streams a quarter larger and is slow; the switch is reportlab's only one for it.
rl_config.useA85 = 0


def emit(plan: Plan) -> bytes:
    """Write a plan as a PDF file."""
    file = BytesIO()
    # The canvas wants to begin in some font; without one of ours it would name Helvetica,
    # which is not embedded.
    first = load_face("FiraGO-Regular").font
    registerFont(first)
    canvas = Canvas(
        file,
        pageCompression=1,
        invariant=1,
        pdfVersion=PDF_VERSION,
        initialFontName=first.fontName,
        lang=plan.language,
    )
    _describe(canvas, plan)
    codes = encodings(plan, canvas._doc)  # noqa: SLF001 - subsets belong to reportlab's document
    by_page: dict[int, list[Bookmark]] = {}
    for bookmark in plan.bookmarks:
        by_page.setdefault(bookmark.page, []).append(bookmark)
    for page in plan.pages:
        canvas.setPageSize((page.width, page.height))
        for bookmark in by_page.get(page.number, ()):
            canvas.bookmarkPage(bookmark.anchor, "XYZ", left=0, top=page.height - bookmark.y)
        _link(canvas, page)
        # The canvas takes operators only through its own drawing calls, which look every glyph up
        # again; its list of them is what those calls append to.
        canvas._code.append(_content(page, codes))  # noqa: SLF001
        canvas.showPage()
    _outline(canvas, plan.bookmarks)
    canvas.save()
    return file.getvalue()


def _describe(canvas: Canvas, plan: Plan) -> None:
    """Write what the document is: information dictionary and catalog (14.3.3, 12.2)."""
    canvas.setTitle(plan.title)
    canvas.setAuthor(plan.author)
    canvas.setSubject(plan.subject)
    canvas.setKeywords(", ".join(plan.keywords))
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    day = "".join((plan.date or UNDATED).split("-"))
    canvas.setDateFormatter(lambda *_: f"D:{day}000000Z")
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _outline(canvas: Canvas, bookmarks: Sequence[Bookmark]) -> None:
    """Write the outline and the named destinations (12.3.2.3, 12.3.3)."""
    open_levels: list[int] = []
    for bookmark in bookmarks:
        while open_levels and open_levels[-1] >= bookmark.level:
            open_levels.pop()
        canvas.addOutlineEntry(bookmark.title, bookmark.anchor, level=len(open_levels))
        open_levels.append(bookmark.level)
    if not bookmarks:
        return
    canvas.showOutline()
    document = canvas._doc  # noqa: SLF001 - reportlab has no call for named destinations
    names: list[object] = []
    for anchor in sorted(
        {one.anchor for one in bookmarks}, key=lambda one: (not one.isascii(), one)
    ):
        names += [PDFString(anchor), document.Reference(canvas._bookmarkReference(anchor))]  # noqa: SLF001
    destinations = PDFDictionary({"Names": PDFArray(names)})
    document.Catalog.Names = PDFDictionary({"Dests": destinations})


def _link(canvas: Canvas, page: Page) -> None:
    """Write the link annotations of a page (12.5.6.5)."""
    for link in page.links:
        rectangle = _upwards(link, page)
        if link.target.startswith("#"):
            canvas.linkAbsolute(link.text, link.target[1:], rectangle)
        else:
            canvas.linkURL(web_address(link.target), rectangle, Contents=PDFString(link.text))


def _upwards(link: LinkArea, page: Page) -> tuple[float, float, float, float]:
    bottom = page.height - link.y - link.height
    return (link.x, bottom, link.x + link.width, bottom + link.height)


def _content(page: Page, codes: Mapping[str, Encoding]) -> str:
    """Write the operators of a page: what is filled first, then the words."""
    operators: list[str] = []
    _fill(page.rectangles, page.height, operators)
    _show(page.lines, page.height, codes, operators)
    return "\n".join(operators)


def _fill(rectangles: Iterable[Rectangle], height: float, operators: list[str]) -> None:
    colour = ""
    for one in rectangles:
        if one.colour != colour:
            colour = one.colour
            operators.append(_colour(colour))
        y = height - one.y - one.height
        operators.append(f"{one.x:.2f} {y:.2f} {one.width:.2f} {one.height:.2f} re f")


def _show(
    lines: Iterable[PlacedLine], height: float, codes: Mapping[str, Encoding], operators: list[str]
) -> None:
    """Write lines as text objects; font and colour are said only where they change (9.4)."""
    colour, font, size = "", "", 0.0
    for placed in lines:
        operators.append("BT")
        y = height - placed.y
        for fragment in placed.line.fragments:
            look = fragment.look
            if look.colour != colour:
                colour = look.colour
                operators.append(_colour(colour))
            operators.append(f"1 0 0 1 {placed.x + fragment.x:.2f} {y + look.rise:.2f} Tm")
            for name, text in codes[look.face].encode(fragment.text):
                if name != font or look.size != size:
                    font, size = name, look.size
                    operators.append(f"{font} {size:g} Tf")
                operators.append(f"({text}) Tj")
        operators.append("ET")


@cache
def _colour(colour: str) -> str:
    """Give ``#rrggbb`` as the operator that fills with it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(f"{part:.3f}" for part in parts) + " rg"
