"""The part ``word/styles.xml``: what Word shows in its gallery, and what every paragraph follows.

Enters: a ``StyleSheet``. Leaves: the part's bytes. A style says only what its parent does not,
so that a change to "Normal" reaches all that did not choose otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.writers.docx.comments_part import COMMENT_STYLES
from briefgen.writers.docx.languages import language_attribute
from briefgen.writers.docx.looks import dxa, paper_colour
from briefgen.writers.docx.style_names import is_built_in
from briefgen.writers.docx.style_sheet import CLOSING, TABLE
from briefgen.writers.docx.xml_text import attribute, part, shading, toggle, value

if TYPE_CHECKING:
    from briefgen.styles import TableLook
    from briefgen.writers.docx.looks import ParagraphLook
    from briefgen.writers.docx.style_sheet import CharacterStyle, ParagraphStyle, StyleSheet

_CLOSING_STYLE = (
    f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{CLOSING}">'
    '<w:name w:val="Closing Line"/><w:uiPriority w:val="99"/><w:semiHidden/>'
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'
    '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>'
)
_NO_LIST = (
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)
_PLAIN_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
_PLAIN_CHARACTER = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
    "<w:unhideWhenUsed/></w:style>"
)


def styles_part(
    sheet: StyleSheet, language: str, *, right_to_left: bool, comments: bool = False
) -> bytes:
    """Give the part; ``language`` is that of all words that name no other.

    ``comments`` says that the file has some, which Word sets in styles of their own.
    """
    return part(
        "w:styles",
        "".join(
            (
                _defaults(sheet, language),
                *(
                    _paragraph_style(style, right_to_left=right_to_left)
                    for style in sheet.paragraphs.values()
                ),
                _PLAIN_CHARACTER,
                *(_character_style(style) for style in sheet.characters.values()),
                _CLOSING_STYLE,
                COMMENT_STYLES if comments else "",
                _PLAIN_TABLE,
                _table_style(sheet.table, sheet.role("body").colour),
                _NO_LIST,
            )
        ),
    )


def _defaults(sheet: StyleSheet, language: str) -> str:
    family = "".join(
        attribute(f"w:{kind}", sheet.font) for kind in ("ascii", "hAnsi", "eastAsia", "cs")
    )
    spoken = attribute(language_attribute(language), language)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{family}/><w:lang{spoken}/></w:rPr>"
        "</w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault>"
        "</w:docDefaults>"
    )


def _paragraph_style(style: ParagraphStyle, *, right_to_left: bool) -> str:
    parent = style.based_on
    base = parent.look if parent else None
    bidi = "<w:bidi/>" if right_to_left and parent is None else ""
    return "".join(
        (
            _style_start("paragraph", style.id, style.name, default=parent is None),
            value("basedOn", parent.id) if parent else "",
            value("next", style.next_id) if style.next_id else "",
            f'<w:uiPriority w:val="{9 if style.in_gallery else 98}"/>',
            "<w:qFormat/>" if style.in_gallery else "",
            f"<w:pPr>{_paragraph_properties(style.look, base, bidi)}</w:pPr>",
            f"<w:rPr>{_character_properties(style.look, base)}</w:rPr>",
            "</w:style>",
        )
    )


def _style_start(kind: str, identity: str, name: str, *, default: bool = False) -> str:
    marks = ' w:default="1"' if default else ""
    if not is_built_in(name):
        marks += ' w:customStyle="1"'
    return (
        f'<w:style w:type="{kind}"{marks}{attribute("w:styleId", identity)}>{value("name", name)}'
    )


def _paragraph_properties(look: ParagraphLook, base: ParagraphLook | None, bidi: str) -> str:
    parts: list[str] = []
    for name, on, was in (
        ("keepNext", look.keep_next, base is not None and base.keep_next),
        ("keepLines", look.keep_lines, base is not None and base.keep_lines),
    ):
        if on != was:
            parts.append(_switch(name, on=on))
    if look.borders != (base.borders if base else ()):
        parts.append(_borders(look))
    if look.shade != (base.shade if base else ""):
        fill = look.shade or "auto"
        parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>')
    if look.tab != (base.tab if base else 0):
        parts.append(_tabs(look, base))
    if look.undivided != (base.undivided if base else False):
        parts.append(_switch("suppressAutoHyphens", on=look.undivided))
    parts.append(bidi)
    parts.append(_spacing(look, base))
    if _indents(look) != (_indents(base) if base else (0, 0, 0)):
        left, right, hang = _indents(look)
        parts.append(f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hang}"/>')
    if look.align != (base.align if base else "left"):
        parts.append(value("jc", look.align))
    if look.outline is not None and (base is None or base.outline != look.outline):
        parts.append(value("outlineLvl", look.outline))
    return "".join(parts)


def _switch(name: str, *, on: bool) -> str:
    return f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'


def _spacing(look: ParagraphLook, base: ParagraphLook | None) -> str:
    """Write the spaces that are not the parent's, each of which Word inherits by itself."""
    parts: list[str] = []
    if base is None or look.before != base.before:
        parts.append(f' w:before="{look.before}"')
    if base is None or look.after != base.after:
        parts.append(f' w:after="{look.after}"')
    if base is None or (look.line, look.line_rule) != (base.line, base.line_rule):
        parts.append(f' w:line="{look.line}" w:lineRule="{look.line_rule}"')
    return f"<w:spacing{''.join(parts)}/>" if parts else ""


def _indents(look: ParagraphLook) -> tuple[int, int, int]:
    return look.left, look.right, look.hang


def _borders(look: ParagraphLook) -> str:
    lines = {border.side: border for border in look.borders}
    parts: list[str] = []
    for side in ("top", "left", "bottom", "right"):
        border = lines.get(side)
        if border is None:
            parts.append(f'<w:{side} w:val="nil"/>')
        else:
            parts.append(
                f'<w:{side} w:val="single" w:sz="{border.width}" w:space="{border.gap}"'
                f' w:color="{border.colour}"/>'
            )
    return f"<w:pBdr>{''.join(parts)}</w:pBdr>"


def _tabs(look: ParagraphLook, base: ParagraphLook | None) -> str:
    leader = ' w:leader="underscore"' if look.ruled else ""
    parts = [f'<w:tab w:val="right"{leader} w:pos="{look.tab}"/>'] if look.tab else []
    if base is not None and base.tab:
        parts.append(f'<w:tab w:val="clear" w:pos="{base.tab}"/>')
    return f"<w:tabs>{''.join(parts)}</w:tabs>"


def _character_properties(look: ParagraphLook, base: ParagraphLook | None) -> str:
    parts: list[str] = []
    for name, on, was in (
        ("b", look.bold, base is not None and base.bold),
        ("i", look.italic, base is not None and base.italic),
    ):
        if on != was:
            parts.append(toggle(name, on=on))
    if base is None or look.colour != base.colour:
        parts.append(value("color", look.colour))
    if base is None or look.size != base.size:
        parts.append(value("sz", look.size) + value("szCs", look.size))
    return "".join(parts)


def _character_style(style: CharacterStyle) -> str:
    parts = [
        toggle("b", on=True) if style.bold else "",
        toggle("i", on=True) if style.italic else "",
        value("color", style.colour) if style.colour else "",
        value("sz", style.size) + value("szCs", style.size) if style.size else "",
        '<w:u w:val="single"/>' if style.underline else "",
        shading(style.shade),
        '<w:vertAlign w:val="superscript"/>' if style.superscript else "",
    ]
    return (
        f"{_style_start('character', style.id, style.name)}"
        '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="20"/><w:qFormat/>'
        f"<w:rPr>{''.join(parts)}</w:rPr></w:style>"
    )


def _table_style(look: TableLook, ink: str) -> str:
    """Write the style of tables; heavy rules are in the colour of the words, as in the PDF."""
    strong, thin = (look.head_rule_width, ink), (look.rule_width, look.rule_colour)
    sides = {"top": strong, "bottom": strong, "insideH": thin}
    if look.rules == "grid":
        sides |= {"left": thin, "right": thin, "insideV": thin}
    order = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(_line(side, *sides[side]) for side in order if side in sides)
    padding = dxa(look.padding)
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (
            ("top", padding // 2),
            ("left", padding),
            ("bottom", padding // 2),
            ("right", padding),
        )
    )
    shade = paper_colour(look.head_background) if look.head_background else "auto"
    return (
        f"{_style_start('table', TABLE, 'Briefing Table')}"
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar>"
        '</w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f"{_line('bottom', *strong)}</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/></w:tcPr></w:tblStylePr></w:style>'
    )


def _line(side: str, width: float, colour: str) -> str:
    eighths = max(2, min(96, round(width * 8)))
    paint = paper_colour(colour)
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{paint}"/>'
