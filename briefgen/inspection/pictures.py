"""Pictures and charts: each has a text in its place, or is marked as decoration.

Enters: a ``Document``. Leaves: findings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import error
from briefgen.inspection.text_parts import W, within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from briefgen.diagnostics import Diagnostic
    from briefgen.inspection.text_parts import Document

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_BOX = f"{W}txbxContent"
_SHAPES = tuple(f"{_VML}{name}" for name in ("shape", "rect", "oval", "group", "image"))


def check_pictures(document: Document) -> Iterator[Diagnostic]:
    """Find pictures without a text alternative, in the text and in headers and footers."""
    for part in document.parts:
        for one in within(part.root, f"{_DRAWING}inline", f"{_DRAWING}anchor", f"{W}pict"):
            name = _missing(one)
            if name is not None:
                yield error(
                    f"the picture '{name}' has no text alternative" if name else _NAMELESS,
                    part.place(one),
                    "describe it with Edit Alt Text, or mark it as decorative"
                    " (WCAG 1.1.1, EN 301 549 10.1.1.1)",
                )


_NAMELESS = "a picture has no text alternative"


def _missing(drawing: etree._Element) -> str | None:
    """Give the name of a picture without text alternative, None for one that lacks nothing.

    A text box says itself what it says.
    """
    if next(drawing.iter(_BOX), None) is not None:
        return None
    if drawing.tag == f"{W}pict":
        shapes = list(drawing.iter(*_SHAPES))
        if not shapes or any((one.get("alt") or "").strip() for one in shapes):
            return None
        return ""
    properties = drawing.find(f"{_DRAWING}docPr")
    if properties is None:
        return ""
    if any((properties.get(name) or "").strip() for name in ("descr", "title")):
        return None
    if any(one.get("val") in {"1", "true"} for one in properties.iter(_DECORATIVE)):
        return None
    return properties.get("name", "")
