"""Reads a PDF: what its pages show, ordered and named by its structure tree.

Enters: bytes. Leaves: a ``Delivered``. PDFium gives the words that are drawn, pikepdf the tree. A
file without a tree is read page by page. Both libraries are built to read hostile files, yet a file
from elsewhere is read in a process of its own (``confined``). Rules: ISO 32000-1.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import pikepdf

from briefgen.diagnostics import Place, error
from briefgen.errors import UnusableInput
from briefgen.file_kinds import is_pdf, wrong_kind
from briefgen.opc import LARGEST_FILE
from briefgen.verify.model import Delivered, Passage, Run, Spot
from briefgen.verify.pdf_hyphens import soft_hyphens
from briefgen.verify.pdf_tree import TooLarge, Tree
from briefgen.verify.pdf_words import read_pages

if TYPE_CHECKING:
    from briefgen.verify.pdf_words import PageWords

MOST_PAGES: Final = 5000
MOST_MANIFEST: Final = 64 * 2**20
"""Bytes that a manifest may unpack to."""


def read_pdf_document(data: bytes, name: str) -> Delivered:
    """Read a PDF.

    Raises:
        UnusableInput: it is no PDF, encrypted, damaged, or larger than any document.
    """
    place = Place(name)
    if len(data) > LARGEST_FILE:
        raise _unusable(f"the file is larger than {LARGEST_FILE // 2**20} MB", place)
    if not is_pdf(data):
        raise UnusableInput([wrong_kind(data, place, "a PDF", "name a finished PDF file")])
    try:
        with pikepdf.open(io.BytesIO(data), attempt_recovery=False, suppress_warnings=True) as pdf:
            return _read(pdf, data, place)
    except pikepdf.PasswordError:
        hint = "open it, take the password off, and save it again"
        raise _unusable("the file is behind a password", place, hint) from None
    except (pikepdf.PdfError, pikepdf.DataDecodingError):
        hint = "fetch or send it again"
        raise _unusable("the file is cut short or damaged", place, hint) from None
    except (TooLarge, RecursionError):
        raise _unusable("its structure is nested beyond reason", place) from None
    except (KeyError, TypeError, ValueError, AttributeError, NotImplementedError):
        raise _unusable("the file is damaged", place, "fetch or send it again") from None


def _read(pdf: pikepdf.Pdf, data: bytes, place: Place) -> Delivered:
    if pdf.is_encrypted:
        hint = "save it again without restrictions"
        raise _unusable("the file is encrypted", place, hint)
    count = len(pdf.pages)
    if count > MOST_PAGES:
        raise _unusable(f"the file has more than {MOST_PAGES} pages", place)
    root = pdf.Root.get("/StructTreeRoot")
    tagged = isinstance(root, pikepdf.Dictionary) and root.get("/K") is not None
    pages = read_pages(data, most_pages=MOST_PAGES, soft=soft_hyphens(pdf), flat=not tagged)
    if pages is None or len(pages) != count:
        raise _unusable("the file is cut short or damaged", place, "fetch or send it again")
    manifest = _manifest(pdf, place)
    if not tagged or root is None:
        return Delivered(place.file, "pdf", _flat(pages), manifest=manifest, structured=False)
    numbers: dict[tuple[int, int], int] = {}
    for number, page in enumerate(pdf.pages):
        numbers.setdefault(page.obj.objgen, number)
    roles = root.get("/RoleMap")
    names = (
        {key.removeprefix("/"): str(value).removeprefix("/") for key, value in roles.items()}
        if isinstance(roles, pikepdf.Dictionary)
        else {}
    )
    tree = Tree(numbers, pages, names)
    top = root["/K"]
    for node in top if isinstance(top, pikepdf.Array) else [top]:
        if isinstance(node, pikepdf.Dictionary) and "/S" in node:
            tree.walk(node)
    return Delivered(
        place.file,
        "pdf",
        tuple(tree.found),
        tuple(tree.notes),
        tuple(tree.contents),
        tuple(_strays(pages, tree)),
        manifest,
    )


def _manifest(pdf: pikepdf.Pdf, place: Place) -> str | None:
    held = pdf.Root
    for key in ("/PieceInfo", "/briefgen", "/Private"):
        found = held.get(key)
        if not isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            return None
        held = found
    if not isinstance(held, pikepdf.Stream):
        return None
    text = held.read_bytes()
    if len(text) > MOST_MANIFEST:
        raise _unusable("the manifest in the file is larger than any pack's", place)
    return text.decode("utf-8", "replace")


def _flat(pages: list[PageWords]) -> tuple[Passage, ...]:
    return tuple(
        Passage((Run(page.flat),), Spot(number))
        for number, page in enumerate(pages, 1)
        if page.flat.strip()
    )


def _strays(pages: list[PageWords], tree: Tree) -> list[Passage]:
    """Give the words that are drawn and that the tree does not lead to, page by page."""
    found = []
    for number, page in enumerate(pages):
        words = ["".join(page.loose)]
        words += [
            "".join(marked.words)
            for mark, marked in page.marked.items()
            if (number, mark) not in tree.used
        ]
        found += [Passage((Run(one),), Spot(number + 1)) for one in words if one.strip()]
    return found


def _unusable(message: str, place: Place, hint: str = "") -> UnusableInput:
    return UnusableInput([error(message, place, hint)])
