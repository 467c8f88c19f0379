"""A Pack as one web page: for a screen, for e-mail, for those who enlarge or hear their text.

Enters: a Pack and its style. Leaves: UTF-8 bytes of HTML5 that stands alone: no script, nothing
fetched, pictures drawn in it. Pages do not exist here: running lines and page numbers are left to
formats that have them. Each quotation carries its unit's id as ``data-unit``.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from briefgen.writers.html.body import Body
from briefgen.writers.html.looks import style_sheet
from briefgen.writers.right_to_left import runs_right_to_left

if TYPE_CHECKING:
    from briefgen.blocks import Pack
    from briefgen.styles import Style

_NOTHING_IS_FETCHED = "default-src 'none'; style-src 'unsafe-inline'"


def write_html(pack: Pack, style: Style) -> bytes:
    """Give the page. The same Pack and style give the same bytes."""
    metadata = {
        "author": pack.author,
        "description": pack.subject,
        "keywords": ", ".join(pack.keywords),
        "date": pack.date,
    }
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(pack.language)}"{_direction(pack.language)}>',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_IS_FETCHED}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(pack.title)}</title>",
        *(
            f'<meta name="{name}" content="{escape(value)}">'
            for name, value in metadata.items()
            if value
        ),
        f"<style>\n{style_sheet(style)}</style>",
        "</head>",
        "<body>",
        "<main>",
        *Body(pack, style).lines(),
        "</main>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _direction(language: str) -> str:
    return ' dir="rtl"' if runs_right_to_left(language) else ""
