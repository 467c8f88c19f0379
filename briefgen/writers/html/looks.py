"""A style as a style sheet (CSS): the same roles, sizes and colours as on paper.

Enters: a Style. Leaves: CSS. Names in a style are its author's: only those that CSS can spell as
they are become classes. Sizes are relative, so that a reader may enlarge them (WCAG 2.1, 1.4.4).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.styles import Role, Style

_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9-]*")
_FONTS = "Calibri, Carlito, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"

_ALWAYS = """\
body { margin: 0 }
main { max-width: 46em; margin: 0 auto; padding: 1.5em }
section + section { margin-top: 3em }
ol.labelled, nav ul { list-style: none; padding-inline-start: 0 }
nav a { text-decoration: none }
ol.labelled > li { position: relative; padding-inline-start: 2.6em }
ol.labelled > li > .label { position: absolute; inset-inline-start: 0 }
ol.labelled.cover-facts > li { padding-inline-start: 8em }
li > p:first-child, td > p:first-child, th > p:first-child { margin-top: 0 }
table { border-collapse: collapse; width: 100% }
caption { text-align: start }
th, td { text-align: start; vertical-align: top }
td ul, th ul { padding-inline-start: 1.2em; margin: 0 }
sup { line-height: 0 }
div.code { display: flow-root }
svg.code { float: inline-end; width: 9em; margin-inline-start: 1em }
aside.footnote { display: flex; gap: 0.6em }
aside.footnote p { margin: 0 0 0.4em }
@media print { main { max-width: none; padding: 0 } h1, h2, h3, h4 { break-after: avoid } }
@media (max-width: 36em) { table, tbody, tr, td, th, caption { display: block } thead { display: none } }
"""  # noqa: E501 - one rule a line reads best


def style_sheet(style: Style) -> str:
    """Give the style sheet, one rule a line."""
    return "".join(f"{rule}\n" for rule in _rules(style)) + _ALWAYS


def _rules(style: Style) -> Iterator[str]:
    body = style.role("body")
    yield f"body {{ font: {_em(body.size, 10)}/{body.leading / body.size:.3g} {_FONTS} }}"
    yield f"body {{ color: {body.colour}; background: #ffffff }}"
    for name, role in style.roles.items():
        if _NAME.fullmatch(name):
            yield f".{name} {{ {'; '.join(_declarations(role, body))} }}"
            if role.rule or role.background:  # words in the role of what stands around them
                yield f".{name} .{name} {{ border: 0; padding: 0; margin-top: 0 }}"
            if role.label_bold or role.label_colour:
                label = "; ".join(_label(role))
                yield f".{name} > li > .label, ul.{name} > li::marker {{ {label} }}"
    yield f"a {{ color: {style.role('link').colour} }}"
    table = style.table
    line = f"{table.rule_width:g}pt solid {table.rule_colour}"
    head = f"{table.head_rule_width:g}pt solid {table.rule_colour}"
    yield f"th, td {{ padding: {table.padding:g}pt; border-bottom: {line} }}"
    if table.rules == "grid":
        yield f"th, td {{ border: {line} }}"
    yield f"thead th {{ border-top: {head}; border-bottom: {head} }}"
    if table.head_background:
        yield f"thead th {{ background: {table.head_background} }}"


def _declarations(role: Role, body: Role) -> Iterator[str]:
    yield f"font-size: {_em(role.size, body.size)}"
    yield f"line-height: {role.leading / role.size:.3g}"
    yield f"color: {role.colour}"
    yield f"font-weight: {'bold' if role.bold else 'normal'}"
    if role.italic:
        yield "font-style: italic"
    if role.align != "left":
        yield f"text-align: {'center' if role.align == 'centre' else role.align}"
    yield f"margin-top: {_em(role.space_before, role.size)}"
    yield f"margin-bottom: {_em(role.space_after, role.size)}"
    if role.background:
        yield f"background: {role.background}"
        yield f"padding: {_em(role.padding, role.size)}"
    if role.rule:
        side = {"left": "inline-start", "above": "top", "below": "bottom"}[role.rule.side]
        yield f"border-{side}: {role.rule.width:g}pt solid {role.rule.colour}"
        yield f"padding-{side}: {_em(role.rule.gap, role.size)}"


def _label(role: Role) -> Iterator[str]:
    if role.label_bold:
        yield "font-weight: bold"
    if role.label_colour:
        yield f"color: {role.label_colour}"


def _em(points: float, size: float) -> str:
    return f"{points / size:.3g}em"
