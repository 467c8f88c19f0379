"""Two builds of a pack as they were printed, and what a corrigendum makes of them."""

from __future__ import annotations

from briefgen import load_style, shipped
from briefgen.compose.furniture import load_furniture
from briefgen.corrigenda import Corrigendum, compare, read_printed, reprint
from briefgen.corrigenda.note import stamp_page
from briefgen.corrigenda.reprinting import Reprint, Revision
from briefgen.writers import write

TEMPLATES = [shipped("templates")]
STYLE = load_style(TEMPLATES[0] / "styles" / "standard.yaml")
REVISION = Revision(1, "2026-11-21", "Rev. 1 \N{MIDDLE DOT} 21 November 2026")


def compared(old: bytes, new: bytes, sides: int | None = None) -> Corrigendum:
    """Compare two builds as the program does."""
    files = read_printed(old, "old/pack.pdf"), read_printed(new, "new/pack.pdf")
    return compare(*files, load_furniture(files[1].language, TEMPLATES), sides)


def set_words(words: str) -> bytes:
    return write(stamp_page(words, STYLE, TEMPLATES, "en"), STYLE, ["pdf"])["pdf"]


def revised(old: bytes, new: bytes, revision: Revision = REVISION) -> Reprint:
    """Give the sheets to print and the whole."""
    return reprint(compared(old, new), new, revision, set_words)
