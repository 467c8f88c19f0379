"""The same content by WeasyPrint: python weasyprint_peer.py content.json target.pdf."""

from __future__ import annotations

import json
import sys
from html import escape
from pathlib import Path

import weasyprint

CSS = """
@page { size: A4; margin: 25mm;
        @top-left { content: "Briefing pack" }
        @bottom-right { content: counter(page) " of " counter(pages) } }
body { font: 10pt/1.35 sans-serif } li { list-style: none }
table { width: 100%; border-collapse: collapse } td, th { vertical-align: top; text-align: left }
nav a::after { content: leader('.') target-counter(attr(href url), page) }
"""


def markup(blocks: list[dict]) -> str:
    parts: list[str] = []
    for block in blocks:
        match block["kind"]:
            case "heading":
                name = block["anchor"]
                level = block["level"]
                parts.append(f"<h{level} id='{name}'>{escape(block['text'])}</h{level}>")
            case "paragraph":
                parts.append(f"<p>{escape(block['text'])}</p>")
            case "list":
                items = "".join(
                    f"<li>{escape(item['label'] or chr(8226))} {markup(item['blocks'])}</li>"
                    for item in block["items"]
                )
                parts.append(f"<ul>{items}</ul>")
            case "table":
                head, *rows = block["rows"]
                cells = "".join(f"<th>{markup(cell)}</th>" for cell in head)
                body = "".join(
                    "<tr>" + "".join(f"<td>{markup(cell)}</td>" for cell in row) + "</tr>"
                    for row in rows
                )
                parts.append(f"<table><thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>")
    return "".join(parts)


source, target = map(Path, sys.argv[1:])
content = json.loads(source.read_text())
headings = [block for block in content if block["kind"] == "heading"]
for number, block in enumerate(headings):
    block["anchor"] = f"h{number}"
contents = "".join(
    f"<div><a href='#{block['anchor']}'>{escape(block['text'])}</a></div>" for block in headings
)
page = (
    f"<html lang=en><style>{CSS}</style><body><nav>{contents}</nav>{markup(content)}</body></html>"
)
weasyprint.HTML(string=page).write_pdf(target)
