"""The same content by docxtpl: python docxtpl_peer.py content.json target.docx.

The template is what a careful user of docxtpl would have made once in Word: one loop over
paragraphs of a few styles, and one over the rows of a table. It is made here on the first call,
beside the target, so that the counted runs only fill it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docxtpl import DocxTemplate

if TYPE_CHECKING:
    from io import BytesIO


def make_template(path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Briefing pack"
    document.add_paragraph("{%p for one in blocks %}")
    for number, style in enumerate(
        ("Heading 1", "Heading 2", "Heading 3", "List Bullet", "Normal")
    ):
        document.add_paragraph(f"{{%p if one.style == {number} %}}")
        document.add_paragraph("{{ one.text }}", style=style)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    table = document.add_table(rows=3, cols=3)
    table.rows[0].cells[0].text = "{%tr for row in rows %}"
    for number, cell in enumerate(table.rows[1].cells):
        cell.text = f"{{{{ row[{number}] }}}}"
    table.rows[2].cells[0].text = "{%tr endfor %}"
    document.save(path)


def words(blocks: list[dict]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if "text" in block:
            found.append(block["text"])
        for item in block.get("items", ()):
            inside = words(item["blocks"])
            found.append(" ".join([item["label"], *inside]).strip())
    return found


def flatten(content: list[dict]) -> tuple[list[dict], list[list[str]]]:
    blocks: list[dict] = []
    rows: list[list[str]] = []
    for block in content:
        match block["kind"]:
            case "heading":
                blocks.append({"style": min(block["level"], 3) - 1, "text": block["text"]})
            case "paragraph":
                blocks.append({"style": 4, "text": block["text"]})
            case "list":
                blocks += [{"style": 3, "text": text} for text in words([block])]
            case "table":
                rows += [["\n".join(words(cell)) for cell in row] for row in block["rows"]]
    return blocks, rows


def context(content: list[dict]) -> dict[str, list]:
    """What the template is filled with."""
    blocks, rows = flatten(content)
    return {"blocks": blocks, "rows": rows}


def write(template: Path, words: dict[str, list], target: Path | BytesIO) -> None:
    """docxtpl spends a template on each document, so that it is opened each time."""
    document = DocxTemplate(template)
    document.render(words, autoescape=True)
    document.save(target)


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    template = target.with_suffix(".template.docx")
    if not template.exists():
        make_template(template)
    write(template, context(json.loads(source.read_text())), target)
