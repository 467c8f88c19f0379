"""XML from elsewhere, read without anything being expanded, fetched or believed.

Enters: the bytes of a part. Leaves: its tree. A document type is refused, since Office files have
none (ISO/IEC 29500-2, 8.1.4) and every attack on XML readers needs one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from briefgen.diagnostics import error
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from briefgen.diagnostics import Place

DEEPEST = 200
"""Elements within elements; Word nests tables in tables some ten deep, at 4 levels each."""


def read_xml(data: bytes, place: Place) -> etree._Element:
    """Give the root element of a part; comments and processing instructions are left out.

    Raises:
        UnusableInput: it is not XML, has a document type, or is nested beyond reason.
    """
    # UTF-16, the other encoding that is allowed, has a NUL beside each of these letters.
    if b"<!DOCTYPE" in data or b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise _unusable("it declares a document type, which no Office file does", place)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise _unusable(f"it is not well-formed XML ({fault.msg})", place) from None
    except (ValueError, LookupError) as fault:
        raise _unusable(f"it is not XML ({fault})", place) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _unusable("it declares a document type, which no Office file does", place)
    if _is_deeper(root, DEEPEST):
        raise _unusable("its elements are nested beyond reason", place)
    return root


def _unusable(message: str, place: Place) -> UnusableInput:
    return UnusableInput([error(message, place, "do not use the file; ask its sender")])


def _is_deeper(root: etree._Element, limit: int) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limit:
            return True
    return False
