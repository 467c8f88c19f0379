"""The small parts: settings, font table, and what the file says about its maker.

Enters: a plan, or nothing. Leaves: the parts' bytes.
"""

from __future__ import annotations

from briefgen.writers.docx.xml_text import attribute, part

_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
_WORD_2013 = 15
"""Below this, Word says "Compatibility Mode" and lays tables out by rules of long ago."""


def settings_part(
    *,
    with_notes: bool,
    first_note: int = 1,
    mirrored: bool = False,
    tells_backs: bool = False,
    hyphenated: bool = False,
) -> bytes:
    """Give ``word/settings.xml``; nothing in it makes Word ask or update on opening."""
    mirror = "<w:mirrorMargins/>" if mirrored else ""
    hyphens = "<w:autoHyphenation/>" if hyphenated else ""
    backs = "<w:evenAndOddHeaders/>" if tells_backs else ""
    separators = ""
    if with_notes:
        start = f'<w:numStart w:val="{first_note}"/>' if first_note > 1 else ""
        lines = '<w:footnote w:id="-1"/><w:footnote w:id="0"/>'
        separators = f"<w:footnotePr>{start}{lines}</w:footnotePr>"
    return part(
        "w:settings",
        f'<w:zoom w:percent="100"/>{mirror}<w:defaultTabStop w:val="720"/>{hyphens}{backs}'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"{separators}<w:compat>"
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{_COMPATIBILITY}"'
        f' w:val="{_WORD_2013}"/></w:compat>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    )


def font_table_part(font: str) -> bytes:
    """Give ``word/fontTable.xml``, with the one font that the styles ask for."""
    inner = '<w:charset w:val="00"/><w:family w:val="auto"/><w:pitch w:val="variable"/>'
    return part("w:fonts", f"<w:font{attribute('w:name', font)}>{inner}</w:font>")


def app_part() -> bytes:
    """Give ``docProps/app.xml``: the program, and nothing about a person or a machine."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_EXTENDED}"><Application>briefgen</Application>'
        "<DocSecurity>0</DocSecurity></Properties>"
    ).encode()
