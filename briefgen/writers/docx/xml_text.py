"""XML as text: escaped words and attributes, and the frame of a part.

Enters: words that were checked before. Leaves: XML. Strings, because a tree of elements takes ten
times as long to make and the shape is known beforehand.
"""

from __future__ import annotations

from html import escape

from docx.oxml.ns import nsmap

_WHITE_SPACE = {ord(one): f"&#{ord(one)};" for one in "\t\n\r"}
"""A parser would make plain spaces of these in an attribute (XML 1.0, 3.3.3)."""

_SPACES = nsmap | {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}

_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def words(text: str) -> str:
    """Escape the words of an element."""
    return escape(text, quote=False)


def attribute(name: str, content: object) -> str:
    """Give `` name="content"``, escaped and with the space before it."""
    return f' {name}="{escape(str(content)).translate(_WHITE_SPACE)}"'


def value(element: str, content: object) -> str:
    """Give the empty element that says one value: ``<w:jc w:val="center"/>``."""
    return f"<w:{element}{attribute('w:val', content)}/>"


def toggle(name: str, *, on: bool) -> str:
    """Say that words are bold (``b``) or italic (``i``) or are not, in scripts of either kind."""
    off = "" if on else ' w:val="0"'
    return f"<w:{name}{off}/><w:{name}Cs{off}/>"


def shading(colour: str) -> str:
    """Give the ground of words, paragraphs or cells; nothing where it is the paper's own."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>' if colour else ""


def part(root: str, content: str, *prefixes: str) -> bytes:
    """Give a whole part: the root element ``root``, its name spaces, and what is in it."""
    spaces = "".join(f' xmlns:{prefix}="{_SPACES[prefix]}"' for prefix in ("w", *prefixes))
    if "w15" in prefixes:
        # Word before 2013 passes over what is in this name space (ISO/IEC 29500-3, 10.1).
        spaces += f' xmlns:mc="{_SPACES["mc"]}" mc:Ignorable="w15"'
    return f"{_HEADER}<{root}{spaces}>{content}</{root}>".encode()
