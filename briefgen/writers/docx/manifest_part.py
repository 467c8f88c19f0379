"""What the file says of itself: a custom XML part, which no one sees and editors keep.

Enters: text that is not read here. Leaves: the part's bytes, and those of its properties.
"""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape

MANIFEST: Final = "urn:briefgen:manifest"
_PROPERTIES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_IDENTITY: Final = "{6B1F0C36-2E0B-5C1B-9D3A-6272696566A1}"
"""The name of the part within the file (ISO/IEC 29500-1, 22.5.2.1): one, and always the same."""
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def manifest_part(manifest: str) -> bytes:
    """Give the part that holds a manifest."""
    return f'{_HEAD}<manifest xmlns="{MANIFEST}">{escape(manifest)}</manifest>'.encode()


def manifest_properties_part() -> bytes:
    """Give the part that says what the other is."""
    return (
        f'{_HEAD}<ds:datastoreItem xmlns:ds="{_PROPERTIES}" ds:itemID="{_IDENTITY}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{MANIFEST}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
