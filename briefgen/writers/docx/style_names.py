"""What Word calls the roles of a style: its own built-in names where it has them.

Enters: names of roles ("cover-title"). Leaves: names and ids of styles ("Title"). A built-in name
makes Word treat the style as its own: in the gallery, the navigation pane, the contents list.
"""

from __future__ import annotations

import re

BUILT_IN = {
    "body": "Normal",
    "cover-title": "Title",
    "cover-subtitle": "Subtitle",
    "heading-1": "heading 1",
    "heading-2": "heading 2",
    "heading-3": "heading 3",
    "heading-4": "heading 4",
    "contents-1": "toc 1",
    "contents-2": "toc 2",
    "contents-3": "toc 3",
    "contents-4": "toc 4",
    "contents-heading": "TOC Heading",
    "header": "header",
    "footer": "footer",
    "footnote": "footnote text",
    "note-mark": "footnote reference",
    "link": "Hyperlink",
    "list": "List Paragraph",
    "points": "List Bullet",
}
"""Names as ISO/IEC 29500-1, 17.7.4.9 and Word's own files spell them, case included."""

CHARACTER_ROLES = frozenset({"heading-label", "highlight", "link", "note-mark"})
"""Roles of words within a paragraph; they make character styles only."""


_OTHER_BUILT_IN = frozenset({"Strong", "Emphasis"})


def is_built_in(name: str) -> bool:
    """Tell whether a style's name is one that Word itself has."""
    return name in _OTHER_BUILT_IN or name in BUILT_IN.values()


def style_name(role: str) -> str:
    """Give the name that people see: "Title", or "Table Row Head" for ``table-row-head``."""
    return BUILT_IN.get(role) or " ".join(part.capitalize() for part in role.split("-"))


def style_id(name: str) -> str:
    """Give the id that goes with a name: ASCII letters and digits, as Word makes it.

    Word's own ids for "heading 1" and "toc 1" are "Heading1" and "TOC1".
    """
    words = re.findall(r"[A-Za-z0-9]+", name)
    joined = "".join(word[0].upper() + word[1:] for word in words)
    return re.sub(r"^Toc(?=\d)", "TOC", joined)
