"""The same content by plain python-docx: python python_docx_peer.py content.json target.docx."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import docx

if TYPE_CHECKING:
    from io import BytesIO


def fill(container: object, blocks: list[dict], style: str | None = None) -> None:
    for block in blocks:
        match block["kind"]:
            case "heading":
                container.add_paragraph(block["text"], style=f"Heading {block['level']}")
            case "paragraph":
                container.add_paragraph(block["text"], style=style)
            case "list":
                for item in block["items"]:
                    first, *rest = item["blocks"] or [{"kind": "paragraph", "text": ""}]
                    words = f"{item['label']} {first.get('text', '')}".strip()
                    container.add_paragraph(words, style="List Bullet")
                    fill(container, rest, "List Continue")
            case "table":
                table = container.add_table(rows=0, cols=len(block["widths"]))
                table.style = "Table Grid"
                for row in block["rows"]:
                    cells = table.add_row().cells
                    for cell, inside in zip(cells, row, strict=True):
                        fill(cell, inside)


def write(content: list[dict], target: Path | BytesIO) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Briefing pack"
    fill(document, content)
    document.save(target)


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    write(json.loads(source.read_text()), target)
