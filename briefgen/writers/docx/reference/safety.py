"""What a reference may not hold: a pack made with it would fetch it, run it, or tell of its reader.

Enters: an opened package. Leaves: a fault for each such thing. Links that people click are let be.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.diagnostics import error
from briefgen.writers.docx.reference.names import q, text_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from briefgen.diagnostics import Diagnostic
    from briefgen.opc import Package

LEFT_BEHIND = frozenset({"attachedTemplate", "mailMergeSource", "mailMergeHeaderSource"})
"""References to other files that Word writes by itself; the pack goes without them."""
_HARMLESS = LEFT_BEHIND | {"hyperlink"}
_FETCHING = re.compile(
    r"\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|RD|MACROBUTTON)\b",
    re.IGNORECASE,
)
"""Fields that read other files, or run something (ISO/IEC 29500-1, 17.16.5)."""


def unsafe_contents(package: Package) -> Iterator[Diagnostic]:
    """Find what reaches out of the file, and controls that are programs."""
    for part in ("", *sorted(package.parts)):
        if part.endswith(".rels"):
            continue
        for one in package.relationships(part):
            if one.external and one.kind not in _HARMLESS:
                yield error(
                    f"the reference fetches a file ({one.kind}) from '{one.target}'",
                    package.place(part),
                    "put the picture or text into the document itself, not a link to it",
                )
    if any("activex" in package.content_type(part).lower() for part in package.parts):
        hint = "take the ActiveX controls out"
        yield error("the reference holds controls that are programs", package.place(), hint)
    for part in text_parts(package):
        for instruction in _instructions(package.tree(part)):
            match = _FETCHING.match(instruction)
            if match:
                hint = "put in what it shows, with Ctrl+Shift+F9"
                message = f"the reference has a field that fetches or runs something: {match[1]}"
                yield error(message, package.place(part), hint)


def _instructions(root: etree._Element) -> Iterator[str]:
    """Give the instructions of fields, put together where Word has split them over runs."""
    for simple in root.iter(q("w:fldSimple")):
        yield simple.get(q("w:instr"), "")
    open_ones: list[str] = []
    for one in root.iter(q("w:fldChar"), q("w:instrText")):
        if one.tag == q("w:instrText"):
            if open_ones:
                open_ones[-1] += one.text or ""
            else:
                yield one.text or ""
        elif one.get(q("w:fldCharType")) == "begin":
            open_ones.append("")
        elif open_ones and one.get(q("w:fldCharType")) == "separate":
            yield open_ones[-1]
        elif open_ones:
            yield open_ones.pop()
    yield from open_ones
