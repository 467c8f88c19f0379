"""The same content by Typst: python typst_peer.py content.json target.pdf."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typst


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def markup(blocks: list[dict]) -> str:
    parts: list[str] = []
    for block in blocks:
        match block["kind"]:
            case "heading":
                parts.append(f"#heading(level: {block['level']}, {quoted(block['text'])})")
            case "paragraph":
                parts.append(f"#text({quoted(block['text'])})\n")
            case "list":
                for item in block["items"]:
                    body = f"[{markup(item['blocks'])}]"
                    label = quoted(item["label"] or "\u2022")
                    parts.append(f"#grid(columns: (26pt, 1fr), strong({label}), {body})")
            case "table":
                columns = ", ".join(f"{width}fr" for width in block["widths"])
                head, *rows = block["rows"]
                cells = ", ".join(f"[{markup(cell)}]" for cell in head)
                body = ", ".join(f"[{markup(cell)}]" for row in rows for cell in row)
                parts.append(f"#table(columns: ({columns}), table.header({cells}), {body})")
    return "\n".join(parts)


def write(content: list[dict]) -> bytes:
    """Typeset tagged, by the same two standards that briefgen's files follow."""
    document = f"""#set document(title: "Briefing pack")
#set page(paper: "a4", margin: 25mm, numbering: "1 of 1", header: [Briefing pack])
#set text(size: 10pt)
#outline()
#pagebreak()
{markup(content)}
"""
    return typst.compile(document.encode(), pdf_standards=["ua-1", "a-2a"])


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    target.write_bytes(write(json.loads(source.read_text())))
